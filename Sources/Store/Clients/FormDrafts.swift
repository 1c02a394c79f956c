import Domain

/// Unfinished forms, each user's own.
extension Store {
  /// In place of the form's earlier draft.
  public func save(_ draft: FormDraft, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try delete(draft.id)
      try connection.run(
        """
        INSERT INTO form_draft (actor, kind, subject, number, number_kind, origin, version, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, actor, draft.id.kind.rawValue, draft.id.subject ?? 0, draft.id.number?.text ?? "",
        draft.id.number?.kind.rawValue, draft.origin, draft.version, now)
      let id = connection.lastInsertedID
      for (place, field) in draft.fields.enumerated() {
        try connection.run(
          "INSERT INTO form_draft_field VALUES (?, ?, ?, ?)", id, place, field.name, field.text)
      }
    }
  }

  public func dropDraft(_ id: FormDraft.ID) throws(StoreError) {
    try write { () throws(StoreError) in try delete(id) }
  }

  /// The user's, the newest last.
  public func drafts() throws(StoreError) -> [FormDraft] {
    try connection.rows(
      """
      SELECT id, kind, nullif(subject, 0), number_kind, nullif(number, ''), origin, version
      FROM form_draft WHERE actor = ? ORDER BY at, id
      """, actor
    ) { (row: inout Row) throws(StoreError) -> FormDraft? in
      let fields = try connection.rows(
        "SELECT name, text FROM form_draft_field WHERE draft_id = ? ORDER BY place", row.integer()
      ) { FormDraft.Field(name: $0.text(), text: $0.text()) }
      guard let kind = FormDraft.Kind(rawValue: row.text()) else { return nil }
      let id = FormDraft.ID(
        kind: kind, subject: row.optionalInteger(), number: row.optionalNumber())
      return FormDraft(
        id: id, origin: row.optionalID(), version: row.optionalInt(), fields: fields)
    }.compactMap { $0 }
  }

  private func delete(_ id: FormDraft.ID) throws(StoreError) {
    try connection.run(
      "DELETE FROM form_draft WHERE actor = ? AND kind = ? AND subject = ? AND number = ?", actor,
      id.kind.rawValue, id.subject ?? 0, id.number?.text ?? "")
  }
}
