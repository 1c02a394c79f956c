import Domain
import Testing

@Suite struct StatisticsTests {
  /// Days from 28 December 2026 (a Monday) on, with their answered and missed calls.
  private func statistics(
    _ days: [(Int, Int)], waits: [(ClosedRange<Int>?, Int)] = []
  ) throws -> Statistics {
    let first = try #require(CivilDate(year: 2026, month: 12, day: 28))
    return Statistics(
      days: days.enumerated().map { index, calls in
        Statistics.Part(
          first.advanced(byDays: index),
          CallTally(total: calls.0 + calls.1 + 1, answered: calls.0, missed: calls.1))
      }, hours: [], missedByHour: [],
      waits: waits.map { Statistics.Part($0, CallTally(total: $1)) }, sources: [], employees: [],
      callers: CallerFigures())
  }

  @Test func weeksAndMonthsAreSumsOfDays() throws {
    let figures = try statistics([(1, 1), (2, 0), (3, 0), (4, 4), (0, 0), (5, 1), (6, 0), (7, 7)])
    #expect(figures.total == CallTally(total: 49, answered: 28, missed: 13))
    #expect(
      figures.weeks == [
        Statistics.Part(
          ISOWeek(containing: figures.days[0].key), CallTally(total: 34, answered: 21, missed: 6)),
        Statistics.Part(
          ISOWeek(containing: figures.days[7].key), CallTally(total: 15, answered: 7, missed: 7)),
      ])
    #expect(figures.months.map(\.key.iso8601) == ["2026-12-28", "2027-01-01"])
    #expect(figures.months.map(\.tally.total) == [19, 30])
    #expect(
      figures.period.map { "\($0.lowerBound.iso8601) \($0.upperBound.iso8601)" }
        == "2026-12-28 2027-01-04")
  }

  @Test func theTrendIsOfTheWeeksThatHadCalls() throws {
    // 50 %, none, 30 %, 20 %.
    let weeks = [(5, 5), (0, 0), (7, 3), (8, 2)]
    let days = weeks.flatMap { [$0] + Array(repeating: (0, 0), count: 6) }
    let trend = try #require(try statistics(days).trend)
    #expect(abs(trend.value(at: 0) - 0.5) < 1e-9 && abs(trend.value(at: 3) - 0.2) < 1e-9)
  }

  @Test func twoWeeksAreNoTrend() throws {
    let weeks = [(5, 5), (0, 0), (7, 3)]
    #expect(
      try statistics(weeks.flatMap { [$0] + Array(repeating: (0, 0), count: 6) }).trend == nil)
  }

  static let shares: [(waits: [Int], share: Double, longest: Int?)] = [
    ([50, 40, 10, 7], 0.5, 29), ([50, 40, 10, 7], 0.51, 59), ([50, 40, 10, 7], 0.9, 59),
    ([50, 40, 10, 7], 1, .max), ([0, 0, 0, 7], 0.5, nil), ([0, 1, 0, 0], 0.5, 59),
  ]

  /// Of the last class the wait is not known.
  @Test(arguments: shares) func aShareOfTheWaits(
    _ counts: [Int], _ share: Double, _ longest: Int?
  ) throws {
    let classes: [ClosedRange<Int>?] = [0...29, 30...59, 60...Int.max, nil]
    #expect(
      try statistics([], waits: Array(zip(classes, counts))).wait(ofShare: share)?.upperBound
        == longest)
  }
}
