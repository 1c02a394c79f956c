import Domain

extension StatisticsPeriod {
  /// What somebody types: one of the command line's words with a blank or a dash, a day, or two with
  /// `..` or a dash between blanks, in the ways that the log is jumped to. Nil for anything else, and
  /// for more than ten years.
  init?(typed text: String, today: CivilDate) {
    let word = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    if let period = StatisticsPeriod(word) {
      self = period
      return
    }
    let separators = ["..", " - ", " – ", "–"]
    guard let separator = separators.first(where: text.contains),
      let place = text.firstRange(of: separator)
    else {
      guard let day = StatisticsPeriod.day(text[...], today) else { return nil }
      self = .days(day...day)
      return
    }
    guard let first = StatisticsPeriod.day(text[..<place.lowerBound], today),
      let last = StatisticsPeriod.day(text[place.upperBound...], today), first <= last,
      last.daysSinceEpoch - first.daysSinceEpoch < StatisticsPeriod.limit, first.year >= 1971
    else { return nil }
    self = .days(first...last)
  }

  private static func day(_ text: Substring, _ today: CivilDate) -> CivilDate? {
    guard let target = JumpTarget(text.trimmed, today: today), target.time == nil else {
      return nil
    }
    return target.date
  }
}
