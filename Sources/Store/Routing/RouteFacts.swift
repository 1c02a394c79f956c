import Domain

/// What a routing rule asks of the store while a caller waits: reads, by indexes alone.
extension Store {
  /// Who calls, as far as the store tells.
  public struct RoutedClient: Equatable, Sendable {
    /// The contact where exactly one owns the number.
    let contact: Int64?
    /// All of his, or the one that is no contact's.
    let numbers: [Int64]
  }

  /// For whoever answers a waiting caller: where another program keeps this one from reading, SQLite
  /// gives up after so many milliseconds.
  public func waitAtMost(milliseconds: Int32) {
    connection.setBusyTimeout(milliseconds: milliseconds)
  }

  /// Of so many of a client's latest calls it is looked up who talked to him.
  private static let talkLimit = 50

  /// Nil for a number that has never called and is nobody's.
  public func routedClient(_ number: PhoneNumber) throws(StoreError) -> RoutedClient? {
    guard let id = try knownNumberID(of: number) else { return nil }
    guard case .contact(let contact) = try client(ofNumber: id) else {
      return RoutedClient(contact: nil, numbers: [id])
    }
    return RoutedClient(
      contact: contact, numbers: try soleNumbers(of: contact))
  }

  /// The client of a call that the provider has told of before.
  public func client(
    ofCall providerID: String, of integration: Integration.ID
  ) throws(StoreError) -> PhoneNumber? {
    try storedCall(providerID, of: integration)?.client
  }

  /// Whom a rule about the client names; nil where it names nobody.
  /// - Parameters:
  ///   - roster: those who may be named.
  ///   - plan: how the provider's names of lines are read.
  public func employee(
    _ rule: RoutingRule, of client: RoutedClient, roster: Roster, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Employee.ID? {
    switch rule {
    case .responsible:
      guard let contact = client.contact else { return nil }
      let id: Employee.ID? =
        try connection.first(
          "SELECT responsible_id FROM contact WHERE id = ?", contact
        ) { $0.optionalID() } ?? nil
      // The system user is nobody who could talk.
      return id.flatMap { roster[$0] }.flatMap { $0.isSystem ? nil : $0.id }
    case .openOrder:
      guard let contact = client.contact else { return nil }
      return try connection.first(
        """
        SELECT staff_id FROM customer_order
        WHERE contact_id = ? AND closed IS NULL AND staff_id IS NOT NULL
        ORDER BY opened DESC, id DESC LIMIT 1
        """, contact
      ) { $0.id() }
    case .lastTalked(let days):
      let since = now.advanced(bySeconds: -Int64(days) * 86_400)
      return try lastTalker(client.numbers, since: since, roster: roster, plan: plan)
    case .hours: return nil
    }
  }

  private func lastTalker(
    _ numbers: [Int64], since: Timestamp, roster: Roster, plan: NumberPlan
  ) throws(StoreError) -> Employee.ID? {
    var latest: (start: Timestamp, id: Employee.ID)?
    for number in numbers {
      try connection.visit(
        """
        SELECT \(StoredCall.columns) FROM \(StoredCall.tables)
        WHERE c.client_id = ? AND c.start >= ? AND c.talk > 0 AND c.status <> ?
        ORDER BY c.start DESC LIMIT ?
        """,
        [
          number, latest.map { max($0.start, since) } ?? since, CallStatus.voicemail.code,
          Store.talkLimit,
        ]
      ) { (row: inout Row) throws(StoreError) in
        let call = try StoredCall(row: &row, phrases: phrases)
        guard let employee = roster.employee(on: call, plan: plan) else { return true }
        if latest.map({ $0.start < call.start }) ?? true { latest = (call.start, employee.id) }
        return false
      }
    }
    return latest?.id
  }
}

extension Roster {
  /// Who talked: whom the provider names, else whose line is on our side.
  fileprivate func employee(on call: StoredCall, plan: NumberPlan) -> Employee? {
    guard let fields = call.record?.fields else { return nil }
    let ours = [fields.caller, fields.called].compactMap { $0 }.filter { $0 != call.client }
    return employee(staffID: fields.staffID, connectedWith: fields.connectedWith, plan: plan)
      ?? ours.lazy.compactMap { employee(at: $0) }.first
  }
}
