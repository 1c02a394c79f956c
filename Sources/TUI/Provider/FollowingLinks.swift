import Domain

/// Links that come back from the provider's phone show a screen and do nothing else.
extension ConsoleState {
  mutating func follow(_ link: CarbookLink) -> [Effect] {
    // What is being typed or answered is not to be taken from under the hands.
    guard keyContext.isScreen || isCardOnTop else {
      message = Message(text: words(.linkWaits), role: .warning)
      return []
    }
    switch link {
    case .contact(let id):
      let before = place
      layers.append(.client(ClientCard(id)))
      trail.leave(before)
    case .order(let number): return [.findOrder(number)]
    case .newClient(let number): showContacts(with: number)
    }
    return []
  }

  private var isCardOnTop: Bool {
    switch layers.last {
    case .client, .order, .call, .help, .presence: true
    default: false
    }
  }

  /// The contacts with that number: where there are none, Ctrl-N makes one.
  mutating func showContacts(with number: PhoneNumber) {
    layers = []
    screen = .contacts
    contacts.beginSearch(number.text)
    contacts.keepSearch()
  }

  mutating func show(orderNumbered number: String, _ id: Order.ID?) {
    guard let id else {
      message = Message(text: words(.linkNoOrder, SafeText.clean(number)), role: .warning)
      return
    }
    layers.append(.order(OrderCard(id)))
  }
}
