import Domain

/// A period's figures in the words of the Statistics screen, for who draws them elsewhere.
public struct StatisticsTitles {
  public struct Row {
    public let label: String
    public let tally: CallTally
  }

  public struct Section {
    public let title: String
    public let note: String?
    public let rows: [Row]
    fileprivate let wording: Wording

    /// `answered · missed · all`
    public func numbers(_ row: Row) -> String {
      [row.tally.answered, row.tally.missed, row.tally.total].map(wording.count)
        .joined(separator: " · ")
    }
  }

  private let figures: Statistics
  private let wording: Wording

  public init(figures: Statistics, language: Language) {
    self.figures = figures
    // Years stand beside days, so that the picture means the same tomorrow.
    wording = Wording(
      words: Words(language: language), zone: .utc, now: Timestamp(milliseconds: 0))
  }

  public var period: String {
    figures.period.map { "Carbook · " + wording.days($0) } ?? "Carbook"
  }

  /// Answered, missed and all calls, and the missed rate.
  public var totals: [String] {
    let (words, total) = (wording.words, figures.total)
    return [
      words(.answeredToday, wording.count(total.answered)),
      words(.missedToday, wording.count(total.missed)),
      words(.allCalls, wording.count(total.total)),
      words(.missedRate, wording.percent(total.missedRate)),
    ]
  }

  /// Above a section's numbers.
  public var numbersTitle: String { wording.words(.numbersTitle) }

  public var days: Section { section(.days) { $0.bars } }
  public var weeks: Section { section(.weeks) { $0.weeks } }
  public var waits: Section { section(.waits) { $0.rows } }
  public var sources: Section { section(.sources) { $0.rows } }
  public var employees: Section { section(.employees) { $0.rows } }
  public var callers: Section { section(.callers) { $0.rows } }
  public var hoursTitle: String { chart(.hours).title }
  public var hoursNote: String? { chart(.hours).note(nil) }

  public func weekday(_ index: Int) -> String { wording.weekday(index) }
  public func count(_ number: Int) -> String { wording.count(number) }
  public func percent(_ share: Double) -> String { wording.percent(share) }

  /// `Sat 21 Nov: answered 39 · missed 6 · calls 48`
  public func line(_ row: Row) -> String {
    let words = wording.words
    return "\(row.label): "
      + [
        words(.answeredToday, wording.count(row.tally.answered)),
        words(.missedToday, wording.count(row.tally.missed)),
        words(.allCalls, wording.count(row.tally.total)),
      ].joined(separator: " · ")
  }

  private func chart(_ section: StatisticsScreen.Section) -> StatisticsChart {
    StatisticsChart(figures: figures, section: section, wording: wording)
  }

  private func section(
    _ section: StatisticsScreen.Section, _ rows: (StatisticsChart) -> [StatisticsRow]
  ) -> Section {
    let chart = chart(section)
    return Section(
      title: chart.title, note: chart.note(nil),
      rows: rows(chart).map { Row(label: $0.label, tally: $0.tally) }, wording: wording)
  }
}
