import Domain

extension ConsoleState {
  func call(_ id: Call.ID) -> Call? {
    if let detail = call.value, detail.call.id == id { return detail.call }
    return log.list.rows.first { $0.id == id }
  }
}

extension Frame {
  /// A box with lines over the body of the screen.
  mutating func card(_ lines: [PaneLine], title: String, scroll: Int, in box: Rect) {
    clear(box)
    pane(lines, title: title, in: box, scroll: scroll, isFocused: true)
    cursor = box.position(column: 2, row: 1)
  }

  /// Blanks a rectangle, so that lines drawn next do not join what was there.
  mutating func clear(_ rect: Rect, role: Role = .plain) {
    fill(rect, role: role)
  }
}
