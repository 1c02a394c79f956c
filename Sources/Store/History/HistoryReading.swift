import Domain

extension Store {
  /// A page of what was changed, newest first.
  public func history(_ request: HistoryRequest) throws(StoreError) -> Page<HistoryEntry> {
    let condition = try condition(on: request.subject)
    // A subject's entries are few among all: they are looked up, not met on a walk.
    let place = request.subject == nil ? "h.id" : "+h.id"
    return try Keyset.page(request.anchor, limit: request.limit, position: \.id) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let isForward = direction == .forward
      let comparison = (isForward ? "<" : ">") + (inclusive ? "=" : "")
      return try self.entries(
        """
        \(condition.sql) AND \(place) \(comparison) ?
        ORDER BY h.id \(isForward ? "DESC" : "ASC") LIMIT ?
        """, condition.values + [from?.rawValue ?? (isForward ? .max : .min), limit])
    }
  }

  /// - Parameter subject: nil for all.
  public func historyCount(of subject: HistoryEntry.Subject? = nil) throws(StoreError) -> Int {
    let condition = try condition(on: subject)
    return try connection.rows(
      "SELECT count(*) FROM history h WHERE \(condition.sql)", values: condition.values
    ) { $0.int() }.first ?? 0
  }

  func entry(_ id: HistoryEntry.ID) throws(StoreError) -> HistoryEntry? {
    try entries("h.id = ?", [id]).first
  }

  private func condition(
    on subject: HistoryEntry.Subject?
  ) throws(StoreError) -> (sql: String, values: [(any Bindable)?]) {
    guard let subject else { return ("1", []) }
    let (kind, id) = subject.row
    // A contact's goes on with what was merged into it.
    return (
      """
      h.id IN (
        WITH RECURSIVE same (id) AS (
          SELECT ? UNION
          SELECT other.id FROM same
          JOIN history_subject own ON own.kind = ? AND own.id = same.id
          JOIN history m ON m.id = own.history_id AND m.action = ? AND m.subject_id = same.id
            AND m.step = 0 AND m.is_undone = 0
          JOIN history_subject other INDEXED BY history_subject_of
            ON other.history_id = m.id AND other.kind = own.kind
        )
        SELECT history_id FROM same JOIN history_subject s ON s.kind = ? AND s.id = same.id)
      """, [id, kind, HistoryEntry.Action.mergeContacts.rawValue, kind]
    )
  }

  private func entries(
    _ rest: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [HistoryEntry] {
    try connection.rows(
      """
      SELECT h.id, h.at, h.actor, h.action, h.step, h.subject_kind, h.subject_id FROM history h
      WHERE \(rest)
      """, values: values
    ) { (row: inout Row) throws(StoreError) -> HistoryEntry? in
      let id: HistoryEntry.ID = row.id()
      let at = row.time()
      let actor = row.text()
      guard let action = HistoryEntry.Action(rawValue: row.text()),
        let step = HistoryEntry.Step(rawValue: row.int()),
        let subject = HistoryEntry.Subject(kind: row.integer(), id: row.integer())
      else { return nil }
      return HistoryEntry(
        id: id, at: at, actor: actor, action: action, step: step, subject: subject,
        title: try title(of: subject), changes: try changes(in: id))
    }.compactMap { $0 }
  }

  private func changes(in id: HistoryEntry.ID) throws(StoreError) -> [HistoryEntry.Change] {
    try connection.rows(
      "SELECT field, before, after FROM history_change WHERE history_id = ? ORDER BY place", id
    ) { row in
      HistoryEntry.Change.Field(rawValue: row.text()).map {
        HistoryEntry.Change(field: $0, before: row.optionalText(), after: row.optionalText())
      }
    }.compactMap { $0 }
  }

  func title(of subject: HistoryEntry.Subject) throws(StoreError) -> String? {
    switch subject {
    case .contact(let id):
      let contact = try contact(id)
      return contact?.name ?? contact?.numbers.first?.number.grouped
    case .order(let id): return try order(id)?.number
    case .call(let id): return try storedCall(id)?.client?.grouped
    case .organization(let id): return try organization(id)?.name
    case .employee(let id): return try employee(id)?.name
    case .number(let id):
      let number = try connection.first("SELECT kind, text FROM number WHERE id = ?", id) {
        $0.optionalNumber()
      }
      return number??.grouped
    case .integration(let id):
      return try connection.first("SELECT name FROM integration WHERE id = ?", id) { $0.text() }
    case .store: return nil
    }
  }
}

extension HistoryEntry.Subject {
  /// As the store keeps it.
  var row: (kind: Int64, id: Int64) {
    switch self {
    case .contact(let id): (0, id.rawValue)
    case .order(let id): (1, id.rawValue)
    case .call(let id): (2, id.rawValue)
    case .organization(let id): (3, id.rawValue)
    case .number(let id): (4, id.rawValue)
    case .integration(let id): (5, id.rawValue)
    case .store: (6, 0)
    case .employee(let id): (7, id.rawValue)
    }
  }

  init?(kind: Int64, id: Int64) {
    switch kind {
    case 0: self = .contact(Contact.ID(id))
    case 1: self = .order(Order.ID(id))
    case 2: self = .call(Call.ID(id))
    case 3: self = .organization(Organization.ID(id))
    case 4: self = .number(Identifier(id))
    case 5: self = .integration(Integration.ID(id))
    case 6: self = .store
    case 7: self = .employee(Employee.ID(id))
    default: return nil
    }
  }
}
