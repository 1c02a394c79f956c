import Domain
import Glibc

extension Store {
  /// A transaction that does many small things ends after this many milliseconds, so that
  /// deliveries have their turn.
  static let shortWrite: Int64 = 100
  /// And then the lock is left alone for as long as those who wait for it may be asleep.
  static let pauseBetweenWrites: Int32 = 20

  /// Does `step` to all, in as many transactions as that takes.
  func writeInBatches<Item>(
    _ items: [Item], _ step: (Item) throws(StoreError) -> Void
  ) throws(StoreError) {
    var rest = items[...]
    while !rest.isEmpty {
      try write { () throws(StoreError) in
        let end = FileLock.clock() + Store.shortWrite
        repeat { try step(rest.removeFirst()) } while !rest.isEmpty && FileLock.clock() < end
      }
      if !rest.isEmpty { poll(nil, 0, Store.pauseBetweenWrites) }
    }
  }

  /// Deletes a call with its journal, its question, what people said of it, the history of that,
  /// and the call-back that stands on it. Its numbers stay (`deleteUnusedNumbers`).
  func delete(_ call: StoredCall, now: Timestamp) throws(StoreError) {
    let client = try client(of: call)
    let isOwed = try client.map { (client) throws(StoreError) in try openSince(client) != nil }
    try connection.run("DELETE FROM call_back WHERE last_miss = ?", call.id)
    try connection.run("DELETE FROM call WHERE id = ?", call.id)
    try forgetHistory(of: .call(call.id))
    try forgetRouteAnswers(to: call.providerID)
    try connection.run(
      "DELETE FROM form_draft WHERE kind = ? AND subject = ?", FormDraft.Kind.callNote.rawValue,
      call.id)
    try connection.run("DELETE FROM note_search WHERE rowid = ?", call.id)
    try addToCount("call", -1)
    if let client, isOwed == true { try recomputeCallBack(of: client, now: now) }
  }

  /// Deletes the numbers that nothing in the store mentions. Which they are is found out before the
  /// lock is taken; where somebody has committed meanwhile, again.
  func deleteUnusedNumbers() throws(StoreError) {
    // A foreign key's check would read all calls for each number (their columns have no index). What
    // is deleted is known to be unused.
    try connection.execute(script: "PRAGMA foreign_keys = OFF")
    defer { try? connection.execute(script: "PRAGMA foreign_keys = ON") }
    for attempt in 0..<4 {
      let version = try dataVersion
      let unused = attempt < 3 ? try unusedNumbers() : nil
      let isDone = try write { () throws(StoreError) -> Bool in
        if unused != nil, try dataVersion != version { return false }
        let numbers = if let unused { unused } else { try unusedNumbers() }
        for number in numbers {
          try forgetEntries(ofNumber: number)
          try connection.run("DELETE FROM number WHERE id = ?", number)
          memo?.numbers = [:]
        }
        if !numbers.isEmpty { try rebuildSearch() }
        return true
      }
      if isDone { return }
    }
  }

  private func unusedNumbers() throws(StoreError) -> [Int64] {
    try connection.rows(
      """
      SELECT id FROM number WHERE id NOT IN (
        SELECT caller_id FROM call WHERE caller_id IS NOT NULL
        UNION SELECT called_id FROM call WHERE called_id IS NOT NULL
        UNION SELECT outbound_id FROM call WHERE outbound_id IS NOT NULL
        UNION SELECT client_id FROM call WHERE client_id IS NOT NULL
        UNION SELECT number_id FROM contact_number
        UNION SELECT number_id FROM integration_number
        UNION SELECT number_id FROM prompt
        UNION SELECT number_id FROM call_back WHERE number_id IS NOT NULL
        UNION SELECT number_id FROM dealt_with)
      """
    ) { $0.integer() }
  }

  /// Writes the file anew without what was deleted (pages keep the bytes of rows that were moved
  /// about, whatever `secure_delete` does), and empties the -wal.
  /// - Returns: false where somebody reads and keeps the -wal from being emptied: whoever writes
  ///   next does it when he can.
  public func compact() throws(StoreError) -> Bool {
    try hold { () throws(StoreError) in
      try connection.run("VACUUM")
      let deadline = FileLock.clock() + Int64(Store.patience)
      while !truncateWAL() {
        guard FileLock.clock() < deadline else { return false }
        poll(nil, 0, 10)
      }
      return true
    }
  }
}
