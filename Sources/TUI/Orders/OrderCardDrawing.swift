import Domain

extension ConsoleState {
  func draw(_ card: OrderCard, in frame: inout Frame) {
    let layout = layout(of: card)
    let tab = card.tab(in: layout)
    frame.clear(self.layout.card)
    let isOnTop = layers.last == .order(card)
    let order = order.value.flatMap { $0.id == card.id ? $0 : nil }
    if layout.showsBoth || tab == .details {
      frame.pane(
        orderCardLines(card.id), title: title(of: .order, order: order?.number),
        in: layout.details, scroll: card.scroll, isFocused: isOnTop && tab == .details,
        flows: layout.showsBoth)
    }
    frame.cursor = layout.details.position(column: 2, row: 1)
    switch tab {
    case .details: break
    case .calls:
      let title = words(.callsSince) + (card.calls.total.map { " \($0)" } ?? "")
      let wording = wording
      draw(
        card.calls, title: title, empty: .noCallsSince, divider: divider(of: order),
        in: layout.list, of: &frame
      ) { room in
        LogColumn.fit(in: room, words: words).map { $0.column.drawn(wording, width: $0.width) }
      }
    case .history:
      let title = words(.history) + (card.history.total.map { " \($0)" } ?? "")
      draw(card.history, title: title, empty: .noHistory, in: layout.list, of: &frame) {
        ListColumn.fit(historyColumns, in: $0, words: words)
      }
    }
  }

  /// The order's closing, between the calls before it and those after it.
  func divider(of order: Order?) -> ListDivider<Call>? {
    order?.closed.map { closed in
      ListDivider(text: words(.closed, wording.dateTime(closed))) { $0.start >= closed }
    }
  }

  /// The order with its customer and dates; long texts on as many lines as they need.
  func orderCardLines(_ id: Order.ID) -> [PaneLine] {
    let columns = ClientCardLayout.room(in: layout.card)
    guard let order = order.value, order.id == id else {
      let history = orderCard.flatMap { $0.id == id ? $0.history.rows : nil }
      return absentLines(
        isGone: order.id == id && order.isGone, history: history ?? [], columns: columns)
    }
    return wholeOrderLines(order, columns: columns)
  }
}
