import Domain

/// The list of orders, and which of them it shows.
struct OrdersScreen: SearchedScreen, Equatable, Sendable {
  static let whole = OrderRequest(anchor: .first, limit: 1)

  var list = KeyedList<Order>()
  var panes = PaneView(pane: .order)
  var search = Search()
  /// But for what is searched for.
  private var narrowing = OrderFilter()
  var wholeTotal = WholeTotal()

  /// What is in force.
  var filter: OrderFilter {
    OrderFilter(
      search: search.text, status: narrowing.status, isOpenOnly: narrowing.isOpenOnly)
  }

  var isNarrowed: Bool { search.field != nil || narrowing != OrderFilter() }

  func request(_ anchor: Anchor<OrderRequest.Position>, _ limit: Int) -> OrderRequest {
    OrderRequest(anchor: anchor, limit: limit, filter: filter)
  }

  func anchor(of request: OrderRequest) -> Anchor<OrderRequest.Position>? {
    request.filter == filter ? request.anchor : nil
  }

  /// Lists all orders again, with the selected one still selected.
  mutating func clearSearch() {
    let isWider = search.clear() || narrowing != OrderFilter()
    narrowing = OrderFilter()
    if isWider { list.resetKeepingSelection() }
  }

  /// - Parameter item: of the menu of statuses.
  mutating func show(_ item: StatusMenu.Item) {
    let before = narrowing
    switch item {
    case .all: narrowing = OrderFilter()
    case .open: narrowing = OrderFilter(isOpenOnly: true)
    case .status(let status): narrowing = OrderFilter(status: status)
    }
    if narrowing != before { list.resetKeepingSelection() }
  }

  /// What of the menu is in force.
  var shown: StatusMenu.Item {
    if let status = narrowing.status { return .status(status) }
    return narrowing.isOpenOnly ? .open : .all
  }
}
