import Domain

/// The console in lines of text.
extension Phrase {
  static let readerHelp = Phrase("h: what can be typed, q: quit", "h: команди, q: вийти")
  static let readerCreate = Phrase(
    "Type c and a name to create the contact.", "Введіть c та ім’я, щоб створити контакт.")
  static let readerOrder = Phrase("order {} {}", "замовлення {} {}")
  static let readerUnknown = Phrase(
    "“{}” is no command; h says which there are.", "Немає команди «{}»; h покаже, які є.")
  static let readerCalls = Phrase("the last calls", "останні дзвінки")
  static let readerCallBacks = Phrase("who waits for a call", "хто чекає на дзвінок")
  static let readerCreateContact = Phrase(
    "a name behind it creates the newest new client's contact",
    "ім’я за нею створює контакт найновішого клієнта")
  static let readerNotNow = Phrase(
    "not now: the newest new client is not asked about", "не зараз: про цього клієнта не питати")
  static let readerThis = Phrase("these lines", "ці рядки")
  static let spokenIn = Phrase("incoming", "вхідний")
  static let spokenOut = Phrase("outgoing", "вихідний")
  static let spokenCallback = Phrase("callback", "зворотний")
  static let spokenInternal = Phrase("internal", "внутрішній")
  static let listensAt = Phrase("Calls are received at {}.", "Дзвінки приймаються на {}.")
  static let listensNot = Phrase("Calls are not received.", "Дзвінки не приймаються.")
}

extension CallType {
  /// Without the arrow that stands in lists.
  var spoken: Phrase {
    switch self {
    case .incoming: .spokenIn
    case .outgoing: .spokenOut
    case .callback: .spokenCallback
    case .internal: .spokenInternal
    }
  }
}

extension ConsoleState {
  /// Who takes the provider's deliveries, as a sentence.
  func sentence(_ status: ListenerStatus) -> String {
    switch status {
    case .listening(let address): words(.listensAt, address)
    case .other(let pid, let user, let address):
      words(.listenerOther, user, String(pid), address)
    case .waiting(let address): words(.listenerWaiting, address)
    case .off: words(.listensNot)
    case .failed(let sentence): sentence
    }
  }
}
