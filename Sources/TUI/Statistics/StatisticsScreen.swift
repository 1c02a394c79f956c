import Domain

/// How many calls there were, day by day.
struct StatisticsScreen: Equatable, Sendable {
  /// Both days included.
  struct Days: Hashable, Sendable {
    let from: CivilDate
    let to: CivilDate
  }

  /// Days that end today.
  var length = 7
  var figures = Slot<Days, PeriodFigures>()
  /// Lines of the chart scrolled away at the top.
  private(set) var scroll = 0

  static let lengths = [7, 30, 90]

  mutating func show(_ length: Int) {
    self.length = length
    scroll = 0
  }

  func days(today: CivilDate) -> Days {
    Days(from: today.advanced(byDays: 1 - length), to: today)
  }

  mutating func load(_ loaded: PeriodFigures) {
    guard let first = loaded.days.first?.date, let last = loaded.days.last?.date else { return }
    figures.load(Days(from: first, to: last), loaded)
  }

  /// - Parameter view: lines that the chart has.
  mutating func move(_ action: Action, lines: Int, view: Int) {
    scroll = scrolled(scroll, action, lines: lines, view: view)
  }
}
