import TUI

/// Comma-separated values with a header line (RFC 4180). A text that a spreadsheet would take for a
/// formula gets an apostrophe in front. Each value of an object has a column of its own, so that an
/// import can take it in again.
struct CSVWriter: RecordWriter {
  private var hasHeader = false

  mutating func lines(for records: [Record]) -> [String] {
    var lines: [String] = []
    if !hasHeader, let first = records.first {
      lines.append(first.fields.flatMap(names).joined(separator: ","))
      hasHeader = true
    }
    return lines + records.map { $0.fields.flatMap { cells($0.value) }.joined(separator: ",") }
  }

  private func names(_ field: Record.Field) -> [String] {
    guard case .object(let members) = field.value else { return [field.name] }
    return members.map(\.0)
  }

  private func cells(_ value: Record.Value) -> [String] {
    switch value {
    case .text(let text): [CSVWriter.quoted(text ?? "")]
    case .number(let number): [number.map(String.init) ?? ""]
    case .list(let texts): [CSVWriter.quoted(texts.joined(separator: "; "))]
    case .object(let members): members.map { CSVWriter.quoted($0.1 ?? "") }
    }
  }

  static func quoted(_ text: String) -> String {
    var text = SafeText.clean(text)
    // Phone numbers are harmless as they are; anything else behind such a sign would be evaluated.
    let isNumbers = text.hasPrefix("+") && text.allSatisfy { "+0123456789; ".contains($0) }
    // Blanks before it hide it from people only; a tab or a line end has become one.
    if let first = text.first(where: { $0 != " " }), "=+-@".contains(first), !isNumbers {
      text = "'" + text
    }
    guard text.contains(where: { "\",".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
