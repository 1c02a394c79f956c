import TUI

extension Event {
  /// The key that it is.
  var key: Key? {
    if case .key(let key) = self { key } else { nil }
  }
}
