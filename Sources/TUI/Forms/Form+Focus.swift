/// Going from cell to cell.
extension Form {
  /// Every cell in the order of Tab. An empty row of a list has one: its other cells wait for the
  /// first to be filled.
  var places: [Focus] {
    fields.indices.flatMap { field in
      fields[field].rows.indices.flatMap { row in
        let isWaiting = fields[field].repeats && fields[field].isEmpty(row: row)
        return fields[field].cells.indices.prefix(isWaiting ? 1 : .max).map {
          Focus(field: field, row: row, cell: $0)
        }
      }
    }
  }

  func place(_ focus: Focus) -> FormPlace {
    FormPlace(field: fields[focus.field].id, row: focus.row, cell: focus.cell)
  }

  /// Tab: the next cell, behind the last one the first.
  mutating func moveFocus(by steps: Int) {
    let places = places
    guard let here = places.firstIndex(of: focus) else {
      // An emptied row has lost the cell that has the cursor.
      focusCell(at: Focus(field: focus.field, row: focus.row))
      return moveFocus(by: steps)
    }
    focusCell(at: places[(here + steps + places.count) % places.count])
  }

  /// Up and down: the row below, the same cell of it where it has one.
  /// - Parameter columns: of the text of a note.
  mutating func moveLine(by steps: Int, columns: Int) {
    if moveInNote(by: steps, columns: columns) { return }
    let places = places
    let lines = places.filter { $0.cell == 0 }
    guard let here = lines.firstIndex(where: { $0.field == focus.field && $0.row == focus.row })
    else { return }
    let line = lines[(here + steps + lines.count) % lines.count]
    let same = Focus(field: line.field, row: line.row, cell: focus.cell)
    focusCell(at: places.contains(same) ? same : line)
  }
}
