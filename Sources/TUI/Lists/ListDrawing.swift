import Domain

/// What a pane shows.
struct PaneContent {
  let title: String
  let lines: [PaneLine]
}

extension ConsoleState {
  /// A screen that is a list with panes for its selected row.
  /// - Parameters:
  ///   - reserved: lines kept free between the list's border and its heading.
  ///   - columns: what the list shows in so many columns.
  ///   - empty: what stands there in place of rows where there are none.
  ///   - content: what a pane shows in so many columns.
  func draw<Row: ListRow>(
    _ list: KeyedList<Row>, title: Phrase, reserved: Int = 0,
    columns: (Int) -> [TableColumn<Row>], empty: @autoclosure () -> [PaneLine],
    content: (Pane, Int) -> PaneContent, in frame: inout Frame
  ) {
    let layout = layout
    let isOnTop = layers.isEmpty
    if let box = layout.log {
      frame.box(
        box, title: words(title), role: isOnTop ? .borderFocused : .border,
        titleRole: isOnTop ? .paneTitleFocused : .paneTitle, joined: true)
    }
    for (pane, box) in layout.panes {
      let content = content(pane, box.columns - 4)
      frame.pane(content.lines, title: content.title, in: box, flows: true)
      if isOnTop { frame.answerClicks(in: box, .record(pane.opening)) }
    }
    // After the panes: the cursor belongs to the list.
    guard let inside = layout.log?.inset().split(top: reserved).rest else { return }
    guard list.isEmpty else {
      frame.table(list, columns: columns(inside.columns - 2), in: inside, isFocused: isOnTop)
      return
    }
    frame.lines(empty(), in: inside.inset(columns: 1, rows: inside.rows > 4 ? 1 : 0))
    frame.cursor = inside.origin
  }
}
