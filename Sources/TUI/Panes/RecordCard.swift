import Domain

/// A record on the whole screen, with its lists behind tabs.
protocol RecordCard: Equatable, Sendable {
  associatedtype ID: Equatable

  /// In the order of Tab.
  static var tabs: [CardTab] { get }

  /// Nil where the layer is something else.
  init?(_ layer: Layer)
  var layer: Layer { get }

  var id: ID { get }
  var subject: HistoryEntry.Subject { get }
  /// Chosen with Tab.
  var chosenTab: CardTab { get set }
  /// Lines of the details scrolled away at the top.
  var scroll: Int { get set }
  /// Deleted meanwhile: its history says by whom.
  var isGone: Bool { get set }
  var calls: KeyedList<Call> { get set }
  var orders: KeyedList<Order> { get set }
  var history: KeyedList<HistoryEntry> { get set }

  /// Whether that answer is for this card.
  func asks(for request: LogRequest) -> Bool

  /// The details, for where they stand beside or above the list.
  func lines(in state: ConsoleState) -> [PaneLine]
}

enum CardTab: Sendable {
  /// The record itself, where there is no room for it above or beside the lists.
  case details
  case calls, orders, history
}

extension RecordCard {
  /// None, where the record has none.
  var orders: KeyedList<Order> {
    get { KeyedList() }
    set {}
  }

  /// Which tab is seen: the details are one only where they stand alone.
  func tab(in layout: CardLayout) -> CardTab {
    layout.showsBoth && chosenTab == .details ? .calls : chosenTab
  }

  mutating func nextTab(in layout: CardLayout) {
    let present = Self.tabs.firstIndex(of: tab(in: layout)) ?? 0
    chosenTab = Self.tabs[(present + 1) % Self.tabs.count]
  }

  /// - Parameter lines: how many the details have.
  mutating func move(_ action: Action, in layout: CardLayout, lines: Int) {
    switch tab(in: layout) {
    case .details:
      scroll = scrolled(scroll, action, lines: lines, view: layout.details.rows - 2)
    case .calls: calls.move(action)
    case .orders: orders.move(action)
    case .history: history.move(action)
    }
  }

  /// What is selected, in full.
  func selectedLayer(in layout: CardLayout) -> Layer? {
    switch tab(in: layout) {
    case .details: nil
    case .calls: calls.selected.map { .call(CallCard($0.id)) }
    case .orders: orders.selected.map { .order(OrderCard($0.id)) }
    case .history: history.selected.map { .entry(EntryView(entry: $0)) }
    }
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

  mutating func historyLoads() -> [Effect] {
    guard chosenTab == .history || isGone, let (anchor, limit) = history.nextRequest() else {
      return []
    }
    return [.loadHistory(HistoryRequest(anchor: anchor, limit: limit, subject: subject))]
  }
}

extension ConsoleState {
  /// The card that is nearest to the top.
  func card<Card: RecordCard>(_: Card.Type) -> Card? {
    for layer in layers.reversed() {
      if let card = Card(layer) { return card }
    }
    return nil
  }

  func layout<Card: RecordCard>(of card: Card) -> CardLayout {
    CardLayout(body: layout.card, lines: card.lines(in: self).count)
  }

  mutating func updateCards<Card: RecordCard>(_: Card.Type, _ change: (inout Card) -> Void) {
    for index in layers.indices {
      guard var card = Card(layers[index]) else { continue }
      change(&card)
      layers[index] = card.layer
    }
  }

  /// Changes the card that keys go to.
  mutating func updateTopCard<Card: RecordCard>(
    _: Card.Type, _ change: (inout Card, CardLayout) -> Void
  ) {
    guard let top = layers.last, var card = Card(top) else { return }
    change(&card, layout(of: card))
    layers[layers.count - 1] = card.layer
  }

  mutating func move<Card: RecordCard>(_ action: Action, in _: Card.Type) {
    let lines = card(Card.self)?.lines(in: self).count ?? 0
    updateTopCard(Card.self) { $0.move(action, in: $1, lines: lines) }
  }

  /// Enter: what is selected in the card.
  mutating func openSelected<Card: RecordCard>(in card: Card) {
    if let layer = card.selectedLayer(in: layout(of: card)) { layers.append(layer) }
  }
}
