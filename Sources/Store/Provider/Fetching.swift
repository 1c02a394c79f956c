import Domain

/// Which calls the provider has been asked for.
extension Store {
  /// Up to when all calls have been fetched; nil where none ever were.
  public func completelyFetched(_ integration: Integration.ID) throws(StoreError) -> Timestamp? {
    try connection.first(
      "SELECT complete FROM provider_state WHERE integration_id = ? AND job = ?", integration,
      ProviderJob.fetch.rawValue
    ) { $0.optionalTime() } ?? nil
  }

  public func setCompletelyFetched(
    _ time: Timestamp, of integration: Integration.ID
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO provider_state (integration_id, job, complete) VALUES (?, ?, ?)
        ON CONFLICT (integration_id, job) DO UPDATE SET complete = excluded.complete
        """, integration, ProviderJob.fetch.rawValue, time)
    }
  }

  /// The earliest start of a call that was going on when the provider spoke of it last, and began
  /// within the period: it is asked for again until its end is known.
  public func earliestUnfinishedCall(
    of integration: Integration.ID, since from: Timestamp
  ) throws(StoreError) -> Timestamp? {
    let live = [CallStatus.ringing, .talking].map { String($0.code) }.joined(separator: ", ")
    return try connection.first(
      """
      SELECT start FROM call WHERE start >= ? AND status IN (\(live)) AND integration_id = ?
      ORDER BY start LIMIT 1
      """, from, integration
    ) { $0.time() }
  }

  /// Whether taking it in would change nothing: most of what is fetched is known.
  public func knows(_ item: IngestItem) throws(StoreError) -> Bool {
    guard case .event(let event) = item.content else {
      return try storedCall(item.key, of: item.integration) != nil
    }
    guard let known = try storedCall(event.providerID, of: item.integration) else {
      return try mustStayOut(event, origin: item.origin)
    }
    guard let record = known.record else { return false }
    var merged = record
    merged.merge(event)
    return merged == record
  }

  // MARK: Older history

  /// How far back an older period has been fetched; its end where it was not begun.
  public func reached(
    _ period: ClosedRange<Timestamp>, of integration: Integration.ID
  ) throws(StoreError) -> Timestamp {
    try connection.first(
      "SELECT reached FROM fetching WHERE integration_id = ? AND first = ? AND last = ?",
      integration, period.lowerBound, period.upperBound
    ) { $0.time() } ?? period.upperBound
  }

  /// The end of a period from that time on that was broken off.
  public func unfinishedFetch(
    from first: Timestamp, of integration: Integration.ID
  ) throws(StoreError) -> Timestamp? {
    try connection.first(
      """
      SELECT last FROM fetching WHERE integration_id = ? AND first = ? ORDER BY last DESC LIMIT 1
      """, integration, first
    ) { $0.time() }
  }

  /// Writes down how far back it has come; what is done whole is forgotten.
  public func setReached(
    _ time: Timestamp, in period: ClosedRange<Timestamp>, of integration: Integration.ID
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      if time <= period.lowerBound {
        return try connection.run(
          "DELETE FROM fetching WHERE integration_id = ? AND first = ? AND last = ?", integration,
          period.lowerBound, period.upperBound)
      }
      try connection.run(
        """
        INSERT INTO fetching VALUES (?, ?, ?, ?)
        ON CONFLICT (integration_id, first, last) DO UPDATE SET reached = excluded.reached
        """, integration, period.lowerBound, period.upperBound, time)
    }
  }
}
