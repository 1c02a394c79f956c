import Domain

/// What a store has forgotten, as far as it knows itself (`Forgotten`).
struct ForgottenList {
  struct Entry: Hashable {
    let kind: ForgottenKind
    let hash: Int64
  }

  let salt: String
  /// With when it was forgotten.
  let entries: [Entry: Timestamp]

  /// Nil where nothing was ever forgotten.
  init?(of connection: Connection) throws(StoreError) {
    let salt = try connection.first(
      "SELECT value FROM setting WHERE name = ?", Setting.forgettingSalt.rawValue
    ) { $0.text() }
    guard let salt else { return nil }
    self.salt = salt
    let rows = try connection.rows("SELECT kind, hash, at FROM forgotten") { row in
      (
        entry: ForgottenKind(rawValue: row.int()).map { Entry(kind: $0, hash: row.integer()) },
        at: row.time()
      )
    }
    entries = rows.reduce(into: [:]) { entries, row in
      if let entry = row.entry { entries[entry] = row.at }
    }
  }

  /// When it was forgotten.
  subscript(kind: ForgottenKind, text: String) -> Timestamp? {
    entries[Entry(kind: kind, hash: kind.hash(of: text, salt: salt))]
  }

  private init(salt: String, entries: [Entry: Timestamp]) {
    self.salt = salt
    self.entries = entries
  }

  /// Without what the other one knows as well. One with another salt may know the same and cannot be
  /// compared.
  func without(_ other: ForgottenList?) -> ForgottenList {
    guard let other, other.salt == salt else { return self }
    return ForgottenList(
      salt: salt,
      entries: entries.filter { entry, at in other.entries[entry].map { $0 < at } ?? true })
  }
}

extension Store {
  /// Forgets in this store, an older one, what the one whose place it takes has forgotten since.
  /// `compact` has to follow.
  ///
  /// A number shares its hash with some sixty others. The one that was meant is not in the present
  /// store any more, or has calls here that were forgotten with it.
  /// - Parameter present: the store that is to be replaced.
  /// - Returns: how many numbers, and calls without one of these.
  func forgetAgain(
    _ list: ForgottenList, as present: Connection, plan: NumberPlan, now: Timestamp
  ) throws(StoreError) -> Int {
    try takeOver(list, now: now)
    let calls = Set(try calls(in: list))
    var count = 0
    for (number, at) in try numbers(in: list) {
      guard let id = try knownNumberID(of: number) else { continue }
      // A damaged one cannot speak for anybody.
      let isKnown = try? present.integer(
        "SELECT EXISTS (SELECT 1 FROM number WHERE text = ?)", number.text)
      let hasForgottenCalls = try !calls.isDisjoint(with: self.calls(withNumber: id))
      guard isKnown != 1 || hasForgottenCalls else { continue }
      do throws(StoreError) {
        _ = try forget(number, plan: plan, at: at, now: now)
        count += 1
      } catch .invalid {
        // One of the shop's own by now.
      }
    }
    try writeInBatches(calls.sorted { $0.rawValue < $1.rawValue }) { (id) throws(StoreError) in
      guard let call = try storedCall(id) else { return }
      try remember(call: call.providerID, now: now)
      try delete(call, now: now)
      count += 1
    }
    return count
  }

  /// What has not come with the backup stays out all the same.
  private func takeOver(_ list: ForgottenList, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      let salt = try setting(.forgettingSalt)
      if salt == nil { try set(.forgettingSalt, to: list.salt) }
      guard salt ?? list.salt == list.salt else { return }
      for (entry, at) in list.entries { try remember(entry, at: at) }
    }
  }

  private func calls(in list: ForgottenList) throws(StoreError) -> [Call.ID] {
    guard list.entries.keys.contains(where: { $0.kind == .call }) else { return [] }
    var found: [Call.ID] = []
    try connection.visit("SELECT id, provider_id FROM call", []) {
      (row: inout Row) throws(StoreError) in
      let id: Call.ID = row.id()
      if list[.call, row.text()] != nil { found.append(id) }
      return true
    }
    return found
  }

  private func numbers(
    in list: ForgottenList
  ) throws(StoreError) -> [(number: PhoneNumber, at: Timestamp)] {
    guard list.entries.keys.contains(where: { $0.kind == .number }) else { return [] }
    var found: [(number: PhoneNumber, at: Timestamp)] = []
    try connection.visit("SELECT kind, text FROM number", []) {
      (row: inout Row) throws(StoreError) in
      if let number = row.optionalNumber(), let at = list[.number, number.text] {
        found.append((number, at))
      }
      return true
    }
    return found
  }
}
