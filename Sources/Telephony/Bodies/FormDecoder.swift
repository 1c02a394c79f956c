/// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), in a query or in a body.
enum FormDecoder {
  /// More pairs than this are ignored: no call has as many.
  static let limit = 1000

  /// Pairs in their order. A name with brackets, as `http_build_query` writes nested fields
  /// (`additional_call_data[dst]`), is cut to the innermost name and lies one level deeper.
  static func pairs(_ bytes: some Collection<UInt8>) -> [(name: String, value: String, depth: Int)]
  {
    bytes.split(separator: UInt8(ascii: "&"), maxSplits: limit).prefix(limit).map { pair in
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let (name, depth) = innermost(decode(parts[0]))
      return (name, parts.count > 1 ? decode(parts[1]) : "", depth)
    }
  }

  /// "+" is a blank and `%XX` a byte; a "%" that is neither stays as it is.
  static func decode(_ bytes: some Collection<UInt8>) -> String {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2).compactMap(hexDigit)
        if digits.count == 2 {
          decoded.append(digits[0] << 4 | digits[1])
          rest = rest.dropFirst(2)
        } else {
          decoded.append(byte)
        }
      default: decoded.append(byte)
      }
    }
    return TextDecoder.text(decoded)
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func innermost(_ name: String) -> (String, Int) {
    guard name.utf8.last == UInt8(ascii: "]"), name.utf8.count <= 200 else { return (name, 0) }
    let parts = name.split { $0 == "[" || $0 == "]" }
    return parts.last.map { (String($0), min(parts.count - 1, 1)) } ?? (name, 0)
  }
}
