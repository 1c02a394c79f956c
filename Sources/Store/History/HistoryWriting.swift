import Domain

extension Store {
  /// Writes down who changed what, within the transaction that changes it.
  /// - Parameters:
  ///   - changes: what the subject was and is.
  ///   - records: what was touched besides it.
  @discardableResult
  func record(
    _ action: HistoryEntry.Action, _ subject: HistoryEntry.Subject,
    step: HistoryEntry.Step = .edit, changes: [HistoryEntry.Change] = [],
    touching records: Set<HistoryEntry.Subject> = [], now: Timestamp
  ) throws(StoreError) -> HistoryEntry.ID {
    let (kind, id) = subject.row
    try connection.run(
      """
      INSERT INTO history (at, actor, session, action, step, subject_kind, subject_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, now, actor, session, action.rawValue, step.rawValue, kind, id)
    let entry = HistoryEntry.ID(connection.lastInsertedID)
    for record in records.union([subject]) {
      try connection.run(
        "INSERT INTO history_subject VALUES (?, ?, ?)", record.row.kind, record.row.id, entry)
    }
    for (place, change) in changes.enumerated() {
      try connection.run(
        "INSERT INTO history_change VALUES (?, ?, ?, ?, ?)", entry, place, change.field.rawValue,
        change.before, change.after)
    }
    return entry
  }

  /// Deletes what was written down of a subject itself.
  func forgetHistory(of subject: HistoryEntry.Subject) throws(StoreError) {
    let (kind, id) = subject.row
    try connection.run(
      """
      DELETE FROM history WHERE subject_kind = ?1 AND subject_id = ?2
        AND id IN (SELECT history_id FROM history_subject WHERE kind = ?1 AND id = ?2)
      """, kind, id)
  }
}
