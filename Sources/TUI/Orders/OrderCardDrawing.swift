import Domain

extension ConsoleState {
  func draw(_ card: OrderCard, in frame: inout Frame) {
    let order = order.value.flatMap { $0.id == card.id ? $0 : nil }
    draw(
      card, title: title(of: .order, order: order?.number), calls: (.callsSince, .noCallsSince),
      divider: divider(of: order), in: &frame)
  }

  /// The order's closing, between the calls before it and those after it.
  func divider(of order: Order?) -> ListDivider<Call>? {
    order?.closed.map { closed in
      ListDivider(text: words(.closed, wording.dateTime(closed))) { $0.start >= closed }
    }
  }

  /// The order with its customer and dates; long texts on as many lines as they need.
  func orderCardLines(_ id: Order.ID) -> [PaneLine] {
    let columns = CardLayout.room(in: layout.card)
    guard let order = order.value, order.id == id else {
      let history = card(OrderCard.self).flatMap { $0.id == id ? $0.history.rows : nil }
      return absentLines(
        isGone: order.id == id && order.isGone, history: history ?? [], columns: columns)
    }
    return wholeOrderLines(order, columns: columns)
  }
}
