import Domain

extension Store {
  /// Takes in a turn's deliveries, all or none, if the store's lock is free right now.
  /// - Parameters:
  ///   - now: of receipt.
  ///   - more: asked, while the transaction is open, for what has come since the last ones; it is
  ///     ended when there are none.
  /// - Returns: one result for each delivery, in order; nil where the lock was not free: nothing was
  ///   written.
  public func tryIngest(
    _ deliveries: [IngestItem], now: Timestamp, more: () -> [IngestItem] = { [] }
  ) throws(StoreError) -> [IngestResult]? {
    try tryWrite(isHasty: true) { () throws(StoreError) in
      try take(deliveries, now: now, more: more)
    }
  }

  /// The same, waiting for the lock up to five seconds.
  /// - Throws: `locked` after that.
  public func ingest(
    _ deliveries: [IngestItem], now: Timestamp
  ) throws(StoreError) -> [IngestResult] {
    try write { () throws(StoreError) in try take(deliveries, now: now) }
  }

  private func take(
    _ deliveries: [IngestItem], now: Timestamp, more: () -> [IngestItem] = { [] }
  ) throws(StoreError) -> [IngestResult] {
    var results: [IngestResult] = []
    var next = deliveries
    while !next.isEmpty {
      for delivery in next { results.append(try takeAndJournal(delivery, now: now)) }
      next = more()
    }
    try settle(results, now: now)
    return results
  }

  /// One of a transaction's deliveries; `settle` ends them.
  func takeAndJournal(_ delivery: IngestItem, now: Timestamp) throws(StoreError) -> IngestResult {
    guard let (result, outcome) = try take(delivery, now: now) else { return .noCall }
    // What is fetched is fetched again and again, and most of it is known.
    let isNews = delivery.origin != .fetched || result.isNew || outcome == .changedCall
    if let raw = delivery.raw, isNews {
      let call = outcome == .whileOff || outcome == .sample ? nil : result.call
      try journal(raw, of: delivery, outcome: outcome, call: call)
    }
    return result
  }

  func settle(_ results: [IngestResult], now: Timestamp) throws(StoreError) {
    try addToCount("call", results.count(where: \.isNew))
    try expireCallBacks(now: now)
  }

  /// Nil, and nothing written, where the call was forgotten or purged.
  func take(
    _ delivery: IngestItem, now: Timestamp
  ) throws(StoreError) -> (IngestResult, JournalEntry.Outcome)? {
    if SampleDelivery.isSample(callID: delivery.key) { return (.noCall, .sample) }
    guard delivery.makesCall else {
      return try mustStayOut(delivery.key) ? nil : (.noCall, .whileOff)
    }
    switch delivery.content {
    case .event(let event):
      return try take(event, of: delivery, now: now)
    case .notUnderstood(let key, let received):
      if let known = try storedCall(key, of: delivery.integration) {
        return (IngestResult(call: known.id, isNew: false, raisesPrompt: false), .notUnderstood)
      }
      guard try !mustStayOut(key) else { return nil }
      let id = try saveNotUnderstood(key: key, received: received, of: delivery.integration)
      return (IngestResult(call: id, isNew: true, raisesPrompt: false), .notUnderstood)
    }
  }

  private func take(
    _ event: CallEvent, of delivery: IngestItem, now: Timestamp
  ) throws(StoreError) -> (IngestResult, JournalEntry.Outcome)? {
    let known = isFilling ? nil : try storedCall(event.providerID, of: delivery.integration)
    if known == nil, !isFilling, try mustStayOut(event, origin: delivery.origin) { return nil }
    var record = CallRecord(event)
    if let before = known?.record {
      record = before
      record.merge(event)
      if record == before {
        let id = known?.id ?? Call.ID(0)
        return (IngestResult(call: id, isNew: false, raisesPrompt: false), .repeated)
      }
    }
    let saved = try save(record, over: known, of: delivery.integration, own: delivery.own)
    let call = saved.call
    try decideOrder(of: saved)
    if isFilling {
      // Whom to call back is worked out when all calls are there.
      let result = IngestResult(call: call.id, isNew: true, raisesPrompt: false)
      return (result, .madeCall)
    }
    let asks = delivery.newNumbers == .ask
    let raises = try updatePrompt(
      for: saved, origin: asks ? delivery.origin : .replayed, now: now)
    try updateCallBacks(saved, now: now)
    if known != nil { try withdrawContact(of: call, now: now) }
    if !asks { try makeContact(for: saved, of: delivery, now: now) }
    try queuePushes(of: call, by: event, origin: delivery.origin, now: now)
    return (
      IngestResult(call: call.id, isNew: known == nil, raisesPrompt: raises),
      known == nil ? .madeCall : .changedCall
    )
  }
}
