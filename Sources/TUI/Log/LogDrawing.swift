import Domain

extension ConsoleState {
  /// The Call Log: list and panes, or what to do with an empty store.
  func drawLog(in frame: inout Frame) {
    let layout = layout
    let isOnTop = layers.isEmpty
    if let box = layout.log {
      frame.box(
        box, title: words(.callLog), role: isOnTop ? .borderFocused : .border,
        titleRole: isOnTop ? .paneTitleFocused : .paneTitle, joined: true)
    }
    for (pane, box) in layout.panes {
      frame.pane(
        paneLines(pane, columns: box.columns - 4), title: title(of: pane, for: log.list.selected),
        in: box)
    }
    // After the panes: the cursor belongs to the list.
    guard let inside = layout.log?.inset() else { return }
    if log.list.isEmpty {
      drawEmptyStore(in: inside, of: &frame)
      return
    }
    let wording = wording
    let columns = LogColumn.fit(in: inside.columns - 2, words: words).map {
      $0.column.drawn(wording, width: $0.width)
    }
    frame.table(log.list, columns: columns, in: inside, isFocused: isOnTop)
  }

  private func paneLines(_ pane: Pane, columns: Int) -> [PaneLine] {
    switch pane {
    case .call: callLines(log.list.selected, columns: columns)
    case .contact: contactLines(of: log.list.selected)
    case .order: orderLines(of: log.list.selected)
    }
  }

  private func drawEmptyStore(in rect: Rect, of frame: inout Frame) {
    let lines = [Phrase.emptyProvider, .emptyDemo, .emptyHelp].map { PaneLine(words($0)) }
    frame.lines(lines, in: rect.inset(columns: 1, rows: rect.rows > 4 ? 1 : 0))
    frame.cursor = rect.origin
  }
}
