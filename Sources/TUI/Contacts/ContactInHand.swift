import Domain

/// Which contact the keys of the list and of the card are about.
extension ConsoleState {
  /// Whole, as it was read last; nil where there is none, or it is not read yet.
  var contactInHand: Contact? {
    switch layers.last {
    case nil: screen == .contacts ? contacts.list.selected : nil
    case .client(let card):
      contactCard.value.flatMap { $0.contact.id == card.id ? $0.contact : nil }
    default: nil
    }
  }

  /// The call that is selected on the card on top.
  var callInCard: Call? {
    guard case .client(let card) = layers.last, card.tab(in: layout(of: card)) == .calls else {
      return nil
    }
    return card.calls.selected
  }

  /// Cards of a contact that is another one now go with him.
  mutating func contactMerged(_ removed: Contact.ID, into kept: Contact.ID) {
    let isKeptOpen = layers.contains {
      if case .client(let card) = $0 { card.id == kept } else { false }
    }
    layers = layers.compactMap { layer in
      guard case .client(let card) = layer, card.id == removed else { return layer }
      return isKeptOpen ? nil : .client(ClientCard(kept))
    }
  }
}
