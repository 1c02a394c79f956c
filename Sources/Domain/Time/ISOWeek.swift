/// A week from Monday to Sunday by its number in the year (ISO 8601): the first one has the year's
/// first Thursday, so that days around New Year may belong to another year's week.
public struct ISOWeek: Hashable, Comparable, Sendable {
  public let year: Int
  /// 1...53
  public let week: Int

  public init(containing date: CivilDate) {
    let thursday = date.advanced(byDays: 4 - date.weekday)
    year = thursday.year
    let newYear = CivilDate(year: thursday.year, month: 1, day: 1)?.daysSinceEpoch ?? 0
    week = (thursday.daysSinceEpoch - newYear) / 7 + 1
  }

  /// `2026-W47`
  public var iso8601: String {
    "\(year.padded(to: 4))-W\(week.padded(to: 2))"
  }

  public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}
