import Domain

extension ConsoleState {
  func draw(_ picker: ContactPicker, in frame: inout Frame) {
    let box = ContactPicker.box(in: size)
    let title =
      switch picker.purpose {
      case .assign: words(.pickerAssign, wording.number(picker.number))
      case .addNumber: words(.pickerTitle, wording.number(picker.number))
      case .merge(let contact): words(.pickerMerge, wording.name(contact.reference))
      case .newOrder: words(.pickerOrder)
      }
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: title, role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let label = words(.pickerSearch) + "  "
    let column = DisplayWidth.of(label)
    frame.put(label, at: inside.origin, role: .fieldLabel)
    let cursor = frame.field(
      picker.search, at: inside.position(column: column), columns: inside.columns - column,
      isFocused: true)
    let list = inside.split(top: 1).rest.split(bottom: 1).rest
    draw(picker, list: list, in: &frame)
    frame.cursor = cursor
    let footer = inside.split(bottom: 1).bottom
    if let refusal = picker.refusal {
      frame.put(
        words(.pickerTaken, wording.name(refusal.owner)), at: footer.origin, width: footer.columns,
        role: .warning)
    } else {
      let possible = keymap.bound(Bindings.picker, in: .picker).filter { $0.whyNot(self) == nil }
      frame.lines([keyLine(possible)], in: footer, plain: .dialog)
    }
  }

  private func draw(_ picker: ContactPicker, list rect: Rect, in frame: inout Frame) {
    if picker.list.isEmpty {
      let phrase: Phrase =
        switch picker.purpose {
        case .merge: .pickerNoTwin
        case .addNumber, .assign, .newOrder:
          picker.isPristine && picker.number != nil ? .pickerNobody : .pickerNothing
        }
      frame.lines([PaneLine(words(phrase), .dim)], in: rect)
      return
    }
    let name = max(10, rect.columns / 2)
    for (row, contact) in picker.list.visible.enumerated() where row < rect.rows {
      let place = rect.position(row: row)
      frame.put(wording.name(contact.reference), at: place, width: name - 1, role: .dialog)
      let numbers = contact.numbers.map(\.number.grouped).joined(separator: ", ")
      frame.put(numbers, at: place.moved(columns: name), width: rect.columns - name, role: .dim)
      let line = Rect(column: place.column, row: place.row, columns: rect.columns, rows: 1)
      if let selected = picker.list.selectedLine {
        frame.answerClicks(
          in: line, .row(offset: row - selected, row: RowKey(contact.id)))
      }
      guard row == picker.list.selectedLine else { continue }
      frame.restyle(line, role: .selected)
    }
  }
}
