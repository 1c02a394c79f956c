/// The hours of some days on a zone's clock, for instants by the million: the hour that is repeated
/// when summer time ends is one hour of its day, the one that is skipped when it begins has no calls.
public struct LocalHours: Sendable {
  /// In milliseconds: what every offset from UTC is a multiple of.
  private static let step: Int64 = 15 * 60_000

  public let days: ClosedRange<CivilDate>
  /// Unix milliseconds; the end is not part of it.
  public let bounds: Range<Int64>
  /// Of each quarter of an hour: the day's place among the days, times 24, plus the hour.
  private let places: [Int32]

  public init(_ days: ClosedRange<CivilDate>, in zone: Zone) {
    self.days = days
    let first = zone.start(of: days.lowerBound).milliseconds
    var places: [Int32] = []
    var day = days.lowerBound
    var start = first
    var index: Int32 = 0
    while day <= days.upperBound {
      let next = day.advanced(byDays: 1)
      let end = max(start, zone.start(of: next).milliseconds)
      let clock = DayClock(from: start, to: end, in: zone)
      // A day may begin within a quarter of an hour only where clocks once did.
      while first + Int64(places.count) * LocalHours.step < end {
        let instant = first + Int64(places.count) * LocalHours.step
        places.append(index * 24 + Int32(clock.hour(at: instant)))
      }
      (day, start, index) = (next, end, index + 1)
    }
    bounds = first..<max(first, start)
    self.places = places
  }

  public var dayCount: Int {
    days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch + 1
  }

  /// The day's place among the days times 24, plus the hour; nil outside them.
  /// - Parameter instant: Unix milliseconds.
  public func place(of instant: Int64) -> Int? {
    guard bounds.contains(instant) else { return nil }
    return Int(places[Int((instant - bounds.lowerBound) / LocalHours.step)])
  }
}

/// A day's clock: asked of the zone once, or, where it is changed on that day, each time.
private struct DayClock {
  private let zone: Zone
  /// Milliseconds east of UTC; nil on a day when that changes.
  private let offset: Int64?

  init(from start: Int64, to end: Int64, in zone: Zone) {
    self.zone = zone
    let first = zone.offset(at: Timestamp(milliseconds: start))
    let last = zone.offset(at: Timestamp(milliseconds: max(start, end - 1)))
    offset = first == last ? first * 1000 : nil
  }

  func hour(at instant: Int64) -> Int {
    guard let offset else { return zone.civilTime(at: Timestamp(milliseconds: instant)).hour }
    let local = (instant + offset) % 86_400_000
    return Int((local < 0 ? local + 86_400_000 : local) / 3_600_000)
  }
}
