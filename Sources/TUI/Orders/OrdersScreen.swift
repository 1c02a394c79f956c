import Domain

/// The list of orders, and which of them it shows.
struct OrdersScreen: Equatable, Sendable {
  var list = KeyedList<Order>()
  var panes = PaneView(pane: .order)
  private(set) var search = Search()
  /// But for what is searched for.
  private var narrowing = OrderFilter()
  private(set) var wholeTotal = WholeTotal()

  /// What is in force.
  var filter: OrderFilter {
    OrderFilter(
      search: search.text, status: narrowing.status, isOpenOnly: narrowing.isOpenOnly)
  }

  /// Whether a line above the list says what is in force.
  var isNarrowed: Bool { search.field != nil || narrowing != OrderFilter() }

  // MARK: Searching

  mutating func beginSearch(_ text: String? = nil) {
    panes.isPaneInFront = false
    let before = search.text
    search.begin(text)
    if search.text != before { list.reset() }
  }

  mutating func edit(_ key: Key) {
    if search.edit(key) { list.reset() }
  }

  mutating func keepSearch() {
    search.keep()
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

  // MARK: Loading

  mutating func invalidate() {
    list.invalidate()
    wholeTotal.invalidate()
  }

  mutating func requests() -> [OrderRequest] {
    var requests: [OrderRequest] = []
    if let (anchor, limit) = list.nextRequest() {
      requests.append(OrderRequest(anchor: anchor, limit: limit, filter: filter))
    }
    if isNarrowed, wholeTotal.request() { requests.append(OrdersScreen.whole) }
    return requests
  }

  mutating func load(_ request: OrderRequest, _ page: Page<Order>, total: Int) {
    if request == OrdersScreen.whole {
      wholeTotal.load(total)
    } else if request.filter == filter {
      list.load(page, at: request.anchor, total: total)
    }
  }

  mutating func loadFailed(_ request: OrderRequest) {
    if request == OrdersScreen.whole {
      wholeTotal.loadFailed()
    } else if request.filter == filter {
      list.loadFailed(request.anchor)
    }
  }

  /// Asked for its total.
  private static let whole = OrderRequest(anchor: .first, limit: 1)
}
