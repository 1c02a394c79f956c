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
    let logins = try connection.rows("SELECT integration_id, login FROM integration_login") {
      (integration: $0.integer(), login: $0.text())
    }
    let tokens = try connection.rows(
      "SELECT integration_id, token, until FROM integration_token"
    ) {
      (
        integration: $0.integer(),
        old: Integration.PreviousToken(token: $0.text(), until: $0.time())
      )
    }
    return try connection.rows(
      """
      SELECT id, version, name, connection, api, token, zone, public_url, is_available, project_id,
        auth_key, base_url, new_numbers, announces_new_numbers, contact_link, lead_link, deal_link
      FROM integration ORDER BY id
      """
    ) { row in
      let id: Integration.ID = row.id()
      let numbers = own.filter { $0.integration == id.rawValue }.compactMap(\.number)
      return Integration(
        id: id, version: row.int(), name: row.text(),
        connection: ConnectionType(rawValue: row.text()) ?? .sip,
        api: TelephonyAPI(rawValue: row.text()) ?? .ringostat, token: row.text(),
        previousTokens: tokens.filter { $0.integration == id.rawValue }.map(\.old)
          .sorted { $0.until > $1.until },
        zone: Zone(identifier: row.text()) ?? .kyiv, own: OwnNumbers(Set(numbers)),
        sipLogins: Set(logins.filter { $0.integration == id.rawValue }.map(\.login)),
        publicURL: row.optionalText(), isAvailable: row.bool(),
        project: ProviderProject(
          id: row.optionalText(), authKey: row.optionalText().flatMap(Secret.init),
          baseURL: row.optionalText() ?? ProviderProject.standardBaseURL),
        newNumbers: NewNumbers(rawValue: row.text()) ?? .ask, announcesNewNumbers: row.bool(),
        linkTemplates: LinkTemplates(
          contact: row.optionalText(), lead: row.optionalText(), deal: row.optionalText()))
    }
  }

  public func integration(_ id: Integration.ID) throws(StoreError) -> Integration? {
    try integrations().first { $0.id == id }
  }

  func existing(_ id: Integration.ID) throws(StoreError) -> Integration {
    guard let integration = try integration(id) else { throw .missing }
    return integration
  }

  /// - Parameters:
  ///   - token: the secret in the links; no two integrations have the same.
  ///   - zone: in which the provider writes its dates.
  public func createIntegration(
    name: String, token: String, zone: Zone = .kyiv, own: OwnNumbers = OwnNumbers(), now: Timestamp
  ) throws(StoreError) -> Integration {
    try create(now: now) { () throws(StoreError) in
      let id = try insert(name: name, token: token, zone: zone)
      try setOwn(own, of: id)
      return id
    }
  }

  /// - Parameters:
  ///   - token: the secret in the links; no two integrations have the same.
  ///   - plan: how own numbers are read.
  /// - Throws: `invalid` where the draft has problems.
  public func createIntegration(
    _ draft: IntegrationDraft, token: String, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Integration {
    guard let zone = Zone(named: draft.zone.trimmed), draft.problems(plan: plan).isEmpty else {
      throw .invalid
    }
    return try create(now: now) { () throws(StoreError) in
      let id = try insert(name: draft.name.trimmed, token: token, zone: zone)
      try fill(id, from: draft, zone: zone, plan: plan)
      return id
    }
  }

  private func create(
    now: Timestamp, _ body: () throws(StoreError) -> Integration.ID
  ) throws(StoreError) -> Integration {
    try write { () throws(StoreError) in
      let made = try existing(try body())
      try record(
        .createIntegration, .integration(made.id),
        changes: HistoryEntry.Change.between([], Store.values(of: made)), now: now)
      return made
    }
  }

  private func insert(
    name: String, token: String, zone: Zone
  ) throws(StoreError) -> Integration.ID {
    try connection.run(
      "INSERT INTO integration (name, token, zone) VALUES (?, ?, ?)", name, token, zone.identifier)
    return Integration.ID(connection.lastInsertedID)
  }

  /// - Parameter version: of the integration that the user has edited.
  /// - Throws: `integrationConflict` where somebody else has changed it since; `invalid` where the
  ///   draft has problems.
  public func update(
    _ draft: IntegrationDraft, of id: Integration.ID, version: Int, plan: NumberPlan,
    now: Timestamp
  ) throws(StoreError) -> Integration {
    guard let zone = Zone(named: draft.zone.trimmed), draft.problems(plan: plan).isEmpty else {
      throw .invalid
    }
    return try change(id, .updateIntegration, now: now) { (present) throws(StoreError) in
      guard present.version == version else { throw .integrationConflict(current: present) }
      try fill(id, from: draft, zone: zone, plan: plan)
    }
  }

  private func fill(
    _ id: Integration.ID, from draft: IntegrationDraft, zone: Zone, plan: NumberPlan
  ) throws(StoreError) {
    let (project, templates) = (draft.project, draft.templates)
    try connection.run(
      """
      UPDATE integration SET name = ?, connection = ?, api = ?, zone = ?, public_url = ?,
        is_available = ?, project_id = ?, auth_key = ?, base_url = ?, new_numbers = ?,
        announces_new_numbers = ?, contact_link = ?, lead_link = ?, deal_link = ?
      WHERE id = ?
      """,
      values: [
        draft.name.trimmed, draft.connection.rawValue, draft.api.rawValue, zone.identifier,
        WebAddress(draft.publicURL)?.text, draft.isAvailable, project.id,
        project.authKey?.revealed,
        project.baseURL == ProviderProject.standardBaseURL ? nil : project.baseURL,
        draft.newNumbers.rawValue, draft.announcesNewNumbers, templates.contact, templates.lead,
        templates.deal, id,
      ])
    try setOwn(draft.own(plan: plan), of: id)
    try connection.run("DELETE FROM integration_login WHERE integration_id = ?", id)
    for login in draft.logins {
      try connection.run("INSERT INTO integration_login VALUES (?, ?)", id, login)
    }
  }

  /// Changes settings in a transaction of its own; what is as it was leaves no trace. Whose calls are
  /// which is decided again where our numbers are others now.
  func change(
    _ id: Integration.ID, _ action: HistoryEntry.Action, now: Timestamp,
    _ body: (Integration) throws(StoreError) -> Void
  ) throws(StoreError) -> Integration {
    let (before, after) = try write { () throws(StoreError) in
      let before = try existing(id)
      try body(before)
      var changes = HistoryEntry.Change.between(
        Store.values(of: before), Store.values(of: try existing(id)))
      changes += Store.keyChange(from: before, to: try existing(id))
      guard !changes.isEmpty else { return (before, before) }
      try connection.run("UPDATE integration SET version = version + 1 WHERE id = ?", id)
      try record(action, .integration(id), changes: changes, now: now)
      return (before, try existing(id))
    }
    try decideSides(of: after, before: before.own, now: now)
    return after
  }

  /// Where the provider reaches us, without a slash at the end; nil for the listener's address.
  public func setPublicURL(
    _ url: String?, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) {
    _ = try change(integration, .setPublicURL, now: now) { (_) throws(StoreError) in
      try connection.run("UPDATE integration SET public_url = ? WHERE id = ?", url, integration)
    }
  }

  /// Off: what comes from now on is journaled and makes no calls.
  @discardableResult
  public func setAvailable(
    _ isAvailable: Bool, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) -> Integration {
    try change(
      integration, isAvailable ? .switchOn : .switchOff, now: now
    ) { (_) throws(StoreError) in
      try connection.run(
        "UPDATE integration SET is_available = ? WHERE id = ?", isAvailable, integration)
    }
  }

  /// The shop's own numbers. Which side of a call is the client's, and all that follows from it, is
  /// decided again of the calls with a number that has become ours or is ours no longer: in short
  /// transactions. No question is raised.
  public func setOwnNumbers(
    _ own: OwnNumbers, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) {
    _ = try change(integration, .setOwnNumbers, now: now) { (_) throws(StoreError) in
      try setOwn(own, of: integration)
    }
  }

  private func setOwn(_ own: OwnNumbers, of integration: Integration.ID) throws(StoreError) {
    try connection.run("DELETE FROM integration_number WHERE integration_id = ?", integration)
    for number in own.numbers {
      try connection.run(
        "INSERT INTO integration_number VALUES (?, ?)", integration, try numberID(of: number))
    }
  }
}
