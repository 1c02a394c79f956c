import Domain

extension Store {
  /// A page of the contacts by name, or of those that the search finds.
  public func contacts(_ request: ContactRequest) throws(StoreError) -> Page<Contact> {
    let places = try contactPlaces(request)
    var rows: [Contact] = []
    for place in places.rows {
      if let contact = try contact(place.id) { rows.append(contact) }
    }
    return Page(rows: rows, hasBefore: places.hasBefore, hasAfter: places.hasAfter)
  }

  /// Newest first, for lists that are no screen.
  /// - Parameter last: the contact before the first wanted; nil for the newest.
  public func newestContacts(
    before last: Contact.ID?, limit: Int
  ) throws(StoreError) -> [Contact] {
    let ids: [Contact.ID] = try connection.rows(
      "SELECT id FROM contact WHERE id < ? ORDER BY id DESC LIMIT ?", last?.rawValue ?? .max, limit
    ) { $0.id() }
    return try ids.map { (id) throws(StoreError) in try contact(id) }.compactMap { $0 }
  }

  /// - Parameters:
  ///   - search: counts what it finds; empty for all.
  ///   - organization: counts its members only.
  public func contactCount(
    matching search: String = "", in organization: Organization.ID? = nil
  ) throws(StoreError) -> Int {
    if let organization { return try places(search, in: organization).count }
    guard let search = ContactSearch(search) else { return try count("contact") }
    return try count(search)
  }

  public func contact(_ id: Contact.ID) throws(StoreError) -> Contact? {
    let numbers = try connection.rows(
      """
      SELECT kind, text, label FROM contact_number c JOIN number n ON n.id = c.number_id
      WHERE contact_id = ? ORDER BY place
      """, id
    ) { row in
      row.optionalNumber().map { Contact.Number(number: $0, label: row.optionalText()) }
    }.compactMap { $0 }
    let emails = try connection.rows(
      "SELECT email FROM contact_email WHERE contact_id = ? ORDER BY place", id
    ) { $0.text() }
    let organizations = try organizations(of: id)
    return try connection.first(
      """
      SELECT c.version, c.name, s.name, c.created, c.note, c.google_client_id,
        c.external_id
      FROM contact c LEFT JOIN staff s ON s.id = c.responsible_id WHERE c.id = ?
      """, id
    ) { row in
      let version = row.int()
      let name = row.optionalText()
      let responsible = row.optionalText()
      return Contact(
        id: id, version: version, name: name, numbers: numbers, emails: emails,
        organizations: organizations, responsible: responsible, created: row.time(),
        note: row.optionalText(), googleClientID: row.optionalText(),
        externalID: row.optionalText())
    }
  }

  /// Oldest first.
  public func contacts(owning number: PhoneNumber) throws(StoreError) -> [Contact] {
    guard let id = try knownNumberID(of: number) else { return [] }
    return try owners(of: id).map { (id) throws(StoreError) in try contact(Contact.ID(id)) }
      .compactMap { $0 }
  }

  public func contactCard(_ id: Contact.ID) throws(StoreError) -> ContactCard? {
    guard let contact = try contact(id) else { return nil }
    let numbers = try soleNumbers(of: id.rawValue)
    return ContactCard(
      contact: contact, callCount: try callCount(of: id, numbers),
      lastCall: try lastCall(of: id, numbers),
      lastMissed: try lastMissed(numbers), orders: try orders(of: id))
  }

  /// Calls of all his numbers, and those given to him by hand.
  /// - Parameter since: from that instant on; nil for all.
  public func callCount(
    of id: Contact.ID, since: Timestamp? = nil
  ) throws(StoreError) -> Int {
    try callCount(of: id, try soleNumbers(of: id.rawValue), since: since)
  }

  private func callCount(
    of id: Contact.ID, _ numbers: [Int64], since: Timestamp? = nil
  ) throws(StoreError) -> Int {
    let since = since ?? Timestamp(milliseconds: .min)
    var count: Int64 = 0
    for number in numbers {
      count += try connection.integer(
        "SELECT count(*) FROM call WHERE client_id = ? AND start >= ?", number, since)
      count -= try connection.integer(
        """
        SELECT count(*) FROM call_hand h JOIN call c ON c.id = h.call_id
        WHERE (h.is_detached OR h.contact_id <> ?) AND c.client_id = ? AND c.start >= ?
        """, id, number, since)
    }
    let given = try connection.rows(
      """
      SELECT c.client_id FROM call_hand h JOIN call c ON c.id = h.call_id
      WHERE h.contact_id = ? AND c.start >= ?
      """, id, since
    ) { $0.optionalInteger() }
    count += Int64(given.count { number in !numbers.contains { $0 == number } })
    return Int(count)
  }

  /// The start of his newest call: of his numbers', or given to him by hand.
  private func lastCall(
    of id: Contact.ID, _ numbers: [Int64]
  ) throws(StoreError) -> Timestamp? {
    var latest =
      try connection.first(
        """
        SELECT max(c.start) FROM call_hand h JOIN call c ON c.id = h.call_id WHERE h.contact_id = ?
        """, id
      ) { $0.optionalTime() } ?? nil
    for number in numbers {
      let last = try connection.first(
        """
        SELECT start FROM call c WHERE client_id = ? AND NOT EXISTS (
          SELECT 1 FROM call_hand h
          WHERE h.call_id = c.id AND (h.is_detached OR h.contact_id <> ?))
        ORDER BY start DESC, id DESC LIMIT 1
        """, number, id
      ) { $0.time() }
      latest = [latest, last].compactMap { $0 }.max()
    }
    return latest
  }

  private func lastMissed(_ numbers: [Int64]) throws(StoreError) -> Timestamp? {
    var latest: Timestamp?
    for number in numbers {
      let missed = try connection.first(
        """
        SELECT start FROM call WHERE client_id = ? AND status = ?
        ORDER BY start DESC, id DESC LIMIT 1
        """, number, CallStatus.missed.code
      ) { $0.time() }
      latest = [latest, missed].compactMap { $0 }.max()
    }
    return latest
  }

  func organizations(of contact: Contact.ID) throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT name FROM contact_organization m JOIN organization o ON o.id = m.organization_id
      WHERE contact_id = ? ORDER BY place
      """, contact
    ) { $0.text() }
  }
}
