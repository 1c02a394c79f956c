import CNcurses

/// Why the console cannot use the terminal, in one sentence.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  case notATerminal
  case unknownTerminal(String)
  case tooSimple(String)
  case noUnicodeLocale
  case failed

  public var description: String {
    switch self {
    case .notATerminal:
      "The console needs a terminal for its input and output; use `carbook listen` without one."
    case .unknownTerminal(""):
      "The terminal's type is not set; try TERM=xterm-256color."
    case .unknownTerminal(let name):
      "This system does not know the terminal type TERM=\(name); try TERM=xterm-256color."
    case .tooSimple(let name):
      "The terminal type TERM=\(name) cannot place its cursor; try TERM=xterm-256color."
    case .noUnicodeLocale: "This system has no UTF-8 locale, not even C.UTF-8."
    case .failed: "The terminal could not be set up."
    }
  }

  init(_ failure: cn_failure, term: String) {
    self =
      switch failure {
      case CN_NOT_A_TERMINAL: .notATerminal
      case CN_UNKNOWN_TERMINAL: .unknownTerminal(term)
      case CN_TOO_SIMPLE: .tooSimple(term)
      default: .failed
      }
  }
}
