import Domain

@testable import TUI

/// A console without a terminal: keys in, screens out, its effects answered by a `FakeStore`.
struct Console {
  var state: ConsoleState
  var store: FakeStore
  /// Whether each update is painted at once and nothing happens for a moment, as with a user who
  /// looks before he types.
  var paints = true

  init(
    _ columns: Int = 80, _ rows: Int = 24, store: FakeStore = Sample.store,
    language: Language = .english, notices: NoticeSettings = NoticeSettings()
  ) {
    state = ConsoleState(
      Configuration(
        size: Size(columns: columns, rows: rows), now: Sample.now, language: language,
        notices: notices))
    self.store = store
    send(.listenerChanged(.listening(address: "127.0.0.1:8080")))
    send(.clock(Sample.now))
  }

  /// Sends events one after another and answers all that they ask for.
  mutating func send(_ events: Event...) {
    settle(events)
    if paints { settle([.painted, .idle]) }
  }

  private mutating func settle(_ events: [Event]) {
    var waiting = events[...]
    while let event = waiting.popFirst() {
      for effect in update(&state, event) { waiting += store.answer(effect) }
    }
  }

  /// Presses keys, each painted before the next.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  /// Types characters, each as a key of its own.
  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// A new or changed call is committed, by this console's listener or another's.
  mutating func arrive(_ call: Call, prompting: Bool = false) {
    store.calls.removeAll { $0.id == call.id }
    store.calls.append(call)
    if prompting, let number = call.client {
      store.prompts.removeAll { $0 == number }
      store.prompts.insert(number, at: 0)
    }
    send(.storeChanged)
  }

  var frame: Frame { render(state) }
  var screen: String { frame.text.joined(separator: "\n") }
}
