import Domain

extension Store {
  /// What goes from history and from unfinished forms when a number is forgotten. No step can be
  /// taken back any more: nobody looks through changesets for what they would bring back.
  /// - Parameter contacts: that are about to be deleted or emptied with the number.
  func forgetHistory(
    of trace: NumberTrace, number: PhoneNumber, contacts: [Contact.ID]
  ) throws(StoreError) {
    try connection.run("UPDATE history SET changeset = NULL WHERE changeset IS NOT NULL")
    let mentions = try mentions(of: trace)
    let gone = Set(try contacts + formerContacts(in: mentions.map(\.entry)))
    for contact in gone { try forgetPerson(contact) }
    for mention in mentions {
      try connection.run(
        "UPDATE history_change SET before = ?, after = ? WHERE history_id = ? AND place = ?",
        mention.before.map { trace.replaced(in: $0, by: "***") ?? $0 },
        mention.after.map { trace.replaced(in: $0, by: "***") ?? $0 }, mention.entry,
        mention.place)
    }
    try forgetDrafts(trace, number: number)
  }

  private typealias Mention = (
    entry: HistoryEntry.ID, place: Int, before: String?, after: String?
  )

  private func mentions(of trace: NumberTrace) throws(StoreError) -> [Mention] {
    try connection.rows("SELECT history_id, place, before, after FROM history_change") { row in
      let mention: Mention = (
        row.id(), row.int(), row.optionalText(), row.optionalText()
      )
      return mention
    }.filter { mention in
      [mention.before, mention.after].compactMap { $0 }.contains(where: trace.isIn)
    }
  }

  /// Contacts that had the number and were deleted, or merged into another one.
  private func formerContacts(
    in entries: [HistoryEntry.ID]
  ) throws(StoreError) -> [Contact.ID] {
    try Set(entries).map { (entry) throws(StoreError) in
      try connection.rows(
        """
        SELECT s.id FROM history_subject s INDEXED BY history_subject_of
        WHERE s.history_id = ? AND s.kind = ?
          AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = s.id)
        """, entry, HistoryEntry.Subject.contact(Contact.ID(0)).row.kind
      ) { Contact.ID($0.integer()) }
    }.flatMap { $0 }
  }

  /// All that history says of a contact, and his name wherever it says whose something is.
  private func forgetPerson(_ id: Contact.ID) throws(StoreError) {
    let (kind, row) = HistoryEntry.Subject.contact(id).row
    let former = try connection.rows(
      """
      SELECT before, after FROM history_change c JOIN history h ON h.id = c.history_id
      WHERE h.subject_kind = ? AND h.subject_id = ? AND c.field = ?
      """, kind, row, HistoryEntry.Change.Field.name.rawValue
    ) { [$0.optionalText(), $0.optionalText()] }.flatMap { $0 }
    for name in Set((former + [try contact(id)?.name]).compactMap { $0 }) {
      try connection.run(
        "DELETE FROM history_change WHERE field = ? AND (before = ? OR after = ?)",
        HistoryEntry.Change.Field.contact.rawValue, name, name)
    }
    try forgetHistory(of: .contact(id))
  }

  /// Everybody's.
  private func forgetDrafts(_ trace: NumberTrace, number: PhoneNumber) throws(StoreError) {
    let naming = try connection.rows("SELECT draft_id, text FROM form_draft_field") {
      (draft: $0.integer(), text: $0.text())
    }.filter { trace.isIn($0.text) }.map(\.draft)
    for draft in Set(naming) {
      try connection.run("DELETE FROM form_draft WHERE id = ?", draft)
    }
    try connection.run("DELETE FROM form_draft WHERE number = ?", number.text)
  }
}
