import Domain

/// A push whose turn it is, with what it says as the store is now.
public struct OutboxPush: Sendable {
  public enum Content: Equatable, Sendable {
    /// One or, where a client is known to the provider by several ids, several.
    case entries([AddressBookEntry])
    case organization(AddressBookOrganization)
    /// There is nothing to push, and somebody should know why.
    case nothing(ProviderProblem)
    /// There is nothing to push any more.
    case obsolete
  }

  public let id: OutboxItem.ID
  /// What it says stands in the store as of this one.
  public let revision: Int
  let contact: Contact.ID?
  public let content: Content
}

extension Store {
  /// The pushes whose turn it is, oldest first; those that the provider has failed at come after the
  /// others, and with each failure half as many at a time.
  public func nextPushes(
    to integration: Integration, limit: Int
  ) throws(StoreError) -> [OutboxPush] {
    let attempts =
      try connection.first(
        "SELECT min(attempts) FROM outbox WHERE integration_id = ? AND cause IS NULL",
        integration.id, read: { $0.optionalInt() }) ?? nil
    guard let attempts else { return [] }
    let waiting = try connection.rows(
      """
      SELECT id, revision, kind, subject_id FROM outbox
      WHERE integration_id = ? AND cause IS NULL AND attempts = ? ORDER BY id LIMIT ?
      """, integration.id, attempts, max(1, limit >> min(attempts, 16))
    ) { row in
      (
        id: OutboxItem.ID(row.integer()), revision: row.int(),
        kind: OutboxItem.Subject.Kind(rawValue: row.int()), subject: row.integer()
      )
    }
    return try waiting.map { (item) throws(StoreError) in
      var content = OutboxPush.Content.obsolete
      switch item.kind {
      case .contact: content = try entries(of: Contact.ID(item.subject), for: integration)
      case .organization:
        if let found = try organization(Organization.ID(item.subject)) {
          content = .organization(Store.entry(of: found.id, found.name))
        }
      case .number: content = try entry(ofNumber: item.subject, for: integration)
      case nil: break
      }
      return OutboxPush(
        id: item.id, revision: item.revision,
        contact: item.kind == .contact ? Contact.ID(item.subject) : nil, content: content)
    }
  }

  private func entries(
    of id: Contact.ID, for integration: Integration
  ) throws(StoreError) -> OutboxPush.Content {
    guard let contact = try contact(id) else { return .obsolete }
    let ids = try entryIDs(of: id)
    let order = try newestOpenOrder(of: id.rawValue)
    let links = ProviderLinks(integration.linkTemplates)
    let employee = try responsible(for: id)
    let title = contact.name ?? contact.numbers.first?.number.text ?? contact.emails.first ?? ""
    var entry = AddressBookEntry(
      externalID: ids.main, fullName: title, responsible: employee.id, staffID: employee.staffID,
      contactLink: links.contact(contact), leadLink: links.lead(contact),
      dealLink: order.map(links.deal), googleClientID: contact.googleClientID,
      organizations: try organizationEntries(of: id),
      directions: contact.directions(title: title))
    guard !entry.directions.isEmpty else { return .nothing(ProviderProblem(.noDirection)) }
    var entries = [entry]
    for other in ids.others {
      entry.externalID = other
      entries.append(entry)
    }
    for stray in try strayNumbers(of: id) {
      entry.externalID = stray.id
      entry.directions = entry.directions.filter { $0.value == stray.number.text }
      if !entry.directions.isEmpty { entries.append(entry) }
      entry.directions = entries[0].directions
    }
    return .entries(entries)
  }

  /// A number that calls and is nobody's.
  private func entry(
    ofNumber id: Int64, for integration: Integration
  ) throws(StoreError) -> OutboxPush.Content {
    let found = try connection.first(
      """
      SELECT e.external_id, n.kind, n.text FROM address_book_entry e
      JOIN number n ON n.id = e.number_id WHERE e.number_id = ?
      """, id
    ) { (id: $0.text(), number: $0.optionalNumber()) }
    // What has become a contact's is pushed with him.
    guard let found, let number = found.number, try owners(of: id).isEmpty else { return .obsolete }
    let links = ProviderLinks(integration.linkTemplates)
    let title = AddressBookEntry.newClient
    return .entries([
      AddressBookEntry(
        externalID: found.id, fullName: title, responsible: try systemUser().id,
        contactLink: links.newClient(number), leadLink: links.newLead(number),
        directions: [.init(kind: .phone, name: title, value: number.text)])
    ])
  }

  private func organizationEntries(
    of contact: Contact.ID
  ) throws(StoreError) -> [AddressBookOrganization] {
    try connection.rows(
      """
      SELECT o.id, o.name FROM contact_organization m JOIN organization o
        ON o.id = m.organization_id WHERE m.contact_id = ? ORDER BY m.place
      """, contact
    ) { Store.entry(of: $0.id(), $0.text()) }
  }

  private static func entry(of id: Organization.ID, _ name: String) -> AddressBookOrganization {
    AddressBookOrganization(externalID: String(id.rawValue), name: name)
  }

  /// An employee's ids: with us, and with the provider.
  private typealias Responsible = (id: String, staffID: String?)

  private func responsible(for contact: Contact.ID) throws(StoreError) -> Responsible {
    let named = try connection.first(
      """
      SELECT s.id, s.crm_id, s.provider_staff_id FROM contact c
      JOIN staff s ON s.id = c.responsible_id WHERE c.id = ?
      """, contact
    ) { Store.responsible(row: &$0) }
    if let named { return named }
    return try systemUser()
  }

  private func systemUser() throws(StoreError) -> Responsible {
    let found = try connection.first(
      """
      SELECT id, crm_id, provider_staff_id FROM staff WHERE is_system = 1 ORDER BY id LIMIT 1
      """
    ) { Store.responsible(row: &$0) }
    // There always is one.
    return found ?? ("0", nil)
  }

  private static func responsible(row: inout Row) -> Responsible {
    let id = row.integer()
    return (row.optionalText() ?? String(id), row.optionalText())
  }
}

extension AddressBookEntry {
  /// What the phone shows of who is nobody's contact yet.
  static let newClient = "New client on Carbook"
}

extension Contact {
  /// What a number without a label is for is not known: the client's name stands there.
  fileprivate func directions(title: String) -> [AddressBookEntry.Direction] {
    numbers.map { .init(kind: .phone, name: $0.label ?? title, value: $0.number.text) }
      + emails.map { .init(kind: .email, name: title, value: $0) }
  }
}
