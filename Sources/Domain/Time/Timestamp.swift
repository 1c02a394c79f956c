/// An instant: whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// Whole seconds since the epoch, rounded down.
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : -((-(milliseconds + 1)) / 1000) - 1
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant `seconds` later (earlier when negative); the ends of the range are kept.
  public func advanced(bySeconds seconds: Int64) -> Timestamp {
    let other = Timestamp(seconds: seconds).milliseconds
    let (sum, overflow) = milliseconds.addingReportingOverflow(other)
    return Timestamp(milliseconds: overflow ? (other < 0 ? .min : .max) : sum)
  }

  /// Seconds from `other` to this instant, rounded down.
  public func seconds(since other: Timestamp) -> Int64 {
    let (difference, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    return overflow ? (self < other ? .min : .max) : difference
  }

  /// `YYYY-MM-DDTHH:MM:SSZ` (RFC 3339, UTC).
  public var iso8601: String {
    CivilTime(secondsSinceEpoch: seconds).iso8601 + "Z"
  }
}
