import Domain
import Testing

@Suite struct WorkingHoursTests {
  @Test(
    "Hours are read as people write them, and said in one way",
    arguments: [
      ("mon-fri 09:00-18:00, sat 10:00-15:00", "mon-fri 09:00-18:00, sat 10:00-15:00"),
      ("пн-пт 9-18; сб 10:00-15:00", "mon-fri 09:00-18:00, sat 10:00-15:00"),
      ("Mon 9:00-13:00 14:00-18:00", "mon 09:00-13:00 14:00-18:00"),
      ("mon 14-18, mon 9-13", "mon 09:00-13:00 14:00-18:00"),
      ("sat-mon 10-12", "mon 10:00-12:00, sat-sun 10:00-12:00"),
      ("fri 22:00-06:00", "fri 22:00-06:00"), ("sun 0-24", "sun 00:00-24:00"),
      ("sun 20-0", "sun 20:00-24:00"), ("", ""), (" , ", ""), ("tue 9-18,", "tue 09:00-18:00"),
    ])
  func reads(_ typed: String, _ said: String) {
    let hours = WorkingHours(days: typed, holidays: "")
    #expect(hours?.daysText() == said)
    #expect(hours.flatMap { WorkingHours(days: $0.daysText(), holidays: "") } == hours)
  }

  @Test(
    "What cannot be read is refused whole",
    arguments: [
      "mon", "9-18", "mon 9", "mon 9-", "mon 25-26", "mon 9:5-18", "mon 9:60-18", "mon 24:01-3",
      "mon 9-9", "day 9-18", "mon-fri-sun 9-18", "mon +9-18", "mon 9-18 x", "mon 24-24",
    ])
  func refuses(_ typed: String) {
    #expect(WorkingHours.days(typed) == nil)
  }

  @Test(arguments: [
    ("2026-12-25, 01-01", "2026-12-25, 01-01"), ("02-29", "02-29"), ("", ""),
    ("01-01 01-01", "01-01"),
  ])
  func readsHolidays(_ typed: String, _ said: String) {
    #expect(WorkingHours(days: "", holidays: typed)?.holidaysText == said)
  }

  @Test(arguments: ["02-30", "2026-02-29", "13-01", "1", "26-12-25", "2026-12", "a-b", "--"])
  func refusesHolidays(_ typed: String) {
    #expect(WorkingHours.holidays(typed) == nil)
  }

  @Test(
    "Open by the clock on the shop's wall, in winter and in summer",
    arguments: [
      // Friday, in winter: Kyiv is UTC+2
      ("2026-11-20 06:59:59", false), ("2026-11-20 07:00:00", true),
      ("2026-11-20 15:59:59", true), ("2026-11-20 16:00:00", false),
      // Friday, in summer: UTC+3
      ("2026-07-17 05:59:59", false), ("2026-07-17 06:00:00", true),
      ("2026-07-17 14:59:59", true), ("2026-07-17 15:00:00", false),
      // Saturday, Sunday
      ("2026-11-21 08:30:00", true), ("2026-11-21 13:30:00", false),
      ("2026-11-22 10:00:00", false),
      // a holiday of that year, of every year, and not of another
      ("2026-12-25 10:00:00", false), ("2027-01-01 10:00:00", false),
      ("2025-12-25 10:00:00", true),
    ])
  func isOpen(_ instant: String, _ isOpen: Bool) throws {
    let hours = try #require(
      WorkingHours(
        days: "mon-fri 9-18, sat 10-15", holidays: "2026-12-25 01-01"))
    #expect(hours.isOpen(at: utc(instant), in: .kyiv) == isOpen)
  }

  @Test(
    "Nights and the hours that summer time repeats and skips",
    arguments: [
      // Saturday night, into Sunday 25 October 2026: 03:00-04:00 comes twice, and both are open
      ("2026-10-24 18:59:00", false), ("2026-10-24 19:00:00", true),
      ("2026-10-25 00:30:00", true), ("2026-10-25 01:30:00", true),
      ("2026-10-25 02:29:00", true), ("2026-10-25 02:30:00", false),
      // 29 March 2026: 03:00-04:00 does not come
      ("2026-03-29 00:59:00", true), ("2026-03-29 01:00:00", true),
      ("2026-03-29 01:29:00", true), ("2026-03-29 01:30:00", false),
      // a holiday's night does not begin, the night before it goes on
      ("2026-11-28 20:30:00", false), ("2026-11-28 01:00:00", true),
    ])
  func nights(_ instant: String, _ isOpen: Bool) throws {
    let hours = try #require(WorkingHours(days: "fri-sat 22:00-04:30", holidays: "2026-11-28"))
    #expect(hours.isOpen(at: utc(instant), in: .kyiv) == isOpen)
  }
}
