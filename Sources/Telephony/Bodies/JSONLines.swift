/// Lays a JSON text out with one value a line, escapes of letters undone and numbers as they were
/// written.
enum JSONLines {
  /// Deeper levels are not indented any further.
  private static let indentLimit = 20

  /// Nil where the text is no JSON that `JSONReader` reads.
  /// - Parameter bytes: UTF-8.
  static func lines(_ bytes: [UInt8]) -> [String]? {
    guard JSONReader.entries(bytes) != nil else { return nil }
    var lines = [""]
    var depth = 0
    var rest = bytes[...]
    func begin() {
      lines.append(String(repeating: "  ", count: min(max(0, depth), indentLimit)))
    }
    while let byte = rest.popFirst() {
      switch byte {
      case .quote: lines[lines.count - 1] += string(&rest)
      case .openBrace, .openBracket:
        lines[lines.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
        rest = rest.drop { $0 <= 0x20 }
        if let next = rest.first, next == .closeBrace || next == .closeBracket {
          lines[lines.count - 1].unicodeScalars.append(Unicode.Scalar(next))
          rest.removeFirst()
        } else {
          depth += 1
          begin()
        }
      case .closeBrace, .closeBracket:
        depth -= 1
        begin()
        lines[lines.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ","):
        lines[lines.count - 1] += ","
        begin()
      case UInt8(ascii: ":"): lines[lines.count - 1] += ": "
      case 0...0x20: break
      default: lines[lines.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    // A comma too many leaves a line of blanks.
    return lines.filter { !$0.allSatisfy { $0 == " " } }
  }

  /// `rest` begins behind the quote that opens the string.
  private static func string(_ rest: inout ArraySlice<UInt8>) -> String {
    var end = rest.startIndex
    while end < rest.endIndex, rest[end] != .quote { end += rest[end] == .backslash ? 2 : 1 }
    end = min(end, rest.endIndex)
    let content = rest[rest.startIndex..<end]
    rest = rest[end...].dropFirst()
    return JSONScalar.string(JSONReader.unescape(content)).json
  }
}
