import Glibc

/// Says that a store is open: a shared `flock` on `<store>.open`, held by every `Store` as long as
/// it lives, readers included. Who replaces the file (`Store.restore`) takes it alone.
///
/// A file of its own: SQLite's locks on the database say only who is in a transaction, and the
/// store's lock only who is writing.
final class StoreUse {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Waits while the store is being replaced. Nil for a reader who may not write to the folder, so
  /// that the file cannot be made: he goes without.
  /// - Throws: `locked` where it was not free in that time.
  static func begin(
    _ files: StoreFiles, access: Store.Access, milliseconds: Int
  ) throws(StoreError) -> StoreUse? {
    do throws(StoreError) {
      try StoreFiles.makeFile(files.open, mode: files.mode)
    } catch {
      guard access == .reader else { throw error }
    }
    let descriptor = Glibc.open(files.open, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard access == .reader else { throw StoreError(errno: errno) }
      return nil
    }
    let use = StoreUse(descriptor: descriptor)
    let deadline = FileLock.clock() + Int64(milliseconds)
    while flock(descriptor, LOCK_SH | LOCK_NB) != 0 {
      guard FileLock.clock() < deadline else {
        throw .locked(by: FileLock.text(of: descriptor).map { String($0.prefix { $0 != "\n" }) })
      }
      poll(nil, 0, 5)
    }
    return use
  }
}
