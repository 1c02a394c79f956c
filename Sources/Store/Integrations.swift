import Domain

extension Store {
  /// Oldest first.
  public func integrations() throws(StoreError) -> [Integration] {
    let own = try connection.rows(
      """
      SELECT i.integration_id, n.kind, n.text
      FROM integration_number i CROSS JOIN number n ON n.id = i.number_id
      """
    ) { (integration: $0.integer(), number: $0.optionalNumber()) }
    return try connection.rows(
      "SELECT id, name, token, zone, public_url, is_available FROM integration ORDER BY id"
    ) { row in
      let id: Integration.ID = row.id()
      let numbers = own.filter { $0.integration == id.rawValue }.compactMap(\.number)
      return Integration(
        id: id, name: row.text(), token: row.text(),
        zone: Zone(identifier: row.text()) ?? .kyiv, own: OwnNumbers(Set(numbers)),
        publicURL: row.optionalText(), isAvailable: row.bool())
    }
  }

  /// - Parameters:
  ///   - token: the secret in the links; no two integrations have the same.
  ///   - zone: in which the provider writes its dates.
  public func createIntegration(
    name: String, token: String, zone: Zone = .kyiv, own: OwnNumbers = OwnNumbers(), now: Timestamp
  ) throws(StoreError) -> Integration {
    try write { () throws(StoreError) in
      try connection.run(
        "INSERT INTO integration (name, token, zone) VALUES (?, ?, ?)", name, token,
        zone.identifier)
      let id = Integration.ID(connection.lastInsertedID)
      try setOwn(own, of: id)
      try record(.createIntegration, .integration(id), now: now)
      guard let made = try integrations().first(where: { $0.id == id }) else { throw .missing }
      return made
    }
  }

  /// Where the provider reaches us, without a slash at the end; nil for the listener's address.
  public func setPublicURL(
    _ url: String?, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run("UPDATE integration SET public_url = ? WHERE id = ?", url, integration)
      guard connection.changes == 1 else { throw .missing }
      try record(.setPublicURL, .integration(integration), now: now)
    }
  }

  /// Off: what comes from now on is journaled and makes no calls.
  public func setAvailable(
    _ isAvailable: Bool, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        "UPDATE integration SET is_available = ? WHERE id = ?", isAvailable, integration)
      guard connection.changes == 1 else { throw .missing }
      try record(
        isAvailable ? .switchOn : .switchOff, .integration(integration), now: now)
    }
  }

  func setOwn(_ own: OwnNumbers, of integration: Integration.ID) throws(StoreError) {
    try connection.run("DELETE FROM integration_number WHERE integration_id = ?", integration)
    for number in own.numbers {
      try connection.run(
        "INSERT INTO integration_number VALUES (?, ?)", integration, try numberID(of: number))
    }
  }
}
