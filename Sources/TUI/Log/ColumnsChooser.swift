/// The dialog that shows, hides, moves and widens the log's columns. What it changes stands in the
/// log at once, so there is nothing to save or to lose.
struct ColumnsChooser: Equatable, Sendable {
  /// Index in the choices.
  var selected = 0
}

extension ConsoleState {
  /// The log's columns that fit so much room, in drawing order.
  func logColumns(in room: Int) -> [(column: LogColumn, width: Int)] {
    view.columns.map { LogColumn.fit($0, in: room, words: words) }
      ?? LogColumn.fit(in: room, words: words)
  }

  /// The columns that the log has now.
  var shownColumns: [(column: LogColumn, width: Int)] {
    let layout = Layout(size: size, panes: log.panes)
    return logColumns(in: (layout.log ?? layout.body).inset().columns - 2)
  }

  /// What the user chose; until then what the room has.
  var columnChoices: ColumnChoices {
    view.columns ?? ColumnChoices(showing: shownColumns.map(\.column))
  }

  mutating func changeColumn(_ action: Action) {
    guard case .columns(var chooser) = layers.last else { return }
    var choices = columnChoices
    let last = choices.choices.count - 1
    switch action {
    case .up: chooser.selected = max(0, chooser.selected - 1)
    case .down: chooser.selected = min(last, chooser.selected + 1)
    case .first: chooser.selected = 0
    case .last: chooser.selected = last
    case .toggleColumn:
      if choices.toggle(chooser.selected) {
        view.columns = choices
      } else {
        message = Message(text: words(.whyLastColumn), role: .warning)
      }
    case .moveColumn(let steps):
      chooser.selected = choices.move(chooser.selected, by: steps)
      view.columns = choices
    case .widenColumn(let cells):
      let column = choices.choices[chooser.selected].column
      let width = shownColumns.first { $0.column == column }?.width
      choices.widen(chooser.selected, by: cells, from: width ?? column.width(words).ideal)
      view.columns = choices
    case .automaticColumns: view.columns = nil
    default: break
    }
    layers[layers.count - 1] = .columns(chooser)
  }

  /// Low enough to leave the log's heading and first rows in sight.
  func draw(_ chooser: ColumnsChooser, in frame: inout Frame) {
    let choices = columnChoices.choices
    let body = layout.body
    let area =
      body.rows < 10
      ? body.split(top: 2).rest : body.inset(columns: 0, rows: 1).split(top: 3).rest
    let across = area.columns >= 64 ? 2 : 1
    let wanted = (choices.count + across - 1) / across
    let rows = max(1, min(wanted, area.rows - 2))
    let box = area.split(bottom: rows + 2).bottom
      .centered(Size(columns: across * 36 + 4, rows: rows + 2))
    frame.clear(box, role: .dialog)
    let title = words(view.columns == nil ? .columnsByRoom : .columnsTitle)
    frame.box(box, title: title, role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let first = min(
      max(0, chooser.selected - rows * across + 1), max(0, choices.count - rows * across))
    let shown = shownColumns
    let width = inside.columns / across
    for index in first..<min(choices.count, first + rows * across) {
      let (column, row) = (index - first).quotientAndRemainder(dividingBy: rows)
      let place = inside.position(column: column * width, row: row)
      let choice = choices[index]
      let present = shown.first { $0.column == choice.column }?.width
      frame.put(
        "[\(choice.isShown ? "x" : " ")] " + words(choice.column.name), at: place,
        width: width - 12, role: choice.isShown ? .dialog : .dim)
      frame.put(
        extent(of: choice, present: present), at: place.moved(columns: width - 12), width: 10,
        role: .dim, alignment: .trailing)
      let line = Rect(column: place.column, row: place.row, columns: width - 1, rows: 1)
      let offset = index - chooser.selected
      frame.answerClicks(in: line, .row(offset: offset, row: RowKey(choice.column)))
      frame.answerClicks(in: line.split(left: 3).left, .part(offset: offset, .toggleColumn))
      guard index == chooser.selected else { continue }
      frame.restyle(line, role: .selected)
      frame.cursor = place
    }
  }

  /// How wide the column is, or why it is not seen.
  private func extent(of choice: ColumnChoices.Choice, present: Int?) -> String {
    guard choice.isShown else { return "" }
    guard let present else { return words(.columnNoRoom) }
    return choice.width == nil ? words(.columnAutomatic, String(present)) : String(present)
  }
}
