import Domain
import Testing

@Suite struct LocalHoursTests {
  /// Instants and the hour of which day they are in; in Kyiv clocks change on 29 March and 25 October.
  static let hours: [(zone: String, instant: String, day: String, hour: Int)] = [
    ("Europe/Kyiv", "2026-03-29 00:59:59", "2026-03-29", 2),
    ("Europe/Kyiv", "2026-03-29 01:00:00", "2026-03-29", 4),
    ("Europe/Kyiv", "2026-03-29 20:59:59", "2026-03-29", 23),
    ("Europe/Kyiv", "2026-03-29 21:00:00", "2026-03-30", 0),
    // The hour from three to four comes twice.
    ("Europe/Kyiv", "2026-10-25 00:30:00", "2026-10-25", 3),
    ("Europe/Kyiv", "2026-10-25 01:30:00", "2026-10-25", 3),
    ("Europe/Kyiv", "2026-10-25 02:00:00", "2026-10-25", 4),
    ("Europe/Kyiv", "2026-10-25 21:59:59", "2026-10-25", 23),
    ("Asia/Kathmandu", "2026-06-01 18:14:59", "2026-06-01", 23),
    ("Asia/Kathmandu", "2026-06-01 18:15:00", "2026-06-02", 0),
    // Midnight is skipped there when summer time begins.
    ("Africa/Cairo", "2026-04-23 22:00:00", "2026-04-24", 1),
    ("Australia/Lord_Howe", "2026-10-03 15:30:00", "2026-10-04", 2),
  ]

  @Test(arguments: hours) func anInstantIsInItsHour(
    _ zone: String, _ instant: String, _ day: String, _ hour: Int
  ) throws {
    let zone = try #require(Zone(identifier: zone))
    let day = try #require(clock("\(day) 00:00:00")).date
    let hours = LocalHours(day.advanced(byDays: -200)...day.advanced(byDays: 200), in: zone)
    #expect(hours.place(of: utc(instant).milliseconds) == 200 * 24 + hour)
  }

  @Test(arguments: ["Europe/Kyiv", "UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"])
  func isWhatTheZoneSays(_ name: String) throws {
    let zone = try #require(Zone(identifier: name))
    let first = try #require(CivilDate(year: 2025, month: 12, day: 30))
    let days = first...first.advanced(byDays: 400)
    let hours = LocalHours(days, in: zone)
    #expect(hours.bounds.lowerBound == zone.start(of: first).milliseconds)
    #expect(hours.place(of: hours.bounds.lowerBound - 1) == nil)
    #expect(hours.place(of: hours.bounds.upperBound) == nil)
    for instant in stride(from: hours.bounds.lowerBound, to: hours.bounds.upperBound, by: 577_123) {
      let time = zone.civilTime(at: Timestamp(milliseconds: instant))
      let day = time.date.daysSinceEpoch - first.daysSinceEpoch
      #expect(hours.place(of: instant) == day * 24 + time.hour)
    }
  }

  @Test func theLongestPeriodIsMadeAtOnce() throws {
    let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
    let hours = LocalHours(last.advanced(byDays: 1 - StatisticsPeriod.limit)...last, in: .kyiv)
    #expect(hours.dayCount == StatisticsPeriod.limit)
    #expect(hours.place(of: .max) == nil && hours.place(of: .min) == nil)
  }
}
