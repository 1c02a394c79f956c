import CSQLite
import Glibc

/// Transactions, and when the -wal is put back.
extension Store {
  /// One transaction under the store's lock, waited for up to five seconds.
  /// - Throws: `locked` where it was not free in that time; `newerSchema` where a newer program has
  ///   migrated the store under us; `notFound` where the file was deleted or replaced.
  func write<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let result = try hold { () throws(StoreError) in
      let result = try transaction(body)
      putBackLargeWAL()
      return result
    }
    touchTick()
    return result
  }

  /// The same, or nil at once where the lock is not free: nothing was written.
  /// - Parameter isHasty: leaves it to the caller to put a large -wal back (`putBackDueWAL`), once
  ///   those who wait for the commit are answered.
  func tryWrite<Result>(
    isHasty: Bool = false, _ body: () throws(StoreError) -> Result
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
      if !isHasty { putBackLargeWAL() }
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
    memo = TransactionMemo()
    defer { memo = nil }
    do throws(StoreError) {
      let found = Int(try connection.integer("PRAGMA user_version"))
      guard found == version else { throw .newerSchema(found: found, known: version) }
      // What is written into a deleted file is gone with us.
      guard !connection.hasMoved else { throw .notFound(path: files.database) }
      let result = try body()
      try writeWithheld()
      try connection.run("COMMIT")
      return result
    } catch {
      forgetUncommitted()
      // SQLite has rolled back by itself after some errors (disk full, I/O).
      if connection.isInTransaction { try? connection.run("ROLLBACK") }
      throw error
    }
  }

  /// Whether this user may write to a store that somebody has written to before: a look at its files.
  public var isReadyToWrite: Bool {
    [files.database, files.folder, files.lock].allSatisfy { (path: String) in
      Glibc.access(path, R_OK | W_OK) == 0
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

  /// What a hasty transaction has left to do: a -wal that is large is put back, if the lock is free.
  public func putBackDueWAL() {
    guard hasLargeWAL, (try? lock?.tryLock() ?? true) == true else { return }
    defer { lock?.unlock() }
    putBackLargeWAL()
  }

  private var hasLargeWAL: Bool {
    rule == .serialised && connection.walPages * WALRule.frameSize > WALRule.checkpointSize
  }

  /// The file keeps its length, so that the next commits need no new blocks and no new pages of the
  /// kernel's: it is cut off by `tidy`, or here where readers let it grow.
  private func putBackLargeWAL() {
    guard hasLargeWAL else { return }
    if connection.walPages * WALRule.frameSize > WALRule.waitingSize {
      truncateWAL()
    } else {
      _ = try? connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    }
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
  func touchTick() {
    utimensat(AT_FDCWD, files.tick, nil, 0)
  }
}
