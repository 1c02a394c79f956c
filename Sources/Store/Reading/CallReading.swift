import Domain

extension Store {
  private static let selectCalls = """
    SELECT \(StoredCall.columns), h.contact_id, h.is_detached, h.created_contact_by, h.note,
      \(StoredCall.client("owners")), \(StoredCall.client("owner_id")),
      \(StoredCall.client("owner_name")),
      o.id, o.number, o.status
    FROM \(StoredCall.tables)
    LEFT JOIN call_hand h ON h.call_id = c.id
    LEFT JOIN customer_order o
      ON o.id = iif(h.is_about_no_order, NULL, coalesce(h.order_id, c.order_id))
    WHERE
    """

  /// Calls as the log shows them.
  /// - Parameter rest: what stands behind WHERE; `c` is the call.
  func read(_ rest: String, _ values: [(any Bindable)?]) throws(StoreError) -> [Call] {
    var oldestMiss: Timestamp?
    return try connection.rows("\(Store.selectCalls) \(rest)", values: values) {
      (row: inout Row) throws(StoreError) in try call(row: &row, &oldestMiss)
    }
  }

  /// - Parameter oldestMiss: asked for by the first call that needs it.
  private func call(
    row: inout Row, _ oldestMiss: inout Timestamp?
  ) throws(StoreError) -> Call {
    let stored = try StoredCall(row: &row, phrases: phrases)
    let byHand = row.optionalInteger()
    let isDetached = row.bool()
    let creator = row.optionalText()
    let note = row.optionalText()
    let ownerCount = row.int()
    let ownerID: Contact.ID? = row.optionalID()
    let ownerName = row.optionalText()
    let order = row.optionalInteger().map { id in
      OrderReference(
        id: Order.ID(id), number: row.text(), status: RepairStatus(rawValue: row.text()))
    }
    let owner = isDetached ? nil : ownerID.map { ContactReference(id: $0, name: ownerName) }
    let contact = if let byHand { try reference(to: byHand) } else { owner }
    let fields = stored.record?.fields ?? CallFields()
    let times = stored.record.map(CallTimes.init)
    let comments = try comments(
      on: stored, contact: contact, ownerCount: ownerCount, creator: creator, &oldestMiss)
    return Call(
      id: stored.id, providerID: stored.providerID, type: stored.type,
      phase: stored.record?.weight.phase ?? .after, disposition: fields.disposition,
      start: stored.start, wait: times?.wait, talk: times?.talk, caller: fields.caller,
      called: fields.called,
      line: CallSides.line(type: stored.type, client: stored.client, fields: fields),
      client: stored.client, pool: fields.pool,
      connectedWith: fields.connectedWith, staffID: fields.staffID, source: fields.source,
      recording: fields.hasRecording == false ? nil : fields.recording, contact: contact,
      ownerCount: ownerCount, order: order, comments: comments, note: note)
  }

  /// What the system has to say of the call, most important first.
  private func comments(
    on call: StoredCall, contact: ContactReference?, ownerCount: Int, creator: String?,
    _ oldestMiss: inout Timestamp?
  ) throws(StoreError) -> [SystemComment] {
    guard let type = call.type else { return [.notUnderstood] }
    if type == .internal { return [.internalCall] }
    var comments: [SystemComment] = []
    if let creator {
      comments.append(.contactCreated(by: creator))
    } else if let contact {
      comments.append(.linked(name: contact.name))
    } else if call.client == nil {
      comments.append(.hiddenNumber)
    } else if ownerCount > 1 {
      comments.append(.severalOwners(count: ownerCount))
    } else if ownerCount == 0 && call.client?.isInternal == false {
      comments.append(.newClient)
    }
    let client = contact.map { Client.contact($0.id.rawValue) } ?? call.clientID.map(Client.number)
    if let client, call.status.wantsCallBack(type: type) {
      let oldest = if let oldestMiss { oldestMiss } else { try self.oldestMiss() }
      oldestMiss = oldest
      // Of most calls it is plain without a look at the client.
      if oldest <= call.start, let open = try openSince(client), open <= call.start {
        comments.append(.notCalledBack)
      }
    }
    if call.record?.isOnlyFetched == true { comments.append(.fetched) }
    return comments
  }

  func reference(to contact: Int64) throws(StoreError) -> ContactReference? {
    try connection.first("SELECT name FROM contact WHERE id = ?", contact) {
      ContactReference(id: Contact.ID(contact), name: $0.optionalText())
    }
  }
}
