import TUI

/// What another thread tells the main one.
enum Message: Equatable, Sendable {
  case event(Event)
  case signal(Signals.Wish)
  /// The demo's store is filled and can be opened.
  case demoReady(path: String)
}
