import Domain

/// A period's calls in figures and pictures.
struct StatisticsScreen: Equatable, Sendable {
  /// What is drawn, in the order of Tab.
  enum Section: Int, CaseIterable, Sendable {
    case days, hours, weeks, waits, sources, employees, callers
  }

  /// An hour of the week.
  struct Cell: Hashable, Sendable {
    /// 0 is Monday.
    var weekday: Int
    var hour: Int
  }

  /// While calls come in the figures are made anew each so many seconds: those of a year take a
  /// fifth of one.
  static let interval: Int64 = 5

  private(set) var period = StatisticsPeriod.lastDays(7)
  private(set) var section = Section.days
  /// Rows that are not there any more count as the first.
  private(set) var selected: [Section: StatisticsRow.ID] = [:]
  private(set) var cell = Cell(weekday: 0, hour: 10)
  private(set) var figures = Slot<ClosedRange<CivilDate>, Statistics>()
  /// Something has changed since the figures were asked for.
  private(set) var isBehind = false
  private var asked: Timestamp?

  mutating func show(_ period: StatisticsPeriod) {
    self.period = period
  }

  mutating func show(_ section: Section) {
    self.section = section
  }

  /// Turns to the next section (1) or the one before (-1).
  mutating func turn(by step: Int) {
    let count = Section.allCases.count
    section = Section(rawValue: (section.rawValue + step + count) % count) ?? .days
  }

  // MARK: Reading

  mutating func invalidate() {
    isBehind = true
  }

  /// - Returns: the days to ask for now; nil where nothing has to be.
  mutating func request(at moment: Moment) -> ClosedRange<CivilDate>? {
    if isBehind, asked.map({ moment.now.seconds(since: $0) >= StatisticsScreen.interval }) ?? true {
      figures.invalidate()
    }
    guard let days = figures.request(period.days(today: moment.today)) else { return nil }
    isBehind = false
    asked = moment.now
    return days
  }

  mutating func load(_ days: ClosedRange<CivilDate>, _ loaded: Statistics) {
    figures.load(days, loaded)
  }

  /// Asked for again when it is due.
  mutating func loadFailed(_ days: ClosedRange<CivilDate>) {
    figures.loadFailed(days)
    isBehind = true
  }

  // MARK: Moving

  /// - Parameters:
  ///   - rows: of the present section.
  ///   - page: how many of them are seen at a time.
  mutating func move(_ action: Action, rows: [StatisticsRow], page: Int) {
    if section == .hours { return move(action) }
    guard !rows.isEmpty else { return }
    let index = rows.firstIndex { $0.id == selected[section] } ?? 0
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - max(1, page)
      case .pageDown: index + max(1, page)
      case .last: rows.count - 1
      default: 0
      }
    selected[section] = rows[min(max(0, target), rows.count - 1)].id
  }

  private mutating func move(_ action: Action) {
    switch action {
    case .up: cell.weekday = max(0, cell.weekday - 1)
    case .down: cell.weekday = min(6, cell.weekday + 1)
    case .pageUp, .first: cell.hour = 0
    case .pageDown, .last: cell.hour = 23
    case .figuresLeft: cell.hour = max(0, cell.hour - 1)
    case .figuresRight: cell.hour = min(23, cell.hour + 1)
    default: break
    }
  }
}
