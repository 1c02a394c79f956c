import Domain

extension ConsoleState {
  func call(_ id: Call.ID) -> Call? {
    if let detail = call.value, detail.call.id == id { return detail.call }
    return log.list.rows.first { $0.id == id }
  }

  /// What stands in the place of a record that is read, or is not there any more.
  /// - Parameter history: the record's, newest first.
  func absentLines(
    isGone: Bool, history: [HistoryEntry] = [], columns: Int
  ) -> [PaneLine] {
    guard isGone else { return [PaneLine(words(.loading), .dim)] }
    let deed = history.first.map { entry in
      words(.goneBy, wording.deed(entry), entry.actor, wording.dateTime(entry.at))
    }
    return wrapped(deed ?? words(.notThere), columns: columns, .warning)
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
