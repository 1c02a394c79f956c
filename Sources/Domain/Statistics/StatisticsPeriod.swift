/// The days that figures are of. Those that are told from today stay words, so that tomorrow they are
/// other days.
public enum StatisticsPeriod: Hashable, Sendable {
  case today
  case yesterday
  /// As many days as that, today the last of them.
  case lastDays(Int)
  case thisMonth
  case lastMonth
  case thisYear
  case lastYear
  case month(year: Int, month: Int)
  case year(Int)
  /// Both days included.
  case days(ClosedRange<CivilDate>)

  /// The longest that can be asked for, in days: ten years.
  public static let limit = 3653

  /// Days after today are left out, but of days that somebody named.
  public func days(today: CivilDate) -> ClosedRange<CivilDate> {
    switch self {
    case .today: return today...today
    case .yesterday:
      let day = today.advanced(byDays: -1)
      return day...day
    case .lastDays(let count):
      return today.advanced(byDays: 1 - min(max(1, count), StatisticsPeriod.limit))...today
    case .thisMonth: return today.days(of: today.month...today.month, in: today.year)
    case .lastMonth:
      let last = today.advanced(byDays: -today.day)
      return today.days(of: last.month...last.month, in: last.year)
    case .thisYear: return today.days(of: 1...12, in: today.year)
    case .lastYear: return today.days(of: 1...12, in: today.year - 1)
    case .month(let year, let month): return today.days(of: month...month, in: year)
    case .year(let year): return today.days(of: 1...12, in: year)
    case .days(let days):
      let last = days.lowerBound.advanced(byDays: StatisticsPeriod.limit - 1)
      return days.lowerBound...min(days.upperBound, last)
    }
  }

  /// The period of the same length before this one (`by` -1) or after it (1): a month's is the next
  /// month, whichever its length. Nil where it would begin after today.
  public func moved(by step: Int, today: CivilDate) -> StatisticsPeriod? {
    let days = days(today: today)
    let first = days.lowerBound
    let next: StatisticsPeriod
    switch self {
    case .thisMonth, .lastMonth, .month:
      let months = first.year * 12 + first.month - 1 + step
      next = .month(year: months / 12, month: months % 12 + 1)
    case .thisYear, .lastYear, .year: next = .year(first.year + step)
    case .today, .yesterday, .lastDays, .days:
      let length = days.upperBound.daysSinceEpoch - first.daysSinceEpoch + 1
      next = .days(
        first.advanced(byDays: step * length)...days.upperBound.advanced(byDays: step * length))
    }
    let moved = next.days(today: today)
    let isKnown = moved.lowerBound.year >= 1971 && moved.lowerBound <= today
    return isKnown ? next.named(today: today) : nil
  }

  /// In a word where one means the same days today.
  private func named(today: CivilDate) -> StatisticsPeriod {
    let words: [StatisticsPeriod] = [
      .today, .yesterday, .lastDays(7), .lastDays(30), .thisMonth, .lastMonth, .thisYear, .lastYear,
    ]
    let isLike: (StatisticsPeriod) -> Bool =
      switch self {
      case .month: { [.thisMonth, .lastMonth].contains($0) }
      case .year: { [.thisYear, .lastYear].contains($0) }
      default: { ![.thisMonth, .lastMonth, .thisYear, .lastYear].contains($0) }
      }
    let days = days(today: today)
    return words.first { isLike($0) && $0.days(today: today) == days } ?? self
  }
}

extension CivilDate {
  /// Those months' days; where this day is among them, up to it.
  fileprivate func days(of months: ClosedRange<Int>, in year: Int) -> ClosedRange<CivilDate> {
    let length = CivilDate.length(ofMonth: months.upperBound, year: year)
    guard let first = CivilDate(year: year, month: months.lowerBound, day: 1),
      let last = CivilDate(year: year, month: months.upperBound, day: length)
    else { return self...self }
    return first...((first...last).contains(self) ? self : last)
  }
}

extension StatisticsPeriod {
  /// The same days as the log's filter says them.
  public func filter(today: CivilDate) -> CallPeriod {
    switch self {
    case .today: .today
    case .yesterday: .yesterday
    case .lastDays(let count): .lastDays(count)
    case .thisMonth: .thisMonth
    case .month(let year, let month): .month(year: year, month: month)
    case .lastMonth, .thisYear, .lastYear, .year, .days:
      .days(from: days(today: today).lowerBound, to: days(today: today).upperBound)
    }
  }
}
