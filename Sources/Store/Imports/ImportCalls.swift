import Domain

extension Store {
  /// Takes in the first of the calls, in one transaction: as many as there is time for. They merge
  /// as deliveries do, raise no question and are not journaled.
  /// - Returns: what became of each that was taken.
  public func importCalls(
    _ calls: some Collection<CallImport>, of integration: Integration, in session: ImportSession
  ) throws(StoreError) -> [ImportOutcome] {
    try importRows(calls, in: session) { (row) throws(StoreError) in
      try take(row, of: integration, in: session)
    }
  }

  private func take(
    _ row: CallImport, of integration: Integration, in session: ImportSession
  ) throws(StoreError) -> ImportOutcome {
    let event = row.event
    let known = try storedCall(event.providerID, of: integration.id)
    if known == nil, session.isRepeated([event.providerID]) { return .same }
    var id = known?.id
    var outcome = ImportOutcome.same
    if known.map({ $0.knows(row, own: integration.own) }) != true {
      let item = IngestItem(
        integration: integration.id, occasion: event.occasion, origin: .imported, raw: nil,
        content: row.isUnderstood
          ? .event(event)
          : .notUnderstood(key: event.providerID, received: event.fields.start ?? event.received),
        own: integration.own)
      // Deleted for good: it stays out, and so says the file nothing new.
      guard let (result, change) = try take(item, now: session.now) else { return .same }
      id = result.call
      try settle([result], now: session.now)
      if result.isNew { outcome = .new } else if change == .changedCall { outcome = .changed }
    }
    if let id, try annotate(id, with: row), outcome == .same { outcome = .changed }
    return outcome
  }

  /// What people say of a call: a note, and the order where the rule says otherwise.
  /// - Returns: whether anything has changed.
  private func annotate(_ id: Call.ID, with row: CallImport) throws(StoreError) -> Bool {
    guard row.note != nil || row.order != nil, let present = try call(id) else { return false }
    var hasChanged = false
    if let note = row.note, note != present.note {
      try setHand(id, ["note": note])
      try indexNote(of: id)
      hasChanged = true
    }
    if let number = row.order, number != present.order?.number,
      let order = try order(number: number)
    {
      try setHand(id, ["order_id": order.id, "is_about_no_order": false])
      hasChanged = true
    }
    return hasChanged
  }
}

extension StoredCall {
  /// Whether a row says of the call what follows already from what is known of it. A file has the
  /// derived values; taken for the provider's they would outweigh what these are derived from.
  fileprivate func knows(_ row: CallImport, own: OwnNumbers) -> Bool {
    guard let record else { return true }
    var merged = record
    merged.merge(row.event)
    let (before, after) = (Told(record, own: own), Told(merged, own: own))
    return before == after
  }
}

/// What a call says in the log and on its card.
private struct Told: Equatable {
  let status: CallStatus
  let sides: CallSides
  let times: CallTimes
  let rest: CallFields

  init(_ record: CallRecord, own: OwnNumbers) {
    sides = CallSides(record, own: own)
    times = CallTimes(record)
    status = CallStatus(record, sides: sides, times: times)
    var rest = record.fields
    (rest.start, rest.wait, rest.talk, rest.type, rest.outbound) = (nil, nil, nil, nil, nil)
    self.rest = rest
  }
}
