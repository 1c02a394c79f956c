/// An instant and the clock it is read on: what "today" is, and how old a live call.
public struct Moment: Hashable, Sendable {
  public let now: Timestamp
  public let zone: Zone

  public init(_ now: Timestamp, in zone: Zone) {
    self.now = now
    self.zone = zone
  }

  public var today: CivilDate {
    zone.date(at: now)
  }
}
