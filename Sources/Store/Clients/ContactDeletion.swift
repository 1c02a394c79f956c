import Domain

extension Store {
  /// What deleting the contact does, for the question before it.
  public func consequences(ofDeleting id: Contact.ID) throws(StoreError) -> ContactConsequences {
    ContactConsequences(calls: try callCount(of: id), orders: try orderCount(of: id))
  }

  /// Deletes a contact and his orders. His calls stay and are their numbers' again; no question is
  /// asked about them.
  public func deleteContact(_ id: Contact.ID, now: Timestamp) throws(StoreError) {
    try edit(.deleteContact, of: .contact(id), now: now) { () throws(StoreError) in
      guard try reference(to: id.rawValue) != nil else { throw .missing }
      // "Contact created" would be said of calls that are a new client's again.
      try connection.run(
        """
        UPDATE call_hand SET created_contact_by = NULL
        WHERE created_contact_by IS NOT NULL AND call_id IN (
          SELECT h.call_id FROM call_hand h WHERE h.contact_id = ?1
          UNION SELECT c.id FROM call c JOIN contact_number n ON n.number_id = c.client_id
          WHERE n.contact_id = ?1)
        """, id)
      try connection.run("UPDATE call_hand SET contact_id = NULL WHERE contact_id = ?", id)
      let orders: [Order.ID] = try connection.rows(
        "SELECT id FROM customer_order WHERE contact_id = ?", id
      ) { $0.id() }
      for order in orders { try deleteRow(of: order) }
      try deleteRow(of: id)
    }
  }

  /// With what hangs on the contact alone: numbers, addresses, organizations.
  func deleteRow(of id: Contact.ID) throws(StoreError) {
    try unindex(id)
    for table in ["contact_number", "contact_email", "contact_organization"] {
      try connection.run("DELETE FROM \(table) WHERE contact_id = ?", id)
    }
    try connection.run("DELETE FROM contact WHERE id = ?", id)
  }
}
