import Domain

/// Figures in the user's words.
extension Wording {
  /// `8.3 %`, `8,3 %`; an em dash where there is none.
  func percent(_ share: Double?) -> String {
    guard let share else { return "—" }
    return decimal(share * 100) + " %"
  }

  /// One digit behind the point.
  func decimal(_ value: Double) -> String {
    let tenths = Int((value.magnitude * 10).rounded())
    let point = words.language == .english ? "." : ","
    let sign = value < 0 && tenths > 0 ? "−" : ""
    return "\(sign)\(tenths / 10)\(point)\(tenths % 10)"
  }

  /// `under 0:30`, `0:30–0:59`, `5:00 and more`
  func wait(_ seconds: ClosedRange<Int>?) -> String {
    guard let seconds else { return words(.waitUnknown) }
    let first = duration(Int64(seconds.lowerBound))
    if seconds.upperBound == .max { return words(.waitAndMore, first) }
    if seconds.lowerBound == 0 { return words(.waitUnder, duration(Int64(seconds.upperBound) + 1)) }
    return "\(first)–\(duration(Int64(seconds.upperBound)))"
  }

  /// `W47 16–22 Nov`, `W53 28 Dec – 3 Jan`
  func week(_ week: ISOWeek, _ days: ClosedRange<CivilDate>) -> String {
    words(.weekShort, week.week.padded(to: 2)) + " " + span(days)
  }

  private func span(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return day(first) }
    return first.month == last.month ? "\(first.day)–\(day(last))" : "\(day(first)) – \(day(last))"
  }

  func weekday(_ index: Int) -> String {
    let weekdays: [Phrase] = [
      .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
    ]
    return weekdays.indices.contains(index) ? words(weekdays[index]) : ""
  }

  /// `today`, `Last 7 days`, `Nov 2026`; empty where there is no shorter name than the days.
  func name(_ period: StatisticsPeriod) -> String {
    switch period {
    case .today: words(.periodToday)
    case .yesterday: words(.periodYesterday)
    case .lastDays(let days): words(.lastDays, words.count(days, .day))
    case .thisMonth: words(.periodThisMonth)
    case .lastMonth: words(.periodLastMonth)
    case .thisYear: words(.periodThisYear)
    case .lastYear: words(.periodLastYear)
    case .month(let year, let month): "\(words.month(month)) \(year)"
    case .year(let year): String(year)
    case .days: ""
    }
  }

  /// `15 Nov – 21 Nov`, `28 Dec 2025 – 3 Jan 2026`, `21 Nov`
  func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    let today = zone.date(at: now)
    let year = { (date: CivilDate) in
      first.year == today.year && last.year == today.year ? "" : " \(date.year)"
    }
    let end = day(last) + year(last)
    return first == last ? end : "\(day(first))\(year(first)) – \(end)"
  }
}
