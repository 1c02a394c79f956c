import Domain

/// Something that is told to a person who looks elsewhere: one event, or several of a kind.
public struct Notice: Equatable, Sendable {
  /// The raw values are what a hook is told.
  public enum Kind: String, CaseIterable, Sendable {
    case newClient = "new-client"
    case missedCall = "missed-call"
    case callBackDue = "call-back-due"
  }

  public let kind: Kind
  /// The client's, of the latest event; nil where he hides it.
  public let number: PhoneNumber?
  public let name: String?
  /// When he called; of a call back the first time.
  public let at: Timestamp
  public private(set) var count: Int

  public init(
    _ kind: Kind, number: PhoneNumber?, name: String? = nil, at: Timestamp, count: Int = 1
  ) {
    self.kind = kind
    self.number = number
    self.name = name
    self.at = at
    self.count = count
  }

  /// This one with others of its kind that came before it.
  func joined(with earlier: Notice) -> Notice {
    var joined = self
    joined.count += earlier.count
    return joined
  }
}
