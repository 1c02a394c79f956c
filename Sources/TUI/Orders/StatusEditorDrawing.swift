import Domain

extension ConsoleState {
  func draw(_ editor: StatusEditor, in frame: inout Frame) {
    let entries = statuses.entries
    let box = Layout.dialogs(in: size).centered(Size(columns: 64, rows: entries.count + 2))
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: words(.repairStatuses), role: .borderFocused, titleRole: .dialogTitle)
    let list = box.inset(columns: 2, rows: 1)
    let selected = editor.selected.flatMap { status in
      entries.firstIndex { $0.status == status }
    }
    let first = max(0, min((selected ?? 0) - list.rows / 2, entries.count - list.rows))
    for (row, index) in (first..<min(entries.count, first + list.rows)).enumerated() {
      let place = list.position(row: row)
      let entry = entries[index]
      let label = wording.repair(entry.status)
      let end = entry.isEnd ? words(.endsOrder) : ""
      let count = orderCounts.map { String($0.byStatus[entry.status] ?? 0) } ?? ""
      let columns: [(text: String, width: Int, role: Role)] = [
        (label.text, 28, label.role), (words(entry.tone.phrase), 12, .dim), (end, 14, .dim),
        (count, 6, .dim),
      ]
      var column = place.column
      for item in columns where column < list.endColumn {
        frame.put(
          item.text, at: Position(column: column, row: place.row),
          width: min(item.width - 1, list.endColumn - column), role: item.role)
        column += item.width
      }
      guard index == selected else { continue }
      frame.restyle(
        Rect(column: list.column, row: place.row, columns: list.columns, rows: 1), role: .selected)
      frame.cursor = place
      frame.answerClicks(in: list, .lines(selected: place.row))
    }
  }
}
