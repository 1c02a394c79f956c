import Domain
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11016, 2), (2026, 11, 21, 20778, 6),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5), (1900, 3, 1, -25508, 4),
  ])
  func daysSince1970(_ year: Int, _ month: Int, _ day: Int, _ days: Int, _ weekday: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days) == date)
    #expect(date.weekday == weekday)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    var date = try #require(CivilDate(year: 1999, month: 12, day: 31))
    for _ in 0..<146_097 {
      let next = date.advanced(byDays: 1)
      let sameMonth = next.month == date.month && next.day == date.day + 1
      let newMonth =
        next.day == 1 && date.day == CivilDate.length(ofMonth: date.month, year: date.year)
      guard sameMonth || newMonth, date < next, next.daysSinceEpoch == date.daysSinceEpoch + 1
      else {
        Issue.record("\(date.iso8601) \(next.iso8601)")
        return
      }
      date = next
    }
    #expect(date.iso8601 == "2399-12-31")
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 1, 32), (0, 1, 1), (10000, 1, 1), (2026, .max, .max), (.min, 1, 1),
  ])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func written() {
    #expect(CivilDate(year: 26, month: 3, day: 9)?.iso8601 == "0026-03-09")
    #expect((-7).padded(to: 3) == "-007")
    #expect(1234.padded(to: 2) == "1234")
  }
}
