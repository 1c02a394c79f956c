extension CivilTime {
  /// `YYYY-MM-DD HH:MM`
  public var text: String { "\(date.iso8601) \(clock)" }

  /// What a person types: `2026-11-18 09:00`, `18.11.2026 09:00`, `18.11 09:00`, a day alone for its
  /// beginning, a time alone for today's. Nil for anything else.
  public init?(typed text: String, today: CivilDate) {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "T" })
    guard let first = words.first, words.count <= 2 else { return nil }
    let time = words.last.flatMap { CivilTime.clock($0) }
    if words.count == 1, let time {
      self.init(date: today, hour: time.hour, minute: time.minute, second: 0)
      return
    }
    guard let date = CivilTime.date(first, today: today), words.count == 1 || time != nil else {
      return nil
    }
    self.init(date: date, hour: time?.hour ?? 0, minute: time?.minute ?? 0, second: 0)
  }

  /// `9:05`, `09:05`
  private static func clock(_ word: Substring) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = number(parts[0], digits: 2),
      let minute = number(parts[1], digits: 2), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }

  private static func date(_ word: Substring, today: CivilDate) -> CivilDate? {
    let isISO = word.contains("-")
    let parts = word.split(separator: isISO ? "-" : ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0, digits: 4) }
    guard numbers.count == parts.count else { return nil }
    switch (isISO, numbers.count) {
    case (true, 3) where parts[0].count == 4:
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    case (false, 3) where parts[2].count == 4:
      return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    case (false, 2): return CivilDate(year: today.year, month: numbers[1], day: numbers[0])
    default: return nil
    }
  }

  /// Digits alone: `Int` would read "+5".
  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard (1...digits).contains(text.count), text.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }
}
