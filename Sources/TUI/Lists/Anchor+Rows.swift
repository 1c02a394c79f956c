import Domain

extension Anchor {
  /// How many rows a page has that begins a list anew: two views to a side, as it is waited for. Nil
  /// for one that goes on with what is there.
  /// - Parameter height: lines of a view.
  func rows(height: Int) -> Int? {
    switch self {
    case .first, .last: height * 2 + 1
    case .around: height * 4 + 1
    case .after, .before: nil
    }
  }
}
