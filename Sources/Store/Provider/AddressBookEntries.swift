import Domain

/// Which entry of the provider's address book is whose. We can change entries there and cannot
/// delete them: so a number's first entry becomes its contact's, and of two contacts that were
/// merged one has both.
extension Store {
  /// Whether the provider has been told, or is about to be, of the number itself.
  func isAnnounced(_ number: Int64) throws(StoreError) -> Bool {
    try connection.first("SELECT 1 FROM address_book_entry WHERE number_id = ?", number) {
      $0.bool()
    } ?? false
  }

  /// Gives the number an entry of its own.
  func announce(_ number: Int64) throws(StoreError) {
    guard
      let text = try connection.first(
        "SELECT text FROM number WHERE id = ?", number, read: { $0.text() })
    else { return }
    try connection.run(
      "INSERT OR IGNORE INTO address_book_entry VALUES (?, ?, NULL, 0)",
      "new-" + text.filter(\.isASCIIDigit), number)
  }

  /// A contact that is new, or is there again, has the entry that it had; else that of a number it
  /// was made for.
  func adoptEntries(_ contact: Contact.ID) throws(StoreError) {
    try connection.run(
      "UPDATE address_book_entry SET contact_id = ?1, is_main = 1 WHERE external_id = ?2",
      contact, String(contact.rawValue))
    guard connection.changes == 0 else { return }
    try connection.run(
      """
      UPDATE address_book_entry SET contact_id = ?1, is_main = 1 WHERE external_id = (
        SELECT e.external_id FROM contact_number n
        JOIN address_book_entry e ON e.number_id = n.number_id AND e.contact_id IS NULL
        WHERE n.contact_id = ?1 ORDER BY n.place LIMIT 1)
      """, contact)
  }

  /// Before one of two contacts goes.
  func giveEntries(of contact: Contact.ID, to other: Contact.ID) throws(StoreError) {
    try connection.run(
      "UPDATE address_book_entry SET contact_id = ?, is_main = 0 WHERE contact_id = ?", other,
      contact)
  }

  /// By what the provider knows a contact, and by what it knew those who are him now.
  func entryIDs(of contact: Contact.ID) throws(StoreError) -> (main: String, others: [String]) {
    let known = try connection.rows(
      "SELECT external_id, is_main FROM address_book_entry WHERE contact_id = ? ORDER BY external_id",
      contact
    ) { (id: $0.text(), isMain: $0.bool()) }
    return (
      known.first(where: \.isMain)?.id ?? String(contact.rawValue),
      known.filter { !$0.isMain }.map(\.id)
    )
  }

  /// Entries of numbers that are the contact's by now and were not made his.
  func strayNumbers(
    of contact: Contact.ID
  ) throws(StoreError) -> [(id: String, number: PhoneNumber)] {
    try connection.rows(
      """
      SELECT e.external_id, t.kind, t.text FROM contact_number n
      JOIN address_book_entry e ON e.number_id = n.number_id AND e.contact_id IS NULL
      JOIN number t ON t.id = n.number_id WHERE n.contact_id = ? ORDER BY n.place
      """, contact
    ) { (id: $0.text(), number: $0.optionalNumber()) }.compactMap { entry in
      entry.number.map { (entry.id, $0) }
    }
  }

  /// The contact's own entry stands in the provider's book now.
  func noteEntry(of contact: Contact.ID) throws(StoreError) {
    try connection.run(
      """
      INSERT OR IGNORE INTO address_book_entry
      SELECT ?2, NULL, ?1, 1 WHERE EXISTS (SELECT 1 FROM contact WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM address_book_entry WHERE contact_id = ?1 AND is_main = 1)
      """, contact, String(contact.rawValue))
  }

  /// All that is kept of a number for the provider's sake.
  func forgetEntries(ofNumber number: Int64) throws(StoreError) {
    try connection.run("DELETE FROM address_book_entry WHERE number_id = ?", number)
    try connection.run(
      "DELETE FROM outbox WHERE kind = ? AND subject_id = ?",
      OutboxItem.Subject.Kind.number.rawValue, number)
  }

  /// Contacts that are nobody's any more are not pushed; and what the provider said of a push may
  /// name anybody.
  func forgetPushes(of contacts: [Contact.ID]) throws(StoreError) {
    for contact in contacts { try dropPush(.contact, contact.rawValue) }
    try connection.run("UPDATE outbox SET words = NULL")
    try connection.run("UPDATE provider_state SET words = NULL")
  }
}
