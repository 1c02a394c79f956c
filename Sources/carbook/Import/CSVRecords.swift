/// The records of a CSV file. A quotation mark that is never closed costs its own line only: what
/// stands behind it is read again.
struct CSVRecords {
  /// The largest record, in bytes.
  static let limit = 256 << 10

  private var lines: LineReader
  let encoding: TextEncoding
  var separator = UInt8(ascii: ",")

  init(_ lines: LineReader, encoding: TextEncoding) {
    self.lines = lines
    self.encoding = encoding
  }

  /// Empty lines are passed over.
  mutating func next() throws -> ImportRow<[String]>? {
    var current = try lines.next()
    while let line = current, line.bytes.isEmpty, !line.isTooLong { current = try lines.next() }
    guard let first = current else { return nil }
    var parser = CSVParser(separator: separator, encoding: encoding)
    var taken: [Line] = []
    while let line = current {
      taken.append(line)
      let outcome: CSVParser.Outcome =
        line.isTooLong ? .broken(.lineTooLong) : parser.take(line.bytes)
      switch outcome {
      case .record(let fields): return ImportRow(line: first.number, content: .success(fields))
      case .broken(let refusal):
        lines.putBack(taken.dropFirst())
        return ImportRow(
          line: first.number, content: .failure(taken.count > 1 ? .openQuote : refusal))
      case .open: break
      }
      current = parser.size <= CSVRecords.limit ? try lines.next() : nil
    }
    lines.putBack(taken.dropFirst())
    return ImportRow(line: first.number, content: .failure(.openQuote))
  }

  /// The next record as each of the separators cuts it; it is not taken.
  mutating func peek(_ separators: [UInt8]) throws -> [[String]] {
    guard let line = try lines.next() else { return [] }
    defer { lines.putBack([line]) }
    return separators.map { separator in
      var parser = CSVParser(separator: separator, encoding: encoding)
      if case .record(let fields) = parser.take(line.bytes) { return fields }
      return []
    }
  }
}
