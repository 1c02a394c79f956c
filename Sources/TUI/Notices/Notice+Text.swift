import Domain

extension Notice {
  /// What a desktop shows: `Missed call`, `Іваненко Олена, +380 67 000 11 22, 14:31`.
  /// - Parameters:
  ///   - zone: in which the time is told.
  ///   - tellsWho: whether name and number are said.
  public func text(
    in language: Language, zone: Zone, tellsWho: Bool
  ) -> (title: String, body: String) {
    let words = Words(language: language)
    guard count == 1 else { return (words.count(count, kind.noun), "") }
    guard tellsWho else { return (words(kind.phrase), "") }
    let wording = Wording(words: words, zone: zone, now: at)
    let who = [name, wording.number(number)].compactMap { $0 }.joined(separator: ", ")
    let time = wording.clock(at)
    return (
      words(kind.phrase), kind == .callBackDue ? words(.waitsSince, who, time) : "\(who), \(time)"
    )
  }
}

extension Notice.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .newClient: .newClientPrompt
    case .missedCall: .noticeMissed
    case .callBackDue: .noticeDue
    }
  }

  fileprivate var noun: Noun {
    switch self {
    case .newClient: .newClient
    case .missedCall: .missedCall
    case .callBackDue: .waitingClient
    }
  }
}
