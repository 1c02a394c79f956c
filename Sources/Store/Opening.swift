import Domain

/// Finds out what a file is before anything is done to it, and brings it up to our schema.
struct Opening {
  let connection: Connection
  let files: StoreFiles
  /// Script n brings version n to n + 1.
  let migrations: [Schema.Migration]

  /// Whether the file is empty, older or not in WAL mode.
  /// - Throws: `foreignFile`, `newerSchema`; for readers `notFound` (empty) and `olderSchema`.
  func needsMigration(access: Store.Access) throws(StoreError) -> Bool {
    guard let found = try version() else {
      guard access == .writer else { throw .notFound(path: files.database) }
      return true
    }
    guard found <= migrations.count else {
      throw .newerSchema(found: found, known: migrations.count)
    }
    if found == migrations.count {
      // A backup put in the store's place by hand is not in WAL mode.
      let mode = try connection.first("PRAGMA journal_mode") { $0.text() }
      return access == .writer && mode != "wal"
    }
    guard access == .writer else { throw .olderSchema(found: found, known: migrations.count) }
    return true
  }

  /// Under the store's lock. One transaction: killed at any point, the store is old or new, never
  /// between. Somebody else may have done it while we waited for the lock.
  func migrate() throws(StoreError) {
    let found = try version()
    let isOlder = found ?? 0 < migrations.count
    if isOlder, let found { try backUp(version: found) }
    let mode = try connection.first("PRAGMA journal_mode = WAL") { $0.text() }
    guard mode == "wal" else { throw .readOnly }
    guard isOlder else { return }
    try connection.run("BEGIN IMMEDIATE")
    do throws(StoreError) {
      for script in migrations[(found ?? 0)...] { try connection.execute(script: script()) }
      try connection.execute(
        script: """
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(migrations.count);
          COMMIT
          """)
    } catch {
      if connection.isInTransaction { try? connection.run("ROLLBACK") }
      throw error
    }
  }

  /// The schema's version; nil for a database without content.
  func version() throws(StoreError) -> Int? {
    let application = try connection.integer("PRAGMA application_id")
    let version = Int(try connection.integer("PRAGMA user_version"))
    if application == Schema.applicationID { return version }
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema")
    guard application == 0, version == 0, tables == 0 else {
      throw .foreignFile(path: files.database)
    }
    return nil
  }

  /// A whole copy beside the store, which has its name only once it is whole and on disk; an older
  /// backup of that version is left as it is.
  private func backUp(version: Int) throws(StoreError) {
    let path = "\(files.database).v\(version).backup"
    guard !StoreFiles(path: path).exists else { return }
    let copy = try DatabaseCopy(
      of: connection, origin: files.database, in: files.folder, fileMode: files.mode, mode: .alone)
    try copy.place(at: path)
    try StoreFiles.synchronise(path)
  }
}
