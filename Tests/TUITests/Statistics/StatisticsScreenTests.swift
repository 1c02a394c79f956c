import Domain
import Testing

@testable import TUI

@Suite struct StatisticsScreenTests {
  private static let today = CivilDate(year: 2026, month: 11, day: 21)

  private func days(_ first: Int, _ last: Int = 0) throws -> ClosedRange<CivilDate> {
    let today = try #require(Self.today)
    return today.advanced(byDays: -first)...today.advanced(byDays: -last)
  }

  @Test func aDayIsABarWithItsNumbers() {
    var desk = Desk.sample()
    desk.press(.character("5"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Statistics · Calls a day ────────────────────────────────────────────────────┐
        │ Last 7 days   15 Nov – 21 Nov                                                │
        │ █ answered 189 · ▒ missed 17 · calls 235 · missed rate 8.3 % (17 of 206)     │
        │  Calls  Hours  Weeks  Waits  Sources  Employees  Callers                     │
        │ 50                               ▒▒▒▒▒▒▒▒▒           █████████ ▒▒▒▒▒▒▒▒▒     │
        │                                  █████████ ▒▒▒▒▒▒▒▒▒ █████████ █████████     │
        │    ▅▅▅▅▅▅▅▅▅                     █████████ █████████ █████████ █████████     │
        │    █████████                     █████████ █████████ █████████ █████████     │
        │    █████████                     █████████ █████████ █████████ █████████     │
        │  0 █████████ ▒▒▒▒▒▒▒▒▒           █████████ █████████ █████████ █████████     │
        │    Sun 15 Nov                                       Sat 21 Nov ▲             │
        │                                                           █   ▒ all missed % │
        │ Sat 21 Nov  ██████████████████████████████████▒▒▒▒▒      39   6  48   13.3 % │
        │ Fri 20 Nov  ███████████████████████████████████████████  50   0  60    0.0 % │
        │ Thu 19 Nov  ██████████████████████████▒▒▒▒▒▒▒▒           30   9  41   23.1 % │
        │ Wed 18 Nov  ██████████████████████████████████▒          40   1  52    2.4 % │
        │ Tue 17 Nov                                                0   0   0        — │
        │ Mon 16 Nov  ▒                                             0   1   1  100.0 % │
        │ Sun 15 Nov  ██████████████████████████                   30   0  33    0.0 % │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func aLowScreenHasSevenDays() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("5"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Statistics · Calls a day ────────────────────────────────┐
        │ Last 7 days   15 Nov – 21 Nov   █ 189 ▒ 17 · 8.3 %       │
        │ Sat 21 Nov  █████████████████████████▒▒▒▒     39   6  48 │
        │ Fri 20 Nov  ████████████████████████████████  50   0  60 │
        │ Thu 19 Nov  ███████████████████▒▒▒▒▒▒         30   9  41 │
        │ Wed 18 Nov  ██████████████████████████▒       40   1  52 │
        │ Tue 17 Nov                                     0   0   0 │
        │ Mon 16 Nov  ▒                                  0   1   1 │
        │ Sun 15 Nov  ███████████████████               30   0  33 │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  static let periods: [(keys: [Key], name: String, first: Int, last: Int)] = [
    ([.character("m")], "Last 30 days   23 Oct – 21 Nov", 29, 0),
    ([.character("p"), .character("t")], "Today   21 Nov", 0, 0),
    ([.character("з"), .character("н")], "Yesterday   20 Nov", 1, 1),
    ([.character("p"), .character("c")], "This month   1 Nov – 21 Nov", 20, 0),
    ([.character("p"), .character("l")], "Last month   1 Oct – 31 Oct", 51, 21),
    ([.character("p"), .down, .down, .down, .enter], "Last 30 days", 29, 0),
    ([.character("Y")], "This year   1 Jan – 21 Nov", 324, 0),
    ([.character("p"), .character("L")], "Last year   1 Jan 2025 – 31 Dec 2025", 689, 325),
    ([.character("[")], "8 Nov – 14 Nov", 13, 7),
    ([.character("х"), .character("<")], "1 Nov – 7 Nov", 20, 14),
    ([.character("p"), .character("l"), .character(">")], "This month", 20, 0),
    ([.character("f"), .paste("1.11..15.11"), .enter], "1 Nov – 15 Nov", 20, 6),
    ([.character("f"), .paste("3 nov – 5 nov"), .enter], "3 Nov – 5 Nov", 18, 16),
    ([.character(":"), .paste("period last month"), .enter], "Last month", 51, 21),
    ([.character(":"), .paste("period 90"), .enter], "Last 90 days", 89, 0),
  ]

  @Test(arguments: periods) func keysChooseTheDays(
    _ keys: [Key], _ name: String, _ first: Int, _ last: Int
  ) throws {
    var desk = Desk.sample()
    desk.press(.character("5"))
    _ = desk.takeAsked()
    for key in keys { desk.press(key) }
    #expect(desk.takeAsked().last == .loadStatistics(try days(first, last)))
    #expect(desk.frame.text[3].contains(name), "\(desk.frame.text[3])")
  }

  @Test(arguments: ["2..1", "soon", "15.11..1.11", "1.1.1900..2.1.1900", "1.1.2000..1.1.2026", "0"])
  func whatAreNoDaysIsSaid(_ text: String) {
    var desk = Desk.sample()
    desk.press(.character("5"), .character("f"), .paste(text), .enter)
    #expect(desk.screen.contains("These are no days"))
    #expect(desk.state.statistics.period == .lastDays(7))
  }

  @Test func noCallCanBeLaterThanToday() {
    var desk = Desk.sample()
    desk.press(.character("5"), .character("]"))
    #expect(desk.screen.contains("Later days have no calls yet."))
  }

  static let opened: [(keys: [Key], filter: String)] = [
    ([.enter], "2026-11-21"), ([.down, .down, .enter], "2026-11-19"),
    ([.tab, .tab, .enter], "missed 2026-11-16..2026-11-21"),
    ([.tab, .tab, .tab, .enter], "last:7 wait>=0 wait<=29"),
    ([.tab, .tab, .tab, .end, .up, .enter], "last:7 wait>=300"),
    ([.backTab, .backTab, .backTab, .enter], "last:7 source:google medium:cpc"),
    ([.character("m"), .backTab, .backTab, .enter], "last:30 employee:\"Петро́ С. 🔧\""),
    ([.backTab, .enter], "last:7 type:in,callback from:+380670001122"),
    ([.character("p"), .character("y"), .backTab, .down, .enter], ""),
  ]

  @Test(arguments: opened) func aRowLeadsToItsCalls(_ keys: [Key], _ filter: String) {
    var desk = Desk.sample()
    desk.press(.character("5"))
    for key in keys { desk.press(key) }
    guard !filter.isEmpty else { return }
    #expect(desk.state.screen == .log)
    #expect(FilterLanguage.text(desk.state.log.filter) == filter)
  }

  @Test func aClickSelectsARow() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("5"))
    desk.send(.key(.mouse(MouseEvent(action: .press, position: Position(column: 4, row: 6)))))
    desk.press(.enter)
    #expect(FilterLanguage.text(desk.state.log.filter) == "2026-11-19")
  }

  @Test func leftAndRightAreHours() {
    var desk = Desk.sample()
    desk.press(.character("5"), .right)
    #expect(desk.screen.contains("Only the hours of the week go left and right."))
    desk.press(.tab, .left, .down)
    #expect(desk.screen.contains("Tue 09:00–10:00: missed"))
    desk.press(.end, .right)
    #expect(desk.screen.contains("Tue 23:00–24:00: missed"))
  }

  static let closed: [(keys: [Key], why: String)] = [
    ([.tab, .enter], "The log's filter knows no hours."),
    ([.character("p"), .character("y"), .enter], "The log's filter knows no hours."),
    ([.tab, .tab, .tab, .end, .enter], "The log's filter cannot say that."),
    ([.backTab, .backTab, .end, .enter], "The log's filter cannot say that."),
    ([.tab, .tab, .tab, .tab, .down, .down, .enter], "The log's filter cannot say that."),
  ]

  @Test(arguments: closed) func whatAFilterCannotSayIsSaid(_ keys: [Key], _ why: String) {
    var desk = Desk.sample()
    desk.press(.character("5"))
    for key in keys { desk.press(key) }
    #expect(desk.state.screen == .statistics)
    #expect(desk.screen.contains(why))
  }

  /// The filter finds parts of names.
  @Test func aNameInAnotherNameIsSaid() {
    var desk = Desk.sample()
    desk.press(.character("5"), .backTab, .backTab, .down, .enter)
    #expect(desk.state.log.filter.employee == "Петро С.")
    #expect(desk.screen.contains("Names that contain this one are in the log too."))
  }

  @Test func aMonthIsOlderRowsFurtherDown() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("5"), .character("m"))
    #expect(!desk.screen.contains("Fri 23 Oct"))
    desk.press(.end)
    #expect(desk.screen.contains("Fri 23 Oct"))
    desk.press(.home)
    #expect(desk.screen.contains("Sat 21 Nov"))
  }

  /// What was selected stays selected while rows come and go around it.
  @Test func aSelectionIsARecordAndNotALine() throws {
    var desk = Desk.sample()
    desk.press(.character("5"), .backTab, .down)
    let figures = try #require(desk.state.statistics.figures.value)
    let other = Statistics(
      days: figures.days, hours: figures.hours, missedByHour: figures.missedByHour,
      waits: figures.waits, sources: figures.sources, employees: figures.employees,
      callers: CallerFigures(
        classes: figures.callers.classes, most: figures.callers.most.reversed()))
    desk.send(.statisticsLoaded(try days(6), other))
    desk.press(.enter)
    #expect(desk.state.log.filter.client == "+380935554433")
  }

  // MARK: Reading

  @Test func figuresAreMadeAnewFiveSecondsApart() throws {
    var desk = Desk.sample()
    desk.press(.character("5"))
    _ = desk.takeAsked()
    let asked = { (desk: inout Desk) in
      desk.takeAsked().contains { if case .loadStatistics = $0 { true } else { false } }
    }
    desk.send(.storeChanged)
    #expect(!asked(&desk) && desk.state.ticksEachSecond)
    desk.send(.clock(Sample.now.advanced(bySeconds: 4)))
    #expect(!asked(&desk))
    desk.send(.clock(Sample.now.advanced(bySeconds: 5)))
    #expect(asked(&desk) && !desk.state.statistics.isBehind)
    desk.send(.clock(Sample.now.advanced(bySeconds: 60)))
    #expect(!asked(&desk))
    desk.send(.storeChanged)
    #expect(asked(&desk))
    // Other days are asked for at once.
    desk.press(.character("m"))
    #expect(asked(&desk))
  }

  @Test func midnightTurnsToTheNextDay() throws {
    var desk = Desk.sample()
    desk.press(.character("5"))
    desk.send(.clock(Sample.now.advanced(bySeconds: 86_400)))
    #expect(desk.screen.contains("16 Nov – 22 Nov"))
    #expect(desk.takeAsked().contains(.loadStatistics(try days(5, -1))))
  }

  @Test func aFailureIsTriedAgainLater() throws {
    var desk = Desk.sample()
    desk.press(.character("5"))
    desk.send(.failed(.loadStatistics(try days(6)), .storeBusy))
    _ = desk.takeAsked()
    desk.send(.clock(Sample.now.advanced(bySeconds: 5)))
    #expect(desk.takeAsked().contains(.loadStatistics(try days(6))))
  }

  @Test func anAnswerAboutOtherDaysIsLeftAside() throws {
    var desk = Desk.sample()
    desk.press(.character("5"))
    let before = desk.screen
    desk.send(.statisticsLoaded(try days(29), Sample.statistics(try days(29), [])))
    #expect(desk.screen == before)
  }

  @Test func whileFiguresAreCountedItSaysSo() {
    var state = ConsoleState(
      Configuration(size: Size(columns: 80, rows: 24), now: Sample.now, language: .ukrainian))
    _ = update(&state, .key(.character("5")))
    #expect(render(state).text.contains { $0.contains("рахуємо…") })
  }

  @Test func nothingIsSaidInASentence() {
    var desk = Desk(80, 24, store: FakeStore())
    desk.press(.character("5"))
    #expect(desk.screen.contains("No call has come in yet: figures are made of calls."))
    desk = Desk.sample()
    desk.press(.character("5"), .character("p"), .character("l"))
    #expect(desk.screen.contains("There were no calls in these days."))
  }

  /// From the smallest screen to the largest the focus stands on it, and nothing is drawn outside.
  @Test(arguments: [(40, 10), (60, 15), (80, 24), (120, 40), (200, 60), (300, 100)])
  func everySectionFits(_ columns: Int, _ rows: Int) {
    for language in Language.allCases {
      var desk = Desk.sample(columns, rows, language: language)
      desk.press(.character("5"), .character("m"))
      for _ in StatisticsScreen.Section.allCases {
        desk.press(.tab, .down, .pageDown, .end)
        let cursor = desk.frame.cursor
        #expect(cursor.map { desk.state.layout.body.inset().contains($0) } == true)
        #expect(desk.frame.text[2].hasPrefix("┌") && desk.frame.text[2].hasSuffix("┐"))
        for line in desk.frame.text[3..<(rows - 3)] {
          #expect(line.hasPrefix("│") && line.hasSuffix("│"), "\(line)")
        }
      }
    }
  }
}
