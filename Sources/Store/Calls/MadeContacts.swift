import Domain

/// Contacts that calls make by themselves where an integration is set to it: a number without a name,
/// of whom nobody in particular is responsible. Such a contact belongs to what the call's deliveries
/// say together: where a later one shows that another number called, it goes, as a question would.
extension Store {
  /// Makes the contact of a number that nobody has, under the same conditions under which else a
  /// question is asked. Once for a call: one that somebody has deleted does not come back with the
  /// call's next delivery.
  func makeContact(
    for saved: SavedCall, of delivery: IngestItem, now: Timestamp
  ) throws(StoreError) {
    let call = saved.call
    guard let number = call.clientID,
      PromptRule.raises(
        client: call.client, type: call.type, start: call.start, origin: delivery.origin,
        ownerCount: saved.owners.count, now: now),
      try madeContact(of: call.id)?.number != number
    else { return }
    let (id, changes) = try track(now: now) { () throws(StoreError) -> Contact.ID in
      try connection.run(
        """
        INSERT INTO contact (name_key, responsible_id, created, search) VALUES (?, ?, ?, '')
        """, NameKey.unnamed, try systemEmployee(), delivery.received)
      let id = Contact.ID(connection.lastInsertedID)
      try connection.run(
        "INSERT INTO contact_number (contact_id, number_id, place) VALUES (?, ?, 0)", id, number)
      return id
    }
    try connection.run(
      "INSERT OR REPLACE INTO made_contact VALUES (?, ?, ?)", call.id, number, id)
    if let changes { try queuePushes(of: changes.touched, now: now) }
    let subject = HistoryEntry.Subject.contact(id)
    try record(
      .createContact, subject, changes: HistoryEntry.Change.between([], try values(of: subject)),
      touching: changes?.touched.subjects ?? [], now: now)
  }

  /// Takes back the contact that a call has made where the call turns out to be another number's. It
  /// stays where somebody has done anything with it; another call of its number goes on with it.
  func withdrawContact(of call: StoredCall, now: Timestamp) throws(StoreError) {
    guard let made = try madeContact(of: call.id), made.number != call.clientID else { return }
    try connection.run("DELETE FROM made_contact WHERE call_id = ?", call.id)
    let other = try connection.first(
      "SELECT id FROM call WHERE client_id = ? ORDER BY start, id LIMIT 1", made.number
    ) { $0.integer() }
    if let other {
      return try connection.run(
        "INSERT OR IGNORE INTO made_contact VALUES (?, ?, ?)", other, made.number, made.contact)
    }
    let isUntouched = try connection.integer(
      """
      SELECT count(*) FROM contact c WHERE id = ?1 AND version = 1 AND name IS NULL
        AND NOT EXISTS (SELECT 1 FROM customer_order WHERE contact_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM call_hand WHERE contact_id = ?1)
      """, made.contact)
    guard isUntouched == 1 else { return }
    let (_, changes) = try track(now: now) { () throws(StoreError) in
      try deleteRow(of: made.contact)
    }
    if let changes { try queuePushes(of: changes.touched, now: now) }
    try forgetHistory(of: .contact(made.contact))
  }

  private func madeContact(
    of call: Call.ID
  ) throws(StoreError) -> (number: Int64, contact: Contact.ID)? {
    try connection.first("SELECT number_id, contact_id FROM made_contact WHERE call_id = ?", call) {
      (number: $0.integer(), contact: $0.id())
    }
  }
}
