import CSQLite

/// A statement's text. Told from others by its length at first: to hash all of it takes longer than to
/// see that it is the same.
struct SQL: Hashable {
  let text: String

  func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
  }
}

/// One SQLite connection with its prepared statements. Belongs to one thread.
final class Connection {
  let handle: OpaquePointer
  /// Prepared once and kept.
  private(set) var statements: [SQL: OpaquePointer] = [:]
  private var interruption: Interruption?
  /// Pages that the -wal held after this connection's latest commit; 0 before `watchWAL`.
  private(set) var walPages = 0
  /// The library's setting, made by whoever opens the first one.
  private static let isConfigured = csqlite_count_no_memory() == SQLITE_OK

  /// - Throws: `readOnly` where the file cannot be opened. A missing file is never created.
  init(path: String) throws(StoreError) {
    _ = Connection.isConfigured
    var handle: OpaquePointer?
    // The connection stays with one thread, so SQLite need not lock it.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw StoreError(code: code)
    }
    self.handle = handle
  }

  deinit {
    close()
    sqlite3_close_v2(handle)
  }

  /// Ends the statements, so that closing the handle leaves nothing behind.
  private func close() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
  }

  func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Whether the file may only be read, which SQLite finds no error.
  var isReadOnly: Bool {
    sqlite3_db_readonly(handle, "main") == 1
  }

  func disableCheckpointOnClose() throws(StoreError) {
    try check(csqlite_no_checkpoint_on_close(handle))
  }

  /// Puts the -wal back into the database. False where others are in the way.
  /// - Parameter mode: `SQLITE_CHECKPOINT_TRUNCATE` also empties it.
  func checkpoint(_ mode: Int32 = SQLITE_CHECKPOINT_TRUNCATE) throws(StoreError) -> Bool {
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
    if code & 0xFF == SQLITE_BUSY || code & 0xFF == SQLITE_LOCKED { return false }
    try check(code)
    return true
  }

  /// Counts the -wal's pages, in the place of SQLite's automatic checkpoints.
  func watchWAL() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().walPages = Int(pages)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Copies the whole database in one step: other connections' commits neither wait for it nor make
  /// it begin again, as they would a copy page by page (https://www.sqlite.org/backup.html).
  func copy(to destination: Connection) throws(StoreError) {
    guard let backup = sqlite3_backup_init(destination.handle, "main", handle, "main") else {
      throw StoreError(code: sqlite3_extended_errcode(destination.handle))
    }
    let code = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw StoreError(code: code) }
    try check(end)
  }

  /// Whether the path leads to another file by now, or to none.
  var hasMoved: Bool {
    var hasMoved: Int32 = 0
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    return hasMoved != 0
  }

  var isInTransaction: Bool {
    sqlite3_get_autocommit(handle) == 0
  }

  var lastInsertedID: Int64 {
    sqlite3_last_insert_rowid(handle)
  }

  /// Rows changed since the connection was opened.
  var totalChanges: Int64 {
    sqlite3_total_changes64(handle)
  }

  /// Rows changed by the latest statement.
  var changes: Int {
    Int(sqlite3_changes64(handle))
  }

  /// Makes questions end, with `interrupted`, once `interruption` says so; nil for never. Asked in
  /// between a few thousand of SQLite's own steps, which takes it well under a millisecond.
  func watch(_ interruption: Interruption?) {
    self.interruption = interruption
    guard let interruption else {
      return sqlite3_progress_handler(handle, 0, nil, nil)
    }
    sqlite3_progress_handler(
      handle, 2000,
      { context in
        guard let context else { return 0 }
        let interruption = Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        return interruption.isRaised ? 1 : 0
      }, Unmanaged.passUnretained(interruption).toOpaque())
  }

  /// Several statements without values: a schema.
  func execute(script: String) throws(StoreError) {
    try check(sqlite3_exec(handle, script, nil, nil, nil))
  }

  /// One statement whose rows, if any, do not matter.
  func run(_ sql: String, _ values: (any Bindable)?...) throws(StoreError) {
    try run(sql, values: values)
  }

  func run(_ sql: String, values: [(any Bindable)?]) throws(StoreError) {
    try visit(sql, values) { (_: inout Row) throws(StoreError) in true }
  }

  /// The same for statements that are run for each delivery: no array of boxes is made.
  /// - Parameter bind: adds the values in their order.
  func run(_ sql: String, bind: (inout Binder) -> Void) throws(StoreError) {
    try step(sql, bind) { (_: inout Row) throws(StoreError) in true }
  }

  /// All rows.
  func rows<Result>(
    _ sql: String, _ values: (any Bindable)?...,
    read: (inout Row) throws(StoreError) -> Result
  ) throws(StoreError) -> [Result] {
    try rows(sql, values: values, read: read)
  }

  func rows<Result>(
    _ sql: String, values: [(any Bindable)?], read: (inout Row) throws(StoreError) -> Result
  ) throws(StoreError) -> [Result] {
    var results: [Result] = []
    try visit(sql, values) { (row: inout Row) throws(StoreError) in
      results.append(try read(&row))
      return true
    }
    return results
  }

  /// The first row; nil where there is none.
  func first<Result>(
    _ sql: String, _ values: (any Bindable)?...,
    read: (inout Row) throws(StoreError) -> Result
  ) throws(StoreError) -> Result? {
    var result: Result?
    try visit(sql, values) { (row: inout Row) throws(StoreError) in
      result = try read(&row)
      return false
    }
    return result
  }

  /// The first column of the first row, for what is asked for each delivery; nil where there is none.
  /// - Parameter bind: adds the values in their order.
  func firstInteger(_ sql: String, bind: (inout Binder) -> Void) throws(StoreError) -> Int64? {
    var result: Int64?
    try step(sql, bind) { (row: inout Row) throws(StoreError) in
      result = row.integer()
      return false
    }
    return result
  }

  /// The first column of the first row; 0 where it is NULL or there is no row.
  func integer(_ sql: String, _ values: (any Bindable)?...) throws(StoreError) -> Int64 {
    var result: Int64 = 0
    try visit(sql, values) { (row: inout Row) throws(StoreError) in
      result = row.integer()
      return false
    }
    return result
  }

  /// Several questions about one state of the store, whose lock is then taken once and not for each of
  /// them. While it lasts the -wal cannot be put back: not for long.
  func reading<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if isInTransaction { return try body() }
    try run("BEGIN")
    // Nothing was written: it ends in either way, and no interruption keeps it from that.
    defer { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    return try body()
  }

  /// Row by row. The visitor must not ask the same question again.
  /// - Parameter visit: answers false to stop.
  func visit(
    _ sql: String, _ values: [(any Bindable)?],
    _ visit: (inout Row) throws(StoreError) -> Bool
  ) throws(StoreError) {
    try step(sql, { binder in for value in values { binder.add(boxed: value) } }, visit)
  }

  private func step(
    _ sql: String, _ bind: (inout Binder) -> Void,
    _ visit: (inout Row) throws(StoreError) -> Bool
  ) throws(StoreError) {
    if interruption?.isRaised == true { throw .interrupted }
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    var binder = Binder(statement: statement)
    bind(&binder)
    try check(binder.code)
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw StoreError(code: code) }
      var row = Row(statement: statement)
      guard try visit(&row) else { return }
    }
  }

  private func prepared(_ sql: String) throws(StoreError) -> OpaquePointer {
    let key = SQL(text: sql)
    if let statement = statements[key] { return statement }
    var statement: OpaquePointer?
    try check(
      sqlite3_prepare_v3(
        handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
    guard let statement else { throw .unexpected(code: SQLITE_MISUSE) }
    statements[key] = statement
    return statement
  }

  func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else { throw StoreError(code: code) }
  }
}
