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
  /// The latest question for calls of a filter by date.
  var finding: Finding?
  /// What the newest calls are found by, while it is asked for.
  var recent: RecentCalls?
  /// The latest question for calls in another order than by date, as far as it has been answered.
  var ranking: CallRanking?
  let spool: Spool
  /// How far this store has taken in the spool.
  var spoolPosition: Spool.Position?
  /// Nobody else knows the store yet, and no call comes twice (`fill`).
  var isFilling = false
  var withheld = Withheld()
  /// Only while a transaction that writes is open.
  var memo: TransactionMemo?
  /// Of tables, once they were asked for.
  var columnNames: [String: [String]] = [:]
  let rule: WALRule
  /// Nil for readers, and where SQLite's own locks are enough.
  let lock: FileLock?
  let version: Int
  /// Keeps the file from being replaced while we have it open.
  private let use: StoreUse?
  /// When readers are waited for again, after one that reads for long.
  var waitsAgain: Int64 = 0

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
    rule: WALRule, migrations: [Schema.Migration]? = nil
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
    _ files: StoreFiles, access: Access, rule: WALRule, migrations: [Schema.Migration]
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
    if rule == .serialised { connection.watchWAL() }
    // KiB, 800 more than SQLite's own: the newest page of the log and the inner pages of its trees then
    // stay where they are while others are looked at.
    if access == .reader { try connection.execute(script: "PRAGMA cache_size = -2800") }
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

  /// Runs questions about one state of the store; none of them may take long, as the -wal cannot be put
  /// back meanwhile.
  public func reading<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try connection.reading(body)
  }

  /// - Parameter table: `call`, `contact`, `customer_order` or `call_back`.
  func count(_ table: String) throws(StoreError) -> Int {
    Int(try connection.integer("SELECT value FROM tally WHERE name = ?", table))
  }

  func addToCount(_ table: String, _ change: Int) throws(StoreError) {
    guard change != 0 else { return }
    try connection.run("UPDATE tally SET value = value + ? WHERE name = ?", change, table)
  }
}
