/// As people write them: `mon-fri 09:00-18:00, sat 10:00-15:00` and `2026-12-25, 01-01`. The days may
/// be named in Ukrainian too: `пн-пт 9:00-13:00 14:00-18:00, сб 10-15`.
extension WorkingHours {
  public static let dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  public static let ukrainianDayWords = ["пн", "вт", "ср", "чт", "пт", "сб", "нд"]

  /// Nil where a part of it cannot be read.
  public init?(days text: String, holidays: String) {
    guard let days = WorkingHours.days(text), let holidays = WorkingHours.holidays(holidays) else {
      return nil
    }
    self.init(days: days, holidays: holidays)
  }

  /// Nil where they cannot be read. A day that is named twice has the hours of both.
  public static func days(_ text: String) -> [Int: [Span]]? {
    var days: [Int: [Span]] = [:]
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let words = part.lowercased().split(whereSeparator: \.isWhitespace)
      guard let first = words.first, words.count >= 2, let named = dayRange(first) else {
        // A trailing comma says nothing.
        if words.isEmpty { continue }
        return nil
      }
      for word in words.dropFirst() {
        guard let span = span(word) else { return nil }
        for day in named { days[day, default: []].append(span) }
      }
    }
    return days
  }

  /// Nil where they cannot be read.
  public static func holidays(_ text: String) -> [Holiday]? {
    var holidays: [Holiday] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { number($0, digits: 4) }
      guard numbers.count == parts.count, (2...3).contains(parts.count),
        let holiday = Holiday(
          year: parts.count == 3 ? numbers[0] : nil, month: numbers[parts.count - 2],
          day: numbers[parts.count - 1]),
        parts.count == 2 || parts[0].count == 4
      else { return nil }
      if !holidays.contains(holiday) { holidays.append(holiday) }
    }
    return holidays
  }

  /// What `days` reads; days with the same hours that follow one another stand together.
  public func daysText(_ words: [String] = dayWords) -> String {
    var parts: [String] = []
    var day = 0
    while day < 7 {
      var last = day
      while last + 1 < 7, days[last + 1] == days[day] { last += 1 }
      if !days[day].isEmpty {
        let named = day == last ? words[day] : "\(words[day])-\(words[last])"
        parts.append(([named] + days[day].map(WorkingHours.text)).joined(separator: " "))
      }
      day = last + 1
    }
    return parts.joined(separator: ", ")
  }

  public var holidaysText: String {
    holidays.map { holiday in
      let day = "\(holiday.month.padded(to: 2))-\(holiday.day.padded(to: 2))"
      return holiday.year.map { "\($0.padded(to: 4))-\(day)" } ?? day
    }.joined(separator: ", ")
  }

  private static func text(_ span: Span) -> String {
    let clock = { (minute: Int) in "\((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2))" }
    return "\(clock(span.start))-\(clock(span.end))"
  }

  /// `mon`, `mon-fri`, `sat-mon`
  private static func dayRange(_ word: Substring) -> [Int]? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { day($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
      return nil
    }
    return first <= last ? Array(first...last) : Array(first..<7) + Array(0...last)
  }

  private static func day(_ word: Substring) -> Int? {
    dayWords.firstIndex(of: String(word)) ?? ukrainianDayWords.firstIndex(of: String(word))
  }

  /// `09:00-18:00`, `9-18`, `22:00-06:00`
  private static func span(_ word: Substring) -> Span? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { minute($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
    // What ends at midnight does not end before it begins.
    return Span(start: start, end: end == 0 ? 1440 : end)
  }

  private static func minute(_ word: Substring) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let hour = number(parts[0], digits: 2) else { return nil }
    let minutes = parts.count == 2 ? parts[1].count == 2 ? number(parts[1], digits: 2) : nil : 0
    guard let minutes, minutes < 60, hour < 24 || (hour == 24 && minutes == 0) else { return nil }
    return hour * 60 + minutes
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard (1...digits).contains(text.count), text.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }
}
