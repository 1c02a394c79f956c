/// The store's row id of an entity; the type parameter keeps a call's id from being used as a
/// contact's.
public struct Identifier<Entity>: Hashable, Sendable {
  public let rawValue: Int64

  public init(_ rawValue: Int64) {
    self.rawValue = rawValue
  }
}
