import Domain

/// The rows of a CSV file by the names in its first line.
struct CSVRows<Field: ImportedField>: RowSource {
  private static var separators: [UInt8] { [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09] }

  private var records: CSVRecords
  /// As the columns stand; nil for one that nobody understands.
  private let fields: [Field?]
  let unknownNames: [String]

  /// - Throws: `CommandFailure` where the first line names no column that is understood.
  init(_ lines: LineReader, encoding: TextEncoding) throws {
    var records = CSVRecords(lines, encoding: encoding)
    try CSVRows.chooseSeparator(of: &records)
    let names = ColumnNames<Field>()
    let header = (try? records.next()?.content.get()) ?? []
    fields = header.map { names[$0] }
    guard fields.contains(where: { $0 != nil }) else {
      throw CommandFailure("The first line of the file does not name its columns.")
    }
    unknownNames = header.filter { names[$0] == nil && !$0.trimmed.isEmpty }
    self.records = records
  }

  mutating func next() throws -> ImportRow<FieldValues<Field>>? {
    while let row = try records.next() {
      let (line, read) = (row.line, row.map(values))
      // A table's end is often a run of empty rows.
      if case .success(let values) = read.content, values.isEmpty { continue }
      return ImportRow(line: line, content: read.content)
    }
    return nil
  }

  private func values(_ cells: [String]) throws(Refusal) -> FieldValues<Field> {
    guard cells.count <= fields.count || cells[fields.count...].allSatisfy(\.isEmpty) else {
      throw Refusal("The line has more columns than the first line names.")
    }
    var values = FieldValues<Field>()
    for (field, cell) in zip(fields, cells) {
      guard let field else { continue }
      let text = CSVRows.unguarded(cell.trimmed)
      values.add(field, field.isList ? CSVRows.list(text) : [text])
    }
    return values
  }

  private static func list(_ text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == 0x0A }) else {
      return [text]
    }
    return text.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\n" }.map(\.trimmed)
  }

  /// The one that cuts the first line into the most names that are understood, and among those that
  /// do into the most names. A first line `sep=;` says it, as spreadsheets do.
  private static func chooseSeparator(of records: inout CSVRecords) throws {
    let names = ColumnNames<Field>()
    if let first = try records.peek([0x00]).first?.first, first.hasPrefix("sep="),
      let separator = first.utf8.dropFirst(4).first
    {
      _ = try records.next()
      records.separator = separator
      return
    }
    let cuts = try records.peek(separators)
    // One column: what looks like a separator below it is text.
    if cuts.allSatisfy({ $0.count == 1 }) {
      records.separator = 0x09
      return
    }
    let weights = cuts.map { cells in (cells.count { names[$0] != nil }, cells.count) }
    guard let best = weights.indices.max(by: { weights[$0] < weights[$1] }) else { return }
    records.separator = separators[best]
  }

  /// Without the apostrophe that keeps a spreadsheet from taking a text for a formula (`CSVWriter`).
  private static func unguarded(_ text: String) -> String {
    guard text.first == "'", let second = text.dropFirst().first(where: { $0 != " " }),
      "=+-@".contains(second)
    else { return text }
    return text.dropFirst().trimmed
  }
}
