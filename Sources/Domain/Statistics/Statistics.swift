/// A period's calls in numbers. What is counted of every call, whatever it is counted by, comes to the
/// same sum.
public struct Statistics: Equatable, Sendable {
  /// What calls have in common, and how many there were.
  public struct Part<Key: Hashable & Sendable>: Equatable, Sendable {
    public let key: Key
    public var tally: CallTally

    public init(_ key: Key, _ tally: CallTally) {
      self.key = key
      self.tally = tally
    }
  }

  /// Of every day of the period, oldest first.
  public let days: [Part<CivilDate>]
  /// 24, of each hour of the day.
  public let hours: [CallTally]
  /// Missed calls of each weekday (0 is Monday) and hour: seven times 24.
  public let missedByHour: [[Int]]
  /// By the seconds that clients waited, shortest first; nil where that is not known.
  public let waits: [Part<ClosedRange<Int>?>]
  /// By utm_source and utm_medium, the most calls first.
  public let sources: [Part<Source>]
  /// By whom the calls were connected with, the most calls first; nil is nobody.
  public let employees: [Part<String?>]
  public let callers: CallerFigures

  public init(
    days: [Part<CivilDate>], hours: [CallTally], missedByHour: [[Int]],
    waits: [Part<ClosedRange<Int>?>], sources: [Part<Source>], employees: [Part<String?>],
    callers: CallerFigures
  ) {
    self.days = days
    self.hours = hours
    self.missedByHour = missedByHour
    self.waits = waits
    self.sources = sources
    self.employees = employees
    self.callers = callers
  }

  /// All calls of the period.
  public var total: CallTally { days.lazy.map(\.tally).sum }

  /// The first and the last day; nil where there is no day.
  public var period: ClosedRange<CivilDate>? {
    guard let first = days.first?.key, let last = days.last?.key else { return nil }
    return first...last
  }

  /// Of every week that has a day in the period, oldest first; the first and the last may be parts of
  /// weeks.
  public var weeks: [Part<ISOWeek>] {
    grouped { ISOWeek(containing: $0) }
  }

  /// Of every month that has a day in the period, by its first day of them.
  public var months: [Part<CivilDate>] {
    var first: [CivilDate: CivilDate] = [:]
    return grouped { date in
      let month = CivilDate(year: date.year, month: date.month, day: 1) ?? date
      first[month] = first[month] ?? date
      return first[month] ?? date
    }
  }

  private func grouped<Key: Hashable>(_ key: (CivilDate) -> Key) -> [Part<Key>] {
    var parts: [Part<Key>] = []
    for day in days {
      let key = key(day.key)
      if parts.last?.key == key {
        parts[parts.count - 1].tally += day.tally
      } else {
        parts.append(Part(key, day.tally))
      }
    }
    return parts
  }

  /// How the missed rate goes on from week to week; nil where fewer than three had calls, as any two
  /// have a line of their own.
  public var trend: TrendLine? {
    let rates = weeks.enumerated().compactMap { step, week in
      week.tally.missedRate.map {
        (step: step, value: $0, weight: Double(week.tally.answered + week.tally.missed))
      }
    }
    return rates.count < 3 ? nil : TrendLine(rates)
  }

  /// The class of the wait that so large a share of calls did not exceed (0.5 for the median), of
  /// those whose wait is known; nil where none is.
  public func wait(ofShare share: Double) -> ClosedRange<Int>? {
    let known = waits.compactMap { part in part.key.map { ($0, part.tally.total) } }
    let calls = known.map(\.1).reduce(0, +)
    guard calls > 0 else { return nil }
    var sum = 0
    for (seconds, count) in known {
      sum += count
      if Double(sum) >= share * Double(calls) { return seconds }
    }
    return known.last?.0
  }
}
