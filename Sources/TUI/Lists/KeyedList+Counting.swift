/// How many rows a list has, and which place its selected one has among them.
extension KeyedList {
  /// Whether to ask now how many rows the list has and how many stand before the selected one.
  mutating func nextCount() -> Bool {
    guard counting == .wanted, pending == nil, wanted == nil, !isResting else { return false }
    counting = .asked
    return true
  }

  /// Whether to ask now how many rows stand before the first one seen, and which that is.
  mutating func nextNews() -> Row.Position? {
    follows && !isFollowing ? news.request() : nil
  }

  /// Takes in a count that was asked for.
  /// - Parameters:
  ///   - total: nil where it could not be counted; the next page asks again.
  ///   - before: how many rows stand before the place `position`.
  mutating func loadCount(_ total: Int?, before: Int?, position: Row.Position?) {
    counting = .settled
    window.count(total)
    guard let before, let index = position.flatMap(window.index(at:)) else { return }
    window.place(index, at: before)
  }
}
