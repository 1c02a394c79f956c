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

  func entry(
    _ callBack: CallBack, of client: Client
  ) throws(StoreError) -> CallBackEntry? {
    guard let number = try storedCall(callBack.lastMiss)?.client else { return nil }
    let note = try connection.first(
      "SELECT note FROM call_hand WHERE call_id = ?", callBack.lastMiss
    ) { $0.optionalText() }
    guard case .contact(let contact) = client else {
      return CallBackEntry(
        callBack: callBack, number: number, contact: nil, order: nil, note: note ?? nil)
    }
    return CallBackEntry(
      callBack: callBack, number: number, contact: try reference(to: contact),
      order: try newestOpenOrder(of: contact), note: note ?? nil)
  }

  public func callBackCount(now: Timestamp) throws(StoreError) -> Int {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    // Those that have grown too old since anybody wrote.
    let expired = try connection.integer(
      "SELECT count(*) FROM call_back WHERE last_miss_start < ?", oldest)
    return try count("call_back") - Int(expired)
  }

  /// "Dealt with": the client is owed nothing for what was until now.
  /// - Parameter number: one of the client's.
  public func settleCallBack(of number: PhoneNumber, now: Timestamp) throws(StoreError) {
    guard let id = try knownNumberID(of: number) else { throw .missing }
    try edit(.settleCallBack, of: .number(Identifier(id)), now: now) { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO dealt_with (number_id, at) VALUES (?, ?)
        ON CONFLICT (number_id) DO UPDATE SET at = max(at, excluded.at)
        """, id, now)
    }
  }

  /// Makes the whole list again from the log.
  public func recomputeCallBacks(now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run("DELETE FROM call_back")
      let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
      let statuses = CallStatus.allCases.filter { $0.wantsCallBack(type: .incoming) }
        .map { String($0.code) }.joined(separator: ", ")
      let numbers = try connection.rows(
        """
        SELECT DISTINCT client_id FROM call
        WHERE start >= ? AND status IN (\(statuses)) AND client_id IS NOT NULL
        """, oldest
      ) { $0.integer() }
      var clients = Set(
        try connection.rows(
          "SELECT DISTINCT contact_id FROM call_hand WHERE contact_id IS NOT NULL"
        ) { Client.contact($0.integer()) })
      for number in numbers {
        // Both: calls may have been detached from the contact.
        clients.formUnion([.number(number), try client(ofNumber: number)])
      }
      for client in clients {
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

  /// Since when the one has been waiting who waits longest; never where nobody does.
  func oldestMiss() throws(StoreError) -> Timestamp {
    try connection.first(
      "SELECT first_miss_start FROM call_back ORDER BY first_miss_start, id LIMIT 1"
    ) { $0.time() } ?? Timestamp(milliseconds: .max)
  }

  /// A call has come or changed. Most need no look at the client's other calls: nothing is owed, and
  /// this one neither misses nor ever did.
  func updateCallBacks(_ saved: SavedCall, now: Timestamp) throws(StoreError) {
    // Whoever was never heard of is owed nothing yet.
    let wantsCallBack = saved.call.type.map(saved.call.status.wantsCallBack) ?? false
    if saved.hasNewNumber, saved.before == nil, !wantsCallBack { return }
    let (before, after) = (saved.before, saved.call)
    var clients: Set<Client> = []
    if let client = try client(of: saved) { clients.insert(client) }
    if let before, before.clientID != after.clientID, let client = try client(of: before) {
      clients.insert(client)
    }
    let facts = [before?.fact, after.fact].compactMap { $0 }
    let concerns =
      facts.contains(where: \.wantsCallBack)
      || (before?.fact?.talk ?? 0) >= CallBack.settlingTalk
    for client in clients {
      if before == nil, let fact = after.fact, try adds(fact, to: client, now: now) { continue }
      if !concerns, try openSince(client) == nil { continue }
      try recomputeCallBack(of: client, now: now)
    }
  }

  /// A further miss of a client who is waiting already, later than all his others, changes nothing
  /// but the entry. False where it is not that.
  private func adds(
    _ fact: CallBack.Fact, to client: Client, now: Timestamp
  ) throws(StoreError) -> Bool {
    guard fact.wantsCallBack else { return false }
    let column = Store.column(client)
    try connection.run(
      """
      UPDATE call_back SET last_miss = ?, last_miss_start = ?, misses = misses + 1,
        longest_wait = max(longest_wait, ?)
      WHERE \(column.name) = ? AND last_miss_start < ? AND first_miss_start >= ?
      """, fact.id, fact.start, fact.wait, column.id, fact.start,
      now.advanced(bySeconds: -CallBack.defaultPeriod))
    return connection.changes > 0
  }

  func recomputeCallBack(of client: Client, now: Timestamp) throws(StoreError) {
    let column = Store.column(client)
    guard let callBack = try callBack(of: client, now: now) else {
      try connection.run("DELETE FROM call_back WHERE \(column.name) = ?", column.id)
      return
    }
    let values: [(any Bindable)?] = [
      callBack.lastMiss, callBack.lastMissStart, callBack.firstMissStart, callBack.misses,
      callBack.longestWait, callBack.attempts, callBack.lastAttemptBy, column.id,
    ]
    if try openSince(client) == nil {
      try connection.run(
        """
        INSERT INTO call_back (last_miss, last_miss_start, first_miss_start, misses, longest_wait,
          attempts, last_attempt_by, \(column.name))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, values: values)
    } else {
      try connection.run(
        """
        UPDATE call_back SET last_miss = ?, last_miss_start = ?, first_miss_start = ?, misses = ?,
          longest_wait = ?, attempts = ?, last_attempt_by = ? WHERE \(column.name) = ?
        """, values: values)
    }
  }

  /// Misses grow too old without any call.
  func expireCallBacks(now: Timestamp) throws(StoreError) {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    for (client, _) in try storedCallBacks("first_miss_start < ?", [oldest]) {
      try recomputeCallBack(of: client, now: now)
    }
  }

  /// The rule, on those of the client's calls that can matter.
  private func callBack(of client: Client, now: Timestamp) throws(StoreError) -> CallBack? {
    let oldest = now.advanced(bySeconds: -CallBack.defaultPeriod)
    var facts: [CallBack.Fact] = []
    var numbers: [Int64] = []
    switch client {
    case .contact(let id):
      numbers = try soleNumbers(of: id)
      for number in numbers {
        facts += try unsettled(
          "c.client_id = ? AND NOT EXISTS (\(Store.hand) (h.is_detached OR h.contact_id <> ?))",
          [number, id, oldest])
      }
      facts += try unsettled(
        """
        c.id IN (SELECT call_id FROM call_hand WHERE contact_id = ?) AND (
          c.client_id IS NULL OR 1 <> (
            SELECT count(*) FROM contact_number n WHERE n.number_id = c.client_id)
          OR NOT EXISTS (
            SELECT 1 FROM contact_number n WHERE n.number_id = c.client_id AND n.contact_id = ?))
        """, [id, id, oldest])
    case .number(let id):
      numbers = [id]
      let isSomebodys = try owners(of: id).count == 1
      facts = try unsettled(
        isSomebodys
          ? "c.client_id = ? AND EXISTS (\(Store.hand) h.is_detached AND h.contact_id IS NULL)"
          : "c.client_id = ? AND NOT EXISTS (\(Store.hand) h.contact_id IS NOT NULL)",
        [id, oldest])
    }
    var dealtWith: Timestamp?
    for number in numbers {
      let at = try connection.first("SELECT at FROM dealt_with WHERE number_id = ?", number) {
        $0.time()
      }
      dealtWith = [dealtWith, at].compactMap { $0 }.max()
    }
    return CallBack(calls: facts, dealtWith: dealtWith, now: now)
  }

  private static let hand = "SELECT 1 FROM call_hand h WHERE h.call_id = c.id AND"

  /// Newest first, back to the latest call that settles the matter: what came before it is settled,
  /// and so is not read however many calls there are.
  /// - Parameter values: of the condition, and the oldest start.
  private func unsettled(
    _ condition: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [CallBack.Fact] {
    var facts: [CallBack.Fact] = []
    var settled: Timestamp?
    try connection.visit(
      """
      SELECT \(StoredCall.columns) FROM \(StoredCall.tables)
      WHERE \(condition) AND c.start >= ? ORDER BY c.start DESC, c.id DESC
      """, values
    ) { (row: inout Row) throws(StoreError) in
      guard let fact = try StoredCall(row: &row, phrases: phrases).fact else { return true }
      if let settled, fact.start < settled { return false }
      if fact.talk >= CallBack.settlingTalk && !fact.wantsCallBack { settled = fact.start }
      facts.append(fact)
      return true
    }
    return facts
  }

  func storedCallBacks(
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
