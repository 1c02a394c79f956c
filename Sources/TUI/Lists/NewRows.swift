/// How many rows of a list that follows stand before the first one that was seen: they came while
/// the view was somewhere else.
struct NewRows<Row: ListRow>: Equatable, Sendable {
  /// Counted no further.
  static var limit: Int { 1000 }

  /// The first row's place, when the list's beginning was last on the screen.
  private(set) var seen: Row.Position?
  private(set) var count = 0
  private var freshness = Freshness(isStale: false)

  init(seen: Row.Position? = nil) {
    self.seen = seen
    if seen != nil { freshness.invalidate() }
  }

  /// - Parameter first: of the whole list, in which a filter may have left rows out.
  mutating func markSeen(_ first: Row?) {
    count = 0
    freshness = Freshness(isStale: false)
    guard let place = first?.position else { return }
    if let seen, Row.precedes(seen, place) { return }
    seen = place
  }

  mutating func invalidate() {
    freshness.invalidate()
  }

  /// The place to count from now; nil where the count is known or on its way.
  mutating func request() -> Row.Position? {
    guard let seen, freshness.request() else { return nil }
    return seen
  }

  /// Takes in an answer, unless more has been seen by now.
  mutating func load(than seen: Row.Position, _ count: Int) {
    guard seen == self.seen else { return }
    freshness.settle()
    self.count = count
  }

  mutating func loadFailed() {
    freshness.settle()
  }
}
