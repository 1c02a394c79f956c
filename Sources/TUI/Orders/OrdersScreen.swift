import Domain

/// The list of orders.
struct OrdersScreen: Equatable, Sendable {
  var list = KeyedList<Order>()
  var panes = PaneView(pane: .order)
}
