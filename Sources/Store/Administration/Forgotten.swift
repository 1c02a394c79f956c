import Domain

/// What was deleted for good and must not come back with a repeated delivery or a fetch. Only
/// salted hashes of it are kept.
///
/// There are so few phone numbers that any whole hash of one could be tried out. So a number leaves
/// 24 bits: some sixty numbers of one country share them, and nobody can tell which was meant. Of a
/// call's id, which is nobody's, 64 bits are kept.
enum ForgottenKind: Int {
  case call
  case number

  /// - Parameter text: the provider's id, or the number's one form.
  func hash(of text: String, salt: String) -> Int64 {
    let hash = SHA256.hash(Array("\(salt)\n\(rawValue)\n\(text)".utf8))
    let bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int64(bitPattern: self == .number ? bits >> 40 : bits)
  }
}

extension Store {
  func remember(call providerID: String, now: Timestamp) throws(StoreError) {
    try remember(.call, providerID, now: now)
  }

  func remember(number: PhoneNumber, now: Timestamp) throws(StoreError) {
    try remember(.number, number.text, now: now)
  }

  /// Whether a call that is not in the store has to stay out. A number that was forgotten may call
  /// again: only what was before, and is fetched or imported now, stays out.
  func mustStayOut(_ event: CallEvent, origin: PromptRule.Origin) throws(StoreError) -> Bool {
    if try mustStayOut(event.providerID) { return true }
    guard origin == .fetched || origin == .imported else { return false }
    let start = CallTimes(CallRecord(event)).start
    if let floor = try fetchFloor(), start < floor { return true }
    for number in [event.fields.caller, event.fields.called].compactMap({ $0 }) {
      if let at = try forgotten(.number, number.text), start < at { return true }
    }
    return false
  }

  func mustStayOut(_ providerID: String) throws(StoreError) -> Bool {
    try forgotten(.call, providerID) != nil
  }

  /// How far back calls may be fetched: what was before has been purged. Nil for any time.
  public func fetchFloor() throws(StoreError) -> Timestamp? {
    try time(.fetchFloor)
  }

  /// When it was forgotten.
  private func forgotten(_ kind: ForgottenKind, _ text: String) throws(StoreError) -> Timestamp? {
    guard let salt = try forgettingSalt() else { return nil }
    return try connection.first(
      "SELECT at FROM forgotten WHERE hash = ? AND kind = ?", kind.hash(of: text, salt: salt),
      kind.rawValue
    ) { $0.time() }
  }

  private func forgettingSalt() throws(StoreError) -> String? {
    if let known = memo?.forgettingSalt { return known }
    let salt = try setting(.forgettingSalt)
    memo?.forgettingSalt = .some(salt)
    return salt
  }

  private func remember(_ kind: ForgottenKind, _ text: String, now: Timestamp) throws(StoreError) {
    var salt = try setting(.forgettingSalt)
    if salt == nil {
      let word = { String(UInt64.random(in: .min ... .max), radix: 16) }
      salt = word() + word()
      try set(.forgettingSalt, to: salt)
    }
    let hash = kind.hash(of: text, salt: salt ?? "")
    try remember(ForgottenList.Entry(kind: kind, hash: hash), at: now)
  }

  func remember(_ entry: ForgottenList.Entry, at: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO forgotten (hash, kind, at) VALUES (?, ?, ?)
      ON CONFLICT (hash, kind) DO UPDATE SET at = max(at, excluded.at)
      """, entry.hash, entry.kind.rawValue, at)
  }
}
