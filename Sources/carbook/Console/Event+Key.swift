import TUI

extension Event {
  /// The key that it is.
  var key: Key? {
    if case .key(let key) = self { key } else { nil }
  }

  /// The character that was typed.
  var character: Character? {
    if case .key(.character(let character)) = self { character } else { nil }
  }
}
