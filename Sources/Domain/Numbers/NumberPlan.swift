/// How numbers are written in one country (ITU-T E.164, E.123); Ukraine unless set otherwise.
public struct NumberPlan: Hashable, Sendable {
  /// Country calling code, digits.
  public let callingCode: String
  /// What stands before the area code inside the country.
  public let trunkPrefix: String
  /// An older or second spelling of the trunk prefix.
  public let longTrunkPrefix: String?
  /// Digits of a number without country code and trunk prefix.
  public let nationalLength: Int

  public init(
    callingCode: String, trunkPrefix: String, longTrunkPrefix: String? = nil, nationalLength: Int
  ) {
    self.callingCode = callingCode
    self.trunkPrefix = trunkPrefix
    self.longTrunkPrefix = longTrunkPrefix
    self.nationalLength = nationalLength
  }

  public static let ukraine = NumberPlan(
    callingCode: "380", trunkPrefix: "0", longTrunkPrefix: "80", nationalLength: 9)

  /// Reads a number in any usual spelling: `+380 50 123-45-67`, `380501234567`, `80501234567`,
  /// `0501234567` and `00380501234567` are one number. Nil for a hidden or empty one.
  public func number(_ text: String) -> PhoneNumber? {
    var body = Substring(text.trimmed)
    guard let first = body.first else { return nil }
    if first != "+", !first.isASCIIDigit {
      guard !NumberPlan.hidden.contains(body.lowercased()) else { return nil }
      for scheme in ["tel:", "sip:", "sips:"] where body.lowercased().hasPrefix(scheme) {
        body = body.dropFirst(scheme.count)
        if scheme != "tel:", let at = body.firstIndex(of: "@") { body = body[..<at] }
      }
    }
    guard !body.contains(where: \.isLetter) else {
      return PhoneNumber(kind: .login, text: String(body))
    }
    let digits = body.filter(\.isASCIIDigit)
    let punctuation = body.filter { !$0.isASCIIDigit }
    guard !digits.isEmpty, punctuation.allSatisfy(NumberPlan.isPunctuation) else {
      return body.contains(where: \.isASCIIDigit)
        ? PhoneNumber(kind: .other, text: String(body)) : nil
    }
    return number(digits: digits, isInternational: punctuation.first == "+")
      ?? PhoneNumber(kind: .other, text: String(body))
  }

  private func number(digits: String, isInternational: Bool) -> PhoneNumber? {
    switch digits.count {
    case ...6: return PhoneNumber(kind: .extension, text: digits)
    case 16...:
      return digits.hasPrefix("00") && digits.count <= 17 ? e164(digits.dropFirst(2)) : nil
    default: break
    }
    if isInternational { return e164(Substring(digits)) }
    if digits.hasPrefix("00") { return e164(digits.dropFirst(2)) }
    for prefix in [longTrunkPrefix, trunkPrefix].compactMap({ $0 })
    where digits.hasPrefix(prefix) && digits.count == prefix.count + nationalLength {
      return e164(callingCode + digits.dropFirst(prefix.count))
    }
    return digits.count < 10
      ? PhoneNumber(kind: .local, text: digits) : e164(Substring(digits))
  }

  /// `digits` begin with a country code; a trunk prefix written behind it ("+380 (0) 50 …") is
  /// dropped. A country code never begins with 0.
  private func e164(_ digits: some StringProtocol) -> PhoneNumber? {
    var digits = String(digits)
    let doubled = callingCode + trunkPrefix
    if digits.hasPrefix(doubled), digits.count == doubled.count + nationalLength {
      digits = callingCode + digits.dropFirst(doubled.count)
    }
    return (8...15).contains(digits.count) && !digits.hasPrefix("0")
      ? PhoneNumber(kind: .international, text: "+" + digits)
      : PhoneNumber(kind: .local, text: digits)
  }

  private static let hidden: Set<String> = [
    "-1", "(none)", "(not set)", "anonymous", "hidden", "private", "restricted", "unavailable",
    "unknown", "withheld", "null",
  ]

  private static func isPunctuation(_ character: Character) -> Bool {
    character.isWhitespace || "+-–—‑().,/".contains(character)
  }
}

extension StringProtocol {
  /// Without white space at either end.
  public var trimmed: String {
    // Most texts begin and end with a letter or a digit; asking that takes no walk over characters.
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isPlainText, last.isPlainText
    {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Unicode.Scalar {
  /// A visible ASCII character or a Cyrillic letter: stands for itself and joins nothing.
  fileprivate var isPlainText: Bool {
    switch value {
    case 0x21...0x7E, 0x400...0x481, 0x48A...0x4FF: true
    default: false
    }
  }
}
