import Domain

extension Store {
  /// Takes in the first of the contacts, in one transaction: as many as there is time for.
  ///
  /// A contact is the one of that external id, else the one that has one of the numbers and the
  /// same name, else the only one with the number where either has no name; else it is new. What
  /// the row does not say stays; numbers, e-mails and organizations are added.
  /// - Returns: what became of each that was taken.
  public func importContacts(
    _ contacts: some Collection<ContactImport>, in session: ImportSession
  ) throws(StoreError) -> [ImportOutcome] {
    try importRows(contacts, in: session) { (row) throws(StoreError) in
      let numbers = try knownNumbers(of: row)
      switch try match(row, numbers: numbers) {
      case .none:
        if session.isRepeated(row.keys) { return .same }
        _ = try insert(row, numbers: numbers, in: session)
        return .new
      case .one(let id): return try complete(id, with: row, in: session) ? .changed : .same
      case .several: return .refused(.severalContacts)
      }
    }
  }

  /// - Parameter numbers: as `knownNumbers` answers.
  func insert(
    _ row: ContactImport, numbers: [Int64?], in session: ImportSession
  ) throws(StoreError) -> Contact.ID {
    guard numbers.allSatisfy({ $0 == nil }) else {
      return try track(in: session) { () throws(StoreError) in
        try write(row, search: "", in: session)
      }
    }
    // From numbers that nobody has ever had nothing follows, so that many are quickly written.
    let search = Store.searchText(
      name: row.name, organizations: row.organizations, numbers: row.numbers, note: row.note)
    let id = try write(row, search: search, in: session)
    // Not SELECTed from the contact: such a statement has a savepoint (`Withheld`).
    try connection.run("INSERT INTO contact_search (rowid, search) VALUES (?, ?)", id, search)
    session.newContacts += 1
    if session.pushes {
      try queuePush(.contact, id.rawValue, now: session.now)
      for name in row.organizations {
        try queuePush(of: try organizationID(name), now: session.now)
      }
    }
    return id
  }

  /// The rows of a contact that is new.
  private func write(
    _ row: ContactImport, search: String, in session: ImportSession
  ) throws(StoreError) -> Contact.ID {
    try connection.run(
      """
      INSERT INTO contact
        (name, name_key, responsible_id, google_client_id, external_id, note, created, origin,
        search)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, row.name, row.name.map(NameKey.init) ?? .unnamed, try staffID(row.responsible ?? ""),
      row.googleClientID, row.externalID, row.note, row.created ?? session.now,
      (session.pushes ? ContactOrigin.byHand : .imported).rawValue, search)
    let id = Contact.ID(connection.lastInsertedID)
    try add(row.numbers[...], row.emails[...], row.organizations[...], to: id)
    return id
  }

  /// Adds what a row says to a contact.
  /// - Returns: whether it said anything new.
  func complete(
    _ id: Contact.ID, with row: ContactImport, in session: ImportSession
  ) throws(StoreError) -> Bool {
    guard let present = try contact(id) else { throw .missing }
    let numbers = present.numbers.completed(with: row.numbers)
    let emails = present.emails + row.emails.filter { !present.emails.contains($0) }
    let organizations =
      present.organizations + row.organizations.filter { !present.organizations.contains($0) }
    let completed = Contact(
      id: id, version: present.version, name: row.name ?? present.name, numbers: numbers,
      emails: emails, organizations: organizations,
      responsible: row.responsible ?? present.responsible, created: present.created,
      note: row.note ?? present.note,
      googleClientID: row.googleClientID ?? present.googleClientID,
      externalID: row.externalID ?? present.externalID)
    guard completed != present else { return false }
    try track(in: session) { () throws(StoreError) in
      try connection.run(
        """
        UPDATE contact SET name = ?, name_key = ?, responsible_id = ?, note = ?, external_id = ?,
          google_client_id = ? WHERE id = ?
        """, completed.name, completed.sortKey, try staffID(completed.responsible ?? ""),
        completed.note, completed.externalID, completed.googleClientID, id)
      for number in zip(present.numbers, numbers) where number.0.label != number.1.label {
        try connection.run(
          "UPDATE contact_number SET label = ? WHERE contact_id = ? AND number_id = ?",
          number.1.label, id, try knownNumberID(of: number.1.number))
      }
      try add(
        numbers.dropFirst(present.numbers.count), emails.dropFirst(present.emails.count),
        organizations.dropFirst(present.organizations.count), to: id)
    }
    return true
  }

  /// Their indices are their places.
  private func add(
    _ numbers: ArraySlice<Contact.Number>, _ emails: ArraySlice<String>,
    _ organizations: ArraySlice<String>, to id: Contact.ID
  ) throws(StoreError) {
    for (place, number) in zip(numbers.indices, numbers) {
      guard let row = try numberID(of: number.number) else { continue }
      try connection.run(
        """
        INSERT INTO contact_number (contact_id, number_id, place, label) VALUES (?, ?, ?, ?)
        """, id, row, place, number.label)
      try keepOwner(ofNumber: row)
    }
    for (place, email) in zip(emails.indices, emails) {
      try connection.run("INSERT INTO contact_email VALUES (?, ?, ?)", id, place, email)
    }
    for (place, name) in zip(organizations.indices, organizations) {
      try connection.run(
        "INSERT OR IGNORE INTO contact_organization VALUES (?, ?, ?)", id,
        try organizationID(name), place)
    }
  }
}

extension [Contact.Number] {
  /// Numbers that are missing go behind; a label is taken from the file where it names one.
  fileprivate func completed(with others: [Contact.Number]) -> [Contact.Number] {
    let labels = Dictionary(others.map { ($0.number, $0.label) }) { first, _ in first }
    let own = map {
      Contact.Number(number: $0.number, label: (labels[$0.number] ?? nil) ?? $0.label)
    }
    return own + others.filter { other in !contains { $0.number == other.number } }
  }
}
