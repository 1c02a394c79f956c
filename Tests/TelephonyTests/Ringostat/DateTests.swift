import Domain
import Telephony
import Testing

/// Every spelling of a start (provider facts, "Values"), and which of two readings is meant.
@Suite struct DateTests {
  @Test(arguments: [
    // the project's wall clock, Kyiv: UTC+3 in summer, UTC+2 in winter
    ("2026-08-08 11:11:11", utc(2026, 8, 8, 8, 11, 11)),
    ("2024-11-11 11:04:41", utc(2024, 11, 11, 9, 4, 41)),
    ("2026-08-08T11:11:11", utc(2026, 8, 8, 8, 11, 11)),
    ("2026-08-08 11:11", utc(2026, 8, 8, 8, 11, 0)),
    (" 2026-08-08 11:11:11 ", utc(2026, 8, 8, 8, 11, 11)),
    // encoded once too often
    ("2026-08-08+11%3A11%3A11", utc(2026, 8, 8, 8, 11, 11)),
    ("2026-08-08%2011:11:11", utc(2026, 8, 8, 8, 11, 11)),
    // with an offset
    ("2019-06-02T09:13:43+0300", utc(2019, 6, 2, 6, 13, 43)),
    ("2019-06-02T09:13:43+03:00", utc(2019, 6, 2, 6, 13, 43)),
    ("2019-06-02 09:13:43 +03", utc(2019, 6, 2, 6, 13, 43)),
    ("2019-06-02T09:13:43-0330", utc(2019, 6, 2, 12, 43, 43)),
    ("2019-06-02T09:13:43Z", utc(2019, 6, 2, 9, 13, 43)),
    ("2019-06-02t09:13:43.250Z", Timestamp(milliseconds: 1_559_466_823_250)),
    // a "+" that a query turned into a blank
    ("2019-06-02T09:13:43 0300", utc(2019, 6, 2, 6, 13, 43)),
    // counted from 1970
    ("1786176671", utc(2026, 8, 8, 8, 11, 11)),
    ("1786176671.25", Timestamp(milliseconds: 1_786_176_671_250)),
    ("1786176671250", Timestamp(milliseconds: 1_786_176_671_250)),
    ("1786176671250999", Timestamp(milliseconds: 1_786_176_671_250)),
    ("2028-02-29 12:00:00", utc(2028, 2, 29, 10, 0, 0)),
  ])
  func understood(_ text: String, _ start: Timestamp) {
    #expect(fields("date", text)?.start == start)
  }

  @Test(arguments: [
    "2026-02-29 12:00:00", "2026-13-01 12:00:00", "2026-00-10 12:00:00", "2026-04-31 12:00:00",
    "2026-08-08 24:00:00", "2026-08-08 12:60:00", "2026-08-08 12:00:60", "0000-00-00 00:00:00",
    "2026-08-08", "11:11:11", "08.08.2026 11:11:11", "2026-8-8 11:11:11", "26-08-08 11:11:11",
    "2026-08-08 11:11:11 Kyiv", "2026-08-08T11:11:11+3", "2026-08-08T11:11:11+1500",
    "2026-08-08T11:11:11+03:60", "2026-08-08T11:11:11+0300x", "2026-08-08 11:11:11.",
    "1999-12-31 12:00:00", "2100-01-02 12:00:00", "0", "1", "3333333333333333333333333",
    "17861766", "-1786176671", "1786176671.", "1786176671.x", "17861766712", "today", "٢٠٢٦",
  ])
  func notUnderstood(_ text: String) {
    #expect(fields("date", text) == CallFields())
  }

  /// On 25 October 2026 the clock in Kyiv shows 03:30 twice: at 00:30 and at 01:30 UTC.
  @Test(arguments: [
    ("ua9_-1792888200.5", utc(2026, 10, 25, 1, 31, 0), utc(2026, 10, 25, 0, 30, 0)),
    ("ua9_-1792891800.5", utc(2026, 10, 25, 0, 31, 0), utc(2026, 10, 25, 1, 30, 0)),
    // an id without seconds, or with another day's: the receipt decides
    ("x", utc(2026, 10, 25, 0, 31, 0), utc(2026, 10, 25, 0, 30, 0)),
    ("x", utc(2026, 10, 25, 1, 31, 0), utc(2026, 10, 25, 1, 30, 0)),
    ("3333333333.3333333", utc(2026, 10, 25, 1, 31, 0), utc(2026, 10, 25, 1, 30, 0)),
    // heard of much later: the id's seconds still tell
    ("ua9_-1792888200.5", utc(2026, 11, 9, 1, 31, 0), utc(2026, 10, 25, 0, 30, 0)),
  ])
  func theRepeatedHour(_ id: String, _ received: Timestamp, _ start: Timestamp) {
    let body = "call_id=\(id)&calldate=2026-10-25+03:30:00"
    #expect(event(Delivery(body, received: received))?.fields.start == start)
  }

  @Test func anotherProjectsZone() throws {
    let warsaw = RingostatDialect(
      zone: try #require(Zone(identifier: "Europe/Warsaw")), plan: .ukraine)
    guard case .event(let event) = warsaw.read(Delivery(Sample.form.json)) else {
      Issue.record("not understood")
      return
    }
    #expect(event.fields.start == utc(2026, 8, 8, 9, 11, 11))
  }

  @Test func microsecondsNeedNoZoneAndWin() {
    let body = "call_id=1&date=2026-08-08+12:00:00&calldate_timestamp_micros=1786176671250000"
    #expect(
      event(Delivery(body))?.fields.start == Timestamp(milliseconds: 1_786_176_671_250))
  }
}
