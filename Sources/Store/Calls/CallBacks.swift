import Domain

extension Store {
  /// Who is owed a call, longest waiting first.
  public func callBacks(now: Timestamp, limit: Int) throws(StoreError) -> [CallBackEntry] {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    // The few whose first miss has grown too old since are looked at again.
    var entries = try storedCallBacks(
      "first_miss_start < ? AND last_miss_start >= ? ORDER BY first_miss_start, id",
      [oldest, oldest]
    ).map { (client, _) throws(StoreError) in
      try callBack(of: client, now: now).map { (client, $0) }
    }.compactMap { $0 }
    entries += try storedCallBacks(
      "first_miss_start >= ? ORDER BY first_miss_start, id LIMIT ?", [oldest, limit])
    entries.sort {
      ($0.1.firstMissStart, $0.1.lastMiss.rawValue) < ($1.1.firstMissStart, $1.1.lastMiss.rawValue)
    }
    return try entries.prefix(max(0, limit)).map { (client, callBack) throws(StoreError) in
      try entry(callBack, of: client)
    }.compactMap { $0 }
  }

  private func entry(
    _ callBack: CallBack, of client: Client
  ) throws(StoreError) -> CallBackEntry? {
    guard let number = try storedCall(callBack.lastMiss)?.client else { return nil }
    guard case .contact(let contact) = client else {
      return CallBackEntry(callBack: callBack, number: number, contact: nil, order: nil)
    }
    return CallBackEntry(
      callBack: callBack, number: number, contact: try reference(to: contact),
      order: try newestOpenOrder(of: contact))
  }

  public func callBackCount(now: Timestamp) throws(StoreError) -> Int {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    return Int(
      try connection.integer("SELECT count(*) FROM call_back WHERE last_miss_start >= ?", oldest))
  }

  /// "Dealt with": the client is owed nothing for what was until now.
  /// - Parameter number: one of the client's.
  public func settleCallBack(of number: PhoneNumber, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      guard let id = try knownNumberID(of: number) else { throw .missing }
      try connection.run(
        """
        INSERT INTO dealt_with (number_id, at) VALUES (?, ?)
        ON CONFLICT (number_id) DO UPDATE SET at = max(at, excluded.at)
        """, id, now)
      try recomputeCallBack(of: try client(ofNumber: id), now: now)
      try recomputeCallBack(of: .number(id), now: now)
      try record("deal with call-back", id, now: now)
    }
  }

  /// Makes the whole list again from the log.
  public func recomputeCallBacks(now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run("DELETE FROM call_back")
      let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
      let missed = try connection.rows(
        "SELECT \(StoredCall.columns) FROM \(StoredCall.tables) WHERE c.start >= ?", oldest
      ) { (row: inout Row) throws(StoreError) in try StoredCall(row: &row, phrases: phrases) }
      .filter { $0.fact?.wantsCallBack == true }
      let clients = try missed.map { (call) throws(StoreError) in try client(of: call) }
      for client in Set(clients.compactMap { $0 }) {
        try recomputeCallBack(of: client, now: now)
      }
    }
  }

  // MARK: - Kept up with the log

  /// Since when the client has been waiting; nil where nothing is owed.
  func openSince(_ client: Client) throws(StoreError) -> Timestamp? {
    let column = Store.column(client)
    return try connection.first(
      "SELECT first_miss_start FROM call_back WHERE \(column.name) = ?", column.id
    ) { $0.time() }
  }

  /// A call has come or changed. Most need no look at the client's other calls: nothing is owed, and
  /// this one neither misses nor ever did.
  func updateCallBacks(
    before: StoredCall?, after: StoredCall, now: Timestamp
  ) throws(StoreError) {
    var clients: Set<Client> = []
    if let client = try client(of: after) { clients.insert(client) }
    if let before, before.clientID != after.clientID, let client = try client(of: before) {
      clients.insert(client)
    }
    let facts = [before?.fact, after.fact].compactMap { $0 }
    let concerns =
      facts.contains(where: \.wantsCallBack)
      || (before?.fact?.talk ?? 0) >= CallBack.settlingTalk
    for client in clients {
      let isOpen = try openSince(client) != nil
      if concerns || isOpen { try recomputeCallBack(of: client, now: now) }
    }
  }

  func recomputeCallBack(of client: Client, now: Timestamp) throws(StoreError) {
    let column = Store.column(client)
    guard let callBack = try callBack(of: client, now: now) else {
      try connection.run("DELETE FROM call_back WHERE \(column.name) = ?", column.id)
      return
    }
    try connection.run(
      """
      INSERT INTO call_back (\(column.name), last_miss, last_miss_start, first_miss_start, misses,
        longest_wait, attempts, last_attempt_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (\(column.name)) DO UPDATE SET last_miss = excluded.last_miss,
        last_miss_start = excluded.last_miss_start, first_miss_start = excluded.first_miss_start,
        misses = excluded.misses, longest_wait = excluded.longest_wait,
        attempts = excluded.attempts, last_attempt_by = excluded.last_attempt_by
      """, column.id, callBack.lastMiss, callBack.lastMissStart, callBack.firstMissStart,
      callBack.misses, callBack.longestWait, callBack.attempts, callBack.lastAttemptBy)
  }

  /// Misses grow too old without any call.
  func expireCallBacks(now: Timestamp) throws(StoreError) {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    for (client, _) in try storedCallBacks("first_miss_start < ?", [oldest]) {
      try recomputeCallBack(of: client, now: now)
    }
  }

  /// The rule, on the client's calls of the period: older ones neither miss nor settle anything.
  private func callBack(of client: Client, now: Timestamp) throws(StoreError) -> CallBack? {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    let numbers =
      switch client {
      case .contact(let id): try soleNumbers(of: id)
      case .number(let id): [id]
      }
    var calls: [StoredCall] = []
    for number in numbers { calls += try storedCalls("c.client_id = ?", number, since: oldest) }
    if case .contact(let id) = client {
      calls += try storedCalls(
        "c.id IN (SELECT call_id FROM call_hand WHERE contact_id = ?)", id, since: oldest
      ).filter { call in !numbers.contains { $0 == call.clientID } }
    }
    let facts = try calls.map { (call) throws(StoreError) in
      try self.client(of: call) == client ? call.fact : nil
    }.compactMap { $0 }
    var dealtWith: Timestamp?
    for number in numbers {
      let at = try connection.first("SELECT at FROM dealt_with WHERE number_id = ?", number) {
        $0.time()
      }
      dealtWith = [dealtWith, at].compactMap { $0 }.max()
    }
    return CallBack(calls: facts, dealtWith: dealtWith, now: now)
  }

  private func storedCalls(
    _ condition: String, _ value: Int64, since: Timestamp
  ) throws(StoreError) -> [StoredCall] {
    try connection.rows(
      """
      SELECT \(StoredCall.columns) FROM \(StoredCall.tables) WHERE \(condition) AND c.start >= ?
      """, value, since
    ) { (row: inout Row) throws(StoreError) in try StoredCall(row: &row, phrases: phrases) }
  }

  private func storedCallBacks(
    _ condition: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [(Client, CallBack)] {
    try connection.rows(
      """
      SELECT contact_id, number_id, last_miss, last_miss_start, first_miss_start, misses,
        longest_wait, attempts, last_attempt_by
      FROM call_back WHERE \(condition)
      """, values: values
    ) { row in
      let contact = row.optionalInteger()
      let number = row.integer()
      return (
        contact.map(Client.contact) ?? .number(number),
        CallBack(
          lastMiss: row.id(), lastMissStart: row.time(), firstMissStart: row.time(),
          misses: row.int(), longestWait: row.int(), attempts: row.int(),
          lastAttemptBy: row.optionalText())
      )
    }
  }

  private static func column(_ client: Client) -> (name: String, id: Int64) {
    switch client {
    case .contact(let id): ("contact_id", id)
    case .number(let id): ("number_id", id)
    }
  }
}
