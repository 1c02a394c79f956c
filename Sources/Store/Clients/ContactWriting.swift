import Domain

extension Store {
  /// Makes a contact. It owns all earlier calls of its numbers at once, and their open questions
  /// are answered.
  /// - Parameters:
  ///   - call: the call it is made from: given to it by hand where the number does not decide.
  ///   - besideOwners: also where another contact has one of the numbers.
  ///   - plan: how the numbers are read.
  /// - Throws: `taken` where another contact has one of the numbers; `invalid` where the draft has
  ///   problems.
  public func createContact(
    _ draft: ContactDraft, from call: Call.ID?, besideOwners: Bool = false, plan: NumberPlan,
    now: Timestamp
  ) throws(StoreError) -> Contact {
    let id = try edit(
      .createContact, now: now, making: HistoryEntry.Subject.contact
    ) { () throws(StoreError) -> Contact.ID in
      if !besideOwners { try refuseOwned(draft.numbers.compactMap { plan.number($0.text) }) }
      let id = try insert(draft, created: now, plan: plan)
      if let call {
        try setHand(call, ["created_contact_by": actor])
        try give(call, to: id)
      }
      return id
    }
    return try existing(id)
  }

  /// Makes many contacts of the demo's, all or none. None of them can be taken back, and none is ever
  /// pushed.
  /// - Throws: `invalid` where one of the drafts has problems.
  public func createDemoContacts(
    _ drafts: [(draft: ContactDraft, created: Timestamp)], plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> [Contact.ID] {
    try write { () throws(StoreError) in
      try track(now: now) { () throws(StoreError) in
        try drafts.map { (draft, created) throws(StoreError) in
          let id = try insert(draft, created: created, plan: plan)
          try set(.demo, of: id)
          return id
        }
      }.0
    }
  }

  /// - Parameters:
  ///   - version: of the contact that the user has edited.
  ///   - besideOwners: also where another contact has one of the numbers that are new on this one.
  /// - Throws: `conflict` where somebody else has changed it since; `taken` where another contact has
  ///   one of the new numbers; `invalid` where the draft has problems.
  public func updateContact(
    _ id: Contact.ID, version: Int, draft: ContactDraft, besideOwners: Bool = false,
    plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Contact {
    guard draft.problems(plan: plan).isEmpty else { throw .invalid }
    try edit(.updateContact, of: .contact(id), now: now) { () throws(StoreError) in
      let present = try existing(Contact.Edition(id: id, version: version))
      if !besideOwners {
        let known = Set(present.numbers.map(\.number))
        let numbers = draft.numbers.compactMap { plan.number($0.text) }
        try refuseOwned(numbers.filter { !known.contains($0) })
      }
      try fill(id, from: draft, plan: plan)
    }
    return try existing(id)
  }

  /// Puts a further number on a contact; nothing happens where it has it already.
  /// - Parameters:
  ///   - call: the call that the number comes from.
  ///   - besideOwners: also where another contact has the number.
  /// - Throws: `taken` where another contact has the number.
  public func addNumber(
    _ number: PhoneNumber, to id: Contact.ID, from call: Call.ID?, besideOwners: Bool = false,
    now: Timestamp
  ) throws(StoreError) -> Contact {
    try edit(.addNumber, of: .contact(id), now: now) { () throws(StoreError) in
      let present = try existing(id)
      if !present.numbers.contains(where: { $0.number == number }) {
        if !besideOwners { try refuseOwned([number]) }
        try setNumbers(present.numbers + [Contact.Number(number: number, label: nil)], of: id)
      } else if let number = try knownNumberID(of: number) {
        try closePrompt(number: number)
      }
      if let call { try give(call, to: id) }
    }
    return try existing(id)
  }

  // MARK: - Parts

  func existing(_ id: Contact.ID) throws(StoreError) -> Contact {
    guard let contact = try contact(id) else { throw .missing }
    return contact
  }

  /// - Throws: `conflict` where somebody has changed it since.
  func existing(_ edition: Contact.Edition) throws(StoreError) -> Contact {
    let present = try existing(edition.id)
    guard present.version == edition.version else { throw .conflict(current: present) }
    return present
  }

  /// Two people may be answering the same question at two consoles.
  private func refuseOwned(_ numbers: [PhoneNumber]) throws(StoreError) {
    for number in numbers {
      guard let id = try knownNumberID(of: number), let owner = try owners(of: id).first,
        let reference = try reference(to: owner)
      else { continue }
      let actor = try connection.first(
        """
        SELECT actor FROM history_subject s JOIN history h ON h.id = s.history_id
        WHERE s.kind = ? AND s.id = ? ORDER BY s.history_id DESC LIMIT 1
        """, HistoryEntry.Subject.contact(reference.id).row.kind, owner
      ) { $0.text() }
      throw .taken(owner: reference, by: actor)
    }
  }

  private func insert(
    _ draft: ContactDraft, created: Timestamp, plan: NumberPlan
  ) throws(StoreError) -> Contact.ID {
    guard draft.problems(plan: plan).isEmpty else { throw .invalid }
    try connection.run(
      "INSERT INTO contact (name_key, created, search) VALUES ('', ?, '')", created)
    let id = Contact.ID(connection.lastInsertedID)
    try fill(id, from: draft, plan: plan)
    return id
  }

  /// Everything that a draft says.
  func fill(_ id: Contact.ID, from draft: ContactDraft, plan: NumberPlan) throws(StoreError) {
    let name = draft.name.trimmed.nonEmpty
    try connection.run(
      """
      UPDATE contact SET name = ?, name_key = ?, responsible_id = ?, note = ?,
        google_client_id = ?, external_id = ? WHERE id = ?
      """, name, name.map(NameKey.init) ?? .unnamed, try staffID(draft.responsible.trimmed),
      draft.note.trimmed.nonEmpty, draft.googleClientID.trimmed.nonEmpty,
      draft.externalID.trimmed.nonEmpty, id)
    let numbers = draft.numbers.compactMap { typed in
      plan.number(typed.text).map {
        Contact.Number(number: $0, label: typed.label.trimmed.nonEmpty)
      }
    }
    try setNumbers(numbers, of: id)
    try connection.run("DELETE FROM contact_email WHERE contact_id = ?", id)
    for (place, email) in draft.emails.map(\.trimmed).filter({ !$0.isEmpty }).enumerated() {
      try connection.run("INSERT INTO contact_email VALUES (?, ?, ?)", id, place, email)
    }
    try connection.run("DELETE FROM contact_organization WHERE contact_id = ?", id)
    for (place, name) in draft.organizations.map(\.trimmed).filter({ !$0.isEmpty }).enumerated() {
      // One that is named twice is joined once.
      try connection.run(
        "INSERT OR IGNORE INTO contact_organization VALUES (?, ?, ?)", id,
        try organizationID(name), place)
    }
  }

  /// The questions about them are answered.
  private func setNumbers(
    _ numbers: [Contact.Number], of id: Contact.ID
  ) throws(StoreError) {
    try connection.run("DELETE FROM contact_number WHERE contact_id = ?", id)
    for (place, number) in numbers.enumerated() {
      guard let row = try numberID(of: number.number) else { continue }
      try connection.run(
        """
        INSERT OR IGNORE INTO contact_number (contact_id, number_id, place, label)
        VALUES (?, ?, ?, ?)
        """, id, row, place, number.label)
      try closePrompt(number: row)
    }
  }

  /// Gives a call to a contact by hand, unless its number does so already.
  private func give(_ call: Call.ID, to id: Contact.ID) throws(StoreError) {
    guard let stored = try storedCall(call), try client(of: stored) != .contact(id.rawValue) else {
      return
    }
    try setClient(of: call, to: id)
  }
}
