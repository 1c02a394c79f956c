/// Where a record's details and its lists stand on the whole screen.
struct CardLayout: Equatable, Sendable {
  /// Boxes; both the same where there is room for one.
  let details: Rect
  let list: Rect
  let showsBoth: Bool

  /// Columns of the details where they stand beside the list.
  private static func besideColumns(of body: Rect) -> Int {
    min(50, max(37, body.columns * 36 / 100))
  }

  /// What a line of the details has, wherever they stand.
  static func room(in body: Rect) -> Int {
    if body.columns >= 100 { return besideColumns(of: body) - 4 }
    return body.columns >= 74 ? body.columns / 2 - 4 : body.columns - 4
  }

  /// - Parameter lines: how many the details have.
  init(body: Rect, lines: Int) {
    showsBoth = body.columns >= 100 || body.rows >= 16
    if body.columns >= 100 {
      let columns = CardLayout.besideColumns(of: body)
      details = body.split(left: columns).left
      list = body.split(left: columns - 1).rest
    } else if body.rows >= 16 {
      // From 74 columns on the lines stand in two columns.
      let wanted = body.columns >= 74 ? (lines + 1) / 2 : lines
      let rows = min(max(wanted, 3) + 2, body.rows - 9)
      details = body.split(top: rows).top
      list = body.split(top: rows - 1).rest
    } else {
      details = body
      list = body
    }
  }

  /// Lines of the list: its box without borders and heading.
  var listLines: Int { max(1, list.rows - 3) }
}
