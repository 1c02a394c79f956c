import FoundationEssentials

extension JSONValue {
  /// As it is written in a file of JSON5.
  var json5: String {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .count(let count): String(count)
    case .number(let number): String(number)
    case .text(let text): JSONValue.quoted(text)
    case .list(let values): "[" + values.map(\.json5).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{ "
          + members.sorted { $0.key < $1.key }
          .map { "\(JSONValue.quoted($0.key)): \($0.value.json5)" }.joined(separator: ", ") + " }"
    case .nothing: "null"
    }
  }

  /// JSON's own strings are among JSON5's (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(text) else { return "\"\"" }
    return String(decoding: data, as: UTF8.self)
  }
}
