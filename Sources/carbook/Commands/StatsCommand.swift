import Domain
import Store
import TUI

/// `carbook stats`: a period's calls in figures, for people, for programs and for reports.
enum StatsCommand {
  enum Format: String, CaseIterable {
    case text, json, csv, svg
  }

  static func run(
    _ invocation: Invocation, store: Store, now: Timestamp, language: Language
  ) throws {
    let moment = Moment(now, in: .kyiv)
    let period = try period(invocation, today: moment.today)
    let figures = try store.statistics(of: period.days(today: moment.today), in: moment.zone)
    switch invocation.statsFormat {
    case .text:
      let lines = StatisticsText.lines(figures, period: period, at: moment, language: language)
      try Printer.line(lines.joined(separator: "\n"))
    case .json: try Printer.line(StatisticsJSON(figures: figures, zone: moment.zone).text)
    case .csv:
      var writer = CSVWriter()
      try Printer.line(
        writer.lines(for: StatisticsRecords.records(figures)).joined(separator: "\n"))
    case .svg:
      try Printer.line(StatisticsPicture(figures: figures, language: language).text)
    }
  }

  /// The thirty days that end today where nothing is said; a beginning alone goes until today.
  static func period(
    _ invocation: Invocation, today: CivilDate
  ) throws(UsageError) -> StatisticsPeriod {
    if invocation.from == nil, invocation.to == nil {
      return invocation.period ?? .lastDays(30)
    }
    guard invocation.period == nil else {
      throw UsageError("carbook stats takes --period or --from and --to, not both.")
    }
    guard let typed = invocation.from else {
      throw UsageError("carbook stats wants to know since when: --from 2026-08-31.")
    }
    let from = try day(typed, of: .from, today)
    let to = try invocation.to.map { text throws(UsageError) in try day(text, of: .to, today) }
    let last = to ?? today
    guard from <= last else { throw UsageError("--from has to be before --to.") }
    guard last.daysSinceEpoch - from.daysSinceEpoch < StatisticsPeriod.limit else {
      throw UsageError("carbook stats counts ten years at most.")
    }
    return .days(from...last)
  }

  private static func day(
    _ text: String, of option: CommandOption, _ today: CivilDate
  ) throws(UsageError) -> CivilDate {
    guard let time = CivilTime(typed: text, today: today), time.clock == "00:00",
      time.date.year >= 1971
    else { throw UsageError("\(option.flag) wants a day like 2026-08-31, not \(quoted(text)).") }
    return time.date
  }
}
