import Domain

/// A period's figures as rows of one table: which figures they belong to, what the row is of, and
/// three numbers. The names are a contract: scripts depend on them.
enum StatisticsRecords {
  static func records(_ figures: Statistics) -> [Record] {
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var rows: [Record] = []
    func add(_ chart: String, _ key: String, _ tally: CallTally, detail: String? = nil) {
      var record = Record()
      record.add("chart", .text(chart))
      record.add("key", .text(key))
      record.add("detail", .text(detail))
      record.add("calls", .number(tally.total))
      record.add("answered", .number(tally.answered))
      record.add("missed", .number(tally.missed))
      rows.append(record)
    }
    add("total", "", figures.total)
    for day in figures.days { add("day", day.key.iso8601, day.tally) }
    for (hour, tally) in figures.hours.enumerated() { add("hour", hour.padded(to: 2), tally) }
    for week in figures.weeks { add("week", week.key.iso8601, week.tally) }
    for (weekday, counts) in zip(weekdays, figures.missedByHour) {
      for (hour, missed) in counts.enumerated() {
        add(
          "missed_by_hour", weekday, CallTally(total: missed, missed: missed),
          detail: hour.padded(to: 2))
      }
    }
    for wait in figures.waits { add("wait", range(wait.key), wait.tally) }
    for source in figures.sources {
      add("source", source.key.source ?? "", source.tally, detail: source.key.medium)
    }
    for employee in figures.employees { add("employee", employee.key ?? "", employee.tally) }
    for part in figures.callers.classes {
      add("callers", range(part.calls), part.tally, detail: "\(part.callers)")
    }
    for caller in figures.callers.most {
      add("caller", caller.number.text, caller.tally, detail: caller.contact?.name)
    }
    return rows
  }

  /// `30-59`, `300+`, `1`; empty where it is not known.
  private static func range(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "" }
    if range.upperBound == .max { return "\(range.lowerBound)+" }
    return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }
}
