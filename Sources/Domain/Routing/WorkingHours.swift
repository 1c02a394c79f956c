/// When the shop is open: for each weekday from when to when, as the clock on its wall shows it, and
/// the days on which it is not.
public struct WorkingHours: Hashable, Sendable {
  /// Minutes since midnight. One that ends before it begins goes on after midnight.
  public struct Span: Hashable, Sendable {
    /// 0...1439
    public let start: Int
    /// 1...1440
    public let end: Int

    public init?(start: Int, end: Int) {
      guard (0..<1440).contains(start), (1...1440).contains(end), start != end else { return nil }
      self.start = start
      self.end = end
    }

    var isOvernight: Bool { end < start }
  }

  /// A day of one year, or of every year.
  public struct Holiday: Hashable, Sendable {
    public let year: Int?
    public let month: Int
    public let day: Int

    /// Nil where no calendar has such a day.
    public init?(year: Int? = nil, month: Int, day: Int) {
      // 29 February is a day of some years.
      guard CivilDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
      self.year = year
      self.month = month
      self.day = day
    }

    func isOn(_ date: CivilDate) -> Bool {
      month == date.month && day == date.day && year.map { $0 == date.year } ?? true
    }
  }

  /// From Monday on, seven of them.
  public let days: [[Span]]
  public let holidays: [Holiday]

  /// Never open.
  public init() {
    days = Array(repeating: [], count: 7)
    holidays = []
  }

  /// - Parameter days: by ISO weekday less one; what is left out is closed.
  public init(days: [Int: [Span]], holidays: [Holiday] = []) {
    self.days = (0..<7).map { day in
      (days[day] ?? []).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }
    self.holidays = holidays
  }

  public var isEmpty: Bool { days.allSatisfy(\.isEmpty) }

  /// By the wall clock there: an hour that summer time repeats is open twice or not at all, and none
  /// that it skips is missed.
  public func isOpen(at instant: Timestamp, in zone: Zone) -> Bool {
    let time = zone.civilTime(at: instant)
    let minute = time.hour * 60 + time.minute
    let today = spans(on: time.date).contains { span in
      span.start <= minute && (span.isOvernight || minute < span.end)
    }
    // Of what began yesterday evening.
    return today
      || spans(on: time.date.advanced(byDays: -1)).contains { $0.isOvernight && minute < $0.end }
  }

  private func spans(on date: CivilDate) -> [Span] {
    holidays.contains { $0.isOn(date) } ? [] : days[date.weekday - 1]
  }
}
