import TUI

/// What another thread tells the main one.
enum Message: Equatable, Sendable {
  case event(Event)
  case signal(Signals.Wish)
  /// A program has taken what was to be copied; nil where it could not.
  case copied(Effect, String, by: String?)
  /// The demo's store is filled and can be opened.
  case demoReady(path: String)
}
