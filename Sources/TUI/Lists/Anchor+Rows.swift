import Domain

extension Anchor {
  /// How many rows a page has that begins a list anew, as it is waited for: two views to a side, and
  /// one where somebody goes there with a key. Nil for one that goes on with what is there.
  /// - Parameter height: lines of a view.
  func rows(height: Int, isLeap: Bool) -> Int? {
    let views = isLeap ? 1 : 2
    return switch self {
    case .first, .last, .from: height * views + 1
    case .around: height * views * 2 + 1
    case .after, .before: nil
    }
  }
}
