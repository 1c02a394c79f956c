import Domain

extension ConsoleState {
  func drawStatistics(in frame: inout Frame) {
    frame.pane([], title: words(.statistics), in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    let days = statistics.days(today: configuration.zone.date(at: now))
    let period: [(text: String, role: Role)] = [
      (words(.lastDays, String(statistics.length)), .strong),
      ("   \(wording.day(days.from)) – \(wording.day(days.to))", .dim),
    ]
    guard let figures = statistics.figures.value else {
      frame.lines([PaneLine(spans: period), PaneLine(words(.loading))], in: inside)
      return
    }
    let chart = BarChart(figures)
    frame.lines(heading(period, total: chart.total, columns: inside.columns), in: inside)
    draw(chart, in: chartRect, of: &frame)
  }

  /// On a low screen the chart's own heading gives way to its days.
  private var isLow: Bool { layout.body.rows < 14 }

  /// Below the period and the totals.
  private var chartRect: Rect {
    layout.body.inset(columns: 2, rows: 1).split(top: isLow ? 2 : 3).rest
  }

  private var daysRect: Rect { chartRect.split(top: isLow ? 0 : 1).rest }

  /// The period, and the totals with the bars' characters as a legend. The missed rate stands in
  /// the second line where there is room.
  private func heading(
    _ period: [(text: String, role: Role)], total: DayFigures, columns: Int
  ) -> [PaneLine] {
    let totals: [(text: String, role: Role)] = [
      ("\(BarChart.answered) " + words(.answeredToday, String(total.answered)), .answered),
      (" · \(BarChart.missed) " + words(.missedToday, String(total.missed)), .missed),
      (" · " + words(.allCalls, String(total.total)), .value),
    ]
    guard let tenths = total.missedPerMille else {
      return [PaneLine(spans: period), PaneLine(spans: totals)]
    }
    let point = words.language == .english ? "." : ","
    let rate = words(.missedRate, "\(tenths / 10)\(point)\(tenths % 10) %")
    let of = words(.ofCount, String(total.missed), String(total.answered + total.missed))
    let long: [(text: String, role: Role)] = [(" · " + rate, .value), (" (\(of))", .dim)]
    let width = (totals + long).map { DisplayWidth.of($0.text) }.reduce(0, +)
    return width <= columns
      ? [PaneLine(spans: period), PaneLine(spans: totals + long)]
      : [PaneLine(spans: period + [("   " + rate, .value)]), PaneLine(spans: totals)]
  }

  private func draw(_ chart: BarChart, in rect: Rect, of frame: inout Frame) {
    let body = daysRect
    let (columns, lines) = chart.arrangement(in: body)
    let width = (rect.columns - 3 * (columns - 1)) / columns
    for column in 0..<columns {
      let offset = column * (width + 3)
      if !isLow {
        drawHeading(
          chart, in: Rect(column: rect.column + offset, row: rect.row, columns: width, rows: 1),
          of: &frame)
      }
      let days = chart.days.dropFirst(column * lines).prefix(lines)
      for (row, day) in days.dropFirst(statistics.scroll).prefix(body.rows).enumerated() {
        draw(
          day, of: chart,
          in: Rect(column: body.column + offset, row: body.row + row, columns: width, rows: 1),
          in: &frame)
      }
    }
    frame.cursor = body.origin
  }

  /// The widths of a line's parts: the day, the bar, and three numbers.
  private func parts(_ chart: BarChart, columns: Int) -> (day: Int, bar: Int, number: Int) {
    let day = chart.days.map { DisplayWidth.of(wording.weekdayAndDay($0.date)) }.max() ?? 0
    let number = max(3, chart.days.map { String($0.figures.total).count }.max() ?? 0)
    return (day, max(1, columns - day - 2 - 3 * (number + 1)), number)
  }

  private func drawHeading(_ chart: BarChart, in row: Rect, of frame: inout Frame) {
    let parts = parts(chart, columns: row.columns)
    let heads = [String(BarChart.answered), String(BarChart.missed), words(.allShort)]
    drawNumbers(heads, roles: [.heading, .heading, .heading], parts: parts, in: row, of: &frame)
  }

  private func draw(
    _ day: PeriodFigures.Day, of chart: BarChart, in row: Rect, in frame: inout Frame
  ) {
    let parts = parts(chart, columns: row.columns)
    let role: Role = day.date.weekday > 5 ? .dim : .plain
    frame.put(wording.weekdayAndDay(day.date), at: row.origin, width: parts.day, role: role)
    let cells = chart.cells(day.figures, columns: parts.bar)
    let start = row.column + parts.day + 2
    frame.fill(
      Rect(column: start, row: row.row, columns: cells.answered, rows: 1),
      with: BarChart.answered, role: .bar)
    frame.fill(
      Rect(column: start + cells.answered, row: row.row, columns: cells.missed, rows: 1),
      with: BarChart.missed, role: .barAccent)
    let figures = day.figures
    drawNumbers(
      [figures.answered, figures.missed, figures.total].map(String.init),
      roles: [.value, figures.missed > 0 ? .missed : .value, .dim], parts: parts, in: row,
      of: &frame)
  }

  private func drawNumbers(
    _ texts: [String], roles: [Role], parts: (day: Int, bar: Int, number: Int), in row: Rect,
    of frame: inout Frame
  ) {
    var column = row.endColumn - texts.count * (parts.number + 1)
    for (text, role) in zip(texts, roles) {
      frame.put(
        text, at: Position(column: column + 1, row: row.row), width: parts.number, role: role,
        alignment: .trailing)
      column += parts.number + 1
    }
  }

  mutating func moveStatistics(_ action: Action) {
    guard let figures = statistics.figures.value else { return }
    let body = daysRect
    statistics.move(
      action, lines: BarChart(figures).arrangement(in: body).lines, view: body.rows)
  }
}
