import Glibc

extension Store {
  /// Copies the store, as it is at one instant, into a file of its own; deliveries and consoles go
  /// on meanwhile. The file is readable by its owner alone (by a group in a shared folder), on disk
  /// when this returns, and has its name only once it is whole.
  /// - Throws: `exists` where the path is taken, `readOnly` where its folder cannot be written.
  public func backUp(to path: String) throws(StoreError) {
    let target = StoreFiles(path: path)
    guard !target.exists else { throw .exists(path: target.database) }
    let copy = try DatabaseCopy(
      of: connection, origin: files.database, in: target.folder, fileMode: target.mode,
      mode: .alone)
    try copy.place(at: target.database)
    try StoreFiles.synchronise(target.database)
  }
}
