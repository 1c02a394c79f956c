/// Lines and boxes. Where lines are drawn `joined`, a line that meets one already drawn becomes the
/// fitting joint (┬ ├ ┤ ┴ ┼), so that panes may share their borders.
extension Frame {
  /// Draws the border of `rect`, with a title in its upper edge where one fits.
  public mutating func box(
    _ rect: Rect, title: String? = nil, role: Role = .border, titleRole: Role = .paneTitle,
    joined: Bool = false
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    for row in [rect.row, bottom] {
      run(
        [.left, .right], from: Position(column: rect.column + 1, row: row), count: rect.columns - 2,
        isDown: false, role, joined)
    }
    for column in [rect.column, right] {
      run(
        [.up, .down], from: Position(column: column, row: rect.row + 1), count: rect.rows - 2,
        isDown: true, role, joined)
    }
    draw([.right, .down], Position(column: rect.column, row: rect.row), role, joined)
    draw([.left, .down], Position(column: right, row: rect.row), role, joined)
    draw([.right, .up], Position(column: rect.column, row: bottom), role, joined)
    draw([.left, .up], Position(column: right, row: bottom), role, joined)
    if let title, rect.columns >= 6 {
      put(
        " \(title) ", at: rect.position(column: 1), width: rect.columns - 2, role: titleRole)
    }
  }

  /// Draws a line across `rect`'s first row. Joined, its ends meet what stands there.
  public mutating func horizontalLine(
    at position: Position, columns: Int, role: Role = .border, joined: Bool = false
  ) {
    for offset in 0..<max(0, columns) {
      var arms: Arms = [.left, .right]
      if joined, columns > 1 {
        if offset == 0 { arms = .right }
        if offset == columns - 1 { arms = .left }
      }
      draw(arms, position.moved(columns: offset), role, joined)
    }
  }

  /// Draws a line downwards. Joined, its ends meet what stands there.
  public mutating func verticalLine(
    at position: Position, rows: Int, role: Role = .border, joined: Bool = false
  ) {
    for offset in 0..<max(0, rows) {
      var arms: Arms = [.up, .down]
      if joined, rows > 1 {
        if offset == 0 { arms = .down }
        if offset == rows - 1 { arms = .up }
      }
      draw(arms, position.moved(rows: offset), role, joined)
    }
  }

  /// The directions in which a line leaves a cell.
  private struct Arms: OptionSet {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
    // Indexed by `rawValue`.
    static let glyphs: [Unicode.Scalar] = [
      " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
    ]

    init(rawValue: Int) { self.rawValue = rawValue }

    init(glyph: Glyph) {
      self =
        switch glyph.base {
        case "│": [.up, .down]
        case "─": [.left, .right]
        default: Arms(rawValue: Arms.glyphs.firstIndex(of: glyph.base) ?? 0)
        }
    }
  }

  /// Draws one piece of a line over and over.
  private mutating func run(
    _ arms: Arms, from start: Position, count: Int, isDown: Bool, _ role: Role, _ joined: Bool
  ) {
    let glyph = Glyph(Arms.glyphs[arms.rawValue], width: 1)
    var done = 0
    while done < count {
      let place = isDown ? start.moved(rows: done) : start.moved(columns: done)
      // Nearly everywhere there is nothing to be joined with.
      let plain = run(of: glyph, from: place, count: count - done, isDown: isDown, role: role)
      done += max(1, plain)
      if plain == 0 { draw(arms, place, role, joined) }
    }
  }

  private mutating func draw(_ arms: Arms, _ position: Position, _ role: Role, _ joined: Bool) {
    let all = joined ? arms.union(Arms(glyph: cell(at: position).glyph)) : arms
    set(Glyph(Arms.glyphs[all.rawValue], width: 1), at: position, role: role)
  }
}
