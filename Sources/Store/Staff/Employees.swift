import Domain

extension Store {
  /// Everybody, in the order of the Ukrainian alphabet; the system user last.
  public func employees() throws(StoreError) -> [Employee] {
    try connection.rows("SELECT \(Store.employeeColumns) FROM staff") { Store.employee(row: &$0) }
      .sorted { ($0.isSystem ? 1 : 0, NameKey($0.name)) < ($1.isSystem ? 1 : 0, NameKey($1.name)) }
  }

  public func roster() throws(StoreError) -> Roster {
    Roster(try employees())
  }

  /// The names of all employees, in the order of the Ukrainian alphabet.
  public func staffNames() throws(StoreError) -> [String] {
    try employees().filter { !$0.isSystem }.map(\.name)
  }

  public func employee(_ id: Employee.ID) throws(StoreError) -> Employee? {
    try connection.first("SELECT \(Store.employeeColumns) FROM staff WHERE id = ?", id) {
      Store.employee(row: &$0)
    }
  }

  /// - Throws: `nameTaken`; `invalid` where the draft has problems.
  public func createEmployee(
    _ draft: EmployeeDraft, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Employee {
    let id = try edit(
      .createEmployee, now: now, making: HistoryEntry.Subject.employee
    ) { () throws(StoreError) -> Employee.ID in
      try refuse(draft, plan: plan, besides: nil)
      try connection.run("INSERT INTO staff (name) VALUES (?)", draft.name.trimmed)
      let id = Employee.ID(connection.lastInsertedID)
      try fill(id, from: draft, plan: plan)
      return id
    }
    return try existing(id)
  }

  /// - Parameter version: of the employee that the user has edited; nil whatever he has become.
  /// - Throws: `employeeConflict` where somebody else has changed him since; `nameTaken`; `invalid`
  ///   where the draft has problems.
  public func updateEmployee(
    _ id: Employee.ID, version: Int?, draft: EmployeeDraft, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Employee {
    try edit(.updateEmployee, of: .employee(id), now: now) { () throws(StoreError) in
      let present = try existing(id)
      if let version, present.version != version { throw .employeeConflict(current: present) }
      try refuse(draft, plan: plan, besides: id)
      try fill(id, from: draft, plan: plan)
    }
    return try existing(id)
  }

  /// Contacts and orders that are his are nobody's then.
  /// - Throws: `employeeInUse` where a rule sends callers to him; `invalid` for the system user.
  public func deleteEmployee(_ id: Employee.ID, now: Timestamp) throws(StoreError) {
    try edit(.deleteEmployee, of: .employee(id), now: now) { () throws(StoreError) in
      guard try !existing(id).isSystem else { throw .invalid }
      let rules = try connection.integer(
        """
        SELECT (SELECT count(*) FROM route_rule WHERE staff_id = ?1)
          + (SELECT count(*) FROM route WHERE fallback_staff_id = ?1)
        """, id)
      guard rules == 0 else { throw .employeeInUse }
      try connection.run(
        "UPDATE contact SET responsible_id = NULL WHERE responsible_id = ?", id)
      try connection.run("UPDATE customer_order SET staff_id = NULL WHERE staff_id = ?", id)
      try connection.run("DELETE FROM staff WHERE id = ?", id)
    }
  }

  /// The row of who is responsible where nobody in particular is.
  func systemEmployee() throws(StoreError) -> Int64? {
    try connection.first("SELECT id FROM staff WHERE is_system = 1 ORDER BY id") { $0.integer() }
  }

  /// The row of an employee, made in passing where nobody has that name yet; nil for no name.
  func staffID(_ name: String) throws(StoreError) -> Int64? {
    guard !name.isEmpty else { return nil }
    try connection.run("INSERT OR IGNORE INTO staff (name) VALUES (?)", name)
    return try connection.integer("SELECT id FROM staff WHERE name = ?", name)
  }

  private func existing(_ id: Employee.ID) throws(StoreError) -> Employee {
    guard let employee = try employee(id) else { throw .missing }
    return employee
  }

  private func refuse(
    _ draft: EmployeeDraft, plan: NumberPlan, besides id: Employee.ID?
  ) throws(StoreError) {
    guard draft.problems(plan: plan).isEmpty else { throw .invalid }
    let other = try connection.first(
      "SELECT id FROM staff WHERE name = ? AND id IS NOT ?", draft.name.trimmed, id
    ) { $0.integer() }
    if other != nil { throw .nameTaken }
  }

  private func fill(
    _ id: Employee.ID, from draft: EmployeeDraft, plan: NumberPlan
  ) throws(StoreError) {
    let number = plan.number(draft.number)
    try connection.run(
      """
      UPDATE staff SET name = ?, number_kind = ?, number = ?, sip_login = ?, crm_id = ?,
        provider_staff_id = ?, is_away = ? WHERE id = ?
      """, draft.name.trimmed, number?.kind.rawValue, number?.text, draft.login.trimmed.nonEmpty,
      draft.crmID.trimmed.nonEmpty, draft.providerID.trimmed.nonEmpty, draft.isAway, id)
  }

  private static let employeeColumns = """
    id, version, name, number_kind, number, sip_login, crm_id, provider_staff_id, is_away, is_system
    """

  private static func employee(row: inout Row) -> Employee {
    Employee(
      id: row.id(), version: row.int(), name: row.text(), number: row.optionalNumber(),
      login: row.optionalText(), crmID: row.optionalText(), providerID: row.optionalText(),
      isAway: row.bool(), isSystem: row.bool())
  }
}
