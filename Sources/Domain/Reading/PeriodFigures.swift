/// A period's calls in numbers, for the Statistics screen.
public struct PeriodFigures: Equatable, Sendable {
  public struct Day: Equatable, Sendable {
    public let date: CivilDate
    public let figures: DayFigures

    public init(date: CivilDate, figures: DayFigures) {
      self.date = date
      self.figures = figures
    }
  }

  /// Oldest first, days without a call included.
  public let days: [Day]

  public init(days: [Day]) {
    self.days = days
  }
}
