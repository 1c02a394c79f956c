import Testing

@testable import carbook

/// Bytes as they come from a file, cut into stretches of any length.
func lines(_ bytes: [UInt8], stretch: Int = 7) -> LineReader {
  var rest = bytes[...]
  return LineReader {
    defer { rest = rest.dropFirst(stretch) }
    return Array(rest.prefix(stretch))
  }
}

func lines(_ text: String, stretch: Int = 7) -> LineReader {
  lines(Array(text.utf8), stretch: stretch)
}

/// A row, as tests write it down: `2: a|b`, or `2: ! Why not.`
func written<Content>(
  _ row: ImportRow<Content>, _ text: (Content) -> String
) -> String {
  switch row.content {
  case .success(let content): "\(row.line): \(text(content))"
  case .failure(let refusal): "\(row.line): ! \(refusal.sentence)"
  }
}

func all<Content>(_ rows: some RowSource<Content>) throws -> [ImportRow<Content>] {
  var rows = rows
  var all: [ImportRow<Content>] = []
  while let row = try rows.next() { all.append(row) }
  return all
}
