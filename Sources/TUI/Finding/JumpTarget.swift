import Domain

/// A moment as users name it: `2026-11-03`, `3.11`, `3 nov`, `3 лис`, `today`, `вчора`, `14:30`, or
/// a day and a time.
struct JumpTarget: Equatable, Sendable {
  let date: CivilDate
  /// On that day; nil for all of it.
  let time: CivilTime?

  /// - Parameter today: the day of a time alone; a day without a year is the last one of that name.
  init?(_ text: String, today: CivilDate) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let clock = words.firstIndex { $0.contains(":") }.map { words.remove(at: $0) }
    guard clock != nil || !words.isEmpty else { return nil }
    guard let date = words.isEmpty ? today : DayReader(today: today).date(words) else { return nil }
    self.date = date
    guard let clock else {
      time = nil
      return
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]),
      let time = CivilTime(date: date, hour: hour, minute: minute, second: 0)
    else { return nil }
    self.time = time
  }

  /// The place of the last call that could begin in that minute or on that day.
  func position(in zone: Zone) -> LogPosition {
    let end =
      time.flatMap { zone.instants(of: $0).last }?.advanced(bySeconds: 60)
      ?? zone.start(of: date.advanced(byDays: 1))
    return LogPosition(start: Timestamp(milliseconds: end.milliseconds - 1), id: Call.ID(.max))
  }
}

/// Reads a day in the words and orders of either language.
private struct DayReader {
  let today: CivilDate

  func date(_ words: [Substring]) -> CivilDate? {
    if words.count == 1 {
      if isName(words[0], of: .todayDate) { return today }
      if isName(words[0], of: .yesterday) { return today.advanced(byDays: -1) }
      return digits(words[0])
    }
    // `3 nov`, `nov 3`, with a year behind them or without.
    guard words.count <= 3 else { return nil }
    for (day, month) in [(0, 1), (1, 0)] {
      guard let day = Int(digits: words[day]), let month = self.month(words[month]) else {
        continue
      }
      return date(day, month, words.count == 3 ? .some(words[2]) : nil)
    }
    return nil
  }

  /// `2026-11-03`, `3.11`, `3.11.2026`, `3/11`.
  private func digits(_ word: Substring) -> CivilDate? {
    let parts = word.split(omittingEmptySubsequences: false) { ".-/".contains($0) }
    guard (2...3).contains(parts.count) else { return nil }
    let isYearFirst = parts.count == 3 && parts[0].count == 4
    let ordered = isYearFirst ? parts.reversed() : parts
    guard let day = Int(digits: ordered[0]), let month = Int(digits: ordered[1]) else { return nil }
    return date(day, month, ordered.count == 3 ? .some(ordered[2]) : nil)
  }

  private func date(_ day: Int, _ month: Int, _ year: Substring?) -> CivilDate? {
    if let year {
      guard let number = Int(digits: year) else { return nil }
      return CivilDate(year: year.count == 2 ? 2000 + number : number, month: month, day: day)
    }
    // 29 February is a day of one year in four, and once in a century of one in eight.
    return (0...8).lazy.compactMap {
      CivilDate(year: today.year - $0, month: month, day: day)
    }.first { $0 <= today }
  }

  /// By its first three letters, in either language.
  private func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return (1...12).first { number in
      Language.allCases.contains {
        word.hasPrefix(Words(language: $0).month(number).lowercased())
      }
    }
  }

  /// The whole word or its beginning, in either language.
  private func isName(_ word: Substring, of phrase: Phrase) -> Bool {
    word.count >= 3 && [phrase.english, phrase.ukrainian].contains { $0.hasPrefix(word) }
  }
}

extension Int {
  /// Digits alone: `Int` would read "+5".
  fileprivate init?(digits: Substring) {
    guard digits.count <= 4, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    self.init(digits)
  }
}
