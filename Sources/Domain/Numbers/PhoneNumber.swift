/// One side of a call, in the one form it is kept in.
///
/// A hidden or empty number is `nil` wherever a `PhoneNumber?` stands: two hidden callers are never
/// the same client.
public struct PhoneNumber: Hashable, Sendable {
  public enum Kind: Int, Sendable {
    /// E.164: "+" and 8 to 15 digits.
    case international
    /// Six digits or fewer: a line inside the shop.
    case `extension`
    /// Letters: the SIP login of an employee.
    case login
    /// Digits that fit no country, kept without a "+".
    case local
    /// Anything else, as it came: more than 15 digits, star codes.
    case other
  }

  public let kind: Kind
  /// `+380501234567`, `101`, `ivanenko`, `2345678`, …
  public let text: String

  /// For the store, which keeps both parts; everyone else parses.
  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// An extension or a login is never a client's.
  public var isInternal: Bool {
    kind == .extension || kind == .login
  }

  /// The digits alone, as search compares them.
  public var digits: String {
    text.filter(\.isASCIIDigit)
  }
}

extension Character {
  public var isASCIIDigit: Bool {
    ("0"..."9").contains(self)
  }
}
