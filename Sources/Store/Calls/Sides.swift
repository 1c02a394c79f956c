import Domain

extension Store {
  /// Decides again whose side is whose where our numbers are others than they were.
  func decideSides(
    of integration: Integration, before: OwnNumbers, now: Timestamp
  ) throws(StoreError) {
    var changed: Set<Int64> = []
    for number in integration.own.numbers.symmetricDifference(before.numbers) {
      if let id = try knownNumberID(of: number) { changed.insert(id) }
    }
    if !changed.isEmpty {
      try decideSides(
        ofCallsWith: changed, of: integration.id, own: integration.own, now: now)
    }
  }

  private func decideSides(
    ofCallsWith numbers: Set<Int64>, of integration: Integration.ID, own: OwnNumbers,
    now: Timestamp
  ) throws(StoreError) {
    var last = Call.ID(0)
    while true {
      let calls = try connection.rows(
        """
        SELECT id, caller_id, called_id FROM call WHERE id > ? AND integration_id = ?
        ORDER BY id LIMIT 1000
        """, last, integration
      ) { (id: Call.ID($0.integer()), sides: [$0.integer(), $0.integer()]) }
      guard let end = calls.last?.id else { return }
      last = end
      let concerned = calls.filter { !numbers.isDisjoint(with: $0.sides) }.map(\.id)
      try writeInBatches(concerned) { (id) throws(StoreError) in
        guard let call = try storedCall(id), let record = call.record,
          !call.isMade(of: record, own: own)
        else { return }
        try replace(call, with: record, own: own, now: now)
      }
    }
  }

  /// Makes of a call what a record says, with all that follows but a question.
  func replace(
    _ call: StoredCall, with record: CallRecord, own: OwnNumbers, now: Timestamp
  ) throws(StoreError) {
    let saved = try save(record, over: call, of: call.integration, own: own)
    try decideOrder(of: saved)
    _ = try updatePrompt(for: saved, origin: .replayed, now: now)
    try updateCallBacks(saved, now: now)
    try withdrawContact(of: saved.call, now: now)
  }
}
