import Domain

/// What the keys of orders do, and what has to be read for them.
extension ConsoleState {
  mutating func performOnOrders(_ action: Action) -> [Effect] {
    switch action {
    case .changeStatus: openStatusMenu()
    case .editOrder: editOrder()
    case .deleteOrder: orderInHand.map { ask(.order($0.reference)) }
    case .newOrder: return newOrder()
    case .newOrderFor: layers.append(.picker(ContactPicker.forNewOrder))
    case .filterStatus: openStatusFilter()
    case .chooseStatus: return chooseInMenu()
    case .editStatuses: openStatusEditor()
    case .addStatus: openStatusForm(nil)
    case .editStatus: statusEditor?.selected.flatMap { statuses[$0] }.map { openStatusForm($0) }
    case .removeStatus: return removeStatus()
    case .nextTone: return changeTone()
    case .statusUp: return moveStatus(by: -1)
    case .statusDown: return moveStatus(by: 1)
    default: break
    }
    return []
  }

  mutating func orderLoads() -> [Effect] {
    var effects: [Effect] = []
    if statusesFreshness.request() { effects.append(.loadStatuses) }
    if wantsOrderCounts, orderCountsFreshness.request() { effects.append(.loadOrderCounts) }
    return effects + clientLoads()
  }

  private var wantsOrderCounts: Bool {
    layers.contains { layer in
      switch layer {
      case .statusEditor: true
      case .statusMenu(let menu): menu.purpose == .filter
      default: false
      }
    }
  }

  mutating func arrangeOrderCards() {
    guard let card = card(OrderCard.self) else { return }
    let shown = order.value.flatMap { $0.id == card.id ? $0 : nil }
    let lines = layout(of: card).listLines
    updateCards(OrderCard.self) {
      if let shown, $0.id == shown.id { $0.take(shown) }
      $0.resize(height: lines, isDivided: shown?.closed != nil)
    }
  }
}
