import Domain

/// Times as HTTP's header fields have them (RFC 9110, section 5.6.7): the one form that is written
/// today.
enum HTTPDate {
  /// `Sat, 21 Nov 2026 15:20:00 GMT`
  static func read(_ text: some StringProtocol) -> Timestamp? {
    let words = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard words.count == 6, words[5] == "GMT", let day = number(words[1], digits: 2),
      let month = months.firstIndex(where: { $0 == words[2] }),
      let year = number(words[3], digits: 4),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
      .compactMap { number($0, digits: 2) }
    guard clock.count == 3,
      let time = CivilTime(date: date, hour: clock[0], minute: clock[1], second: min(clock[2], 59))
    else { return nil }
    return Timestamp(seconds: time.secondsSinceEpoch)
  }

  /// The seconds a `Retry-After` asks for: a number of them, or a time. Nil for anything else.
  static func seconds(ofRetryAfter text: String, now: Timestamp) -> Int64? {
    let text = text.trimmed
    if let seconds = number(text, upTo: 9) { return Int64(seconds) }
    return read(text).map { max(0, $0.seconds(since: now)) }
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    text.utf8.count == digits ? number(text, upTo: digits) : nil
  }

  private static func number(_ text: some StringProtocol, upTo digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return Int(text)
  }
}
