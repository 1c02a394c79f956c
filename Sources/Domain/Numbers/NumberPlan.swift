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
    // Nearly all are digits behind a "+" or nothing; to look at those byte by byte is much faster.
    let plain = body.utf8.first == UInt8(ascii: "+") ? body.dropFirst() : body
    if !plain.isEmpty, plain.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
      return number(digits: String(plain), isInternational: plain.startIndex > body.startIndex)
        ?? PhoneNumber(kind: .other, text: String(body))
    }
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
    switch digits.utf8.count {
    case ...6: return PhoneNumber(kind: .extension, text: digits)
    case 16...:
      return digits.hasPrefix("00") && digits.utf8.count <= 17 ? e164(digits.dropFirst(2)) : nil
    default: break
    }
    if isInternational { return e164(Substring(digits)) }
    if digits.hasPrefix("00") { return e164(digits.dropFirst(2)) }
    for prefix in [longTrunkPrefix, trunkPrefix].compactMap({ $0 })
    where digits.utf8.count == prefix.utf8.count + nationalLength && digits.hasPrefix(prefix) {
      return e164(callingCode + digits.dropFirst(prefix.count))
    }
    return digits.utf8.count < 10
      ? PhoneNumber(kind: .local, text: digits) : e164(Substring(digits))
  }

  /// `digits` begin with a country code; a trunk prefix written behind it ("+380 (0) 50 …") is
  /// dropped. A country code never begins with 0.
  private func e164(_ digits: some StringProtocol) -> PhoneNumber? {
    var digits = String(digits)
    let doubled = callingCode + trunkPrefix
    if digits.utf8.count == doubled.utf8.count + nationalLength, digits.hasPrefix(doubled) {
      digits = callingCode + digits.dropFirst(doubled.count)
    }
    return (8...15).contains(digits.utf8.count) && !digits.hasPrefix("0")
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

extension String {
  /// Without white space at either end.
  public var trimmed: String {
    if hasPlainEnds { return self }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Whether a visible ASCII character or a Cyrillic letter (U+0400...U+047F) stands at either end,
  /// as nearly always: they stand for themselves and join nothing. Said without a walk over
  /// characters.
  private var hasPlainEnds: Bool {
    guard let first = utf8.first, let last = utf8.last else { return true }
    let isVisible = { (byte: UInt8) in (0x21...0x7E).contains(byte) }
    let beginsCyrillic = { (byte: UInt8) in byte == 0xD0 || byte == 0xD1 }
    return (isVisible(first) || beginsCyrillic(first))
      && (isVisible(last) || last >= 0x80 && utf8.dropLast().last.map(beginsCyrillic) ?? false)
  }
}

extension Substring {
  /// Without white space at either end.
  public var trimmed: String { String(self).trimmed }
}
