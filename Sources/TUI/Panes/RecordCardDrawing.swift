import Domain

extension ConsoleState {
  /// - Parameters:
  ///   - title: of the details.
  ///   - calls: the title of their list, and what stands there when it is empty.
  func draw<Card: RecordCard>(
    _ card: Card, title: String, calls: (title: Phrase, empty: Phrase),
    divider: ListDivider<Call>? = nil, in frame: inout Frame
  ) {
    let layout = layout(of: card)
    let tab = card.tab(in: layout)
    frame.clear(self.layout.card)
    if layout.showsBoth || tab == .details {
      frame.pane(
        card.lines(in: self), title: title, in: layout.details, scroll: card.scroll,
        isFocused: layers.last == card.layer && tab == .details, flows: layout.showsBoth)
    }
    frame.cursor = layout.details.position(column: 2, row: 1)
    let wording = wording
    switch tab {
    case .details: break
    case .calls:
      draw(
        card.calls, title: calls.title, empty: calls.empty, divider: divider, in: layout.list,
        of: &frame
      ) { room in
        LogColumn.fit(in: room, words: words).map { $0.column.drawn(wording, width: $0.width) }
      }
    case .orders:
      draw(card.orders, title: .orders, empty: .noOrders, in: layout.list, of: &frame) {
        ListColumn.fit(orderColumns, in: $0, words: words)
      }
    case .history:
      draw(card.history, title: .history, empty: .noHistory, in: layout.list, of: &frame) {
        ListColumn.fit(historyColumns, in: $0, words: words)
      }
    }
  }

  /// A list in a card: `Calls 14`
  private func draw<Row: ListRow>(
    _ list: KeyedList<Row>, title: Phrase, empty: Phrase, divider: ListDivider<Row>? = nil,
    in box: Rect, of frame: inout Frame, columns: (Int) -> [TableColumn<Row>]
  ) {
    frame.box(
      box, title: words(title) + (list.total.map { " \($0)" } ?? ""), role: .borderFocused,
      titleRole: .paneTitleFocused, joined: true)
    let inside = box.inset()
    guard list.isEmpty else {
      frame.table(
        list, columns: columns(inside.columns - 2), divider: divider, in: inside, isFocused: true)
      return
    }
    frame.lines([PaneLine(words(empty), .dim)], in: inside.inset(columns: 1, rows: 0))
    frame.cursor = inside.position(column: 1)
  }
}
