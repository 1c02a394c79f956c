import TUI

/// What a user has decided in his configuration file.
struct Config: Equatable {
  var recordings = RecordingSettings()
  var view = ViewSettings()
  var terminal = TerminalSettings()
  var notices = NoticeSettings()
  var keys = KeySettings()
}

/// How a user's console looks and sounds to him.
struct ViewSettings: Equatable {
  /// Nil for that of the environment.
  var language: Language?
  /// Nil for what suits the terminal.
  var theme: Theme?
}
