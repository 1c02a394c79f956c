/// A day and a time of day as a wall clock shows them, without a zone.
public struct CivilTime: Hashable, Comparable, Sendable {
  public let date: CivilDate
  /// 0...23
  public let hour: Int
  /// 0...59
  public let minute: Int
  /// 0...59; a leap second is refused, as Unix time has none.
  public let second: Int

  public init?(date: CivilDate, hour: Int, minute: Int, second: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Reads seconds since 1970-01-01 00:00:00 *on this clock*: add the zone's offset first. Clamped
  /// to the years 1...9999.
  public init(secondsSinceEpoch seconds: Int64) {
    let clamped = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let days = clamped >= 0 ? clamped / 86_400 : -((-clamped + 86_399) / 86_400)
    let rest = Int(clamped - days * 86_400)
    date = CivilDate(daysSinceEpoch: Int(days))
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// Seconds since 1970-01-01 00:00:00 on this clock.
  public var secondsSinceEpoch: Int64 {
    Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// `HH:MM`
  public var clock: String {
    String(unsafeUninitializedCapacity: 5) { text in
      for (place, number) in [hour / 10, hour % 10, -1, minute / 10, minute % 10].enumerated() {
        text[place] = number < 0 ? UInt8(ascii: ":") : UInt8(ascii: "0") + UInt8(number)
      }
      return 5
    }
  }

  /// `YYYY-MM-DDTHH:MM:SS`
  public var iso8601: String {
    "\(date.iso8601)T\(clock):\(second.padded(to: 2))"
  }

  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}
