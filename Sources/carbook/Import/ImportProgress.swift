/// How far an import has come.
struct ImportProgress {
  private var line = ProgressLine()

  /// - Parameter size: of the file in bytes; nil where nobody knows.
  mutating func show(rows: Int, position: Int, size: Int?) {
    line.show("\(size.map { "\(min(100, position * 100 / max(1, $0))) %, " } ?? "")\(rows) rows")
  }

  /// Before anything else is said there.
  mutating func clear() {
    line.clear()
  }
}
