import CSQLite
import Domain
import Glibc

/// The shop's calls, clients and orders in one SQLite file that many processes share.
///
/// One store is one connection and belongs to one thread; each thread opens its own. Every write
/// goes through `write` or `tryWrite`: one transaction, under the store's lock.
public final class Store {
  public enum Access: Sendable {
    /// Never creates, migrates or changes anything.
    case reader
    case writer
  }

  /// How long a write waits for the lock, in milliseconds.
  static let patience = 5000

  let connection: Connection
  let files: StoreFiles
  /// The user on whose behalf the writes are, for history.
  let actor: String
  /// Tells what was changed through this store from what others changed, the same user's included.
  let session = Int64.random(in: .min ... .max)
  let access: Access
  let phrases: Phrases
  let facets: Facets
  var limits = FilterLimits()
  /// The latest question for calls in another order than by date, as far as it has been answered.
  var ranking: CallRanking?
  let spool: Spool
  /// How far this store has taken in the spool.
  var spoolPosition: Spool.Position?
  /// Nobody else knows the store yet, and no call comes twice (`fill`).
  var isFilling = false
  /// Of tables, once they were asked for.
  var columnNames: [String: [String]] = [:]
  private let rule: WALRule
  /// Nil for readers, and where SQLite's own locks are enough.
  private let lock: FileLock?
  private let version: Int
  /// Keeps the file from being replaced while we have it open.
  private let use: StoreUse?
  /// When readers are waited for again, after one that reads for long.
  private var waitsAgain: Int64 = 0

  /// - Parameters:
  ///   - path: of the database file. A writer makes it with its folder, and migrates an older one
  ///     after a backup beside it (`<path>.v1.backup`).
  ///   - actor: written into history.
  public static func open(
    _ path: String, access: Access, actor: String, allowNetworkFileSystem: Bool = false
  ) throws(StoreError) -> Store {
    try Store(
      path, access: access, actor: actor, allowNetworkFileSystem: allowNetworkFileSystem,
      rule: .current)
  }

  /// For tests and the stress tool, which choose the rule and the schema.
  package init(
    _ path: String, access: Access, actor: String, allowNetworkFileSystem: Bool = false,
    rule: WALRule, migrations: [String]? = nil
  ) throws(StoreError) {
    if !allowNetworkFileSystem && NetworkFileSystem.holds(path) {
      throw .networkFileSystem(path: path)
    }
    var files = StoreFiles(path: path)
    if !files.exists {
      guard access == .writer else { throw .notFound(path: path) }
      try files.create()
      // Links in a folder that has only now been made are resolved now.
      files = StoreFiles(path: path)
    }
    self.files = files
    self.access = access
    self.actor = actor
    self.rule = rule
    let migrations = migrations ?? Schema.migrations
    version = migrations.count
    let (opening, needsMigration, use) = try Store.connect(
      files, access: access, rule: rule, migrations: migrations)
    connection = opening.connection
    self.use = use
    phrases = Phrases(connection)
    facets = Facets(connection)
    spool = Spool(files)
    if access == .writer {
      lock = rule == .serialised ? try Store.lock(files, actor: actor) : nil
      try StoreFiles.makeFile(files.tick, mode: files.mode)
      // The store works without it.
      try? spool.prepare()
    } else {
      lock = nil
    }
    if needsMigration {
      try hold { () throws(StoreError) in try opening.migrate() }
      touchTick()
    }
  }

  /// Finds out what the file is, and then says that it is in use.
  private static func connect(
    _ files: StoreFiles, access: Access, rule: WALRule, migrations: [String]
  ) throws(StoreError) -> (Opening, needsMigration: Bool, StoreUse?) {
    // A restore may have come in between, once or twice.
    for _ in 0..<3 {
      let connection = try Connection(path: files.database)
      if access == .writer, connection.isReadOnly { throw .readOnly }
      let opening = Opening(connection: connection, files: files, migrations: migrations)
      let needsMigration: Bool
      do throws(StoreError) {
        try configure(connection, access: access, rule: rule)
        needsMigration = try opening.needsMigration(access: access)
      } catch .notADatabase {
        throw .foreignFile(path: files.database)
      }
      let use = try StoreUse.begin(files, access: access, milliseconds: patience)
      if !connection.hasMoved { return (opening, needsMigration, use) }
    }
    throw .locked(by: nil)
  }

  private static func lock(_ files: StoreFiles, actor: String) throws(StoreError) -> FileLock {
    try FileLock(path: files.lock, name: actor, mode: files.mode)
  }

  private static func configure(
    _ connection: Connection, access: Access, rule: WALRule
  ) throws(StoreError) {
    connection.setBusyTimeout(milliseconds: 1000)
    try connection.disableCheckpointOnClose()
    try connection.execute(
      script: """
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA secure_delete = ON;
        PRAGMA cell_size_check = ON;
        PRAGMA synchronous = FULL;
        PRAGMA query_only = \(access == .reader ? "ON" : "OFF");
        """)
    if rule == .serialised { try connection.execute(script: "PRAGMA wal_autocheckpoint = 0") }
  }

  /// Whether a file is there, whatever it is.
  public static func exists(_ path: String) -> Bool {
    StoreFiles(path: path).exists
  }

  /// `pid name` of who holds the store's lock, or held it last.
  public var lockHolder: String? {
    lock?.holder
  }

  /// Puts back the -wal of the store at `path` where it is large: a reader was in the way of those
  /// who wrote, and nobody has written since. Where it cannot be done now it can be tried again.
  public static func tidy(_ path: String, actor: String) {
    guard StoreFiles(path: path).walSize > WALRule.checkpointSize else { return }
    try? open(path, access: .writer, actor: actor).close()
  }

  /// Absolute.
  public var path: String {
    files.database
  }

  /// Changes when another connection has committed (https://www.sqlite.org/pragma.html#pragma_data_version).
  public var dataVersion: Int64 {
    get throws(StoreError) {
      try connection.integer("PRAGMA data_version")
    }
  }

  // MARK: - Writing

  /// One transaction under the store's lock, waited for up to five seconds.
  /// - Throws: `locked` where it was not free in that time; `newerSchema` where a newer program has
  ///   migrated the store under us; `notFound` where the file was deleted or replaced.
  func write<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let result = try hold { () throws(StoreError) in try transaction(body) }
    touchTick()
    return result
  }

  /// The same, or nil at once where the lock is not free: nothing was written.
  func tryWrite<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result? {
    guard try lock?.tryLock() ?? true else { return nil }
    connection.setBusyTimeout(milliseconds: 0)
    defer {
      connection.setBusyTimeout(milliseconds: 1000)
      lock?.unlock()
    }
    do throws(StoreError) {
      let result = try transaction(body)
      touchTick()
      return result
    } catch .locked {
      // A program that knows nothing of our lock is writing.
      return nil
    }
  }

  /// Runs `body` with the lock held.
  func hold<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    guard access == .writer else { throw .readOnly }
    if let lock, try !lock.lockInTurn(milliseconds: Store.patience) {
      throw .locked(by: lock.holder)
    }
    connection.setBusyTimeout(milliseconds: Int32(Store.patience))
    defer {
      connection.setBusyTimeout(milliseconds: 1000)
      lock?.unlock()
    }
    return try body()
  }

  private func transaction<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    guard access == .writer else { throw .readOnly }
    try connection.run("BEGIN IMMEDIATE")
    do throws(StoreError) {
      let found = Int(try connection.integer("PRAGMA user_version"))
      guard found == version else { throw .newerSchema(found: found, known: version) }
      // What is written into a deleted file is gone with us.
      guard !connection.hasMoved else { throw .notFound(path: files.database) }
      let result = try body()
      try connection.run("COMMIT")
      if rule == .serialised && files.walSize > WALRule.checkpointSize { truncateWAL() }
      return result
    } catch {
      phrases.forget()
      facets.forget()
      // SQLite has rolled back by itself after some errors (disk full, I/O).
      if connection.isInTransaction { try? connection.run("ROLLBACK") }
      throw error
    }
  }

  /// Whether another file has taken this one's place, or none has.
  public var isReplaced: Bool {
    connection.hasMoved
  }

  /// Whether a write could be begun now. Where somebody else is writing one can be.
  public var isWritable: Bool {
    do throws(StoreError) {
      _ = try tryWrite {}
      return true
    } catch {
      return false
    }
  }

  /// Puts the -wal back into the database file. False where readers or the lock are in the way.
  @discardableResult
  public func checkpoint() throws(StoreError) -> Bool {
    guard access == .writer, try lock?.tryLock() ?? true else { return false }
    defer { lock?.unlock() }
    return truncateWAL()
  }

  /// Without waiting: with a busy timeout it would stall, holding the lock, for as long as a reader
  /// reads. What cannot be done now is done by the next writer. Only where the -wal is growing, since
  /// there is always some reader, the present ones are waited for; new ones are not in the way.
  @discardableResult
  func truncateWAL() -> Bool {
    let waits = files.walSize > WALRule.waitingSize && FileLock.clock() >= waitsAgain
    connection.setBusyTimeout(milliseconds: waits ? WALRule.wait : 0)
    defer { connection.setBusyTimeout(milliseconds: 1000) }
    let isDone = (try? connection.checkpoint()) ?? false
    if waits && !isDone { waitsAgain = FileLock.clock() + WALRule.waitPause }
    return isDone
  }

  /// For the stress tool: the checkpoint of SQLite's own automatic ones, which leaves the -wal's
  /// length as it is and may run beside a writer where no rule of ours forbids it.
  package func checkpointPassively() throws(StoreError) -> Bool {
    guard try lock?.tryLock() ?? true else { return false }
    defer { lock?.unlock() }
    return try connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
  }

  /// Call it before the last reference goes: leaves the -wal empty where nobody else is reading.
  public func close() {
    // Where it fails the -wal stays, and the next one to open the store reads it.
    _ = try? checkpoint()
  }

  /// Tells the other consoles; where it fails they notice by the -wal, a little later.
  private func touchTick() {
    utimensat(AT_FDCWD, files.tick, nil, 0)
  }

  /// - Parameter table: `call`, `contact` or `customer_order`.
  func count(_ table: String) throws(StoreError) -> Int {
    Int(try connection.integer("SELECT value FROM tally WHERE name = ?", table))
  }

  func addToCount(_ table: String, _ change: Int) throws(StoreError) {
    guard change != 0 else { return }
    try connection.run("UPDATE tally SET value = value + ? WHERE name = ?", change, table)
  }
}
