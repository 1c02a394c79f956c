/// Who is owed a call, computed from the log; never a queue of its own, which would drift.
public struct CallBack: Equatable, Sendable {
  /// What the rule needs to know of one call of the client.
  public struct Fact: Equatable, Sendable {
    public let id: Call.ID
    public let start: Timestamp
    public let isOutgoing: Bool
    /// Incoming, and missed, busy, failed or on voicemail.
    public let wantsCallBack: Bool
    /// Seconds.
    public let talk: Int
    /// Seconds.
    public let wait: Int
    public let connectedWith: String?

    public init(
      id: Call.ID, start: Timestamp, isOutgoing: Bool, wantsCallBack: Bool, talk: Int, wait: Int,
      connectedWith: String?
    ) {
      self.id = id
      self.start = start
      self.isOutgoing = isOutgoing
      self.wantsCallBack = wantsCallBack
      self.talk = talk
      self.wait = wait
      self.connectedWith = connectedWith
    }
  }

  /// A talk of this many seconds settles the matter, in either direction.
  public static let settlingTalk = 10
  /// A miss older than this is forgotten, in seconds.
  public static let defaultPeriod: Int64 = 30 * 86_400

  /// The latest missed call.
  public let lastMiss: Call.ID
  public let lastMissStart: Timestamp
  /// Since when the client has been waiting.
  public let firstMissStart: Timestamp
  public let misses: Int
  /// The longest the client waited in one of those calls, seconds.
  public let longestWait: Int
  /// Outgoing calls since the first miss that reached nobody.
  public let attempts: Int
  /// Who tried last.
  public let lastAttemptBy: String?

  /// Nil where nothing is owed.
  /// - Parameters:
  ///   - calls: one client's calls, in any order.
  ///   - dealtWith: when somebody said by hand that the matter was settled.
  ///   - now: together with `period` (seconds) bounds how far back a miss counts.
  public init?(
    calls: [Fact], dealtWith: Timestamp?, now: Timestamp, period: Int64 = CallBack.defaultPeriod
  ) {
    let oldest = now.advanced(bySeconds: -period)
    let settled = calls.filter { $0.talk >= CallBack.settlingTalk && !$0.wantsCallBack }
      .map(\.start).max()
    let isOpen = { (call: Fact) in
      call.wantsCallBack && call.start >= oldest && settled.map { $0 <= call.start } ?? true
        && dealtWith.map { $0 < call.start } ?? true
    }
    let missed = calls.filter(isOpen)
    guard let first = missed.min(by: { $0.start < $1.start }),
      let last = missed.max(by: { ($0.start, $0.id.rawValue) < ($1.start, $1.id.rawValue) })
    else { return nil }
    let tries = calls.filter { $0.isOutgoing && $0.start > first.start }
    lastMiss = last.id
    lastMissStart = last.start
    firstMissStart = first.start
    misses = missed.count
    longestWait = missed.map(\.wait).max() ?? 0
    attempts = tries.count
    lastAttemptBy =
      tries.max { ($0.start, $0.id.rawValue) < ($1.start, $1.id.rawValue) }?.connectedWith
  }
}
