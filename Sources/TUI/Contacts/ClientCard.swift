import Domain

/// A contact on the whole screen, with all of his calls and orders.
struct ClientCard: Equatable, Sendable {
  enum Tab: CaseIterable, Sendable {
    /// The contact himself, where there is no room for him above or beside the lists.
    case details
    case calls, orders, history
  }

  let id: Contact.ID
  private var tab = Tab.details
  var calls = KeyedList<Call>()
  var orders = KeyedList<Order>()
  var history = KeyedList<HistoryEntry>()
  /// Lines of the details scrolled away at the top.
  var scroll = 0
  /// Deleted meanwhile: its history says by whom.
  var isGone = false

  init(_ id: Contact.ID) {
    self.id = id
  }

  /// Which tab is seen: the details are one only where they stand alone.
  func tab(in layout: ClientCardLayout) -> Tab {
    layout.showsBoth && tab == .details ? .calls : tab
  }

  mutating func nextTab(in layout: ClientCardLayout) {
    switch self.tab(in: layout) {
    case .details: tab = .calls
    case .calls: tab = .orders
    case .orders: tab = .history
    case .history: tab = .details
    }
  }

  mutating func move(_ action: Action, in layout: ClientCardLayout) {
    switch tab(in: layout) {
    case .details: break
    case .calls: calls.move(action)
    case .orders: orders.move(action)
    case .history: history.move(action)
    }
  }

  mutating func resize(height: Int) {
    calls.resize(height: height)
    orders.resize(height: height)
    history.resize(height: height)
  }

  mutating func invalidate() {
    calls.invalidate()
    orders.invalidate()
    history.invalidate()
  }

  mutating func wake() {
    calls.wake()
    orders.wake()
    history.wake()
  }

  /// Whether that answer is for this card.
  func asks(for request: LogRequest) -> Bool {
    request == LogRequest(anchor: request.anchor, limit: request.limit, contact: id)
  }

  mutating func loads() -> [Effect] {
    var effects: [Effect] = []
    if let (anchor, limit) = calls.nextRequest() {
      effects.append(.loadLog(LogRequest(anchor: anchor, limit: limit, contact: id)))
    }
    if let (anchor, limit) = orders.nextRequest() {
      effects.append(.loadOrders(OrderRequest(anchor: anchor, limit: limit, contact: id)))
    }
    if tab == .history || isGone, let (anchor, limit) = history.nextRequest() {
      effects.append(
        .loadHistory(HistoryRequest(anchor: anchor, limit: limit, subject: .contact(id))))
    }
    return effects
  }
}

/// Where a client's details and his calls or orders stand.
struct ClientCardLayout: Equatable, Sendable {
  /// Boxes; both the same where there is room for one.
  let details: Rect
  let list: Rect
  let showsBoth: Bool

  /// Columns of the details where they stand beside the list.
  private static func besideColumns(of body: Rect) -> Int {
    min(50, max(37, body.columns * 36 / 100))
  }

  /// What a line of the details has, wherever they stand.
  static func room(in body: Rect) -> Int {
    if body.columns >= 100 { return besideColumns(of: body) - 4 }
    return body.columns >= 74 ? body.columns / 2 - 4 : body.columns - 4
  }

  /// - Parameter lines: how many the details have.
  init(body: Rect, lines: Int) {
    showsBoth = body.columns >= 100 || body.rows >= 16
    if body.columns >= 100 {
      let columns = ClientCardLayout.besideColumns(of: body)
      details = body.split(left: columns).left
      list = body.split(left: columns - 1).rest
    } else if body.rows >= 16 {
      // From 74 columns on the lines stand in two columns.
      let wanted = body.columns >= 74 ? (lines + 1) / 2 : lines
      let rows = min(max(wanted, 3) + 2, body.rows - 9)
      details = body.split(top: rows).top
      list = body.split(top: rows - 1).rest
    } else {
      details = body
      list = body
    }
  }

  /// Lines of the list: its box without borders and heading.
  var listLines: Int { max(1, list.rows - 3) }
}

extension ConsoleState {
  /// The client card that is nearest to the top.
  var clientCard: ClientCard? {
    for case .client(let card) in layers.reversed() { return card }
    return nil
  }

  func layout(of card: ClientCard) -> ClientCardLayout {
    ClientCardLayout(body: layout.card, lines: clientCardLines(card.id).count)
  }

  func clientCardLines(_ id: Contact.ID) -> [PaneLine] {
    wholeContactLines(id, name: nil, columns: ClientCardLayout.room(in: layout.card))
  }

  mutating func updateClientCards(_ change: (inout ClientCard) -> Void) {
    for index in layers.indices {
      guard case .client(var card) = layers[index] else { continue }
      change(&card)
      layers[index] = .client(card)
    }
  }

  /// Changes the client card that keys go to.
  mutating func updateTopClientCard(_ change: (inout ClientCard, ClientCardLayout) -> Void) {
    guard case .client(var card) = layers.last else { return }
    change(&card, layout(of: card))
    layers[layers.count - 1] = .client(card)
  }

  /// Enter: the call or the order that is selected in the card.
  mutating func openFromClientCard() {
    guard case .client(let card) = layers.last else { return }
    switch card.tab(in: layout(of: card)) {
    case .details: break
    case .calls:
      if let call = card.calls.selected { layers.append(.call(CallCard(call.id))) }
    case .orders:
      if let order = card.orders.selected { layers.append(.order(OrderCard(order.id))) }
    case .history:
      if let entry = card.history.selected { layers.append(.entry(EntryView(entry: entry))) }
    }
  }
}
