import Domain

/// A short list of things to do. Its rows are key bindings, so that each has a letter as well.
struct Menu: Equatable, Sendable {
  enum Subject: Equatable, Sendable {
    /// What the log is sorted by.
    case sort
    /// Whose a call is, and what it is about.
    case attach(Call.ID)
    /// Which days the figures are of.
    case period
    // Integrations: for how long the old links work, and whether it is to go.
    case rotate(Integration.ID)
    case removeIntegration(Integration.ID)
    // The clipboard.
    case copy([Copyable])
  }

  let subject: Subject
  /// Index in `rows`.
  var selected = 0

  var context: KeyContext {
    switch subject {
    case .sort: .sortMenu
    case .attach: .attachMenu
    case .period: .periodMenu
    case .rotate: .rotateMenu
    case .removeIntegration: .removeMenu
    case .copy: .copyMenu
    }
  }

  var rows: [Binding] {
    switch subject {
    case .sort: Bindings.sortRows
    case .attach: Bindings.attachRows
    case .period: Bindings.periodRows
    case .rotate: Bindings.rotateRows
    case .removeIntegration: Bindings.removeRows
    case .copy(let parts):
      parts.compactMap { part in
        Bindings.copyRows.first { $0.action == .copyPart(part.part) }
      }
    }
  }

  var title: Phrase {
    switch subject {
    case .sort: .sortTitle
    case .attach: .attachTitle
    case .period: .periodTitle
    case .rotate: .rotateTitle
    case .removeIntegration: .removeTitle
    case .copy: .copyTitle
    }
  }

  mutating func move(_ action: Action) {
    switch action {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(rows.count - 1, selected + 1)
    case .first: selected = 0
    case .last: selected = rows.count - 1
    default: break
    }
  }
}

extension ConsoleState {
  func draw(_ menu: Menu, in frame: inout Frame) {
    let lines = keymap.bound(menu.rows, in: menu.context).map { row in
      let isPossible = row.whyNot(self) == nil
      return PaneLine(
        (" " + (row.keys.first?.description ?? "") + "  ", isPossible ? .hintKey : .dim),
        (words(row.label), isPossible ? .plain : .dim),
        (" " + mark(of: row.action, in: menu), .value))
    }
    let width = lines.map { line in line.spans.map { DisplayWidth.of($0.text) }.reduce(0, +) }.max()
    let box = Layout.dialogs(in: size)
      .centered(Size(columns: max(30, (width ?? 0) + 5), rows: lines.count + 2))
    frame.dialog(lines, title: words(menu.title), in: box)
    let inside = box.inset()
    let line = inside.position(row: menu.selected)
    frame.restyle(
      Rect(column: line.column, row: line.row, columns: inside.columns, rows: 1), role: .selected)
    frame.cursor = line
    frame.answerClicks(in: inside, .lines(selected: line.row))
  }

  /// How the log is sorted, beside the row that did it, or which days are shown; what would be copied.
  private func mark(of action: Action, in menu: Menu) -> String {
    if case .copy(let parts) = menu.subject {
      return parts.first { .copyPart($0.part) == action }?.shown ?? ""
    }
    if case .period(let period) = action { return period == statistics.period ? "•" : "" }
    guard case .sort(let key) = action, key == logSort.key else { return "" }
    return logSort.mark
  }
}
