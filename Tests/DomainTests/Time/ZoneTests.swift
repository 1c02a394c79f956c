import Domain
import Testing

@Suite struct ZoneTests {
  /// In Kyiv summer time lasts from 29 March to 25 October 2026, both changes at 01:00 UTC.
  @Test(arguments: [
    ("2026-03-29 00:59:59", "2026-03-29T02:59:59"), ("2026-03-29 01:00:00", "2026-03-29T04:00:00"),
    ("2026-10-25 00:59:59", "2026-10-25T03:59:59"), ("2026-10-25 01:00:00", "2026-10-25T03:00:00"),
    ("2026-12-31 22:00:00", "2027-01-01T00:00:00"), ("2026-06-30 20:59:59", "2026-06-30T23:59:59"),
  ])
  func fromAnInstant(_ instant: String, _ shown: String) {
    #expect(Zone.kyiv.civilTime(at: utc(instant)).iso8601 == shown)
  }

  @Test(arguments: [
    ("2026-01-15 12:00:00", ["2026-01-15 10:00:00"]),
    ("2026-08-08 11:11:11", ["2026-08-08 08:11:11"]),
    // skipped: as if the clock had not been put forward
    ("2026-03-29 02:59:59", ["2026-03-29 00:59:59"]),
    ("2026-03-29 03:00:00", ["2026-03-29 01:00:00"]),
    ("2026-03-29 03:30:00", ["2026-03-29 01:30:00"]),
    ("2026-03-29 04:00:00", ["2026-03-29 01:00:00"]),
    // repeated
    ("2026-10-25 02:59:59", ["2026-10-24 23:59:59"]),
    ("2026-10-25 03:00:00", ["2026-10-25 00:00:00", "2026-10-25 01:00:00"]),
    ("2026-10-25 03:59:59", ["2026-10-25 00:59:59", "2026-10-25 01:59:59"]),
    ("2026-10-25 04:00:00", ["2026-10-25 02:00:00"]),
  ])
  func toInstants(_ shown: String, _ instants: [String]) throws {
    #expect(Zone.kyiv.instants(of: try #require(clock(shown))) == instants.map(utc))
  }

  @Test(arguments: [
    ("Europe/Kyiv", "2026-03-29", "2026-03-28 22:00:00"),
    ("Europe/Kyiv", "2026-03-30", "2026-03-29 21:00:00"),
    ("Europe/Kyiv", "2026-10-25", "2026-10-24 21:00:00"),
    ("Europe/Kyiv", "2026-10-26", "2026-10-25 22:00:00"),
    // a day without a midnight, and one with two
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04 03:00:00"),
    ("America/Havana", "2026-11-01", "2026-11-01 04:00:00"),
    ("UTC", "2026-11-01", "2026-11-01 00:00:00"),
  ])
  func startOfADay(_ identifier: String, _ day: String, _ start: String) throws {
    let zone = try #require(Zone(identifier: identifier))
    let date = try #require(clock(day + " 00:00:00")).date
    #expect(zone.start(of: date) == utc(start))
    #expect(zone.date(at: utc(start)) == date)
    #expect(zone.date(at: Timestamp(milliseconds: utc(start).milliseconds - 1)) < date)
  }

  @Test func unknownZones() {
    #expect(Zone(identifier: "Europe/Atlantis") == nil)
    #expect(Zone.kyiv.identifier.hasPrefix("Europe/"))
  }

  @Test func theEndsOfTheRangeDoNotTrap() throws {
    for milliseconds in [Int64.min, .max] {
      let date = Zone.kyiv.date(at: Timestamp(milliseconds: milliseconds))
      _ = Zone.kyiv.start(of: date)
    }
  }
}
