/// A company or a fleet that contacts belong to.
public struct Organization: Equatable, Sendable {
  public typealias ID = Identifier<Organization>

  public let id: ID
  /// No two have the same.
  public let name: String
  /// How many contacts belong to it.
  public let memberCount: Int

  public init(id: ID, name: String, memberCount: Int) {
    self.id = id
    self.name = name
    self.memberCount = memberCount
  }
}
