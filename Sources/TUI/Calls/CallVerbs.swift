import Domain

/// What a person does with one call.
extension ConsoleState {
  /// The call that verbs are about: of the card on top, else the selected one.
  var currentCall: Call? {
    switch layers.last {
    case nil: return selectedCall
    case .call(let card): return call(card.id)
    case .client(let card):
      return card.tab(in: layout(of: card)) == .calls ? card.calls.selected : nil
    case .order(let card):
      return card.tab(in: layout(of: card)) == .calls ? card.calls.selected : nil
    case .menu(let menu):
      if case .attach(let id) = menu.subject { return knownCall(id) }
      return nil
    default: return nil
    }
  }

  /// The order that `o` opens.
  var currentOrderID: Order.ID? {
    layers.isEmpty ? selectedOrderID : currentCall?.order?.id
  }

  /// The call before or behind, of the same client: in the place of the one whose card is open, and
  /// in the list.
  mutating func neighborLoaded(of id: Call.ID, isOlder: Bool, _ call: Call?) {
    guard currentCall?.id == id else { return }
    guard let call else {
      message = Message(text: words(isOlder ? .noOlderCall : .noNewerCall), role: .warning)
      return
    }
    let before = place
    switch layers.last {
    case .call: layers[layers.count - 1] = .call(CallCard(call.id))
    case .client:
      updateTopCard(ClientCard.self) { card, _ in card.calls.select(call.id, at: call.position) }
    case .order:
      updateTopCard(OrderCard.self) { card, _ in card.calls.select(call.id, at: call.position) }
    default:
      // Among the calls found it may be missing.
      if screen != .log || !log.filter.isEmpty { layers.append(.call(CallCard(call.id))) }
    }
    let isOverLog = layers.allSatisfy { if case .call = $0 { true } else { false } }
    if screen == .log, isOverLog, log.filter.isEmpty {
      log.list.select(call.id, at: logPosition(of: call))
    }
    if place != before { trail.leave(before) }
  }

  /// A call that is on the screen somewhere.
  func knownCall(_ id: Call.ID) -> Call? {
    if let call = call(id) { return call }
    return card(ClientCard.self)?.calls.rows.first { $0.id == id }
      ?? card(OrderCard.self)?.calls.rows.first { $0.id == id }
  }

  mutating func openMenu(_ subject: Menu.Subject) {
    layers.append(.menu(Menu(subject: subject)))
  }

  /// The row of the menu that is on top; its dialog closes, whatever it did.
  mutating func closeMenu() -> Menu? {
    guard case .menu(let menu) = layers.last else { return nil }
    layers.removeLast()
    return menu
  }

  /// "Whose is it": the picker of contacts or orders, or at once nobody's, or about nothing.
  mutating func attach(_ action: Action) -> [Effect] {
    guard let call = currentCall, closeMenu() != nil else { return [] }
    switch action {
    case .attachContact:
      layers.append(.picker(ContactPicker(assigning: call.id, of: call.client)))
    case .attachOrder: layers.append(.orderPicker(OrderPicker(call)))
    case .detachContact: return [.detach(call.id)]
    case .detachOrder: return [.attachOrder(call.id, to: nil)]
    case .followRule: return [.followRule(call.id)]
    default: break
    }
    return []
  }

  /// `b`: the client has been dealt with.
  func settleCallBack() -> [Effect] {
    let isList = layers.isEmpty && screen == .callBack
    let number = isList ? callBack.list.selected?.number : currentCall?.client
    return number.map { [.settleCallBack($0)] } ?? []
  }

  /// What `u` took back, or Ctrl-R did again.
  mutating func edited(_ entry: HistoryEntry, _ phrase: Phrase) {
    let title = entry.title.map { "\(wording.action(entry.action)): \($0)" }
    message = Message(
      text: words(phrase, title ?? wording.action(entry.action)), role: .success)
  }
}
