import FoundationEssentials
import Glibc

/// A whole, checked copy of a database under a temporary name, until it is put where it belongs.
struct DatabaseCopy {
  enum Mode: String {
    /// One file, which other programs may open.
    case alone = "DELETE"
    /// As a store wants it.
    case shared = "WAL"
  }

  let path: String

  private static let prefix = ".carbook-copy-"
  /// Seconds after which a copy whose maker does not live is nobody's.
  private static let orphaned = 3600

  /// Copies in one step, so that deliveries go on meanwhile, and has SQLite check what it has made.
  /// - Parameters:
  ///   - folder: where the copy will belong: a rename does not leave its file system.
  ///   - fileMode: of the copy, whatever the umask.
  /// - Throws: `damagedBackup` with `origin` where the check finds faults.
  init(
    of source: Connection, origin: String, in folder: String, fileMode: mode_t, mode: Mode
  ) throws(StoreError) {
    path = "\(folder)/\(DatabaseCopy.prefix)\(getpid())"
    DatabaseCopy.removeOrphans(in: folder)
    discard()
    do throws(StoreError) {
      try StoreFiles.makeFile(path, mode: fileMode)
      try DatabaseCopy.fill(path, from: source)
      try DatabaseCopy.check(path, origin: origin, mode: mode)
      try StoreFiles.synchronise(path)
    } catch {
      discard()
      throw error
    }
  }

  /// Nothing yet, for a store that is to be made.
  init(emptyIn folder: String, fileMode: mode_t) throws(StoreError) {
    path = "\(folder)/\(DatabaseCopy.prefix)\(getpid())"
    DatabaseCopy.removeOrphans(in: folder)
    discard()
    try StoreFiles.makeFile(path, mode: fileMode)
  }

  /// Opens it as a store that nobody else knows, and leaves nothing beside it.
  func fill(actor: String, _ body: (Store) throws -> Void) throws {
    defer { removeCompanions() }
    try body(Store.open(path, access: .writer, actor: actor, allowNetworkFileSystem: true))
  }

  private static func fill(_ path: String, from source: Connection) throws(StoreError) {
    let copy = try Connection(path: path)
    // Nothing of it counts before it is whole and synchronised.
    try copy.execute(script: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    try source.copy(to: copy)
  }

  private static func check(_ path: String, origin: String, mode: Mode) throws(StoreError) {
    let copy = try Connection(path: path)
    let found: [String]
    do throws(StoreError) {
      found = try copy.rows("PRAGMA integrity_check(1)") { $0.text() }
    } catch .corrupt {
      throw .damagedBackup(path: origin)
    }
    guard found == ["ok"], try copy.integer("PRAGMA application_id") == Schema.applicationID else {
      throw .damagedBackup(path: origin)
    }
    try copy.execute(script: "PRAGMA journal_mode = \(mode.rawValue)")
  }

  /// Gives it its name, which nothing has yet.
  /// - Throws: `exists` where something has.
  func place(at target: String) throws(StoreError) {
    if link(path, target) == 0 {
      unlink(path)
      return
    }
    let code = errno
    // FAT knows no links.
    if code == EPERM || code == EOPNOTSUPP, access(target, F_OK) != 0, rename(path, target) == 0 {
      return
    }
    discard()
    throw code == EEXIST || code == EPERM ? .exists(path: target) : StoreError(errno: code)
  }

  /// Gives it the name of something else, which loses it in the same instant.
  func replace(_ target: String) throws(StoreError) {
    guard rename(path, target) == 0 else {
      let code = errno
      discard()
      throw StoreError(errno: code)
    }
  }

  func discard() {
    removeCompanions()
    unlink(path)
  }

  /// Opens it as a store, migrating an older one, and leaves nothing beside it.
  func use<Result>(
    actor: String, _ body: (Store) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    defer { removeCompanions() }
    return try DatabaseCopy.use(path, actor: actor, body)
  }

  /// The store has ended its use of the files when this returns.
  private static func use<Result>(
    _ path: String, actor: String, _ body: (Store) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let store = try Store.open(
      path, access: .writer, actor: actor, allowNetworkFileSystem: true)
    let result = try body(store)
    // The -wal does not go with the copy.
    guard try store.checkpoint() else { throw .locked(by: nil) }
    return result
  }

  private func removeCompanions() {
    let own = PathName(path)
    for other in DatabaseCopy.names(in: own.folder)
    where other.hasPrefix(own.name + "-") || other.hasPrefix(own.name + ".") {
      unlink("\(own.folder)/\(other)")
    }
  }

  /// What was left by those who were killed: it holds what may be forgotten meanwhile.
  private static func removeOrphans(in folder: String) {
    for name in names(in: folder) where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      var information = stat()
      guard let pid = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }),
        kill(pid, 0) != 0, errno == ESRCH, stat(path, &information) == 0,
        information.st_mtim.tv_sec < time(nil) - orphaned
      else { continue }
      unlink(path)
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
