/// A stretch of time that calls are counted by: a power of two of milliseconds, so that which one a
/// moment is in takes a shift in SQL as in Swift, before 1970 too.
enum CallSpan: Int64, CaseIterable {
  /// 37 hours.
  case days = 27
  /// 70 minutes.
  case hours = 22

  /// - Parameter start: Unix milliseconds.
  func place(of start: Int64) -> Int64 {
    start >> rawValue
  }

  /// Unix milliseconds.
  func range(of place: Int64) -> ClosedRange<Int64> {
    (place << rawValue)...(place << rawValue | mask)
  }

  /// The stretches that lie wholly in a range; nil where there is none.
  func places(in range: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    let first = place(of: range.lowerBound) + (range.lowerBound & mask == 0 ? 0 : 1)
    let last = place(of: range.upperBound) - (range.upperBound & mask == mask ? 0 : 1)
    return first <= last ? first...last : nil
  }

  private var mask: Int64 { 1 << rawValue - 1 }
}
