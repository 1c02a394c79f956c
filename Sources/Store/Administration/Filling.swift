import Domain

/// Making a store of very many calls, all at once: under another name, without what only several
/// processes and sudden ends need, the indexes of `call` in one sort each at the end. What is killed
/// leaves no store.
extension Store {
  /// Megabytes of pages in memory while filling.
  private static let cache = 128

  /// Makes a store at a path where there is none.
  /// - Parameter body: puts into the store what it is to have; no call twice.
  /// - Throws: `exists` where there is one by the end, and what the body throws.
  public static func fill(
    _ path: String, actor: String, now: Timestamp, _ body: (Store) throws -> Void
  ) throws {
    try StoreFiles.makeFolder(StoreFiles(path: path).folder)
    let files = StoreFiles(path: path)
    let copy = try DatabaseCopy(emptyIn: files.folder, fileMode: files.mode)
    do {
      try copy.fill(actor: actor) { store in
        let parts = try store.beginFilling()
        try body(store)
        try store.endFilling(parts, now: now)
      }
      try StoreFiles.synchronise(copy.path)
    } catch {
      copy.discard()
      throw error
    }
    try copy.place(at: files.database)
    try StoreFiles.synchronise(files.database)
  }

  /// - Returns: what makes the indexes and triggers of `call` again.
  private func beginFilling() throws(StoreError) -> [String] {
    isFilling = true
    try connection.execute(
      script: """
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA foreign_keys = OFF;
        PRAGMA temp_store = FILE;
        PRAGMA cache_size = -\(Store.cache << 10);
        """)
    let parts = try connection.rows(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE tbl_name = 'call' AND type IN ('index', 'trigger') AND sql <> ''
      """
    ) { (type: $0.text(), name: $0.text(), sql: $0.text()) }
    for part in parts { try connection.execute(script: "DROP \(part.type) \(part.name)") }
    return parts.map(\.sql)
  }

  private func endFilling(_ parts: [String], now: Timestamp) throws(StoreError) {
    isFilling = false
    for part in parts { try connection.execute(script: part) }
    try recomputeCallBacks(now: now)
    try write { () throws(StoreError) in try recount() }
    try connection.execute(script: "PRAGMA journal_mode = WAL")
  }
}
