import Domain

extension [SecondsRule] {
  /// What passes all of them; nil where nothing can.
  var range: ClosedRange<Int>? {
    var (low, high) = (Int.min, Int.max)
    for rule in self {
      switch rule.relation {
      case .less: high = Swift.min(high, rule.seconds - 1)
      case .atMost: high = Swift.min(high, rule.seconds)
      case .equal: (low, high) = (Swift.max(low, rule.seconds), Swift.min(high, rule.seconds))
      case .atLeast: low = Swift.max(low, rule.seconds)
      case .more: low = Swift.max(low, rule.seconds + 1)
      }
    }
    return low <= high ? low...high : nil
  }
}
