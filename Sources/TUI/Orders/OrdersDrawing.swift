import Domain

extension ConsoleState {
  /// The orders, with the selected one's card beside or below them.
  func drawOrders(in frame: inout Frame) {
    let order = orders.list.selected
    let isNarrowed = orders.isNarrowed
    draw(
      orders.list, title: .orders, reserved: isNarrowed ? 1 : 0,
      columns: { ListColumn.fit(orderColumns, in: $0, words: words) },
      empty: [PaneLine(words(isNarrowed ? .noSuchOrder : .noOrdersYet), .dim)],
      content: { pane, columns in
        clientPane(pane, of: order?.contact, columns: columns) { room in
          order.map { wholeOrderLines($0, columns: room) } ?? []
        }
      }, in: &frame)
    if isNarrowed, let box = layout.log { drawFilter(in: box.inset(), of: &frame) }
  }

  /// `In repair   Search  oct                           3 of 340`
  private func drawFilter(in inside: Rect, of frame: inout Frame) {
    var rest = inside.split(top: 1).top
    if orders.shown != .all {
      let label = label(of: orders.shown)
      let place = rest.inset(columns: 1, rows: 0).origin
      let end = frame.put(label.text, at: place, role: label.role == .plain ? .strong : label.role)
      rest = rest.split(left: end - rest.column + 1).rest
    }
    if orders.search.field != nil {
      draw(
        orders.search, found: orders.list.total, of: orders.wholeTotal.value, in: rest, of: &frame)
    } else if let found = orders.list.total, let whole = orders.wholeTotal.value {
      let count = words(.ofCount, String(found), String(whole))
      let room = rest.inset(columns: 1, rows: 0)
      frame.put(
        count, at: room.position(column: room.columns - DisplayWidth.of(count)), role: .badge)
    }
  }

  var orderColumns: [ListColumn<Order>] {
    let wording = wording
    return [
      ListColumn(title: .columnOrder, width: ColumnWidth(least: 8, ideal: 8), rank: 0) {
        order, _ in (order.number, .value)
      },
      ListColumn(title: .columnStatus, width: ColumnWidth(least: 12, ideal: 20), rank: 4) {
        order, _ in wording.repair(order.status)
      },
      ListColumn(
        title: .columnCustomer, width: ColumnWidth(least: 12, ideal: 14, stretches: true), rank: 1
      ) { order, _ in (wording.name(order.contact), .plain) },
      ListColumn(
        title: .columnVehicle, width: ColumnWidth(least: 12, ideal: 18, stretches: true), rank: 3
      ) { order, _ in (order.vehicle.title, .plain) },
      ListColumn(title: .columnPlate, width: ColumnWidth(least: 8, ideal: 8), rank: 2) {
        order, _ in (order.vehicle.plate ?? "", .plain)
      },
      ListColumn(title: .columnOpened, width: ColumnWidth(least: 11, ideal: 11), rank: 5) {
        order, _ in (wording.date(order.opened), .plain)
      },
      ListColumn(title: .columnClosed, width: ColumnWidth(least: 11, ideal: 11), rank: 6) {
        order, _ in (order.closed.map(wording.date) ?? "—", .plain)
      },
    ]
  }
}
