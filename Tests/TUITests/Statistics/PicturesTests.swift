import Domain
import Testing

@testable import TUI

@Suite struct PicturesTests {
  static let bars: [(answered: Int, missed: Int, expected: [Int])] = [
    (0, 0, [0, 0]), (100, 0, [20, 0]), (50, 50, [10, 10]), (1, 0, [1, 0]), (0, 1, [0, 1]),
    (99, 1, [19, 1]), (1, 99, [1, 19]), (40, 0, [8, 0]), (25, 25, [5, 5]),
  ]

  /// Of a bar of 20 cells where the fullest day has 100 calls.
  @Test(arguments: bars) func whatIsNotNothingHasACell(
    _ answered: Int, _ missed: Int, _ expected: [Int]
  ) {
    let cells = ColumnPicture.cells(answered, missed, most: 100, length: 20)
    #expect([cells.answered, cells.missed] == expected)
  }

  static let columns: [(answered: Int, missed: Int, expected: String)] = [
    (0, 0, ""), (16, 0, "██"), (1, 0, "▁"), (12, 0, "█▄"), (15, 0, "█▇"), (8, 8, "█▒"),
    (1, 15, "█▒"), (0, 1, "▒"), (15, 1, "█▒"),
  ]

  /// From the bottom up, in two rows, where the highest bar is of 16 calls.
  @Test(arguments: columns) func aColumnEndsInEighthsOrInWhatWasMissed(
    _ answered: Int, _ missed: Int, _ expected: String
  ) {
    let picture = ColumnPicture([CallTally(total: 16, answered: 16)])
    let tally = CallTally(total: answered + missed, answered: answered, missed: missed)
    #expect(String(picture.cells(tally, rows: 2)) == expected)
  }

  @Test func dotsAreBraille() {
    var canvas = BrailleCanvas(columns: 2, rows: 1)
    canvas.set(0, 0)
    canvas.set(3, 3)
    canvas.set(-1, 0)
    canvas.set(4, 0)
    canvas.set(0, 4)
    #expect(canvas.text == ["⠁⢀"])
    canvas.line(from: (0, 3), to: (3, 0))
    #expect(canvas.text == ["⡡⢊"])
  }

  @Test func aLineGoesFromWeekToWeekAndTheTrendIsDotted() throws {
    let line = try #require(
      TrendLine([(step: 0, value: 0.2, weight: 1), (step: 3, value: 0.2, weight: 1)]))
    let picture = RatePicture(rates: [0.4, 0, nil, 0.4], trend: line)
    #expect(abs(picture.top - 0.4) < 1e-9)
    #expect(
      picture.text(columns: 8, rows: 2) == [
        "⠱⡀     ⠈", "⠁⠈⢇ ⠁ ⠁ ",
      ])
    #expect(picture.column(of: 0, columns: 8) == 0 && picture.column(of: 3, columns: 8) == 7)
    #expect(RatePicture(rates: [], trend: nil).text(columns: 0, rows: 3).isEmpty)
  }

  @Test(arguments: [(0.0, 0.05), (0.01, 0.05), (0.051, 0.1), (0.4, 0.4), (1, 1)])
  func theUpperEdgeIsAMultipleOfFive(_ most: Double, _ top: Double) {
    #expect(abs(RatePicture(rates: [most, nil], trend: nil).top - top) < 1e-9)
  }

  @Test func theDarkerTheMore() {
    var missed = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    missed[1][9] = 100
    missed[4][23] = 26
    missed[0][0] = 1
    let picture = HourPicture(missed)
    #expect([0, 1, 25, 26, 50, 51, 75, 76, 100].map(picture.shade) == Array("·░░▒▒▓▓██"))
    #expect(
      picture.worst(5) == [
        StatisticsScreen.Cell(weekday: 1, hour: 9), StatisticsScreen.Cell(weekday: 4, hour: 23),
        StatisticsScreen.Cell(weekday: 0, hour: 0),
      ])
  }

  static let numbers: [(Language, Int, String)] = [
    (.english, 0, "0"), (.english, 999, "999"), (.english, 1234, "1,234"),
    (.english, 1_234_567, "1,234,567"), (.ukrainian, 1234, "1 234"),
    (.ukrainian, 12_345_678, "12 345 678"), (.english, -1234, "-1,234"), (.english, -123, "-123"),
  ]

  @Test(arguments: numbers) func numbersAreWrittenAsTheLanguageDoes(
    _ language: Language, _ number: Int, _ text: String
  ) {
    let wording = Wording(words: Words(language: language), zone: .kyiv, now: Sample.now)
    #expect(wording.count(number) == text)
  }

  @Test func percentsAndWaits() {
    let english = Wording(words: Words(language: .english), zone: .kyiv, now: Sample.now)
    let ukrainian = Wording(words: Words(language: .ukrainian), zone: .kyiv, now: Sample.now)
    #expect(english.percent(0.0834) == "8.3 %" && ukrainian.percent(0.0834) == "8,3 %")
    #expect(english.percent(nil) == "—" && english.decimal(-0.04) == "0.0")
    #expect(english.decimal(-1.25) == "−1.3")
    let waits: [ClosedRange<Int>?] = [0...29, 30...59, 300...Int.max, nil]
    #expect(waits.map(english.wait) == ["under 0:30", "0:30–0:59", "5:00 and more", "not known"])
    #expect(waits.map(ukrainian.wait) == ["до 0:30", "0:30–0:59", "5:00 і довше", "невідомо"])
  }

  @Test func aWeekHasItsNumberAndItsDays() throws {
    let wording = Wording(words: Words(language: .english), zone: .kyiv, now: Sample.now)
    let monday = try #require(CivilDate(year: 2026, month: 12, day: 28))
    let sunday = monday.advanced(byDays: 6)
    #expect(
      wording.week(ISOWeek(containing: monday), monday...sunday) == "W53 28 Dec – 3 Jan")
    #expect(
      wording.week(ISOWeek(containing: monday), monday...monday.advanced(byDays: 2))
        == "W53 28–30 Dec")
    #expect(wording.days(monday...sunday) == "28 Dec 2026 – 3 Jan 2027")
  }
}
