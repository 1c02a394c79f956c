import Domain

extension Store {
  /// The provider has taken these. What has changed since they were read stays and is sent again.
  public func settle(_ pushes: [OutboxPush]) throws(StoreError) {
    try write { () throws(StoreError) in
      for push in pushes {
        try connection.run(
          "DELETE FROM outbox WHERE id = ? AND revision = ?", push.id, push.revision)
        if let contact = push.contact, case .entries = push.content { try noteEntry(of: contact) }
      }
    }
  }

  /// The provider refuses it as it is: it is kept until somebody changes the record, or says what is
  /// to become of it.
  public func refuse(_ push: OutboxPush, because problem: ProviderProblem) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        "UPDATE outbox SET cause = ?, code = ?, words = ? WHERE id = ? AND revision = ?",
        problem.cause.rawValue, problem.code, problem.words, push.id, push.revision)
    }
  }

  /// The provider failed at these: others go first, and then these are tried fewer at a time, so that
  /// one that it can never take keeps nobody waiting.
  public func postpone(_ pushes: [OutboxPush]) throws(StoreError) {
    try write { () throws(StoreError) in
      for push in pushes {
        try connection.run(
          "UPDATE outbox SET attempts = attempts + 1 WHERE id = ? AND revision = ?", push.id,
          push.revision)
      }
    }
  }

  /// Tries what was refused again; nil for all of it.
  /// - Returns: how many.
  @discardableResult
  public func retryPush(_ id: OutboxItem.ID?, now: Timestamp) throws(StoreError) -> Int {
    try write { () throws(StoreError) in
      try connection.run(
        """
        UPDATE outbox SET revision = revision + 1, attempts = 0, cause = NULL, code = NULL, words = NULL
        WHERE cause IS NOT NULL AND (?1 IS NULL OR id = ?1)
        """, id)
      let count = connection.changes
      // Whoever says so does not want to wait until it is time.
      try connection.run(
        "UPDATE provider_state SET not_before = NULL, version = NULL WHERE job = ?",
        ProviderJob.push.rawValue)
      return count
    }
  }

  /// Takes it out of the outbox: the provider keeps what it has.
  /// - Throws: `missing` where it is gone.
  public func dropPush(_ id: OutboxItem.ID) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run("DELETE FROM outbox WHERE id = ?", id)
      guard connection.changes == 1 else { throw .missing }
    }
  }

  /// Takes out all that was refused.
  /// - Returns: how many.
  public func dropRefusedPushes() throws(StoreError) -> Int {
    try write { () throws(StoreError) in
      try connection.run("DELETE FROM outbox WHERE cause IS NOT NULL")
      return connection.changes
    }
  }

  /// Puts the whole address book into the outbox but for the demo's, in short transactions.
  /// - Parameter progress: told how many are in it, of how many.
  /// - Returns: how many.
  public func queueWholeBook(
    now: Timestamp, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Int {
    let organizations: [Organization.ID] = try connection.rows(
      "SELECT id FROM organization ORDER BY id"
    ) { $0.id() }
    let contacts: [Contact.ID] = try connection.rows(
      "SELECT id FROM contact WHERE origin <> ? ORDER BY id", ContactOrigin.demo.rawValue
    ) { $0.id() }
    var done = 0
    let whole = organizations.count + contacts.count
    try writeInBatches(organizations) { (id) throws(StoreError) in
      try queuePush(of: id, now: now)
      done += 1
      progress(done, whole)
    }
    try writeInBatches(contacts) { (id) throws(StoreError) in
      try queuePush(.contact, id.rawValue, now: now)
      done += 1
      progress(done, whole)
    }
    return done
  }
}
