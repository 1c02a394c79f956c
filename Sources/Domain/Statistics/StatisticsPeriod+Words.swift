extension StatisticsPeriod {
  /// The words that a command line and a console's line name periods by.
  public static let words: [(word: String, period: StatisticsPeriod)] = [
    ("today", .today), ("yesterday", .yesterday), ("week", .lastDays(7)),
    ("30-days", .lastDays(30)),
    ("month", .thisMonth), ("last-month", .lastMonth), ("year", .thisYear),
    ("last-year", .lastYear),
  ]

  /// Nil where it has none.
  public var word: String? { StatisticsPeriod.words.first { $0.period == self }?.word }

  /// One of `words`, a year as `2026`, a month as `2026-03`, or a number of days as `90`. Nil for
  /// anything else.
  public init?(_ text: String) {
    if let known = StatisticsPeriod.words.first(where: { $0.word == text }) {
      self = known.period
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 2 where parts.map(\.count) == [4, 2]:
      guard CivilDate(year: numbers[0], month: numbers[1], day: 1) != nil else { return nil }
      self = .month(year: numbers[0], month: numbers[1])
    case 1 where (1971...9999).contains(numbers[0]): self = .year(numbers[0])
    case 1 where (1...StatisticsPeriod.limit).contains(numbers[0]): self = .lastDays(numbers[0])
    default: return nil
    }
  }
}
