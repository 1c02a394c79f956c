import Domain

/// A line of figures that can be selected, and opened where a filter says the same calls.
struct StatisticsRow: Equatable {
  enum ID: Hashable, Sendable {
    case days(ClosedRange<CivilDate>)
    case hour(Int)
    /// Nil where the wait is not known.
    case wait(ClosedRange<Int>?)
    case source(Source)
    case employee(String?)
    case caller(PhoneNumber)
  }

  let id: ID
  let label: String
  let tally: CallTally
}

/// A section of a period's figures in the user's words.
struct StatisticsChart {
  let figures: Statistics
  let section: StatisticsScreen.Section
  let wording: Wording

  var words: Words { wording.words }

  /// As they are listed: the newest or the most calls first.
  var rows: [StatisticsRow] {
    switch section {
    case .days: bars.reversed()
    case .hours: []
    case .weeks: weeks.reversed()
    case .waits:
      figures.waits.map {
        StatisticsRow(id: .wait($0.key), label: wording.wait($0.key), tally: $0.tally)
      }
    case .sources:
      figures.sources.map {
        let text = $0.key.text
        return StatisticsRow(
          id: .source($0.key), label: text.isEmpty ? words(.noSource) : text, tally: $0.tally)
      }
    case .employees:
      figures.employees.map {
        StatisticsRow(
          id: .employee($0.key), label: $0.key ?? words(.noEmployee), tally: $0.tally)
      }
    case .callers:
      figures.callers.most.map {
        let name = $0.contact.map { "  " + wording.name($0) } ?? ""
        return StatisticsRow(
          id: .caller($0.number), label: $0.number.grouped + name, tally: $0.tally)
      }
    }
  }

  /// What the bars of the first section are of.
  enum Step {
    case hour, day, week, month
  }

  var step: Step {
    switch figures.days.count {
    case ...1: .hour
    case ...92: .day
    case ...430: .week
    default: .month
    }
  }

  /// Oldest first.
  var bars: [StatisticsRow] {
    switch step {
    case .hour:
      figures.hours.enumerated().map {
        StatisticsRow(id: .hour($0), label: "\($0.padded(to: 2)):00", tally: $1)
      }
    case .day:
      figures.days.map {
        StatisticsRow(
          id: .days($0.key...$0.key), label: wording.weekdayAndDay($0.key), tally: $0.tally)
      }
    case .week: weeks
    case .month:
      figures.months.map { month in
        let last = figures.days.last {
          $0.key.year == month.key.year && $0.key.month == month.key.month
        }
        return StatisticsRow(
          id: .days(month.key...(last?.key ?? month.key)),
          label: "\(words.month(month.key.month)) \(month.key.year)", tally: month.tally)
      }
    }
  }

  /// Oldest first; of the first and the last only the days of the period.
  var weeks: [StatisticsRow] {
    var first = figures.days.first?.key
    return figures.weeks.map { week in
      let start = first ?? CivilDate(daysSinceEpoch: 0)
      let end = min(start.advanced(byDays: 7 - start.weekday), figures.days.last?.key ?? start)
      first = end.advanced(byDays: 1)
      return StatisticsRow(
        id: .days(start...end), label: wording.week(week.key, start...end), tally: week.tally)
    }
  }
}
