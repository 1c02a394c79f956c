/// How many rows a list has with nothing left out: the second number of "12 of 340". Read while
/// something is left out.
struct WholeTotal: Equatable, Sendable {
  private(set) var value: Int?
  private var freshness = Freshness()

  /// Whether to ask now.
  mutating func request() -> Bool {
    freshness.request()
  }

  mutating func load(_ total: Int) {
    freshness.settle()
    value = total
  }

  mutating func loadFailed() {
    freshness.settle()
  }

  mutating func invalidate() {
    freshness.invalidate()
  }
}
