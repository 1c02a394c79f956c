import Domain

extension Store {
  /// A page of the outbox: what was refused, then what waits.
  public func outbox(_ request: OutboxRequest) throws(StoreError) -> Page<OutboxItem> {
    try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let isForward = direction == .forward
      let comparison = (isForward ? ">" : "<") + (inclusive ? "=" : "")
      let order = isForward ? "ASC" : "DESC"
      let start = isForward ? (false, Int64.min) : (true, Int64.max)
      return try self.readOutbox(
        """
        (o.cause IS NULL, o.id) \(comparison) (?, ?)
        ORDER BY o.cause IS NULL \(order), o.id \(order) LIMIT ?
        """, [from?.isWaiting ?? start.0, from?.id.rawValue ?? start.1, limit])
    }
  }

  public func outboxCount() throws(StoreError) -> (waiting: Int, refused: Int) {
    (
      Int(try connection.integer("SELECT count(*) FROM outbox WHERE cause IS NULL")),
      Int(try connection.integer("SELECT count(*) FROM outbox WHERE cause IS NOT NULL"))
    )
  }

  private func readOutbox(
    _ rest: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [OutboxItem] {
    try connection.rows(
      """
      SELECT o.id, o.integration_id, o.kind, o.subject_id, o.queued, o.cause, o.code, o.words,
        coalesce(c.name, g.name), n.kind, n.text
      FROM outbox o
      LEFT JOIN contact c ON o.kind = 0 AND c.id = o.subject_id
      LEFT JOIN organization g ON o.kind = 1 AND g.id = o.subject_id
      LEFT JOIN number n ON n.id = CASE o.kind WHEN 2 THEN o.subject_id WHEN 0 THEN (
        SELECT number_id FROM contact_number m WHERE m.contact_id = o.subject_id
        ORDER BY place LIMIT 1) END
      WHERE \(rest)
      """, values: values
    ) { row in
      let id: OutboxItem.ID = row.id()
      let integration: Integration.ID = row.id()
      let kind = OutboxItem.Subject.Kind(rawValue: row.int())
      let subject = row.integer()
      let queued = row.time()
      let problem = Store.problem(row: &row)
      let name = row.optionalText()
      let number = row.optionalNumber()
      let what: OutboxItem.Subject =
        switch kind {
        case .organization: .organization(Organization.ID(subject))
        case .number: .number(number ?? PhoneNumber(kind: .other, text: ""))
        case .contact, nil: .contact(Contact.ID(subject))
        }
      return OutboxItem(
        id: id, integration: integration, subject: what, name: name, number: number,
        queued: queued, problem: problem)
    }
  }

  /// Reads `cause, code, words`.
  static func problem(row: inout Row) -> ProviderProblem? {
    let cause = row.optionalText()
    let code = row.optionalInt()
    let words = row.optionalText()
    return cause.map {
      ProviderProblem(ProviderProblem.Cause(rawValue: $0) ?? .refused, code: code, words: words)
    }
  }
}
