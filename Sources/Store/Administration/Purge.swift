import Domain
import FoundationEssentials

extension Store {
  /// How many calls began before `limit`.
  public func callCount(before limit: Timestamp) throws(StoreError) -> Int {
    Int(try connection.integer("SELECT count(*) FROM call WHERE start < ?", limit))
  }

  /// Deletes the calls that began before `limit` with their journal, questions and call-backs, and
  /// the numbers that nothing mentions any more. They are not fetched again. Contacts, orders and
  /// their numbers stay. Deliveries that made no call, or could not be taken in from the spool, go by
  /// when they came. In short transactions; `compact` makes it lasting.
  /// - Returns: how many calls.
  @discardableResult
  public func purge(before limit: Timestamp, now: Timestamp) throws(StoreError) -> Int {
    try write { () throws(StoreError) in
      let floor = try max(fetchFloor() ?? limit, limit)
      try set(.fetchFloor, to: String(floor.milliseconds))
    }
    var count = 0
    while true {
      let calls: [Call.ID] = try connection.rows(
        "SELECT id FROM call WHERE start < ? ORDER BY start, id LIMIT 1000", limit
      ) { $0.id() }
      guard !calls.isEmpty else { break }
      try writeInBatches(calls) { (id) throws(StoreError) in
        // Unless a delivery has moved its start since.
        guard let call = try storedCall(id), call.start < limit else { return }
        try delete(call, now: now)
        count += 1
      }
    }
    try purgeOff(before: limit)
    _ = try spool.removeAside { $0.map { $0.received < limit } ?? false }
    if count > 0 {
      try write { () throws(StoreError) in
        try connection.run("DELETE FROM dealt_with WHERE at < ?", limit)
        try record(.purge, .store, now: now)
      }
      try deleteUnusedNumbers()
    }
    return count
  }

  private func purgeOff(before limit: Timestamp) throws(StoreError) {
    let events = try connection.rows(
      "SELECT id FROM event WHERE call_id IS NULL AND received < ?", limit
    ) { $0.integer() }
    try writeInBatches(events) { (id) throws(StoreError) in
      try connection.run("DELETE FROM event WHERE id = ?", id)
    }
  }

  /// Copies beside the store that were made by a migration or a restore: what is deleted here is
  /// still in them.
  public func copies() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: files.folder)) ?? []
    return names.filter { name in
      name.hasPrefix(files.name + ".replaced-")
        || (name.hasPrefix(files.name + ".v") && name.hasSuffix(".backup"))
    }.sorted().map { "\(files.folder)/\($0)" }
  }
}
