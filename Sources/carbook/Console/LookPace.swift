/// When a store that changes is read anew: after a change or two at once, of a flood of deliveries 40
/// times a second and not 500. (The generic cell rate algorithm of ITU-T I.371.)
struct LookPace {
  /// Between two changes that are shown while others go on coming, in milliseconds.
  static let interval: Int64 = 25
  /// So many are shown one right after the other, once it has been quiet.
  static let burst: Int64 = 3

  /// When all that were shown would have been at an even pace.
  private var even: Int64 = 0

  /// Milliseconds until the next may be shown.
  /// - Parameter now: in milliseconds, of a clock that only goes forward.
  func wait(now: Int64) -> Int64 {
    max(0, even - (LookPace.burst - 1) * LookPace.interval - now)
  }

  /// A change was found and is shown. A look that finds none is for nothing and costs nothing.
  mutating func found(now: Int64) {
    even = max(even, now) + LookPace.interval
  }

  /// What comes next is shown at once.
  mutating func forget() {
    even = 0
  }
}
