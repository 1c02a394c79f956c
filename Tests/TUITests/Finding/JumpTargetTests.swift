import Domain
import Testing

@testable import TUI

@Suite struct JumpTargetTests {
  static let moments: [(String, String)] = [
    ("2026-11-03", "2026-11-03"), ("3.11", "2026-11-03"), ("03.11.2024", "2024-11-03"),
    ("3.11.24", "2024-11-03"), ("3/11", "2026-11-03"), ("3 nov", "2026-11-03"),
    ("nov 3", "2026-11-03"), ("3 November 2025", "2025-11-03"), ("3 лис", "2026-11-03"),
    ("3 листопада", "2026-11-03"), ("30 ГРУ", "2025-12-30"), ("25.12", "2025-12-25"),
    ("21.11", "2026-11-21"), ("22.11", "2025-11-22"), ("29 feb", "2024-02-29"),
    ("today", "2026-11-21"), ("сьогодні", "2026-11-21"), ("yest", "2026-11-20"),
    ("вчора", "2026-11-20"), ("14:30", "2026-11-21 14:30"), ("9:05", "2026-11-21 09:05"),
    ("3 nov 14:30", "2026-11-03 14:30"), ("14:30 вчора", "2026-11-20 14:30"),
  ]

  @Test(arguments: moments) func aMomentIsUnderstood(_ text: String, _ meant: String) throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let target = try #require(JumpTarget(text, today: today))
    #expect(target.date.iso8601 + (target.time.map { " " + $0.clock } ?? "") == meant)
  }

  static let nonsense = [
    "", " ", "soon", "31.11", "2026-13-01", "3", "nov", "3 no", "25:00", "14:3o", "14:30:00",
    "+3.11",
    "1.2.3.4", "3 nov 4 dec", "14:30 15:30", "99999999999999999999.11", "..", "0.0",
  ]

  @Test(arguments: nonsense) func nonsenseIsNot(_ text: String) throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    #expect(JumpTarget(text, today: today) == nil)
  }

  /// The last call of the day, or of the minute.
  @Test func itsPlaceIsItsEnd() throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let day = try #require(JumpTarget("20.11", today: today)).position(in: .kyiv)
    #expect(day.start.milliseconds == Sample.at("00:00").milliseconds - 1)
    let minute = try #require(JumpTarget("14:30", today: today)).position(in: .kyiv)
    #expect(minute.start.milliseconds == Sample.at("14:31").milliseconds - 1)
  }
}
