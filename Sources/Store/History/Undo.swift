import Domain

/// Taking back what was changed through this store since it was opened, step by step.
extension Store {
  /// Takes back the latest step that is not taken back yet.
  /// - Returns: the entry that says so.
  /// - Throws: `nothingToUndo`; `changedSince` where somebody else has changed the same meanwhile;
  ///   `missing` where something was deleted that it needs, or needs what it would delete.
  public func undo(now: Timestamp) throws(StoreError) -> HistoryEntry {
    try retrace(.undo, now: now)
  }

  /// Does the step again that was taken back last; not after another edit.
  /// - Throws: as `undo`.
  public func redo(now: Timestamp) throws(StoreError) -> HistoryEntry {
    try retrace(.redo, now: now)
  }

  private func retrace(_ step: HistoryEntry.Step, now: Timestamp) throws(StoreError) -> HistoryEntry
  {
    try write { () throws(StoreError) in
      guard let (original, changeset) = try next(step) else { throw .nothingToUndo }
      if let user = try laterEditor(than: original.id) { throw .changedSince(by: user) }
      let before = try values(of: original.subject)
      let touched = Touched(try changeset.rows(isInverted: step == .undo, columns: columns(of:)))
      for contact in touched.deletedContacts { try unindex(contact) }
      for order in touched.deletedOrders { try unindex(order) }
      let isDone = try HandMade.apply(
        changeset, isInverted: step == .undo, isOfContacts: !touched.contacts.isEmpty,
        to: connection, columns: columns(of:))
      // Something it needs was deleted, or something needs what it would delete.
      guard isDone else { throw .missing }
      try derive(touched, now: now)
      try queuePushes(of: touched, now: now)
      try connection.run(
        "UPDATE history SET is_undone = ? WHERE id = ?", step == .undo, original.id)
      let changes = HistoryEntry.Change.between(before, try values(of: original.subject))
      let entry = try record(
        original.action, original.subject, step: step, changes: changes,
        touching: touched.subjects, now: now)
      guard let entry = try self.entry(entry) else { throw .missing }
      return entry
    }
  }

  private func next(
    _ step: HistoryEntry.Step
  ) throws(StoreError) -> (HistoryEntry, Changeset)? {
    let found = try connection.first(
      """
      SELECT id, changeset FROM history
      WHERE session = ? AND changeset IS NOT NULL AND is_undone = ?
      ORDER BY id \(step == .undo ? "DESC" : "ASC") LIMIT 1
      """, session, step == .redo
    ) { (id: HistoryEntry.ID($0.integer()), bytes: $0.optionalBlob() ?? []) }
    guard let found, let entry = try entry(found.id) else { return nil }
    return (entry, Changeset(bytes: found.bytes))
  }

  /// Who has later changed a record that the step has changed, and has not taken that back.
  private func laterEditor(than entry: HistoryEntry.ID) throws(StoreError) -> String? {
    try connection.first(
      """
      SELECT h.actor FROM history_subject a INDEXED BY history_subject_of
      JOIN history_subject b ON b.kind = a.kind AND b.id = a.id AND b.history_id > a.history_id
      JOIN history h ON h.id = b.history_id
      WHERE a.history_id = ? AND h.session <> ? AND h.step = ? AND h.is_undone = 0
      ORDER BY b.history_id DESC LIMIT 1
      """, entry, session, HistoryEntry.Step.edit.rawValue
    ) { $0.text() }
  }
}
