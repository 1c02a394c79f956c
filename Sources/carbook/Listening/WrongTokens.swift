import Server

/// Counts requests with a wrong token, minute by minute, and slows those who send many.
///
/// Behind a proxy every peer may be one address, so nobody is ever refused: what waits is the 404
/// alone, on a connection that is the first to go when there is no room.
struct WrongTokens {
  /// Wrong tokens a minute from one address, and from all, that are answered at once.
  static let limit = 20
  static let limitInAll = 200
  /// Milliseconds that a 404 beyond them waits.
  static let delay = 1_000
  private static let minute: Int64 = 60_000

  /// When the minute is over that the first wrong token began; nil while there is none.
  private(set) var ends: Int64?
  private var total = 0
  /// No more entries than `limitInAll`.
  private var counts: [IPAddress?: Int] = [:]

  /// - Parameters:
  ///   - client: nil where a proxy does not tell.
  ///   - now: monotonic milliseconds.
  /// - Returns: the milliseconds its answer is to wait.
  mutating func count(_ client: IPAddress?, now: Int64) -> Int {
    if ends == nil { ends = now + WrongTokens.minute }
    total += 1
    guard total <= WrongTokens.limitInAll else { return WrongTokens.delay }
    counts[client, default: 0] += 1
    return counts[client, default: 0] > WrongTokens.limit ? WrongTokens.delay : 0
  }

  /// - Returns: how many there were in a minute that is over, said once.
  mutating func takeTotal(now: Int64) -> Int? {
    guard let ends, now >= ends else { return nil }
    defer { self = WrongTokens() }
    return total
  }
}
