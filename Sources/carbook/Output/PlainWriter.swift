import TUI

/// For screen readers: a line for each value that is there, `label: value`, and an empty line between
/// two records. The values are the table's and the note; nothing is cut, aligned or drawn.
struct PlainWriter: RecordWriter {
  private var hasRecords = false

  mutating func lines(for records: [Record]) -> [String] {
    var lines: [String] = []
    for record in records {
      if hasRecords { lines.append("") }
      hasRecords = true
      lines += record.fields.filter { $0.inTable || $0.name == "note" }.flatMap(PlainWriter.lines)
    }
    return lines
  }

  private static func lines(_ field: Record.Field) -> [String] {
    switch field.value {
    case .text(let text): line(field.name, text)
    case .number(let number): line(field.name, number.map(String.init))
    case .list(let texts): line(field.name, texts.joined(separator: ", "))
    case .object(let members): members.flatMap { line($0.0, $0.1) }
    }
  }

  private static func line(_ name: String, _ text: String?) -> [String] {
    guard let text = text.map({ SafeText.clean($0) }), !text.isEmpty else { return [] }
    return [name.split(separator: "_").joined(separator: " ") + ": " + text]
  }
}
