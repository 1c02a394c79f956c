import Domain

extension Store {
  /// A page of the call log, newest first.
  public func calls(_ request: LogRequest) throws(StoreError) -> Page<Call> {
    if let contact = request.contact {
      return try calls(of: contact, anchor: request.anchor, limit: request.limit)
    }
    return try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      try self.logRows(
        "", [], direction: direction, from: from, inclusive: inclusive, limit: limit)
    }
  }

  /// How many calls the log has, those that were not understood included.
  public func callCount() throws(StoreError) -> Int {
    try count("call")
  }

  /// For "+3 new".
  /// - Parameter limit: counts no further.
  public func callsNewer(than position: LogPosition, limit: Int) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*) FROM (SELECT 1 FROM call WHERE (start, id) > (?, ?) LIMIT ?)
        """, position.start, position.id, limit))
  }

  /// Calls of the client's number before this one.
  public func earlierCalls(than call: Call) throws(StoreError) -> Int {
    guard let client = call.client else { return 0 }
    return Int(
      try connection.integer(
        """
        SELECT count(*) FROM call
        WHERE client_id = (SELECT id FROM number WHERE text = ?) AND (start, id) < (?, ?)
        """, client.text, call.start, call.id))
  }

  public func call(_ id: Call.ID) throws(StoreError) -> Call? {
    try read("c.id = ?", [id]).first
  }

  /// One client's calls: those of the numbers that are his alone, and those given to him by hand;
  /// merged here, as each number's come in order from the index.
  private func calls(
    of contact: Contact.ID, anchor: Anchor<LogPosition>, limit: Int
  ) throws(StoreError) -> Page<Call> {
    let numbers = try soleNumbers(of: contact.rawValue)
    let given: [LogPosition] = try connection.rows(
      """
      SELECT c.start, c.id, c.client_id FROM call_hand h JOIN call c ON c.id = h.call_id
      WHERE h.contact_id = ?
      """, contact
    ) { (LogPosition(start: $0.time(), id: $0.id()), $0.optionalInteger()) }
    .filter { given in !numbers.contains { $0 == given.1 } }.map(\.0)
    return try Keyset.page(anchor, limit: limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      var calls: [Call] = []
      for number in numbers {
        calls += try self.logRows(
          Store.isClients, [number, contact], direction: direction, from: from,
          inclusive: inclusive, limit: limit)
      }
      let isNewestFirst = direction == .forward
      let byHand = given.filter { place in
        guard let from, place != from else { return inclusive || from == nil }
        return isNewestFirst ? from.precedes(place) : place.precedes(from)
      }
      let nearest = byHand.sorted { isNewestFirst ? $0.precedes($1) : $1.precedes($0) }
        .prefix(limit)
      for place in nearest {
        if let call = try self.call(place.id) { calls.append(call) }
      }
      calls.sort {
        isNewestFirst ? $0.position.precedes($1.position) : $1.position.precedes($0.position)
      }
      return Array(calls.prefix(limit))
    }
  }

  /// A number's calls but those that somebody gave to another contact or to none. Two values: the
  /// number, the contact.
  private static let isClients = """
    c.client_id = ? AND NOT EXISTS (
      SELECT 1 FROM call_hand h WHERE h.call_id = c.id AND (h.is_detached OR h.contact_id <> ?))
    """

  /// Calls in log order (forward: newest first) from a place on.
  private func logRows(
    _ condition: String, _ values: [(any Bindable)?], direction: Direction, from: LogPosition?,
    inclusive: Bool, limit: Int
  ) throws(StoreError) -> [Call] {
    let isForward = direction == .forward
    let end: Int64 = isForward ? .max : .min
    let comparison = (isForward ? "<" : ">") + (inclusive ? "=" : "")
    let order = isForward ? "DESC" : "ASC"
    return try read(
      """
      \(condition.isEmpty ? "" : condition + " AND ")(c.start, c.id) \(comparison) (?, ?)
      ORDER BY c.start \(order), c.id \(order) LIMIT ?
      """,
      values + [from?.start.milliseconds ?? end, from?.id.rawValue ?? end, limit])
  }

  /// A day's figures; the end is not part of it.
  public func figures(from: Timestamp, to: Timestamp) throws(StoreError) -> DayFigures {
    try connection.first(
      """
      SELECT count(*), sum(status = ?), sum(status = ?) FROM call WHERE start >= ? AND start < ?
      """, CallStatus.answered.code, CallStatus.missed.code, from, to
    ) { DayFigures(total: $0.int(), answered: $0.int(), missed: $0.int()) } ?? DayFigures()
  }
}
