import Domain
import Glibc

/// What a restore came to.
public struct Restoration: Equatable, Sendable {
  /// Where the replaced store is now; nil where there was none.
  public var kept: String?
  /// How many numbers, and calls without one of these, were in the backup and have been forgotten
  /// again.
  public var forgottenAgain = 0
}

/// What a restore cannot do, said before anything is replaced.
public enum RestoreWarning: Equatable, Sendable {
  /// Of what was forgotten nothing can be read.
  case forgottenIsUnknown
  /// The backup is of another store, which tells by other hashes what was forgotten.
  case forgottenMayBeFetched
}

extension Store {
  /// Puts a backup in a store's place. The store that was there is kept beside it under
  /// `<store>.replaced-<time>`; where there was none, one is made. What the store had forgotten since
  /// is forgotten in the backup, too.
  /// - Throws: `inUse` while any process has the store open or listens for it; what is wrong with
  ///   the backup, and then nothing has changed.
  public static func restore(
    _ path: String, from backup: String, actor: String, plan: NumberPlan, now: Timestamp,
    warn: (RestoreWarning) -> Void = { _ in }
  ) throws(StoreError) -> Restoration {
    let source = StoreFiles(path: backup)
    guard source.exists else { throw .notFound(path: backup) }
    if NetworkFileSystem.holds(path) { throw .networkFileSystem(path: path) }
    try StoreFiles.makeFolder(StoreFiles(path: path).folder)
    let files = StoreFiles(path: path)
    guard source.database != files.database else { throw .exists(path: files.database) }
    let copy = try copy(of: source, for: files)
    do throws(StoreError) {
      // Held to the end: nobody opens a store whose files are being exchanged.
      let lock = try FileLock(path: files.open, name: actor, mode: files.mode)
      guard try lock.tryLock() else { throw .inUse(by: users(of: files)) }
      defer { lock.unlock() }
      // Programs that are not ours know nothing of that lock.
      let strangers = users(of: files)
      guard strangers.isEmpty else { throw .inUse(by: strangers) }
      var result = Restoration()
      result.forgottenAgain = try forgetAgain(
        in: copy, of: files, actor: actor, plan: plan, now: now, warn: warn)
      result.kept = try setAside(files, now: now)
      try copy.replace(files.database)
      try StoreFiles.synchronise(files.database)
      utimensat(AT_FDCWD, files.tick, nil, 0)
      return result
    } catch {
      copy.discard()
      throw error
    }
  }

  private static func copy(
    of source: StoreFiles, for files: StoreFiles
  ) throws(StoreError) -> DatabaseCopy {
    let connection = try Connection(path: source.database)
    let opening = Opening(
      connection: connection, files: source, migrations: Schema.migrations)
    do throws(StoreError) {
      // An older one is migrated when it is opened next.
      guard let version = try opening.version() else { throw .foreignFile(path: source.database) }
      guard version <= Schema.migrations.count else {
        throw .newerSchema(found: version, known: Schema.migrations.count)
      }
      return try DatabaseCopy(
        of: connection, origin: source.database, in: files.folder, fileMode: files.mode,
        mode: .shared)
    } catch .notADatabase {
      throw .foreignFile(path: source.database)
    } catch .corrupt {
      throw .damagedBackup(path: source.database)
    }
  }

  /// - Returns: how much of what the present store has forgotten was in the copy.
  private static func forgetAgain(
    in copy: DatabaseCopy, of files: StoreFiles, actor: String, plan: NumberPlan, now: Timestamp,
    warn: (RestoreWarning) -> Void
  ) throws(StoreError) -> Int {
    guard files.exists else { return 0 }
    let present: Connection
    let list: ForgottenList?
    do throws(StoreError) {
      present = try Connection(path: files.database)
      try present.disableCheckpointOnClose()
      list = try ForgottenList(of: present)
    } catch {
      warn(.forgottenIsUnknown)
      return 0
    }
    guard let list else { return 0 }
    return try copy.use(actor: actor) { (store) throws(StoreError) in
      let known = try ForgottenList(of: store.connection)
      let since = list.without(known)
      guard !since.entries.isEmpty else { return 0 }
      if let known, known.salt != list.salt { warn(.forgottenMayBeFetched) }
      let count = try store.forgetAgain(since, as: present, plan: plan, now: now)
      _ = try store.compact()
      return count
    }
  }

  /// Everybody who has the store open or listens for it.
  private static func users(of files: StoreFiles) -> [String] {
    var users = OpenFiles.processes(holding: [files.database, files.open])
      .filter { $0.pid != getpid() }.map(\.description)
    if let holder = ListenerLease.holder(of: files.database), holder.pid != getpid(),
      !users.contains(where: { $0.hasPrefix("\(holder.pid) ") })
    {
      users.append("\(holder.pid) (listening, \(holder.user))")
    }
    return users
  }

  /// Keeps the store under another name. Its -wal goes first: beside the new file it would be taken
  /// for that one's (https://www.sqlite.org/howtocorrupt.html, section 1.4).
  private static func setAside(
    _ files: StoreFiles, now: Timestamp
  ) throws(StoreError) -> String? {
    guard files.exists else { return nil }
    emptyWAL(of: files)
    let kept = "\(files.database).replaced-\(now.iso8601.replacing(":", with: ""))"
    if files.walSize > 0, rename(files.wal, kept + "-wal") != 0 { throw StoreError(errno: errno) }
    unlink(files.wal)
    unlink(files.shm)
    guard link(files.database, kept) == 0 else {
      throw errno == EEXIST ? .exists(path: kept) : StoreError(errno: errno)
    }
    return kept
  }

  /// So that the kept store is one file. A damaged one keeps its -wal beside it.
  private static func emptyWAL(of files: StoreFiles) {
    guard files.walSize > 0, let connection = try? Connection(path: files.database) else { return }
    _ = try? connection.disableCheckpointOnClose()
    _ = try? connection.checkpoint()
  }
}
