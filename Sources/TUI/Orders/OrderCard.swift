import Domain

/// An order on the whole screen, with the calls since it was opened and what was changed in it.
struct OrderCard: Equatable, Sendable {
  enum Tab: CaseIterable, Sendable {
    /// The order itself, where there is no room for it above or beside the lists.
    case details
    case calls, history
  }

  /// Which calls are listed; known once the order is read.
  private struct Calls: Equatable, Sendable {
    let contact: Contact.ID
    let since: Timestamp
  }

  let id: Order.ID
  private var tab = Tab.details
  private var source: Calls?
  var calls = KeyedList<Call>()
  var history = KeyedList<HistoryEntry>()
  /// Lines of the details scrolled away at the top.
  var scroll = 0
  /// Deleted meanwhile: its history says by whom.
  var isGone = false

  init(_ id: Order.ID) {
    self.id = id
  }

  /// Which tab is seen: the details are one only where they stand alone.
  func tab(in layout: ClientCardLayout) -> Tab {
    layout.showsBoth && tab == .details ? .calls : tab
  }

  mutating func nextTab(in layout: ClientCardLayout) {
    switch self.tab(in: layout) {
    case .details: tab = .calls
    case .calls: tab = .history
    case .history: tab = .details
    }
  }

  mutating func resize(height: Int, isDivided: Bool) {
    calls.resize(height: max(1, height - (isDivided ? 1 : 0)))
    history.resize(height: height)
  }

  mutating func invalidate() {
    calls.invalidate()
    history.invalidate()
  }

  mutating func wake() {
    calls.wake()
    history.wake()
  }

  /// The order may have got another client, or have been opened at another time.
  mutating func take(_ order: Order) {
    let source = Calls(contact: order.contact.id, since: order.opened)
    if let before = self.source, before != source { calls.reset() }
    self.source = source
  }

  func request(_ anchor: Anchor<LogPosition>, _ limit: Int) -> LogRequest? {
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
    if tab == .history || isGone, let (anchor, limit) = history.nextRequest() {
      effects.append(
        .loadHistory(HistoryRequest(anchor: anchor, limit: limit, subject: .order(id))))
    }
    return effects
  }

  /// Whether that answer is for this card.
  func asks(for request: LogRequest) -> Bool {
    self.request(request.anchor, request.limit) == request
  }
}

extension ConsoleState {
  /// The order's card that is nearest to the top.
  var orderCard: OrderCard? {
    for case .order(let card) in layers.reversed() { return card }
    return nil
  }

  func layout(of card: OrderCard) -> ClientCardLayout {
    ClientCardLayout(body: layout.card, lines: orderCardLines(card.id).count)
  }

  mutating func updateOrderCards(_ change: (inout OrderCard) -> Void) {
    for index in layers.indices {
      guard case .order(var card) = layers[index] else { continue }
      change(&card)
      layers[index] = .order(card)
    }
  }

  /// Changes the order's card that keys go to.
  mutating func updateTopOrderCard(_ change: (inout OrderCard, ClientCardLayout) -> Void) {
    guard case .order(var card) = layers.last else { return }
    change(&card, layout(of: card))
    layers[layers.count - 1] = .order(card)
  }

  mutating func moveInOrderCard(_ action: Action) {
    let lines = orderCard.map { orderCardLines($0.id).count } ?? 0
    updateTopOrderCard { card, layout in
      switch card.tab(in: layout) {
      case .details:
        card.scroll = scrolled(card.scroll, action, lines: lines, view: layout.details.rows - 2)
      case .calls: card.calls.move(action)
      case .history: card.history.move(action)
      }
    }
  }

  /// Enter: the call or the change that is selected in the card.
  mutating func openFromOrderCard() {
    guard case .order(let card) = layers.last else { return }
    switch card.tab(in: layout(of: card)) {
    case .details: break
    case .calls:
      if let call = card.calls.selected { layers.append(.call(CallCard(call.id))) }
    case .history:
      if let entry = card.history.selected { layers.append(.entry(EntryView(entry: entry))) }
    }
  }
}
