import FoundationEssentials
import FoundationInternationalization

/// A time zone of the tz database: the shop's, in which days are cut, or a provider's project's, in
/// which its dates are written.
public struct Zone: Hashable, Sendable {
  private let zone: TimeZone

  /// Nil where the system knows no zone of that name.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// The same of what somebody typed: only names as the tz database has them.
  public init?(named name: String) {
    let isName = name.utf8.allSatisfy { byte in
      byte.isASCIILetterOrDigit || "/_+-".utf8.contains(byte)
    }
    guard isName, (1...64).contains(name.utf8.count) else { return nil }
    self.init(identifier: name)
  }

  /// All names that the system knows, in the order of the alphabet.
  public static var knownIdentifiers: [String] {
    TimeZone.knownTimeZoneIdentifiers.sorted()
  }

  private init(_ zone: TimeZone) {
    self.zone = zone
  }

  public static let utc = Zone(TimeZone(secondsFromGMT: 0) ?? .gmt)

  /// The default of the shop and of the provider's projects; UTC where the machine has no tz data.
  public static let kyiv = Zone(identifier: "Europe/Kyiv") ?? Zone(identifier: "Europe/Kiev") ?? utc

  public var identifier: String {
    zone.identifier
  }

  /// Seconds east of UTC at that instant.
  public func offset(at instant: Timestamp) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
  }

  public func civilTime(at instant: Timestamp) -> CivilTime {
    CivilTime(secondsSinceEpoch: instant.seconds + offset(at: instant))
  }

  public func date(at instant: Timestamp) -> CivilDate {
    civilTime(at: instant).date
  }

  /// The instants at which a clock here shows `time`: two, earliest first, in the hour that is
  /// repeated when summer time ends; in the hour that is skipped when it begins, the one instant
  /// that the clock would have shown had it not been put forward.
  public func instants(of time: CivilTime) -> [Timestamp] {
    let reading = time.secondsSinceEpoch
    // No zone is more than a day off UTC, and none changes twice within two days.
    let before = offset(at: Timestamp(seconds: reading - 86_400))
    let after = offset(at: Timestamp(seconds: reading + 86_400))
    if before == after { return [Timestamp(seconds: reading - before)] }
    let candidates = Set([before, after]).map { Timestamp(seconds: reading - $0) }
    let fitting = candidates.filter { civilTime(at: $0) == time }.sorted()
    return fitting.isEmpty ? [Timestamp(seconds: reading - before)] : fitting
  }

  /// The first instant of that day here.
  public func start(of date: CivilDate) -> Timestamp {
    let midnight = CivilTime(secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400)
    return instants(of: midnight)[0]
  }
}
