/// How long the provider is left alone after failures: twice as long after each, with chance in it,
/// so that many shops do not come back at the same moment.
public enum RetryPause {
  /// Seconds after the first failure, and the most after any number of them.
  static let first: Int64 = 5
  static let longest: Int64 = 15 * 60
  /// The longest that the provider itself may ask for.
  public static let limit: Int64 = 24 * 3600

  /// - Parameters:
  ///   - failures: in a row; 1 after the first.
  ///   - retryAfter: the seconds the provider has asked for: never less than that.
  ///   - chance: 0...1.
  /// - Returns: milliseconds.
  public static func milliseconds(
    failures: Int, retryAfter: Int64? = nil, chance: Double
  ) -> Int64 {
    let doublings = min(max(0, failures - 1), 16)
    let pause = min(longest, first << Int64(doublings))
    let share = 0.75 + 0.5 * min(max(0, chance), 1)
    let asked = min(max(0, retryAfter ?? 0), limit) * 1000
    return max(asked, Int64(Double(pause * 1000) * share))
  }
}
