/// One object a line (RFC 8259). What a terminal could act on is written as `\u` escapes, so that
/// a caller's bytes never reach it and nothing is lost.
struct JSONWriter: RecordWriter {
  func lines(for records: [Record]) -> [String] {
    records.map { record in
      "{"
        + record.fields.map { "\(JSONWriter.string($0.name)):\(text($0.value))" }
        .joined(separator: ",") + "}"
    }
  }

  private func text(_ value: Record.Value) -> String {
    switch value {
    case .text(let text): text.map(JSONWriter.string) ?? "null"
    case .number(let number): number.map(String.init) ?? "null"
    case .list(let texts): "[" + texts.map(JSONWriter.string).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { "\(JSONWriter.string($0.0)):\($0.1.map(JSONWriter.string) ?? "null")" }
        .joined(separator: ",") + "}"
    }
  }

  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isUnsafe(scalar): quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  /// `\uXXXX`, as a surrogate pair outside the BMP.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
