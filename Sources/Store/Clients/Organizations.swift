import Domain

extension Store {
  /// A page of the organizations by name, or of those that the search finds.
  public func organizations(
    _ request: OrganizationRequest
  ) throws(StoreError) -> Page<Organization> {
    let key = NameKey(request.search).text
    return try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let isForward = direction == .forward
      let comparison = (isForward ? ">" : "<") + (inclusive ? "=" : "")
      let order = isForward ? "ASC" : "DESC"
      // Every text sorts before every blob (https://www.sqlite.org/datatype3.html#sort_order).
      let end: any Bindable = isForward ? "" : [UInt8]()
      return try self.readOrganizations(
        """
        instr(o.name_key, ?) > 0 AND (o.name_key, o.id) \(comparison) (?, ?)
        ORDER BY o.name_key \(order), o.id \(order) LIMIT ?
        """,
        [key, from?.key ?? end, from?.id ?? Organization.ID(isForward ? .min : .max), limit])
    }
  }

  /// - Parameter search: counts what it finds; empty for all.
  public func organizationCount(matching search: String = "") throws(StoreError) -> Int {
    Int(
      try connection.integer(
        "SELECT count(*) FROM organization WHERE instr(name_key, ?) > 0", NameKey(search).text))
  }

  public func organization(_ id: Organization.ID) throws(StoreError) -> Organization? {
    try readOrganizations("o.id = ?", [id]).first
  }

  /// - Throws: `nameTaken` where another organization has the name; `invalid` where the name is
  ///   empty or too long.
  public func renameOrganization(
    _ id: Organization.ID, to name: String, now: Timestamp
  ) throws(StoreError) {
    let name = name.trimmed
    guard !name.isEmpty, name.count <= ContactDraft.limit else { throw .invalid }
    try edit(.renameOrganization, of: .organization(id), now: now) { () throws(StoreError) in
      guard try organization(id) != nil else { throw .missing }
      let other = try connection.integer(
        "SELECT count(*) FROM organization WHERE name = ? AND id <> ?", name, id)
      guard other == 0 else { throw .nameTaken }
      try connection.run(
        "UPDATE organization SET name = ?, name_key = ? WHERE id = ?", name, NameKey(name), id)
    }
  }

  /// - Throws: `hasMembers` where contacts belong to it.
  public func deleteOrganization(_ id: Organization.ID, now: Timestamp) throws(StoreError) {
    try edit(.deleteOrganization, of: .organization(id), now: now) { () throws(StoreError) in
      guard let organization = try organization(id) else { throw .missing }
      guard organization.memberCount == 0 else { throw .hasMembers }
      try connection.run("DELETE FROM organization WHERE id = ?", id)
    }
  }

  /// The row of an organization, made where there is none yet.
  func organizationID(_ name: String) throws(StoreError) -> Organization.ID {
    if let id = try connection.first(
      "SELECT id FROM organization WHERE name = ?", name, read: { Organization.ID($0.integer()) })
    {
      return id
    }
    try connection.run(
      "INSERT INTO organization (name, name_key) VALUES (?, ?)", name, NameKey(name))
    return Organization.ID(connection.lastInsertedID)
  }

  func members(of id: Organization.ID) throws(StoreError) -> [Contact.ID] {
    try connection.rows(
      "SELECT contact_id FROM contact_organization WHERE organization_id = ?", id
    ) { $0.id() }
  }

  private func readOrganizations(
    _ rest: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [Organization] {
    try connection.rows(
      """
      SELECT o.id, o.name,
        (SELECT count(*) FROM contact_organization WHERE organization_id = o.id)
      FROM organization o WHERE \(rest)
      """, values: values
    ) { Organization(id: $0.id(), name: $0.text(), memberCount: $0.int()) }
  }
}
