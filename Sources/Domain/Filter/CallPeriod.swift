/// Days of the shop's calendar. Those that are told from today stay words, so that a filter that was
/// saved means the same tomorrow.
public enum CallPeriod: Hashable, Sendable {
  case today
  case yesterday
  /// As many days as that, today the last of them.
  case lastDays(Int)
  case thisMonth
  case month(year: Int, month: Int)
  /// Both days included; nil for no limit.
  case days(from: CivilDate?, to: CivilDate?)

  /// From when to when; the end is not part of it.
  public func bounds(at moment: Moment) -> Range<Timestamp> {
    let today = moment.today
    return switch self {
    case .today: moment.days(from: today, to: today)
    case .yesterday:
      moment.days(from: today.advanced(byDays: -1), to: today.advanced(byDays: -1))
    case .lastDays(let count):
      moment.days(from: today.advanced(byDays: 1 - min(max(1, count), 100_000)), to: today)
    case .thisMonth: moment.month(year: today.year, today.month)
    case .month(let year, let month): moment.month(year: year, month)
    case .days(let from, let to): moment.days(from: from, to: to)
    }
  }
}

extension Moment {
  fileprivate func days(from: CivilDate?, to: CivilDate?) -> Range<Timestamp> {
    let start = from.map(zone.start) ?? Timestamp(milliseconds: .min)
    let end = to.map { zone.start(of: $0.advanced(byDays: 1)) } ?? Timestamp(milliseconds: .max)
    return start..<max(start, end)
  }

  fileprivate func month(year: Int, _ month: Int) -> Range<Timestamp> {
    let first = CivilDate(year: year, month: month, day: 1)
    return days(
      from: first,
      to: first?.advanced(byDays: CivilDate.length(ofMonth: month, year: year) - 1))
  }
}
