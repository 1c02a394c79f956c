/// A JSON value that is written with its members in the order they are given in, as documents show
/// them.
indirect enum JSONText: Equatable {
  case null
  case string(String)
  /// In decimal digits.
  case number(String)
  case array([JSONText])
  case object([(name: String, value: JSONText)])

  /// Null for nil.
  init(_ text: String?) {
    self = text.map(JSONText.string) ?? .null
  }

  /// RFC 8259, without blanks.
  var text: String {
    switch self {
    case .null: "null"
    case .string(let text): JSONScalar.string(text).json
    case .number(let digits): digits
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { JSONScalar.string($0.name).json + ":" + $0.value.text }
        .joined(separator: ",") + "}"
    }
  }

  static func == (left: JSONText, right: JSONText) -> Bool {
    left.text == right.text
  }
}
