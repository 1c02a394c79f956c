import Domain

/// An order on the whole screen, with the calls since it was opened and what was changed in it.
struct OrderCard: RecordCard {
  /// Which calls are listed; known once the order is read.
  private struct Calls: Equatable, Sendable {
    let contact: Contact.ID
    let since: Timestamp
  }

  static let tabs = [CardTab.details, .calls, .history]

  let id: Order.ID
  var chosenTab = CardTab.details
  var scroll = 0
  var isGone = false
  private var source: Calls?
  var calls = KeyedList<Call>()
  var history = KeyedList<HistoryEntry>()

  init(_ id: Order.ID) {
    self.id = id
  }

  init?(_ layer: Layer) {
    guard case .order(let card) = layer else { return nil }
    self = card
  }

  var layer: Layer { .order(self) }

  var subject: HistoryEntry.Subject { .order(id) }

  func lines(in state: ConsoleState) -> [PaneLine] {
    state.orderCardLines(id)
  }

  mutating func resize(height: Int, isDivided: Bool) {
    calls.resize(height: max(1, height - (isDivided ? 1 : 0)))
    history.resize(height: height)
  }

  /// The order may have got another client, or have been opened at another time.
  mutating func take(_ order: Order) {
    let source = Calls(contact: order.contact.id, since: order.opened)
    if let before = self.source, before != source { calls.reset() }
    self.source = source
  }

  func asks(for request: LogRequest) -> Bool {
    self.request(request.anchor, request.limit) == request
  }

  private func request(_ anchor: Anchor<LogPosition>, _ limit: Int) -> LogRequest? {
    guard let source else { return nil }
    var filter = CallFilter()
    filter.since = source.since
    return LogRequest(anchor: anchor, limit: limit, contact: source.contact, filter: filter)
  }

  mutating func loads() -> [Effect] {
    var effects: [Effect] = []
    if source != nil, let (anchor, limit) = calls.nextRequest(),
      let request = request(anchor, limit)
    {
      effects.append(.loadLog(request))
    }
    return effects + historyLoads()
  }
}
