import Domain

extension Store {
  /// Makes calls of the deliveries that came while their integration was off, oldest first, in short
  /// transactions.
  /// - Returns: how many of them.
  func takeInOff(
    _ integrations: [Integration.ID: Integration], now: Timestamp, reading read: JournalReader
  ) throws(StoreError) -> Int {
    var (count, last) = (0, Int64(0))
    while true {
      let events = try connection.rows(
        """
        SELECT id FROM event WHERE call_id IS NULL AND outcome = ? AND id > ? ORDER BY id LIMIT 200
        """, JournalEntry.Outcome.whileOff.rawValue, last
      ) { $0.integer() }
      guard let end = events.last else { return count }
      last = end
      try writeInBatches(events) { (event) throws(StoreError) in
        if try takeInOff(event, integrations, now: now, reading: read) { count += 1 }
      }
    }
  }

  private func takeInOff(
    _ event: Int64, _ integrations: [Integration.ID: Integration], now: Timestamp,
    reading read: JournalReader
  ) throws(StoreError) -> Bool {
    // Unless another replay has come first.
    let found = try connection.first(
      """
      SELECT integration_id, \(JournalEntry.columns) FROM event WHERE id = ? AND call_id IS NULL
      """, event
    ) { row in (integration: Integration.ID(row.integer()), entry: JournalEntry(row: &row)) }
    guard let found, let integration = integrations[found.integration] else { return false }
    let item = IngestItem(
      integration: integration.id, occasion: found.entry.occasion, origin: .replayed, raw: nil,
      content: read(integration, found.entry), own: integration.own)
    guard let (result, outcome) = try take(item, now: now) else {
      // The call has been forgotten since.
      try connection.run("DELETE FROM event WHERE id = ?", event)
      return false
    }
    try settle([result], now: now)
    // The earliest of a call's deliveries is the one that made it, as if it had been taken in when it
    // came: without it the call is not derived again.
    try connection.run(
      "UPDATE event SET outcome = ? WHERE call_id = ? AND outcome = ? AND id > ?",
      JournalEntry.Outcome.changedCall.rawValue, result.call,
      JournalEntry.Outcome.madeCall.rawValue,
      event)
    let isEarliest = connection.changes > 0
    try connection.run(
      "UPDATE event SET call_id = ?, outcome = ? WHERE id = ?", result.call,
      isEarliest ? JournalEntry.Outcome.madeCall.rawValue : outcome.rawValue, event)
    return true
  }
}
