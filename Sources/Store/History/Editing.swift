import Domain

/// What a user changes, one step at a time, so that it can be shown and taken back
/// (docs/decisions/0008-undo.md).
extension Store {
  /// A user's step, in a transaction of its own: history says who changed what of the subject, and
  /// `undo` takes it back. A step that changes nothing leaves no trace.
  ///
  /// The body writes the rows that people fill (`HandMade.tables`) and nothing that follows from
  /// them: versions, `search` columns, counts, orders of calls and call-backs are derived from the
  /// rows that have changed, after the body as after an undo (`derive`). A row that the body deletes
  /// it takes out of the search index before (`unindex`).
  /// - Parameter remarks: what history says besides what the subject was before and is after.
  func edit<Result>(
    _ action: HistoryEntry.Action, of subject: HistoryEntry.Subject,
    remarks: [HistoryEntry.Change] = [], now: Timestamp,
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try edit(action, remarks: remarks, before: subject, now: now, making: { _ in subject }, body)
  }

  /// The same of a step that makes its subject.
  /// - Parameter subject: what the body has made.
  func edit<Result>(
    _ action: HistoryEntry.Action, now: Timestamp,
    making subject: (Result) -> HistoryEntry.Subject, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try edit(action, remarks: [], before: nil, now: now, making: subject, body)
  }

  private func edit<Result>(
    _ action: HistoryEntry.Action, remarks: [HistoryEntry.Change],
    before known: HistoryEntry.Subject?, now: Timestamp,
    making subject: (Result) -> HistoryEntry.Subject, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try write { () throws(StoreError) in
      let before = try known.map { (subject) throws(StoreError) in try values(of: subject) } ?? []
      let (result, changeset) = try track(now: now, body)
      guard let changeset else { return result }
      try queuePushes(of: changeset.touched, now: now)
      try connection.run(
        """
        UPDATE history SET changeset = NULL
        WHERE session = ? AND changeset IS NOT NULL AND is_undone = 1
        """, session)
      let subject = subject(result)
      let changes = HistoryEntry.Change.between(before, try values(of: subject)) + remarks
      let entry = try record(
        action, subject, changes: changes, touching: changeset.touched.subjects, now: now)
      try connection.run(
        "UPDATE history SET changeset = ? WHERE id = ?", changeset.changeset.bytes, entry)
      return result
    }
  }

  /// Runs the body and derives what follows from what it has changed: for what is no user's step, many
  /// records at once. Writes nothing down.
  /// - Parameter body: as of `edit`. Its rows are kept in memory until it ends.
  /// - Returns: no changeset where nothing was changed.
  @discardableResult
  func track<Result>(
    now: Timestamp, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> (Result, (changeset: Changeset, touched: Touched)?) {
    let (result, changeset) = try ChangeRecorder.record(connection, HandMade.tables, body)
    guard !changeset.bytes.isEmpty else { return (result, nil) }
    let touched = Touched(try changeset.rows(isInverted: false, columns: columns(of:)))
    try derive(touched, now: now)
    return (result, (changeset, touched))
  }

  func columns(of table: String) throws(StoreError) -> [String] {
    if let known = columnNames[table] { return known }
    let names = try connection.rows("PRAGMA table_info(\(table))") { row in
      _ = row.integer()
      return row.text()
    }
    columnNames[table] = names
    return names
  }
}
