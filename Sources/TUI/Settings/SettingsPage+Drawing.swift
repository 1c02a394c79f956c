import Domain

extension ConsoleState {
  /// A page of lines one of which is selected, and always in sight.
  /// - Parameter empty: what stands there where there are none.
  func drawPage(_ lines: [PaneLine], selected: Int?, empty: Phrase, in frame: inout Frame) {
    frame.pane([], title: settingsTitle, in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    guard !lines.isEmpty else {
      let words = TextWrap.lines(words(empty), columns: inside.columns)
      return frame.lines(words.map { PaneLine($0, .dim) }, in: inside, scroll: 0)
    }
    let scroll = max(0, (selected ?? 0) + 1 - inside.rows)
    frame.lines(lines, in: inside, scroll: scroll)
    guard let selected else { return }
    frame.restyle(
      Rect(
        column: inside.column, row: inside.row + selected - scroll, columns: inside.columns,
        rows: 1), role: .selected)
    let cursor = inside.position(row: selected - scroll)
    frame.cursor = cursor
    frame.answerClicks(
      in: inside.split(top: lines.count - scroll).top, .lines(selected: cursor.row))
  }

  /// Takes the form away whose record is stored now.
  /// - Returns: drops its draft.
  mutating func formSaved(_ isIt: (FormSubject) -> Bool) -> [Effect] {
    for index in layers.indices.reversed() {
      guard case .form(let dialog) = layers[index], dialog.isSaving, isIt(dialog.subject) else {
        continue
      }
      layers.remove(at: index)
      return dropDraft(dialog.user.id)
    }
    return []
  }

  /// A form was not stored.
  /// - Parameter conflict: the two versions, where somebody else was quicker.
  /// - Returns: whether what stands on the screen says why.
  mutating func saveFailed(_ conflict: (FormDialog) -> Comparison?) -> Bool {
    let isOnTop = topForm?.isSaving == true
    let comparison = topForm.flatMap { $0.isSaving ? conflict($0) : nil }
    updateForms { $0.isSaving = false }
    guard isOnTop, let comparison else { return false }
    layers.append(.comparison(comparison))
    return true
  }
}
