import Domain

/// Which order, and which client's, the keys on the present screen or card are about.
extension ConsoleState {
  /// Nil where there is none, or it is not read yet.
  var orderInHand: Order? {
    switch layers.last {
    case nil: selectedOrder
    case .order(let card): order.value.flatMap { $0.id == card.id ? $0 : nil }
    case .client(let card): card.tab(in: layout(of: card)) == .orders ? card.orders.selected : nil
    default: nil
    }
  }

  /// Whose new order it is to be, and the call it is made from.
  var clientInHand: (contact: Contact.ID, call: Call.ID?)? {
    switch layers.last {
    case nil: selectedContact.map { ($0.id, selectedCall?.id) }
    case .order(let card):
      order.value.flatMap { $0.id == card.id ? ($0.contact.id, nil) : nil }
    case .client(let card): (card.id, nil)
    case .call: currentCall.flatMap { call in call.contact.map { ($0.id, call.id) } }
    default: nil
    }
  }

  /// `O`: a new order for the client at hand.
  func newOrder() -> [Effect] {
    clientInHand.map { [.prepareOrder(for: $0.contact, from: $0.call)] } ?? []
  }
}
