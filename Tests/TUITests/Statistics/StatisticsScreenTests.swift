import Domain
import Testing

@testable import TUI

@Suite struct StatisticsScreenTests {
  @Test func aDayIsABarWithItsNumbers() {
    var desk = Desk.sample()
    desk.press(.character("5"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Statistics ──────────────────────────────────────────────────────────────────┐
        │ Last 7 days   15 Nov – 21 Nov                                                │
        │ █ answered 189 · ▒ missed 17 · calls 235 · missed rate 8.3 % (17 of 206)     │
        │                                                                              │
        │                                                                    █   ▒ all │
        │ Sat 21 Nov  █████████████████████████████████████████▒▒▒▒▒▒       39   6  48 │
        │ Fri 20 Nov  ████████████████████████████████████████████████████  50   0  60 │
        │ Thu 19 Nov  ███████████████████████████████▒▒▒▒▒▒▒▒▒              30   9  41 │
        │ Wed 18 Nov  ██████████████████████████████████████████▒           40   1  52 │
        │ Tue 17 Nov                                                         0   0   0 │
        │ Mon 16 Nov  ▒                                                      0   1   1 │
        │ Sun 15 Nov  ███████████████████████████████                       30   0  33 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func aLowScreenHasSevenDays() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("5"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Statistics ──────────────────────────────────────────────┐
        │ Last 7 days   15 Nov – 21 Nov   missed rate 8.3 %        │
        │ █ answered 189 · ▒ missed 17 · calls 235                 │
        │ Sat 21 Nov  █████████████████████████▒▒▒▒     39   6  48 │
        │ Fri 20 Nov  ████████████████████████████████  50   0  60 │
        │ Thu 19 Nov  ███████████████████▒▒▒▒▒▒         30   9  41 │
        │ Wed 18 Nov  ██████████████████████████▒       40   1  52 │
        │ Tue 17 Nov                                     0   0   0 │
        │ Mon 16 Nov  ▒                                  0   1   1 │
        │ Sun 15 Nov  ███████████████████               30   0  33 │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func daysFlowIntoColumns() {
    var desk = Desk.sample(120, 24, language: .ukrainian)
    desk.press(.character("5"), .character("m"))
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3
        ┌ Статистика ──────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Останні 30 днів   23 жов – 21 лис                                                                                    │
        │ █ відповіли 189 · ▒ пропущено 17 · дзвінків 235 · частка пропущених 8,3 % (17 з 206)                                 │
        │                                                                                                                      │
        │                                                █   ▒ усі                                                  █   ▒ усі  │
        │ сб 21 лис  ██████████████████████████▒▒▒▒     39   6  48   пт  6 лис                                      0   0   0  │
        │ пт 20 лис  █████████████████████████████████  50   0  60   чт  5 лис                                      0   0   0  │
        │ чт 19 лис  ████████████████████▒▒▒▒▒▒         30   9  41   ср  4 лис                                      0   0   0  │
        │ ср 18 лис  ██████████████████████████▒        40   1  52   вт  3 лис                                      0   0   0  │
        │ вт 17 лис                                      0   0   0   пн  2 лис                                      0   0   0  │
        │ пн 16 лис  ▒                                   0   1   1   нд  1 лис                                      0   0   0  │
        │ нд 15 лис  ████████████████████               30   0  33   сб 31 жов                                      0   0   0  │
        │ сб 14 лис                                      0   0   0   пт 30 жов                                      0   0   0  │
        │ пт 13 лис                                      0   0   0   чт 29 жов                                      0   0   0  │
        │ чт 12 лис                                      0   0   0   ср 28 жов                                      0   0   0  │
        │ ср 11 лис                                      0   0   0   вт 27 жов                                      0   0   0  │
        │ вт 10 лис                                      0   0   0   пн 26 жов                                      0   0   0  │
        │ пн  9 лис                                      0   0   0   нд 25 жов                                      0   0   0  │
        │ нд  8 лис                                      0   0   0   сб 24 жов                                      0   0   0  │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  static let bars: [(answered: Int, missed: Int, expected: [Int])] = [
    (0, 0, [0, 0]), (100, 0, [20, 0]), (50, 50, [10, 10]), (1, 0, [1, 0]), (0, 1, [0, 1]),
    (99, 1, [19, 1]), (1, 99, [1, 19]), (40, 0, [8, 0]), (25, 25, [5, 5]),
  ]

  /// Of a bar of 20 cells where the fullest day has 100 calls.
  @Test(arguments: bars) func whatIsNotNothingHasACell(
    _ answered: Int, _ missed: Int, _ expected: [Int]
  ) throws {
    let date = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let full = PeriodFigures.Day(date: date, figures: DayFigures(total: 100, answered: 100))
    let cells = BarChart(PeriodFigures(days: [full])).cells(
      DayFigures(total: answered + missed, answered: answered, missed: missed), columns: 20)
    #expect([cells.answered, cells.missed] == expected)
  }

  @Test(arguments: [("w", 7), ("m", 30), ("t", 90), ("ц", 7), ("ь", 30), ("е", 90)])
  func aKeyChoosesThePeriod(_ key: Character, _ days: Int) throws {
    var desk = Desk.sample()
    desk.press(.character("5"), .character(days == 7 ? "m" : "w"))
    _ = desk.takeAsked()
    desk.press(.character(key))
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    #expect(
      desk.takeAsked() == [.loadStatistics(from: today.advanced(byDays: 1 - days), to: today)])
    #expect(desk.screen.contains("Last \(days) days"))
  }

  @Test func answeredAndMissedHaveRolesOfTheirOwn() {
    var desk = Desk.sample()
    desk.press(.character("5"))
    #expect(desk.frame.roles(row: 7).contains("bar 41, barAccent 6"))
  }

  @Test func daysBelowTheScreenAreScrolledTo() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("5"), .character("m"))
    #expect(!desk.screen.contains("23 Oct  "))
    desk.press(.pageDown, .pageDown, .pageDown, .pageDown, .pageDown)
    #expect(desk.frame.text[11].contains("Fri 23 Oct"))
    desk.press(.up)
    #expect(desk.frame.text[11].contains("Sat 24 Oct"))
  }

  @Test func anAnswerAboutAnotherPeriodIsLeftAside() {
    var desk = Desk.sample()
    desk.press(.character("5"))
    let before = desk.screen
    desk.send(.statisticsLoaded(PeriodFigures(days: [])))
    #expect(desk.screen == before)
  }
}
