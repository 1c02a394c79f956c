/// What became of the calls that were said to be stored.
struct Verdict {
  /// Nil where the store cannot be read.
  let lost: Int?
  /// Calls that stand in the log or in the journal more than once: each was sent once.
  let doubled: Int
  let integrity: String

  init(_ committed: [String], in path: String) {
    var lost: Int?
    var doubled = 0
    var integrity = "unreadable"
    do {
      let store = try Inspection(path)
      integrity = store.integrity
      doubled = try Verdict.doubled(in: store)
      let present = Set(try store.texts("SELECT provider_id FROM call"))
      let journaled = Set(
        try store.texts("SELECT provider_id FROM event JOIN call ON call.id = event.call_id"))
      lost = committed.count { !present.contains($0) || !journaled.contains($0) }
    } catch {
      integrity += " (\(error))"
    }
    self.lost = lost
    self.doubled = doubled
    self.integrity = integrity
  }

  static func doubled(in store: Inspection) throws -> Int {
    try store.count("SELECT count(*) - count(DISTINCT provider_id) FROM call NOT INDEXED")
      + store.count("SELECT count(*) - count(DISTINCT call_id) FROM event NOT INDEXED")
  }
}
