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
