/// Turns records into text of one format, a stretch at a time.
protocol RecordWriter {
  /// The lines for these records, without a line end after the last.
  mutating func lines(for records: [Record]) -> [String]
}

extension Invocation.Format {
  var writer: any RecordWriter {
    switch self {
    case .table: TableWriter()
    case .json: JSONWriter()
    case .csv: CSVWriter()
    case .plain: PlainWriter()
    }
  }
}
