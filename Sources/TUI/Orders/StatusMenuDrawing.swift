import Domain

extension ConsoleState {
  func draw(_ menu: StatusMenu, in frame: inout Frame) {
    let items = items(of: menu)
    let room = Layout.dialogs(in: size)
    let box = room.centered(Size(columns: 48, rows: items.count + 2))
    frame.clear(box, role: .dialog)
    frame.box(box, title: title(of: menu), role: .borderFocused, titleRole: .dialogTitle)
    let list = box.inset(columns: 2, rows: 1)
    let selected = items.firstIndex(of: menu.selected) ?? 0
    // On a low screen the items scroll so that the selected one is in sight.
    let first = max(0, min(selected - list.rows / 2, items.count - list.rows))
    for (row, index) in (first..<min(items.count, first + list.rows)).enumerated() {
      let place = list.position(row: row)
      let label = label(of: items[index])
      let digit = index < 9 ? "\(index + 1)" : " "
      frame.put(digit, at: place, width: 1, role: .hintKey)
      let count = menu.purpose == .filter ? count(of: items[index]).map(String.init) ?? "" : ""
      let end = list.columns - DisplayWidth.of(count)
      frame.put(
        label.text, at: place.moved(columns: 3), width: max(0, end - 4),
        role: label.role == .plain ? .dialog : label.role)
      frame.put(count, at: place.moved(columns: end), width: list.columns - end, role: .dim)
      guard index == selected else { continue }
      frame.restyle(
        Rect(column: list.column, row: place.row, columns: list.columns, rows: 1), role: .selected)
      frame.cursor = place
      frame.answerClicks(in: list, .lines(selected: place.row))
    }
  }

  private func title(of menu: StatusMenu) -> String {
    switch menu.purpose {
    case .filter: words(.statusFilterTitle)
    case .change(_, let number, _): words(.statusChangeTitle, number)
    case .replace(let status): words(.statusReplaceTitle, wording.repair(status).text)
    }
  }
}
