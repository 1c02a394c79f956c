import Domain
import Testing

@Suite struct StatisticsPeriodTests {
  private static let today = clock("2026-11-21 00:00:00")?.date

  private static func date(_ text: String) -> CivilDate? { clock("\(text) 00:00:00")?.date }

  private static func days(_ from: String, _ to: String) -> StatisticsPeriod? {
    guard let from = date(from), let to = date(to) else { return nil }
    return .days(from...to)
  }

  private func text(_ days: ClosedRange<CivilDate>?) -> String? {
    days.map { "\($0.lowerBound.iso8601)..\($0.upperBound.iso8601)" }
  }

  static let periods: [(StatisticsPeriod?, String)] = [
    (.today, "2026-11-21..2026-11-21"), (.yesterday, "2026-11-20..2026-11-20"),
    (.lastDays(7), "2026-11-15..2026-11-21"), (.lastDays(30), "2026-10-23..2026-11-21"),
    (.lastDays(0), "2026-11-21..2026-11-21"), (.lastDays(.max), "2016-11-21..2026-11-21"),
    (.thisMonth, "2026-11-01..2026-11-21"), (.lastMonth, "2026-10-01..2026-10-31"),
    (.thisYear, "2026-01-01..2026-11-21"), (.lastYear, "2025-01-01..2025-12-31"),
    (.month(year: 2024, month: 2), "2024-02-01..2024-02-29"),
    (.month(year: 2026, month: 11), "2026-11-01..2026-11-21"),
    (.year(2024), "2024-01-01..2024-12-31"),
    (days("2026-03-05", "2026-03-07"), "2026-03-05..2026-03-07"),
    (days("2000-01-01", "2026-03-07"), "2000-01-01..2009-12-31"),
  ]

  @Test(arguments: periods) func isThoseDays(_ period: StatisticsPeriod?, _ days: String) throws {
    let today = try #require(Self.today)
    #expect(text(period?.days(today: today)) == days)
  }

  static let moves: [(StatisticsPeriod?, Int, StatisticsPeriod?)] = [
    (.today, -1, .yesterday), (.yesterday, 1, .today), (.today, 1, nil),
    (.yesterday, -1, days("2026-11-19", "2026-11-19")),
    (.lastDays(7), -1, days("2026-11-08", "2026-11-14")),
    (days("2026-11-08", "2026-11-14"), 1, .lastDays(7)), (.lastDays(7), 1, nil),
    (.thisMonth, -1, .lastMonth), (.lastMonth, 1, .thisMonth), (.thisMonth, 1, nil),
    (.lastMonth, -1, .month(year: 2026, month: 9)),
    (.month(year: 2026, month: 1), -1, .month(year: 2025, month: 12)),
    (.month(year: 2026, month: 9), 1, .lastMonth),
    (.thisYear, -1, .lastYear), (.lastYear, -1, .year(2024)), (.year(2024), 1, .lastYear),
    (.lastYear, 1, .thisYear), (.thisYear, 1, nil),
    (days("2026-03-01", "2026-03-03"), -1, days("2026-02-26", "2026-02-28")),
    (.year(1971), -1, nil),
  ]

  @Test(arguments: moves) func movesByItsLength(
    _ period: StatisticsPeriod?, _ step: Int, _ expected: StatisticsPeriod?
  ) throws {
    #expect(period?.moved(by: step, today: try #require(Self.today)) == expected)
  }

  /// The log shows the same days.
  @Test func theFilterIsOfTheSameDays() throws {
    let today = try #require(Self.today)
    let moment = Moment(utc("2026-11-21 12:00:00"), in: .kyiv)
    for period in Self.periods.compactMap(\.0) where period != .lastDays(.max) {
      let days = period.days(today: today)
      let bounds = period.filter(today: today).bounds(at: moment)
      #expect(Zone.kyiv.date(at: bounds.lowerBound) == days.lowerBound)
      let isUntilToday = days.upperBound == today
      #expect(
        Zone.kyiv.date(at: bounds.upperBound.advanced(bySeconds: -1)) == days.upperBound
          || isUntilToday)
    }
  }
}
