import Domain

/// Upright bars of answered and missed calls, oldest first.
struct ColumnPicture {
  /// Solid, and in another pattern: told apart without colour.
  static let answered: Character = "█"
  static let missed: Character = "▒"
  private static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"]

  let bars: [CallTally]
  /// Calls of the bar that is as high as the picture.
  let most: Int

  init(_ bars: [CallTally]) {
    self.bars = bars
    most = max(1, bars.map { $0.answered + $0.missed }.max() ?? 1)
  }

  /// A bar's cells from the bottom up: what is not nothing has one, and the missed stand on the
  /// answered. A bar without missed calls ends in an eighth of a cell.
  func cells(_ tally: CallTally, rows: Int) -> [Character] {
    let (answered, missed) = (tally.answered, tally.missed)
    if missed == 0 {
      let height = answered > 0 ? max(1, (answered * rows * 8 + most / 2) / most) : 0
      let top = height % 8 > 0 ? [ColumnPicture.eighths[height % 8]] : []
      return Array(repeating: ColumnPicture.answered, count: height / 8) + top
    }
    let cells = ColumnPicture.cells(answered, missed, most: most, length: rows)
    return Array(repeating: ColumnPicture.answered, count: cells.answered)
      + Array(repeating: ColumnPicture.missed, count: cells.missed)
  }

  /// Whole cells of a bar of at most `length`: in proportion, and at least one for what is not
  /// nothing.
  static func cells(
    _ answered: Int, _ missed: Int, most: Int, length: Int
  ) -> (answered: Int, missed: Int) {
    let scaled = { (count: Int) in
      count <= 0 ? 0 : max(1, (count * length + most / 2) / most)
    }
    let (solid, pattern) = (scaled(answered), scaled(missed))
    // What the rounding made too long goes off the longer part.
    let excess = max(0, solid + pattern - length)
    return solid > pattern
      ? (max(0, solid - excess), pattern) : (solid, max(0, pattern - excess))
  }

  /// Which bars are seen in so many columns, and how wide each is.
  func view(columns: Int, selected: Int?) -> (bars: Range<Int>, width: Int) {
    guard columns > 0, !bars.isEmpty else { return (0..<0, 1) }
    let width = max(1, min(10, columns / bars.count))
    let count = min(bars.count, columns / width)
    let first = (selected ?? bars.count) - count / 2
    let start = min(max(0, first), bars.count - count)
    return (start..<(start + count), width)
  }
}

extension Frame {
  /// The picture with the highest number at its left, the first and the last bar's names below, and a
  /// mark below the selected one.
  mutating func draw(
    _ picture: ColumnPicture, names: [String], top: String, in rect: Rect, selected: Int?
  ) {
    guard rect.rows >= 3 else { return }
    let (body, below) = drawAxis(top, in: rect)
    let view = picture.view(columns: body.columns, selected: selected)
    for (place, index) in view.bars.enumerated() {
      let column = body.column + place * view.width
      let width = view.width > 1 ? view.width - 1 : 1
      for (height, cell) in picture.cells(picture.bars[index], rows: body.rows).enumerated() {
        fill(
          Rect(column: column, row: body.endRow - 1 - height, columns: width, rows: 1), with: cell,
          role: cell == ColumnPicture.missed ? .barAccent : .bar)
      }
    }
    drawNames(
      names, of: view.bars,
      selected: selected.map { ($0, body.column + ($0 - view.bars.lowerBound) * view.width) },
      in: below.split(left: view.bars.count * view.width).left)
  }

  /// From nothing up to `top`.
  /// - Returns: where the picture stands, and the line below it.
  mutating func drawAxis(_ top: String, in rect: Rect) -> (body: Rect, below: Rect) {
    put(top, at: rect.origin, role: .dim)
    let (body, below) = rect.split(left: DisplayWidth.of(top) + 1).rest.split(bottom: 1)
    put("0", at: body.position(column: -2, row: body.rows - 1), role: .dim)
    return (body, below)
  }

  /// The selected bar's name stands at its mark, the first and the last where that leaves room.
  /// - Parameter selected: the selected bar, and the column that it stands in.
  mutating func drawNames(
    _ names: [String], of bars: Range<Int>, selected: (bar: Int, column: Int)?, in row: Rect
  ) {
    guard let first = bars.first, let last = bars.last, names.indices.contains(last) else { return }
    var taken = row.endColumn..<row.endColumn
    if let selected, names.indices.contains(selected.bar) {
      let name = names[selected.bar]
      let width = DisplayWidth.of(name) + 2
      let isBefore = selected.column + width > row.endColumn
      let start = isBefore ? max(row.column, selected.column + 1 - width) : selected.column
      taken = (start - 2)..<(start + width + 2)
      put(
        isBefore ? "\(name) ▲" : "▲ \(name)", at: Position(column: start, row: row.row),
        width: row.endColumn - start, role: .strong)
    }
    if !taken.overlaps(row.column..<(row.column + DisplayWidth.of(names[first]))) {
      put(names[first], at: row.origin, width: row.columns, role: .dim)
    }
    let start = row.endColumn - DisplayWidth.of(names[last])
    if start > row.column + DisplayWidth.of(names[first]) + 2,
      !taken.overlaps(start..<row.endColumn)
    {
      put(names[last], at: Position(column: start, row: row.row), role: .dim)
    }
  }
}
