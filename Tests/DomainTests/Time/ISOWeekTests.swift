import Domain
import Testing

@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2026-11-21", "2026-W47"), ("2026-11-22", "2026-W47"), ("2026-11-23", "2026-W48"),
    // A year that begins on a Thursday has 53 weeks.
    ("2026-01-01", "2026-W01"), ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"),
    ("2027-01-04", "2027-W01"), ("2025-12-29", "2026-W01"), ("2024-12-30", "2025-W01"),
    ("2023-01-01", "2022-W52"), ("2021-01-03", "2020-W53"), ("2000-02-29", "2000-W09"),
  ])
  func isTheWeekOfItsThursday(_ day: String, _ week: String) throws {
    let date = try #require(clock("\(day) 00:00:00")).date
    #expect(ISOWeek(containing: date).iso8601 == week)
  }

  @Test func weeksBeginOnMondayAndFollowEachOther() throws {
    var date = try #require(CivilDate(year: 2019, month: 12, day: 30))
    for _ in 0..<4000 {
      let next = date.advanced(byDays: 1)
      let (week, following) = (ISOWeek(containing: date), ISOWeek(containing: next))
      #expect(next.weekday == 1 ? week < following : week == following)
      date = next
    }
  }
}
