import Domain

/// What forgetting a number does, said before and after.
public struct Forgetting: Equatable, Sendable {
  /// Calls with that number on either side.
  public var calls = 0
  /// Deliveries of other calls that name it.
  public var deliveries = 0
  /// Deliveries that nobody could take in, and that name it or cannot be read.
  public var aside = 0
  /// Notes, names, addresses and the like that it is struck out of.
  public var texts = 0
  /// Contacts that have no other number and no order.
  public var deletedContacts: [Contact.ID] = []
  /// Contacts that have no other number; their orders keep them, without name, address and note.
  public var emptiedContacts: [Contact.ID] = []
  /// Contacts that go on with their other numbers.
  public var keptContacts: [Contact.ID] = []
}

extension Store {
  /// What `forget` would do, but for what only a look into every delivery and note tells.
  public func forgetting(_ number: PhoneNumber) throws(StoreError) -> Forgetting {
    var result = Forgetting()
    guard let id = try knownNumberID(of: number) else { return result }
    result.calls = try calls(withNumber: id).count
    for owner in try owners(of: id) {
      let others = try connection.integer(
        "SELECT count(*) FROM contact_number WHERE contact_id = ? AND number_id <> ?", owner, id)
      let orders = try connection.integer(
        "SELECT count(*) FROM customer_order WHERE contact_id = ?", owner)
      let contact = Contact.ID(owner)
      if others > 0 {
        result.keptContacts.append(contact)
      } else if orders > 0 {
        result.emptiedContacts.append(contact)
      } else {
        result.deletedContacts.append(contact)
      }
    }
    return result
  }

  /// Deletes a client's number and all that goes with it, in one transaction: its calls, every
  /// delivery that names it however it is written, its place on contacts, and it is struck out of
  /// notes. What was forgotten is not fetched or delivered again. What could not be taken in from the
  /// spool goes too where it names the number, or where nobody can tell. `compact` has to follow: only
  /// then the bytes are gone.
  /// - Parameter at: when it was forgotten: what was before and is fetched now stays out.
  /// - Throws: `invalid` for a number that is no client's: an extension, a login, one of our own,
  ///   or one too short to be told from other digits.
  public func forget(
    _ number: PhoneNumber, plan: NumberPlan, at: Timestamp? = nil, now: Timestamp
  ) throws(StoreError) -> Forgetting {
    guard let trace = NumberTrace(number, plan: plan),
      try !integrations().contains(where: { $0.own.contains(number) })
    else { throw .invalid }
    // The long look is taken before the lock.
    let seen = try connection.integer("SELECT max(id) FROM event")
    let events = try events(naming: trace, after: 0)
    var result = try write { () throws(StoreError) in
      var result = try forgetting(number)
      try forgetHistory(
        of: trace, number: number, contacts: result.emptiedContacts + result.deletedContacts)
      if let id = try knownNumberID(of: number) {
        try forgetCalls(withNumber: id, now: now)
        try forgetContacts(result, number: id, now: now)
        for table in ["prompt", "call_back", "dealt_with"] {
          try connection.run("DELETE FROM \(table) WHERE number_id = ?", id)
        }
        try forgetEntries(ofNumber: id)
        try connection.run("DELETE FROM number WHERE id = ?", id)
        memo?.numbers = [:]
      }
      for event in try events + self.events(naming: trace, after: seen) {
        try connection.run("DELETE FROM event WHERE id = ?", event)
        result.deliveries += connection.changes
      }
      result.texts = try strikeOut(trace, now: now)
      try remember(number: number, now: at ?? now)
      try rebuildSearch()
      try record(.forgetNumber, .store, now: now)
      return result
    }
    result.aside = try spool.removeAside { $0.map { trace.isIn($0.raw) } ?? true }
    return result
  }

  func calls(withNumber id: Int64) throws(StoreError) -> [Call.ID] {
    try connection.rows(
      "SELECT id FROM call WHERE ?1 IN (client_id, caller_id, called_id, outbound_id)", id
    ) { $0.id() }
  }

  private func forgetCalls(withNumber id: Int64, now: Timestamp) throws(StoreError) {
    let calls = try calls(withNumber: id)
    for id in calls {
      guard let call = try storedCall(id) else { continue }
      try remember(call: call.providerID, now: now)
      try delete(call, now: now)
    }
    try forgetHistory(of: .number(Identifier(id)))
  }

  private func forgetContacts(
    _ forgetting: Forgetting, number: Int64, now: Timestamp
  ) throws(StoreError) {
    try connection.run("DELETE FROM contact_number WHERE number_id = ?", number)
    for id in forgetting.keptContacts {
      try queuePush(of: id, now: now)
      try connection.run("UPDATE contact SET version = version + 1 WHERE id = ?", id)
      try index(id)
      try recomputeCallBack(of: .contact(id.rawValue), now: now)
    }
    for id in forgetting.emptiedContacts + forgetting.deletedContacts {
      try connection.run("DELETE FROM contact_email WHERE contact_id = ?", id)
      try connection.run("DELETE FROM contact_organization WHERE contact_id = ?", id)
      try connection.run(
        """
        UPDATE contact SET version = version + 1, name = NULL, name_key = ?, note = NULL,
          google_client_id = NULL, external_id = NULL WHERE id = ?
        """, NameKey.unnamed, id)
      try index(id)
    }
    for id in forgetting.deletedContacts { try delete(id, now: now) }
    try forgetPushes(of: forgetting.emptiedContacts + forgetting.deletedContacts)
    try connection.run(
      "DELETE FROM organization WHERE id NOT IN (SELECT organization_id FROM contact_organization)")
  }

  /// A contact without numbers. Calls that were given to it by hand are their numbers' again.
  private func delete(_ id: Contact.ID, now: Timestamp) throws(StoreError) {
    let given: [Call.ID] = try connection.rows(
      "SELECT call_id FROM call_hand WHERE contact_id = ?", id
    ) { $0.id() }
    try connection.run("UPDATE call_hand SET contact_id = NULL WHERE contact_id = ?", id)
    // The rebuilt search index knows nothing of it.
    try connection.run("DELETE FROM contact WHERE id = ?", id)
    try addToCount("contact", -1)
    for call in given {
      guard let call = try storedCall(call), let client = try client(of: call) else { continue }
      try decideOrder(of: call)
      try recomputeCallBack(of: client, now: now)
    }
  }

  private func events(
    naming trace: NumberTrace, after last: Int64
  ) throws(StoreError) -> [Int64] {
    var found: [Int64] = []
    try connection.visit(
      "SELECT id, \(JournalEntry.columns) FROM event WHERE id > ?", [last]
    ) { (row: inout Row) throws(StoreError) in
      let id = row.integer()
      if trace.isIn(JournalEntry(row: &row).raw) { found.append(id) }
      return true
    }
    return found
  }
}
