import Domain

extension Store {
  /// Puts a new token into the links. The old one is accepted for a while yet; those that were
  /// replaced before it are for no longer than that, so that without a grace none is.
  /// - Parameters:
  ///   - token: the new one, beyond guessing.
  ///   - seconds: of grace.
  public func rotateToken(
    of id: Integration.ID, to token: String, graceful seconds: Int64, now: Timestamp
  ) throws(StoreError) -> Integration {
    try write { () throws(StoreError) in
      let before = try existing(id)
      let until = now.advanced(bySeconds: seconds)
      try connection.run(
        "INSERT INTO integration_token VALUES (?, ?, ?)", before.token, id, until)
      try connection.run(
        "UPDATE integration_token SET until = min(until, ?) WHERE integration_id = ?", until, id)
      try dropTokens(before: now)
      try connection.run("UPDATE integration SET token = ? WHERE id = ?", token, id)
      try record(.rotateToken, .integration(id), now: now)
      return try existing(id)
    }
  }

  /// Forgets tokens whose time is over.
  func dropTokens(before now: Timestamp) throws(StoreError) {
    try connection.run("DELETE FROM integration_token WHERE until <= ?", now)
  }

  /// Takes an integration away with what it is set to.
  /// - Throws: `integrationInUse` where calls or deliveries came by it: it can only be switched off.
  public func removeIntegration(_ id: Integration.ID, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      let present = try existing(id)
      guard try !hasDeliveries(id) else { throw .integrationInUse }
      try record(
        .removeIntegration, .integration(id),
        changes: HistoryEntry.Change.between(Store.values(of: present), []), now: now)
      try connection.run("DELETE FROM event WHERE integration_id = ?", id)
      try connection.run("DELETE FROM integration WHERE id = ?", id)
    }
  }

  /// Whether a sample is in the journal; one of the last thousand deliveries.
  public func hasSample(_ callID: String, of id: Integration.ID) throws(StoreError) -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (
        SELECT 1 FROM (SELECT * FROM event ORDER BY id DESC LIMIT 1000)
        WHERE integration_id = ? AND outcome = ? AND instr(CAST(body AS TEXT), ?) > 0)
      """, id, JournalEntry.Outcome.sample.rawValue, callID) != 0
  }

  /// Whether calls or deliveries came by it; samples do not count.
  private func hasDeliveries(_ id: Integration.ID) throws(StoreError) -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM call WHERE integration_id = ?1)
        OR EXISTS (SELECT 1 FROM event WHERE integration_id = ?1 AND outcome != ?2)
      """, id, JournalEntry.Outcome.sample.rawValue) != 0
  }
}

extension Store {
  /// What history says of an integration. Its secrets are left out.
  static func values(of integration: Integration) -> [FieldValue] {
    var values: [FieldValue] = [
      (.name, integration.name), (.available, integration.isAvailable ? "on" : "off"),
      (.zone, integration.zone.identifier), (.baseURL, integration.project.baseURL),
      (.newNumbers, integration.newNumbers.rawValue),
      (.announcement, integration.announcesNewNumbers ? "on" : "off"),
    ]
    let templates = integration.linkTemplates
    let texts: [(HistoryEntry.Change.Field, String?)] = [
      (.project, integration.project.id), (.publicURL, integration.publicURL),
      (.contactLink, templates.contact), (.leadLink, templates.lead), (.dealLink, templates.deal),
    ]
    for case (let field, let text?) in texts { values.append((field, text)) }
    values += integration.own.numbers.map(\.grouped).sorted().map { (.number, $0) }
    values += integration.sipLogins.sorted().map { (.sipLogin, $0) }
    return values
  }

  /// That there is another key, and no more.
  static func keyChange(from before: Integration, to after: Integration) -> [HistoryEntry.Change] {
    let (old, new) = (before.project.authKey, after.project.authKey)
    return old == new
      ? []
      : [
        HistoryEntry.Change(
          field: .authKey, before: old.map { _ in Secret.mask }, after: new.map { _ in Secret.mask }
        )
      ]
  }
}
