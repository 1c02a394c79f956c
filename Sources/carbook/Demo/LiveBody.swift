/// Named values in their order, as the body of a webhook. All values are strings, as the provider
/// sends them.
enum LiveBody {
  typealias Pairs = [(name: String, value: String)]

  /// A JSON object (RFC 8259).
  static func json(_ pairs: Pairs) -> String {
    "{" + members(pairs) + "}"
  }

  /// A JSON object whose last member is an object.
  static func json(_ pairs: Pairs, nested name: String, _ inner: Pairs) -> String {
    "{" + members(pairs) + ",\(quoted(name)):" + json(inner) + "}"
  }

  /// `application/x-www-form-urlencoded`: UTF-8, blanks as "+".
  static func form(_ pairs: Pairs) -> String {
    pairs.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
  }

  private static func members(_ pairs: Pairs) -> String {
    pairs.map { "\(quoted($0.name)):\(quoted($0.value))" }.joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{00}"..."\u{1F}":
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): encoded += "+"
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (byte < 16 ? "0" : "") + hex
      }
    }
    return encoded
  }
}
