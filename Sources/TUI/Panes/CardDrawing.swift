import Domain

extension ConsoleState {
  func cardLines(_ card: Card) -> [PaneLine] {
    switch card.subject {
    case .call(let id):
      call(id).map { callLines($0, columns: 0, isWhole: true) } ?? [PaneLine(words(.loading), .dim)]
    }
  }

  private func call(_ id: Call.ID) -> Call? {
    if let detail = call.value, detail.call.id == id { return detail.call }
    return log.list.rows.first { $0.id == id }
  }

  func cardTitle(_ card: Card) -> String {
    switch card.subject {
    case .call: words(.call)
    }
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
