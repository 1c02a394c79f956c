import Domain

/// A contact on the whole screen, with all of his calls and orders.
struct ClientCard: RecordCard {
  static let tabs = [CardTab.details, .calls, .orders, .history]

  let id: Contact.ID
  var chosenTab = CardTab.details
  var scroll = 0
  var isGone = false
  var calls = KeyedList<Call>()
  var orders = KeyedList<Order>()
  var history = KeyedList<HistoryEntry>()

  init(_ id: Contact.ID) {
    self.id = id
  }

  init?(_ layer: Layer) {
    guard case .client(let card) = layer else { return nil }
    self = card
  }

  var layer: Layer { .client(self) }

  var subject: HistoryEntry.Subject { .contact(id) }

  func lines(in state: ConsoleState) -> [PaneLine] {
    state.wholeContactLines(id, name: nil, columns: CardLayout.room(in: state.layout.card))
  }

  func asks(for request: LogRequest) -> Bool {
    request == LogRequest(anchor: request.anchor, limit: request.limit, contact: id)
  }

  mutating func resize(height: Int) {
    calls.resize(height: height)
    orders.resize(height: height)
    history.resize(height: height)
  }

  mutating func loads() -> [Effect] {
    var effects: [Effect] = []
    if let (anchor, limit) = calls.nextRequest() {
      effects.append(.loadLog(LogRequest(anchor: anchor, limit: limit, contact: id)))
    }
    if let (anchor, limit) = orders.nextRequest() {
      effects.append(.loadOrders(OrderRequest(anchor: anchor, limit: limit, contact: id)))
    }
    return effects + historyLoads()
  }
}
