import Domain

@testable import TUI

/// A console on the screens 2 to 6: a `FakeStore` that also knows whose calls and orders are whose,
/// who waits for a call, how the days went and which provider is connected.
struct Desk {
  var state: ConsoleState
  var store: FakeStore
  var callBacks: [CallBackEntry] = []
  /// Newest first; the first one is today's.
  var days: [CallTally] = []
  /// Employees, sources and repeat callers of the Statistics screen, beside the usual ones.
  var figureNames: [String] = []
  var integrations: [Integration] = []
  private(set) var asked: [Effect] = []

  init(
    _ columns: Int = 80, _ rows: Int = 24, store: FakeStore = Sample.store,
    language: Language = .english, keymap: Keymap = .standard, version: String = "1.0.0"
  ) {
    state = ConsoleState(
      Configuration(
        size: Size(columns: columns, rows: rows), now: Sample.now, language: language,
        keymap: keymap, version: version))
    self.store = store
    send(.listenerChanged(.listening(address: "127.0.0.1:8080")))
  }

  /// Sends an event and answers all that it asks for.
  mutating func send(_ event: Event) {
    var waiting = [event][...]
    while let event = waiting.popFirst() {
      for effect in update(&state, event) { waiting += answer(effect) }
    }
    _ = update(&state, .painted)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// What was asked of the store since the last time.
  mutating func takeAsked() -> [Effect] {
    defer { asked = [] }
    return asked
  }

  private mutating func answer(_ effect: Effect) -> [Event] {
    asked.append(effect)
    var own = store
    switch effect {
    case .loadLog(let request) where request.contact != nil:
      own.calls = store.calls.filter {
        $0.contact?.id == request.contact && $0.start >= request.filter.since ?? $0.start
      }
      return own.answer(effect)
    case .loadCallBacks: return [.callBacksLoaded(callBacks)]
    case .settleCallBack(let number):
      callBacks.removeAll { $0.number == number }
      return [.done(effect), .storeChanged]
    case .loadStatistics(let days):
      return [.statisticsLoaded(days, Sample.statistics(days, self.days, names: figureNames))]
    case .loadIntegrations:
      return [.integrationsLoaded(integrations, base: "http://127.0.0.1:8080")]
    case .copy: return [.copied(.terminal)]
    case .createIntegration, .updateIntegration, .setAvailable, .rotateToken, .removeIntegration:
      return answerIntegrations(effect)
    default: return store.answer(effect)
    }
  }

  var frame: Frame { render(state) }
  var screen: String { frame.text.joined(separator: "\n") }

  /// All but the first line and the last two, which every screen has.
  var body: String { frame.text.dropFirst().dropLast(2).joined(separator: "\n") }
}
