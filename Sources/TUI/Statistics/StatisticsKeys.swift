import Domain

/// What keys do on the Statistics screen.
extension ConsoleState {
  mutating func performOnStatistics(_ action: Action) -> [Effect] {
    switch action {
    case .period(let period):
      _ = closeMenu()
      show(period)
    case .periodMenu: openMenu(.period)
    case .periodLine:
      _ = closeMenu()
      openLine("period")
    case .earlierPeriod: movedPeriod(by: -1).map { show($0) }
    case .laterPeriod: movedPeriod(by: 1).map { show($0) }
    case .nextFigures: statistics.turn(by: 1)
    case .previousFigures: statistics.turn(by: -1)
    case .figuresLeft, .figuresRight: moveStatistics(action)
    case .openFigures: openFigures()
    default: break
    }
    return []
  }

  mutating func moveStatistics(_ action: Action) {
    let (rows, view) = statisticsRows
    statistics.move(action, rows: rows, page: view)
  }

  mutating func show(_ period: StatisticsPeriod) {
    show(.statistics)
    statistics.show(period)
    if let word = period.word { view.period = word }
  }

  /// Nil where no call can have been.
  func movedPeriod(by step: Int) -> StatisticsPeriod? {
    statistics.period.moved(by: step, today: configuration.zone.date(at: now))
  }

  // MARK: The calls that a figure is of

  /// Why the log cannot show just the calls of what is selected; nil where it can.
  var whyNotOpened: Phrase? {
    if statistics.section == .hours { return .whyNoHourFilter }
    guard let row = selectedFigures else { return .whyNoRow }
    if case .hour = row.id { return .whyNoHourFilter }
    return filter(of: row) == nil ? .whyNotSaid : nil
  }

  private var selectedFigures: StatisticsRow? {
    let rows = statisticsRows.rows
    return rows.first { $0.id == statistics.selected[statistics.section] } ?? rows.first
  }

  private mutating func openFigures() {
    let rows = statisticsRows.rows
    guard let row = selectedFigures, let filter = filter(of: row) else { return }
    showLog(filter)
    if rows.contains(where: { $0.id != row.id && row.isPart(of: $0) }) {
      message = Message(text: words(.alsoOthers), role: .warning)
    }
  }

  /// Nil where the filter has no words for it.
  private func filter(of row: StatisticsRow) -> CallFilter? {
    var filter = CallFilter()
    filter.period = statistics.period.filter(today: configuration.zone.date(at: now))
    switch row.id {
    case .days(let days):
      filter.period = .days(from: days.lowerBound, to: days.upperBound)
      // What the section is about.
      filter.isMissed = statistics.section == .weeks
    case .wait(let seconds?):
      filter.wait = [SecondsRule(.atLeast, seconds.lowerBound)]
      if seconds.upperBound < .max { filter.wait.append(SecondsRule(.atMost, seconds.upperBound)) }
    case .source(let source):
      guard source != Source() else { return nil }
      filter.utm[.source] = source.source
      filter.utm[.medium] = source.medium
    case .employee(let name?): filter.employee = name
    case .caller(let number):
      filter.client = number.text
      filter.types = [.incoming, .callback]
    case .hour, .wait(nil), .employee(nil): return nil
    }
    return filter
  }
}

extension StatisticsRow {
  /// Whether a filter by this one's name lets the other one's calls through as well.
  fileprivate func isPart(of other: StatisticsRow) -> Bool {
    switch (id, other.id) {
    case (.employee(let name?), .employee(let whole?)):
      return NameKey(whole).text.contains(NameKey(name).text)
    case (.source(let source), .source(let whole)):
      return [(source.source, whole.source), (source.medium, whole.medium)].allSatisfy {
        part, whole in
        part.map { whole?.lowercased().contains($0.lowercased()) == true } ?? true
      }
    default: return false
    }
  }
}
