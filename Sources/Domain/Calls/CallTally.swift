/// A day's calls in numbers, for the status line.
public struct DayFigures: Equatable, Sendable {
  /// Every call of the day, internal ones too.
  public var total: Int
  public var answered: Int
  /// Incoming calls that nobody took; an outgoing call that was not reached is none.
  public var missed: Int

  public init(total: Int = 0, answered: Int = 0, missed: Int = 0) {
    self.total = total
    self.answered = answered
    self.missed = missed
  }

  public static func += (sum: inout DayFigures, more: DayFigures) {
    sum.total += more.total
    sum.answered += more.answered
    sum.missed += more.missed
  }
}
