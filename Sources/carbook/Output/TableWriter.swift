import TUI

/// Columns for a person: a heading, then the fields that a table shows, each as wide as its widest
/// text, 40 columns at most.
struct TableWriter: RecordWriter {
  private static let limit = 40
  private var hasHeader = false

  mutating func lines(for records: [Record]) -> [String] {
    guard let first = records.first else { return [] }
    var rows = records.map { $0.fields.filter(\.inTable).map { cell($0.value) } }
    if !hasHeader {
      rows.insert(first.fields.filter(\.inTable).map { $0.name.uppercased() }, at: 0)
      hasHeader = true
    }
    let widths = (rows.first ?? []).indices.map { column in
      min(TableWriter.limit, rows.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    return rows.map { row in
      zip(row, widths).map { SafeText.fitted($0, columns: $1) }.joined(separator: "  ")
        .trimmingTrailingBlanks
    }
  }

  private func cell(_ value: Record.Value) -> String {
    switch value {
    case .text(let text): SafeText.clean(text ?? "")
    case .number(let number): number.map(String.init) ?? ""
    case .list(let texts): SafeText.clean(texts.joined(separator: ", "))
    case .object(let members): SafeText.clean(members.compactMap(\.1).joined(separator: ", "))
    }
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
