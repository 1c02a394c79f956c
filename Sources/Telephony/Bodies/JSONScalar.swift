/// A JSON value without parts, in the digits it was written with: an id like
/// `1790775458.2139025` has more of them than a `Double` keeps.
enum JSONScalar: Equatable {
  case string(String)
  case number(String)
  case boolean(Bool)

  /// Numbers, truth values and strings say the same thing in this dialect.
  var text: String {
    switch self {
    case .string(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    }
  }

  /// Written as JSON (RFC 8259, section 7).
  var json: String {
    guard case .string(let string) = self else { return text }
    var json = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": json += "\\\(scalar)"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
