import Domain

extension ConsoleState {
  func drawStatistics(in frame: inout Frame) {
    let sections = shownSections
    let charts = statistics.figures.value.map { figures in
      sections.map { StatisticsChart(figures: figures, section: $0, wording: wording) }
    }
    var title = words(.statistics)
    if charts?.count == 1, let chart = charts?.first {
      // On a low screen the selected hour has no line of its own.
      let hour = isLowScreen && chart.section == .hours ? chart.note(statistics.cell) : nil
      title += " · " + (hour ?? chart.title)
    }
    frame.pane([], title: title, in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    frame.lines(heading(columns: inside.columns), in: inside)
    guard let charts, let figures = statistics.figures.value else { return }
    if figures.total.total == 0 {
      let isEmpty = log.list.isEmpty && log.filter.isEmpty
      frame.put(
        words(isEmpty ? .noCallsAtAll : .noCallsInPeriod), at: figuresRect.origin,
        width: figuresRect.columns)
      return
    }
    var cursor: Position?
    for (chart, rect) in zip(charts, tiles(sections.count)) {
      let isFocused = chart.section == statistics.section
      var body = rect
      if charts.count > 1 {
        let (head, rest) = rect.split(top: 1)
        frame.put(
          (isFocused ? "▸ " : "  ") + chart.title, at: head.origin, width: head.columns,
          role: isFocused ? .paneTitleFocused : .paneTitle)
        body = rest
      }
      let selection = StatisticsChart.Selection(
        row: statistics.selected[chart.section], cell: statistics.cell)
      frame.cursor = nil
      chart.draw(in: body, of: &frame, selection: isFocused ? selection : nil)
      if isFocused { cursor = frame.cursor ?? body.origin }
    }
    frame.cursor = cursor ?? inside.origin
  }

  /// On a low screen one line has to do above the figures.
  private var isLowScreen: Bool { layout.body.rows < 14 }

  /// Below the period and the totals.
  private var figuresRect: Rect {
    layout.body.inset(columns: 2, rows: 1).split(top: isLowScreen ? 1 : 3).rest
  }

  // MARK: How many sections stand beside each other

  private static let leastTile = Size(columns: 56, rows: 14)
  private static let gap = 3

  private var grid: (columns: Int, rows: Int) {
    let rect = figuresRect
    return (
      max(
        1, (rect.columns + ConsoleState.gap) / (ConsoleState.leastTile.columns + ConsoleState.gap)),
      max(1, rect.rows / ConsoleState.leastTile.rows)
    )
  }

  /// As many as there is room for, the one that keys go to among them.
  var shownSections: [StatisticsScreen.Section] {
    let all = StatisticsScreen.Section.allCases
    let count = min(all.count, grid.columns * grid.rows)
    let first = min(statistics.section.rawValue / count * count, all.count - count)
    return Array(all[first..<(first + count)])
  }

  private func tiles(_ count: Int) -> [Rect] {
    let rect = figuresRect
    let columns = min(grid.columns, count)
    let rows = (count + columns - 1) / columns
    let width = (rect.columns - ConsoleState.gap * (columns - 1)) / columns
    let height = rect.rows / rows
    return (0..<count).map { index in
      Rect(
        column: rect.column + index % columns * (width + ConsoleState.gap),
        row: rect.row + index / columns * height, columns: width,
        // A line is left between them.
        rows: rows > 1 && index / columns < rows - 1 ? height - 1 : height)
    }
  }

  /// The rows of the section that keys go to, and how many of them are seen.
  var statisticsRows: (rows: [StatisticsRow], view: Int) {
    guard let figures = statistics.figures.value else { return ([], 1) }
    let chart = StatisticsChart(figures: figures, section: statistics.section, wording: wording)
    let sections = shownSections
    let index = sections.firstIndex(of: statistics.section) ?? 0
    let rect = tiles(sections.count)[index].split(top: sections.count > 1 ? 1 : 0).rest
    return (chart.rows, chart.parts(in: rect).list.rows)
  }

  // MARK: Above the figures

  private func heading(columns: Int) -> [PaneLine] {
    let today = configuration.zone.date(at: now)
    let name = wording.name(statistics.period)
    let days = wording.days(statistics.period.days(today: today))
    var period: [(text: String, role: Role)] =
      name.isEmpty ? [(days, .strong)] : [(name, .strong), ("   " + days, .dim)]
    guard let total = statistics.figures.value?.total else {
      return [PaneLine(spans: period), PaneLine(words(.counting))]
    }
    let totals: [(text: String, role: Role)] = [
      (
        "\(ColumnPicture.answered) " + words(.answeredToday, wording.count(total.answered)),
        .answered
      ),
      (" · \(ColumnPicture.missed) " + words(.missedToday, wording.count(total.missed)), .missed),
      (" · " + words(.allCalls, wording.count(total.total)), .value),
    ]
    let rate: [(text: String, role: Role)] =
      total.missedRate.map { [(" · " + words(.missedRate, wording.percent($0)), .value)] } ?? []
    let width = { (spans: [(text: String, role: Role)]) in
      spans.map { DisplayWidth.of($0.text) }.reduce(0, +)
    }
    if isLowScreen {
      let short: [(text: String, role: Role)] = [
        ("   \(ColumnPicture.answered) \(wording.count(total.answered))", .answered),
        (" \(ColumnPicture.missed) \(wording.count(total.missed))", .missed),
        (" · " + wording.percent(total.missedRate), .value),
      ]
      if width(period + short) > columns { period = [period[0]] }
      return [PaneLine(spans: period + short)]
    }
    let of =
      " (\(words(.ofCount, wording.count(total.missed), wording.count(total.answered + total.missed))))"
    let long = totals + rate + (rate.isEmpty ? [] : [(of, .dim)])
    return [
      PaneLine(spans: period),
      PaneLine(spans: [long, totals + rate, totals].first { width($0) <= columns } ?? totals),
      PaneLine(spans: tabs(columns: columns)),
    ]
  }

  /// Every section's name, those that are shown not dimmed.
  private func tabs(columns: Int) -> [(text: String, role: Role)] {
    let shown = shownSections
    let names = StatisticsScreen.Section.allCases.map { ($0, words($0.tab)) }
    let gap = names.map { DisplayWidth.of($0.1) + 2 }.reduce(0, +) <= columns ? " " : ""
    return names.map { section, name in
      let role: Role =
        section == statistics.section ? .tabActive : shown.contains(section) ? .plain : .dim
      return ("\(gap)\(name)\(gap.isEmpty ? " " : gap)", role)
    }
  }
}

extension StatisticsScreen.Section {
  fileprivate var tab: Phrase {
    switch self {
    case .days: .tabDays
    case .hours: .tabHours
    case .weeks: .tabWeeks
    case .waits: .tabWaits
    case .sources: .tabSources
    case .employees: .tabEmployees
    case .callers: .tabCallers
    }
  }
}
