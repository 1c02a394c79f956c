import Domain

/// A column of a table, at the width it was given.
struct TableColumn<Row> {
  let title: String
  let width: Int
  var alignment = Alignment.leading
  /// Text and role of a row, for a column of `width`.
  let cell: (Row) -> (text: String, role: Role)
}

/// How wide columns want to be: what `TableColumn` is made from once the room is known.
struct ColumnWidth: Equatable {
  /// Narrower, the column says nothing.
  let least: Int
  /// Wider only helps a column that stretches.
  let ideal: Int
  var stretches = false
  /// Any width between the two shows no more than the least one does.
  var jumps = false

  /// Gives `room` (blanks between the columns already off) to columns in order of importance;
  /// nil where not even the least widths fit.
  static func fit(_ columns: [ColumnWidth], in room: Int) -> [Int]? {
    var widths = columns.map(\.least)
    var left = room - widths.reduce(0, +)
    guard left >= 0 else { return nil }
    for index in columns.indices {
      let wish = columns[index].ideal - widths[index]
      let more = columns[index].jumps && left < wish ? 0 : min(left, wish)
      widths[index] += more
      left -= more
    }
    let stretching = columns.indices.filter { columns[$0].stretches }
    for (place, index) in stretching.enumerated() {
      let more = left / (stretching.count - place)
      widths[index] += more
      left -= more
    }
    return widths
  }
}

/// A line between the rows of a list. It always stands in the view, at its edge where the rows it
/// divides are not in sight: a list with one has a line less for rows.
struct ListDivider<Row> {
  let text: String
  let isAbove: (Row) -> Bool
}

extension Frame {
  /// Draws a heading and the rows of a list in view; the selected row bears the cursor.
  /// - Parameter isFocused: whether keys go to this list.
  mutating func table<Row: ListRow>(
    _ list: KeyedList<Row>, columns: [TableColumn<Row>], divider: ListDivider<Row>? = nil,
    in rect: Rect, isFocused: Bool
  ) {
    let (heading, body) = rect.split(top: 1)
    var column = heading.column + 1
    for item in columns {
      put(
        item.title, at: Position(column: column, row: heading.row), width: item.width,
        role: .heading, alignment: item.alignment)
      column += item.width + 1
    }
    let above = divider.map { divider in list.visible.prefix(while: divider.isAbove).count }
    if let divider, let above {
      draw(divider.text, at: body.position(row: above), columns: body.columns)
    }
    for (line, row) in list.visible.enumerated() {
      let shift = above.map { line >= $0 ? 1 : 0 } ?? 0
      guard line + shift < body.rows else { break }
      let place = body.position(row: line + shift)
      let isSelected = line == list.selectedLine
      column = body.column + 1
      for item in columns {
        let cell = item.cell(row)
        put(
          cell.text, at: Position(column: column, row: place.row), width: item.width,
          role: cell.role, alignment: item.alignment)
        column += item.width + 1
      }
      let whole = Rect(column: body.column, row: place.row, columns: body.columns, rows: 1)
      if isFocused, let selected = list.selectedLine {
        answerClicks(in: whole, .row(offset: line - selected, row: RowKey(row.id)))
      }
      guard isSelected else { continue }
      restyle(whole, role: isFocused ? .selected : .selectedUnfocused)
      if isFocused { cursor = place }
    }
  }

  /// `── closed 1 Nov 18:30 ─────────`
  private mutating func draw(_ divider: String, at place: Position, columns: Int) {
    put(String(repeating: "─", count: columns), at: place, width: columns, role: .dim)
    put(
      " \(divider) ", at: place.moved(columns: 2), width: max(0, columns - 2), role: .heading)
  }
}
