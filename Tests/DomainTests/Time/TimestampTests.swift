import Domain
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (Int64(0), Int64(0)), (999, 0), (1000, 1), (-1, -1), (-1000, -1), (-1001, -2),
    (.max, 9_223_372_036_854_775), (.min, -9_223_372_036_854_776),
  ])
  func wholeSecondsAreRoundedDown(_ milliseconds: Int64, _ seconds: Int64) {
    #expect(Timestamp(milliseconds: milliseconds).seconds == seconds)
  }

  @Test func theEndsOfTheRangeAreKept() {
    #expect(Timestamp(seconds: .max).milliseconds == .max)
    #expect(Timestamp(seconds: .min).milliseconds == .min)
    #expect(Timestamp(milliseconds: .max).advanced(bySeconds: 1).milliseconds == .max)
    #expect(Timestamp(milliseconds: .min).advanced(bySeconds: .min).milliseconds == .min)
    #expect(Timestamp(seconds: 5).advanced(bySeconds: -6).milliseconds == -1000)
    #expect(Timestamp(seconds: 5).seconds(since: Timestamp(milliseconds: 4999)) == 1)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (1_795_251_043_999, "2026-11-21T08:50:43Z"),
    (-1, "1969-12-31T23:59:59Z"), (.max, "9999-12-31T23:59:59Z"), (.min, "0001-01-01T00:00:00Z"),
  ])
  func written(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
  }

  @Test func timesOfDay() throws {
    let date = try #require(CivilDate(year: 2026, month: 1, day: 2))
    #expect(CivilTime(date: date, hour: 9, minute: 5, second: 0)?.clock == "09:05")
    for (hour, minute, second) in [(24, 0, 0), (0, 60, 0), (0, 0, 60), (-1, 0, 0), (0, 0, -1)] {
      #expect(CivilTime(date: date, hour: hour, minute: minute, second: second) == nil)
    }
  }
}
