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
    try write { () throws(StoreError) in
      if !besideOwners { try refuseOwned(draft.numbers.compactMap { plan.number($0) }) }
      let id = try insert(draft, created: now, plan: plan, now: now)
      if let call {
        try connection.run(
          """
          INSERT INTO call_hand (call_id, created_contact_by) VALUES (?, ?)
          ON CONFLICT (call_id) DO UPDATE SET created_contact_by = excluded.created_contact_by
          """, call, actor)
        try give(call, to: id, now: now)
      }
      try record("create contact", id.rawValue, now: now)
      guard let contact = try contact(id) else { throw .missing }
      return contact
    }
  }

  /// Makes many contacts, all or none.
  /// - Throws: `invalid` where one of the drafts has problems.
  public func createContacts(
    _ drafts: [(draft: ContactDraft, created: Timestamp)], plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> [Contact.ID] {
    try write { () throws(StoreError) in
      var ids: [Contact.ID] = []
      for (draft, created) in drafts {
        ids.append(try insert(draft, created: created, plan: plan, now: now))
      }
      return ids
    }
  }

  /// - Parameter version: of the contact that the user has edited.
  /// - Throws: `conflict` where somebody else has changed it since; `invalid` where the draft has
  ///   problems.
  public func updateContact(
    _ id: Contact.ID, version: Int, draft: ContactDraft, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Contact {
    guard draft.problems(plan: plan).isEmpty else { throw .invalid }
    return try write { () throws(StoreError) in
      guard let present = try contact(id) else { throw .missing }
      guard present.version == version else { throw .conflict(current: present) }
      try fill(id, from: draft, plan: plan, now: now)
      return try changed(id, "update contact", now: now)
    }
  }

  /// Puts a further number on a contact; nothing happens where it has it already.
  /// - Parameter call: the call that the number comes from.
  public func addNumber(
    _ number: PhoneNumber, to id: Contact.ID, from call: Call.ID?, now: Timestamp
  ) throws(StoreError) -> Contact {
    try write { () throws(StoreError) in
      guard let present = try contact(id) else { throw .missing }
      if !present.numbers.contains(where: { $0.number == number }) {
        try setNumbers(
          present.numbers + [Contact.Number(number: number, label: nil)], of: id, now: now)
        try index(id)
      } else if let number = try knownNumberID(of: number) {
        try closePrompt(number: number)
      }
      if let call { try give(call, to: id, now: now) }
      return try changed(id, "add number", now: now)
    }
  }

  /// "Which one?", answered by hand: this call is that contact's, whatever the number says.
  public func assign(_ call: Call.ID, to id: Contact.ID, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      guard try reference(to: id.rawValue) != nil else { throw .missing }
      try setHand(call, contact: id, now: now)
      try record("assign call", call.rawValue, now: now)
    }
  }

  // MARK: - Parts

  /// Two people may be answering the same question at two consoles.
  private func refuseOwned(_ numbers: [PhoneNumber]) throws(StoreError) {
    for number in numbers {
      guard let id = try knownNumberID(of: number), let owner = try owners(of: id).first,
        let reference = try reference(to: owner)
      else { continue }
      let actor = try connection.first(
        """
        SELECT actor FROM history WHERE subject_id = ?
          AND action IN ('create contact', 'add number', 'update contact')
        ORDER BY id DESC LIMIT 1
        """, owner
      ) { $0.text() }
      throw .taken(owner: reference, by: actor)
    }
  }

  private func insert(
    _ draft: ContactDraft, created: Timestamp, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Contact.ID {
    guard draft.problems(plan: plan).isEmpty else { throw .invalid }
    let name = draft.name.trimmed.nonEmpty
    try connection.run(
      "INSERT INTO contact (name, name_key, created, search) VALUES (?, ?, ?, '')", name,
      Store.sortKey(name), created)
    let id = Contact.ID(connection.lastInsertedID)
    try connection.run("INSERT INTO contact_search (rowid, search) VALUES (?, '')", id)
    try fill(id, from: draft, plan: plan, now: now)
    try addToCount("contact", 1)
    return id
  }

  private func changed(
    _ id: Contact.ID, _ action: String, now: Timestamp
  ) throws(StoreError) -> Contact {
    try connection.run("UPDATE contact SET version = version + 1 WHERE id = ?", id)
    try record(action, id.rawValue, now: now)
    guard let contact = try contact(id) else { throw .missing }
    return contact
  }

  /// Everything that a draft says; labels and further organizations, which it does not, stay.
  private func fill(
    _ id: Contact.ID, from draft: ContactDraft, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) {
    let name = draft.name.trimmed.nonEmpty
    try connection.run(
      "UPDATE contact SET name = ?, name_key = ?, responsible_id = ?, note = ? WHERE id = ?", name,
      Store.sortKey(name), try staffID(draft.responsible.trimmed), draft.note.trimmed.nonEmpty, id)
    let labels = try contact(id).map { present in
      Dictionary(present.numbers.map { ($0.number, $0.label) }) { first, _ in first }
    }
    let numbers = draft.numbers.compactMap { plan.number($0) }.map {
      Contact.Number(number: $0, label: labels?[$0] ?? nil)
    }
    try setNumbers(numbers, of: id, now: now)
    try connection.run("DELETE FROM contact_email WHERE contact_id = ?", id)
    for (place, email) in draft.emails.map(\.trimmed).filter({ !$0.isEmpty }).enumerated() {
      try connection.run("INSERT INTO contact_email VALUES (?, ?, ?)", id, place, email)
    }
    let others = try organizations(of: id).dropFirst()
    let main = draft.organization.trimmed
    try setOrganizations(
      (main.isEmpty ? [] : [main]) + others.filter { $0 != main }, of: id)
    try index(id)
  }

  private func setOrganizations(_ names: [String], of id: Contact.ID) throws(StoreError) {
    try connection.run("DELETE FROM contact_organization WHERE contact_id = ?", id)
    for (place, name) in names.enumerated() {
      try connection.run("INSERT OR IGNORE INTO organization (name) VALUES (?)", name)
      try connection.run(
        "INSERT INTO contact_organization SELECT ?, ?, id FROM organization WHERE name = ?", id,
        place, name)
    }
  }

  private func staffID(_ name: String) throws(StoreError) -> Int64? {
    guard !name.isEmpty else { return nil }
    try connection.run("INSERT OR IGNORE INTO staff (name) VALUES (?)", name)
    return try connection.integer("SELECT id FROM staff WHERE name = ?", name)
  }

  /// With all that follows: whose calls are whose, about which order, who is owed a call, which
  /// questions are answered.
  private func setNumbers(
    _ numbers: [Contact.Number], of id: Contact.ID, now: Timestamp
  ) throws(StoreError) {
    let before = Set(
      try connection.rows("SELECT number_id FROM contact_number WHERE contact_id = ?", id) {
        $0.integer()
      })
    var ids: [(id: Int64, label: String?)] = []
    for number in numbers {
      if let number = try numberID(of: number.number).map({ ($0, number.label) }) {
        ids.append(number)
      }
    }
    let touched = before.symmetricDifference(ids.map(\.id)).sorted()
    var clients: Set<Client> = [.contact(id.rawValue)]
    for number in touched { clients.insert(try client(ofNumber: number)) }
    try connection.run("DELETE FROM contact_number WHERE contact_id = ?", id)
    for (place, number) in ids.enumerated() {
      try connection.run(
        """
        INSERT OR IGNORE INTO contact_number (contact_id, place, number_id, label)
        VALUES (?, ?, ?, ?)
        """, id, place, number.id, number.label)
      try closePrompt(number: number.id)
    }
    for number in touched {
      clients.insert(try client(ofNumber: number))
      try decideOrders(ofNumber: number)
    }
    for client in clients { try recomputeCallBack(of: client, now: now) }
  }

  /// Gives a call to a contact by hand, unless its number does so already.
  private func give(_ call: Call.ID, to id: Contact.ID, now: Timestamp) throws(StoreError) {
    guard let stored = try storedCall(call), try client(of: stored) != .contact(id.rawValue) else {
      return
    }
    try setHand(call, contact: id, now: now)
  }

  private func setHand(_ call: Call.ID, contact: Contact.ID, now: Timestamp) throws(StoreError) {
    guard let stored = try storedCall(call) else { throw .missing }
    let before = try client(of: stored)
    try connection.run(
      """
      INSERT INTO call_hand (call_id, contact_id) VALUES (?, ?)
      ON CONFLICT (call_id) DO UPDATE SET contact_id = excluded.contact_id, is_detached = 0
      """, call, contact)
    try decideOrder(of: stored)
    for client in Set([before, .contact(contact.rawValue)].compactMap { $0 }) {
      try recomputeCallBack(of: client, now: now)
    }
  }

  private static func sortKey(_ name: String?) -> NameKey {
    name.map(NameKey.init) ?? .unnamed
  }
}
