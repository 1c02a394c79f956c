import TUI

/// What came from the terminal.
public enum Input: Equatable, Sendable {
  case key(Key)
  /// The terminal's window is the one that is typed into, or is not any more.
  case focus(Bool)
  /// The window has a new size; the picture has to be drawn again.
  case resized(Size)
  /// The terminal is gone and never comes back: the program has to end.
  case hangup
}
