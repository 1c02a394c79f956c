/// Keeps notices apart: the first is told at once, those that follow are gathered, one of each kind,
/// so that a bad minute is "3 missed calls" and not three bells.
public struct NoticePace: Equatable, Sendable {
  /// Between two notices, in milliseconds.
  public static let interval: Int64 = 5000

  /// Of each kind one at most; the one that has waited longest first.
  private var waiting: [Notice] = []
  private var told: Int64?

  public init() {}

  public mutating func put(_ notice: Notice) {
    if let index = waiting.firstIndex(where: { $0.kind == notice.kind }) {
      waiting[index] = notice.joined(with: waiting[index])
    } else {
      waiting.append(notice)
    }
  }

  /// What is to be told now.
  /// - Parameter now: in milliseconds, of a clock that only goes forward.
  public mutating func take(now: Int64) -> Notice? {
    guard wait(now: now) == 0 else { return nil }
    told = now
    return waiting.removeFirst()
  }

  /// Milliseconds until something is to be told; nil where nothing is.
  public func wait(now: Int64) -> Int64? {
    waiting.isEmpty ? nil : told.map { max(0, $0 + NoticePace.interval - now) } ?? 0
  }

  /// Nobody has to be told any more: he has come back to the console.
  public mutating func forget() {
    waiting = []
  }
}
