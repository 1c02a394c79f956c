/// What belongs to the shop: its numbers and SIP logins, from the integration's settings.
public struct OwnNumbers: Equatable, Sendable {
  public let numbers: Set<PhoneNumber>

  public init(_ numbers: Set<PhoneNumber> = []) {
    self.numbers = numbers
  }

  /// Extensions and logins are ours wherever they appear.
  public func contains(_ number: PhoneNumber) -> Bool {
    number.isInternal || numbers.contains(number)
  }
}
