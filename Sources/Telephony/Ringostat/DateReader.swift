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
    let digits = text.utf8.prefix { $0 != UInt8(ascii: ".") }
    guard let count = ValueReader.number(digits) else { return nil }
    let isWhole = digits.endIndex == text.utf8.endIndex
    guard let fraction = isWhole ? 0 : milliseconds(text.utf8[digits.endIndex...].dropFirst())
    else {
      return nil
    }
    switch digits.count {
    case 10: return Timestamp(milliseconds: count * 1000 + fraction)
    case 13: return Timestamp(milliseconds: count)
    case 16: return Timestamp(milliseconds: count / 1000)
    default: return nil
    }
  }

  private func wallClock(_ text: String, id: String?, received: Timestamp) -> Timestamp? {
    var rest = text.utf8[...]
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
        let fraction = rest.prefix(while: DateReader.isDigit)
        guard let read = DateReader.milliseconds(fraction) else { return nil }
        milliseconds = read
        rest = rest[fraction.endIndex...]
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
  private static func offset(_ text: Substring.UTF8View) -> Int64? {
    var rest = text
    if ["Z", "z", " Z"].contains(where: { rest.elementsEqual($0.utf8) }) { return 0 }
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

  /// Of the digits behind a decimal point; nil where there are none, or something else.
  private static func milliseconds(_ fraction: Substring.UTF8View) -> Int64? {
    guard !fraction.isEmpty, fraction.allSatisfy(isDigit) else { return nil }
    let digits = Array(fraction.prefix(3))
    return ValueReader.number(digits + [UInt8](repeating: 0x30, count: 3 - digits.count))
  }

  private static func take(_ count: Int, from text: inout Substring.UTF8View) -> Int? {
    let digits = text.prefix(count)
    guard digits.count == count, let number = ValueReader.number(digits) else { return nil }
    text = text[digits.endIndex...]
    return Int(number)
  }

  private static func drop(_ mark: Unicode.Scalar, from text: inout Substring.UTF8View) -> Bool {
    guard let first = text.first, first == UInt8(ascii: mark) else { return false }
    text = text.dropFirst()
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
