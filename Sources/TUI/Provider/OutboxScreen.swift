import Domain

/// What the provider's address book has still to be told.
struct OutboxScreen: Equatable, Sendable {
  var list = KeyedList<OutboxItem>()

  mutating func loads() -> [Effect] {
    guard let (anchor, limit) = list.nextRequest() else { return [] }
    return [.loadOutbox(OutboxRequest(anchor: anchor, limit: limit))]
  }
}

extension OutboxItem: ListRow {
  /// What was refused first, then in the order it is sent.
  public static func precedes(
    _ left: OutboxRequest.Position, _ right: OutboxRequest.Position
  ) -> Bool {
    left.isWaiting == right.isWaiting
      ? left.id.rawValue < right.id.rawValue : right.isWaiting
  }
}

extension ConsoleState {
  mutating func performOnProvider(_ action: Action) -> [Effect] {
    switch action {
    case .callBack: askToCall()
    case .callAnyway: return callAnyway()
    case .presence: layers.append(.presence(PresenceList()))
    case .retryPush: return outbox.list.selected.map { [.retryPush($0.id)] } ?? []
    case .retryAllPushes: return [.retryPush(nil)]
    case .dropPush: return outbox.list.selected.map { [.dropPush($0.id)] } ?? []
    case .openPush: openPush()
    default: break
    }
    return []
  }

  private mutating func openPush() {
    switch outbox.list.selected?.subject {
    case .contact(let id): layers.append(.client(ClientCard(id)))
    case .number(let number): showContacts(with: number)
    case .organization, nil: break
    }
  }

  /// What is read of the provider's for the screen and the message line.
  mutating func providerLoads() -> [Effect] {
    var effects: [Effect] = []
    if providerFreshness.request() { effects.append(.loadProviderStatus) }
    if screen == .settings, settings.page == .outbox { effects += outbox.loads() }
    return effects + presenceLoads()
  }

  /// What is not as it should be with the provider, the worst first.
  var providerSentence: Message? {
    let ready = provider.filter(\.isReady)
    let troubles = ready.flatMap { status in status.troubles.map { (status, $0) } }
    let name = ready.count > 1
    func said(_ status: ProviderStatus, _ text: String) -> String {
      name ? "\(status.name): \(text)" : text
    }
    if let (status, trouble) = troubles.first(where: { $0.1.notBefore == nil }) {
      return Message(text: said(status, words.sentence(trouble.problem)), role: .error)
    }
    if let (status, trouble) = troubles.first {
      return Message(text: said(status, sentence(trouble)), role: .warning)
    }
    if let status = ready.first(where: \.isClockWrong) {
      let minutes = String(abs(status.skew) / 60)
      return Message(text: said(status, words(.clockIsWrong, minutes)), role: .warning)
    }
    let refused = ready.map(\.refused).reduce(0, +)
    if refused > 0 { return Message(text: words(.pushesRefused, String(refused)), role: .warning) }
    return nil
  }

  /// Whether nothing is asked any more until somebody changes an integration.
  var isProviderStopped: Bool {
    provider.contains { status in
      status.isReady && status.troubles.contains { $0.notBefore == nil }
    }
  }

  /// What is wrong, and when it is tried again.
  func sentence(_ trouble: ProviderStatus.Trouble) -> String {
    let text = words.sentence(trouble.problem)
    return trouble.notBefore.map { text + " " + words(.nextTry, wording.clock($0)) } ?? text
  }
}
