extension JSONReader {
  /// Undoes the escapes of a string (RFC 8259, section 7). Half a surrogate pair becomes U+FFFD; an
  /// escape that is none stands for the character behind the backslash.
  static func unescape(_ content: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    var rest = content
    while let byte = rest.popFirst() {
      guard byte == .backslash, let escape = rest.popFirst() else {
        decoded.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "u"): decoded += Array(String(scalar(&rest)).utf8)
      default: decoded.append(escape)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// `rest` begins behind `\u`.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    guard let unit = codeUnit(rest) else { return "\u{FFFD}" }
    rest = rest.dropFirst(4)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let second = rest.dropFirst(2)
    guard UTF16.isLeadSurrogate(unit), rest.starts(with: [.backslash, UInt8(ascii: "u")]),
      let trail = codeUnit(second), UTF16.isTrailSurrogate(trail)
    else { return "\u{FFFD}" }
    rest = second.dropFirst(4)
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let digits = bytes.prefix(4).compactMap(FormDecoder.hexDigit)
    return digits.count == 4 ? digits.reduce(0) { $0 << 4 | UInt16($1) } : nil
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
}
