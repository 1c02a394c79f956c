import Domain

/// Reads a start in any of the provider's spellings (provider facts, "Values"): the wall clock of
/// the project, a wall clock with its offset, or digits that count from 1970. A day without a time
/// of day is none, nor is what no calendar has or what lies outside 2000...2099.
public struct DateReader: Sendable {
  /// The project's zone, for a wall clock without an offset.
  let zone: Zone

  private static let years = 2000...2099

  public init(zone: Zone) {
    self.zone = zone
  }

  /// - Parameters:
  ///   - id: the call's; its seconds decide between the two readings of a repeated hour.
  ///   - received: decides where the id has no seconds.
  public func timestamp(_ text: String, id: String?, received: Timestamp) -> Timestamp? {
    let text = ValueReader.withoutLeftovers(ValueReader.cut(text)).trimmed
    let start = DateReader.count(text) ?? wallClock(text, id: id, received: received)
    return start.flatMap { instant in
      let year = Zone.utc.date(at: instant).year
      return DateReader.years.contains(year) ? instant : nil
    }
  }

  /// Unix time: seconds (with or without a fraction), milliseconds or microseconds, told apart by
  /// the number of digits.
  private static func count(_ text: String) -> Timestamp? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first, let count = ValueReader.number(digits) else { return nil }
    let fraction = parts.dropFirst().first ?? "0"
    guard !fraction.isEmpty, fraction.allSatisfy(\.isASCIIDigit) else { return nil }
    switch digits.utf8.count {
    case 10: return Timestamp(milliseconds: count * 1000 + milliseconds(fraction))
    case 13: return Timestamp(milliseconds: count)
    case 16: return Timestamp(milliseconds: count / 1000)
    default: return nil
    }
  }

  private func wallClock(_ text: String, id: String?, received: Timestamp) -> Timestamp? {
    var rest = Substring(text)
    guard let year = DateReader.take(4, from: &rest), DateReader.drop("-", from: &rest),
      let month = DateReader.take(2, from: &rest), DateReader.drop("-", from: &rest),
      let day = DateReader.take(2, from: &rest),
      let date = CivilDate(year: year, month: month, day: day),
      DateReader.drop("T", from: &rest) || DateReader.drop("t", from: &rest)
        || DateReader.drop(" ", from: &rest),
      let hour = DateReader.take(2, from: &rest), DateReader.drop(":", from: &rest),
      let minute = DateReader.take(2, from: &rest)
    else { return nil }
    var second = 0
    var milliseconds: Int64 = 0
    if DateReader.drop(":", from: &rest) {
      guard let read = DateReader.take(2, from: &rest) else { return nil }
      second = read
      if DateReader.drop(".", from: &rest) {
        let fraction = rest.prefix(while: \.isASCIIDigit)
        guard !fraction.isEmpty else { return nil }
        milliseconds = DateReader.milliseconds(fraction)
        rest = rest.dropFirst(fraction.count)
      }
    }
    guard let time = CivilTime(date: date, hour: hour, minute: minute, second: second) else {
      return nil
    }
    let whole: Timestamp?
    if rest.isEmpty {
      whole = instant(of: time, id: id, received: received)
    } else {
      whole = DateReader.offset(rest).map { Timestamp(seconds: time.secondsSinceEpoch - $0) }
    }
    return whole.map { Timestamp(milliseconds: $0.milliseconds + milliseconds) }
  }

  private func instant(of time: CivilTime, id: String?, received: Timestamp) -> Timestamp? {
    let readings = zone.instants(of: time)
    guard let first = readings.first, readings.count > 1 else { return readings.first }
    let witness = id.flatMap { CallTimes.start(inID: $0, received: first) } ?? received
    return readings.min { abs($0.seconds(since: witness)) < abs($1.seconds(since: witness)) }
  }

  /// Seconds east of UTC: `Z`, `+03:00`, `+0300`, `+03`; a "+" that a query turned into a blank
  /// is still one.
  private static func offset(_ text: Substring) -> Int64? {
    var rest = text
    if rest == "Z" || rest == "z" || rest == " Z" { return 0 }
    let hadBlank = drop(" ", from: &rest)
    let isWest = drop("-", from: &rest)
    guard isWest || drop("+", from: &rest) || hadBlank, let hours = take(2, from: &rest) else {
      return nil
    }
    _ = drop(":", from: &rest)
    let minutes = rest.isEmpty ? 0 : take(2, from: &rest)
    guard let minutes, rest.isEmpty, hours <= 14, minutes < 60 else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return isWest ? -seconds : seconds
  }

  private static func milliseconds(_ fraction: Substring) -> Int64 {
    let digits = fraction.prefix(3)
    return ValueReader.number(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
  }

  private static func take(_ count: Int, from text: inout Substring) -> Int? {
    let digits = text.prefix(count)
    guard digits.utf8.count == count, let number = ValueReader.number(digits) else { return nil }
    text = text.dropFirst(count)
    return Int(number)
  }

  private static func drop(_ character: Character, from text: inout Substring) -> Bool {
    guard text.first == character else { return false }
    text = text.dropFirst()
    return true
  }
}
