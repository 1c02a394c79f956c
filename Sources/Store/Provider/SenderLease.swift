/// The right to talk to the providers for a store: one process has it, the others look now and then
/// whether it is free. It ends with the process, however that ends.
public final class SenderLease {
  private let lock: FileLock

  /// - Parameters:
  ///   - store: the path of the store, which exists.
  ///   - user: who holds it, shown to the others.
  public init(store: String, user: String) throws(StoreError) {
    let files = StoreFiles(path: store)
    lock = try FileLock(path: files.sender, name: user, mode: files.mode)
  }

  /// False where somebody else has it.
  public func tryAcquire() throws(StoreError) -> Bool {
    try lock.tryLock()
  }

  public func release() {
    lock.unlock()
  }

  /// `pid name` of who has the lease of the store at `path`; nil where nobody has.
  public static func holder(of path: String) -> String? {
    FileLock.presentHolder(StoreFiles(path: path).sender)
  }
}
