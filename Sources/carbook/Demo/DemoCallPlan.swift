import Domain

/// What is to happen in one call of the demo, before its seconds are drawn.
struct DemoCallPlan: Equatable, Sendable {
  enum Outcome: Sendable {
    case answered, noAnswer, busy, voicemail, failed
  }

  var type: CallType
  /// The client's number; nil where it is hidden or the call is internal.
  var slot: Int?
  var outcome: Outcome
  /// Which try to reach him since he was missed; 0 for a call of its own.
  var attempt = 0

  /// Whether the shop, or the client himself, should try again.
  var isMiss: Bool {
    (type == .incoming || type == .callback) && outcome != .answered
  }
}

/// Who is to be called back, or will call again himself, and when.
struct DemoFollowUps: Sendable {
  struct Entry: Equatable, Sendable {
    /// Seconds since the epoch.
    let due: Int64
    let slot: Int
    /// The shop calls; else the client tries again.
    let isOutgoing: Bool
    let attempt: Int
  }

  private var entries: [Entry] = []
  private var head = 0

  var count: Int {
    entries.count - head
  }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
  }

  /// The oldest matter, where its time has come: first missed, first called back.
  mutating func take(at second: Int64) -> Entry? {
    guard head < entries.count, entries[head].due <= second else { return nil }
    let entry = entries[head]
    head += 1
    if head >= 1024 {
      entries.removeFirst(head)
      head = 0
    }
    return entry
  }
}
