/// How text went to the user's clipboard.
public enum ClipboardWay: Equatable, Sendable {
  /// The terminal was asked (OSC 52): whether it did so it does not say.
  case terminal
  /// A program of that name took it.
  case program(String)
  case tooLong
}

extension Words {
  func copied(_ way: ClipboardWay) -> String {
    switch way {
    case .terminal: self(.copiedByTerminal)
    case .program(let name): self(.copiedByProgram, name)
    case .tooLong: self(.copyTooLong)
    }
  }
}
