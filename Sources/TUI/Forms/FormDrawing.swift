/// Draws a form's fields: labels at the left, text beside them, scrolled so that the cursor is in
/// sight.
struct FormDrawing {
  let form: Form
  let words: Words

  private var labels: Int {
    form.fields.map { DisplayWidth.of(words($0.label)) }.max() ?? 0
  }

  /// Columns that texts have in a form of so many.
  func room(columns: Int) -> Int {
    max(1, columns - min(labels, columns / 2) - FormLine.gap)
  }

  /// Lines of a form of so many columns, without the options of a choice.
  func lineCount(columns: Int) -> Int {
    var closed = form
    closed.closeChoices()
    return FormLine.lines(of: closed, columns: room(columns: columns)).count
  }

  func draw(in rect: Rect, of frame: inout Frame) {
    let room = room(columns: rect.columns)
    let lines = FormLine.lines(of: form, columns: room)
    let focused = FormLine.focused(lines, of: form)
    let first = max(0, min(focused.lowerBound, focused.upperBound - rect.rows))
    let start = rect.columns - room
    for (row, index) in (first..<min(lines.count, first + rect.rows)).enumerated() {
      let isFirstOfField = index == 0 || lines[index - 1].field != lines[index].field
      if isFirstOfField || row == 0 {
        frame.put(
          words(form.fields[lines[index].field].label), at: rect.position(row: row),
          width: start - FormLine.gap, role: .fieldLabel)
      }
      let box = Rect(
        column: rect.column + start, row: rect.row + row, columns: room, rows: 1)
      draw(lines[index], hasCursor: index == focused.lowerBound, in: box, of: &frame)
    }
  }

  private func draw(_ line: FormLine, hasCursor: Bool, in box: Rect, of frame: inout Frame) {
    let field = form.fields[line.field]
    switch line.content {
    case .row(let row):
      var column = 0
      for (cell, width) in FormLine.widths(field.cells, columns: box.columns).enumerated() {
        let place = box.position(column: column)
        draw(
          field, row: row, cell: cell, at: place, width: min(width, box.columns - column),
          of: &frame)
        column += width + FormLine.gap
      }
    case .note(let range):
      frame.answerClicks(in: box, .field(Form.Focus(field: line.field)))
      let isFocused = form.focusedField.id == field.id
      let text = field.rows[0][0]
      frame.put(
        text.piece(range), at: box.origin, width: box.columns,
        role: role(of: FormPlace(field: field.id), isFocused: isFocused), padded: true)
      guard isFocused, hasCursor else { return }
      let column = DisplayWidth.of(text.piece(range.lowerBound..<text.cursor))
      frame.cursor = box.position(column: min(column, box.columns - 1))
    case .option(let index):
      let isChosen = form.choice == index
      frame.answerClicks(in: box, .option(index))
      frame.put(
        (isChosen ? "▸ " : "  ") + form.matches[index].text, at: box.origin, width: box.columns,
        role: isChosen ? .selected : .dialog, padded: true)
    }
  }

  private func draw(
    _ field: FormField, row: Int, cell: Int, at place: Position, width: Int,
    of frame: inout Frame
  ) {
    let here = Form.Focus(
      field: form.fields.firstIndex { $0.id == field.id } ?? 0, row: row, cell: cell)
    let isFocused = form.focus == here
    if form.places.contains(here) {
      frame.answerClicks(
        in: Rect(column: place.column, row: place.row, columns: width, rows: 1), .field(here))
    }
    let isSecret = field.cells[cell].kind == .secret
    let text = isSecret ? field.rows[row][cell].masked : field.rows[row][cell]
    let view = text.view(columns: width)
    frame.put(
      view.text, at: place, width: width,
      role: role(of: FormPlace(field: field.id, row: row, cell: cell), isFocused: isFocused),
      padded: true)
    let isWaiting = field.repeats && cell > 0 && field.isEmpty(row: row)
    if let hint = field.cells[cell].hint, text.text.isEmpty, !isWaiting {
      frame.put(words(hint), at: place, width: width, role: .dim)
    }
    if isFocused { frame.cursor = place.moved(columns: min(view.cursor, max(0, width - 1))) }
  }

  private func role(of place: FormPlace, isFocused: Bool) -> Role {
    form.problems[place] != nil ? .fieldError : isFocused ? .fieldFocused : .field
  }
}
