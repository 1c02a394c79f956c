import Domain

/// A period's figures as lines of text, for a mail or a terminal that shows nothing else: the charts
/// of the Statistics screen, one below the other.
public enum StatisticsText {
  private static let columns = 80
  /// Names of a section; the others come to a number.
  private static let limit = 50
  private static let pictureRows = 9

  public static func lines(
    _ figures: Statistics, period: StatisticsPeriod, at moment: Moment, language: Language
  ) -> [String] {
    let wording = Wording(words: Words(language: language), zone: moment.zone, now: moment.now)
    let words = wording.words
    let name = wording.name(period)
    let days = wording.days(period.days(today: moment.today))
    let total = figures.total
    var lines = [name.isEmpty ? days : "\(name)   \(days)"]
    if total.total == 0 { return lines + [words(.noCallsInPeriod)] }
    lines.append(
      [
        "\(ColumnPicture.answered) " + words(.answeredToday, wording.count(total.answered)),
        "\(ColumnPicture.missed) " + words(.missedToday, wording.count(total.missed)),
        words(.allCalls, wording.count(total.total)),
        words(.missedRate, wording.percent(total.missedRate)),
      ].joined(separator: " · "))
    for section in StatisticsScreen.Section.allCases {
      let chart = StatisticsChart(figures: figures, section: section, wording: wording)
      lines += ["", chart.title] + self.lines(chart)
    }
    return lines
  }

  private static func lines(_ chart: StatisticsChart) -> [String] {
    let rows = chart.rows.count
    let isOfTime = chart.section == .days || chart.section == .weeks
    let shown = isOfTime ? rows : min(rows, limit)
    let note = chart.note(nil) == nil ? 0 : 1
    let picture = chart.section == .hours ? 8 : isOfTime ? pictureRows : 0
    let heading = chart.section == .hours ? 0 : 1
    // At least as high as a chart that has all its pieces.
    let height = max(9, note + picture + heading + shown)
    var frame = Frame(size: Size(columns: columns, rows: height))
    chart.draw(in: frame.bounds, of: &frame, selection: nil, pictureRows: picture)
    var lines = Array(frame.text.prefix(note + picture + heading + shown))
    if shown < rows { lines.append(chart.words(.more, String(rows - shown))) }
    return lines
  }
}
