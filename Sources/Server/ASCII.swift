/// The byte classes of RFC 9110 section 5.6 and RFC 3986, decided without locale or tables.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let comma: UInt8 = 0x2C
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// `tchar` of RFC 9110 section 5.6.2: what methods and field names are made of.
  static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5E...0x7A, 0x7C,
      0x7E:
      true
    default: false
    }
  }

  /// What a field value may hold: visible characters, blanks and obs-text (RFC 9110 section 5.5).
  static func isFieldValue(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != 0x7F) || byte == tab
  }

  /// What a request target may hold. RFC 3986 allows less; senders do not keep to it.
  static func isTarget(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x7F }

  /// `unreserved`, `sub-delims` and the percent sign of RFC 3986: a registered name.
  static func isRegisteredName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x24...0x2E, 0x30...0x39, 0x3B, 0x3D, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  static func equalIgnoringCase(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && equalIgnoringCase(left.utf8, right.utf8)
  }

  static func equalIgnoringCase(
    _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
  ) -> Bool {
    left.elementsEqual(right) { lowercased($0) == lowercased($1) }
  }

  /// The bytes without blanks (OWS) at either end.
  static func trimmingBlanks<Bytes: BidirectionalCollection<UInt8>>(
    _ bytes: Bytes
  ) -> Bytes.SubSequence {
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return bytes[bytes.endIndex...] }
    return bytes[first...last]
  }

  /// The text of network bytes: UTF-8 where they are, else one character a byte (Latin-1).
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    // To validate takes several times as long as to see that there is nothing to validate.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
  }
}
