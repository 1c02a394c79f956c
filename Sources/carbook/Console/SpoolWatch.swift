import TUI

/// Tells a console whose own listener does not, that deliveries are kept in the spool.
struct SpoolWatch {
  /// Milliseconds: what waits for less is everyday life, somebody else was writing.
  static let patience: Int64 = 1000

  private var since: Int64?
  private var isShown = false

  /// - Parameters:
  ///   - isOurs: this console listens, and its listener says so itself.
  ///   - now: monotonic milliseconds.
  /// - Returns: what is to be shown from now on, where that has changed.
  mutating func look(isEmpty: Bool, isOurs: Bool, now: Int64) -> SpoolStatus? {
    guard !isEmpty, !isOurs else {
      defer { (since, isShown) = (nil, false) }
      return isShown ? isOurs ? .idle : .takenIn : nil
    }
    let began = since ?? now
    since = began
    guard !isShown, now - began >= SpoolWatch.patience else { return nil }
    isShown = true
    return .keeping(.elsewhere)
  }

  /// Milliseconds until it wants to look though nothing has happened; nil for never.
  func timeout(now: Int64) -> Int64? {
    guard let since, !isShown else { return nil }
    return max(0, since + SpoolWatch.patience - now)
  }
}
