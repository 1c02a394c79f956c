import Domain

extension OutboxItem.Subject {
  /// The codes of `outbox.kind`.
  enum Kind: Int {
    case contact
    case organization
    case number
  }
}

/// How a contact came to us, as far as pushing him goes: `contact.origin`.
enum ContactOrigin: Int {
  case byHand
  /// Never pushed.
  case demo
  /// Pushed once somebody changes him, or all are.
  case imported
}

/// What the provider's address book has still to be told. Everything in here runs in the transaction
/// that changes what is to be told.
extension Store {
  /// Puts a push into the outbox of every integration that has a provider's project. What waits there
  /// already keeps its place, and what was refused is tried again.
  func queuePush(_ kind: OutboxItem.Subject.Kind, _ id: Int64, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO outbox (integration_id, kind, subject_id, revision, queued)
      SELECT id, ?, ?, 1, ? FROM integration WHERE project_id IS NOT NULL OR auth_key IS NOT NULL
      ON CONFLICT (integration_id, kind, subject_id) DO UPDATE
        SET revision = revision + 1, attempts = 0, cause = NULL, code = NULL, words = NULL
      """, kind.rawValue, id, now)
  }

  func dropPush(_ kind: OutboxItem.Subject.Kind, _ id: Int64) throws(StoreError) {
    try connection.run(
      "DELETE FROM outbox WHERE kind = ? AND subject_id = ?", kind.rawValue, id)
  }

  /// Of a contact; those of the demo stay out.
  func queuePush(of contact: Contact.ID, now: Timestamp) throws(StoreError) {
    let isPushed = try connection.first(
      "SELECT origin <> ? FROM contact WHERE id = ?", ContactOrigin.demo.rawValue, contact
    ) { $0.bool() }
    if isPushed == true { try queuePush(.contact, contact.rawValue, now: now) }
  }

  func set(_ origin: ContactOrigin, of contact: Contact.ID) throws(StoreError) {
    try connection.run("UPDATE contact SET origin = ? WHERE id = ?", origin.rawValue, contact)
  }

  /// All that a change of hand-made rows makes otherwise in the provider's address book.
  func queuePushes(of touched: Touched, now: Timestamp) throws(StoreError) {
    for contact in touched.newContacts { try adoptEntries(contact) }
    var contacts = touched.contacts
    for organization in touched.renamedOrganizations {
      contacts.formUnion(try members(of: organization))
    }
    // A contact leads to his open order.
    for moved in touched.movedOrders {
      contacts.formUnion(moved.contacts)
      if let order = try order(moved.id) { contacts.insert(order.contact.id) }
    }
    for contact in contacts.subtracting(touched.deletedContacts).sorted(by: <) {
      try queuePush(of: contact, now: now)
    }
    for contact in touched.deletedContacts {
      try dropPush(.contact, contact.rawValue)
    }
    for organization in touched.newOrganizations.union(touched.renamedOrganizations).sorted(by: <) {
      try queuePush(of: organization, now: now)
    }
    for organization in touched.deletedOrganizations {
      try dropPush(.organization, organization.rawValue)
    }
    // A number that was shown as his is a new client's again.
    for number in touched.numbers.sorted() where try isAnnounced(number) {
      if try owners(of: number).isEmpty { try queuePush(.number, number, now: now) }
    }
  }

  /// One that has no members but the demo's stays out.
  func queuePush(of organization: Organization.ID, now: Timestamp) throws(StoreError) {
    let isPushed = try connection.first(
      """
      SELECT 1 FROM contact_organization m JOIN contact c ON c.id = m.contact_id
      WHERE m.organization_id = ? AND c.origin <> ? LIMIT 1
      """, organization, ContactOrigin.demo.rawValue
    ) { $0.bool() }
    if isPushed == true { try queuePush(.organization, organization.rawValue, now: now) }
  }

  // MARK: Calls

  /// What the phone is to show while it rings: of a number that is nobody's that it is a new client,
  /// and of a client who was never pushed who he is.
  func queuePushes(
    of call: StoredCall, by event: CallEvent, origin: PromptRule.Origin, now: Timestamp
  ) throws(StoreError) {
    guard origin == .delivered, event.phase == .before, let number = call.clientID,
      call.client?.isInternal == false, call.type != .internal
    else { return }
    let owners = try owners(of: number)
    if owners.isEmpty {
      guard try announces(call.integration), try !isAnnounced(number) else { return }
      try announce(number)
      try queuePush(.number, number, now: now)
    }
    for owner in owners {
      let isUnknown = try connection.first(
        """
        SELECT origin = ?1 AND NOT EXISTS (
          SELECT 1 FROM address_book_entry WHERE contact_id = ?2)
        FROM contact WHERE id = ?2
        """, ContactOrigin.byHand.rawValue, owner
      ) { $0.bool() }
      if isUnknown == true { try queuePush(.contact, owner, now: now) }
    }
  }

  private func announces(_ integration: Integration.ID) throws(StoreError) -> Bool {
    try connection.first(
      """
      SELECT announces_new_numbers AND (project_id IS NOT NULL OR auth_key IS NOT NULL)
      FROM integration WHERE id = ?
      """, integration
    ) { $0.bool() } ?? false
  }
}

extension Identifier {
  static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}
