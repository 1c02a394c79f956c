/// A frame as tests read it: text and style asserted apart.
extension Frame {
  /// The rows as text, blanks at their ends left out.
  public var text: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in cells(row: row) { cell.glyph.write(to: &line) }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The roles of one row, as runs from left to right: `"tabActive 8, plain 72"`.
  public func roles(row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    var runs: [(role: Role, columns: Int)] = []
    for cell in cells(row: row) {
      if let last = runs.last, last.role == cell.role {
        runs[runs.count - 1].columns += 1
      } else {
        runs.append((cell.role, 1))
      }
    }
    return runs.map { "\($0.role) \($0.columns)" }.joined(separator: ", ")
  }

  private func cells(row: Int) -> ArraySlice<Cell> {
    cells[(row * size.columns)..<((row + 1) * size.columns)]
  }
}
