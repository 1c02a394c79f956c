import CSQLite
import Domain
import Glibc

/// What can be told of a store without being able to open it. No file of SQLite's is opened for it.
public struct Diagnosis: Sendable {
  public struct File: Equatable, Sendable {
    public let path: String
    /// Permission bits.
    public let mode: UInt32
    /// What the bits should be at most.
    public let expectedMode: UInt32
    /// Whether this user may read and write it.
    public let isUsable: Bool
  }

  /// Absolute.
  public let path: String
  /// Those that exist.
  public let files: [File]
  public let folder: File?
  /// Bytes.
  public let walSize: Int64
  /// Bytes of what waits to be taken in.
  public let spoolSize: Int64
  /// How many deliveries that are; 0 where it cannot be told.
  public let spooled: Int
  /// Bytes of what nobody could take in.
  public let spoolAsideSize: Int64
  public let isOnNetworkFileSystem: Bool
  /// Bytes on the store's file system that this user may still fill; nil where it cannot be told.
  public let freeSpace: Int64?
  /// Who has the database open, as far as this user may see.
  public let users: [OpenFiles.Process]
  /// Who was in one read transaction all the time that was looked.
  public let sleepers: [OpenFiles.Process]
  /// `pid name` of who held the store's lock all that time.
  public let lockHolder: String?
  public let listener: ListenerLease.Holder?

  /// SQLite's version.
  public static var libraryVersion: String {
    String(cString: sqlite3_libversion())
  }

  /// Whether that version needs our own lock around writes and checkpoints (`WALRule`).
  public static var isSerialised: Bool {
    WALRule.current == .serialised
  }

  /// - Parameter milliseconds: how long somebody has to read or write at a stretch to be named.
  public init(store: String, milliseconds: Int = 1000) {
    let files = StoreFiles(path: store)
    path = files.database
    self.files = files.all.compactMap { File($0, expectedMode: files.mode) }
    folder = File(
      files.folder, expectedMode: StoreFiles.isSetgid(files.folder) ? 0o2775 : 0o755)
    walSize = files.walSize
    spoolSize = StoreFiles.size(of: files.spool)
    spooled = spoolSize == 0 ? 0 : Spool(files).count
    spoolAsideSize = StoreFiles.size(of: files.spoolAside)
    isOnNetworkFileSystem = NetworkFileSystem.holds(files.database)
    freeSpace = Diagnosis.freeSpace(files.folder)
    users = OpenFiles.processes(holding: [files.database])
    listener = ListenerLease.holder(of: files.database)
    (sleepers, lockHolder) = Diagnosis.watch(files, milliseconds: milliseconds)
  }

  /// Looks again and again; only what is there each time counts.
  private static func watch(
    _ files: StoreFiles, milliseconds: Int
  ) -> ([OpenFiles.Process], lockHolder: String?) {
    let looks = 10
    var readers = Set(ReadLocks.holders(shm: files.shm))
    var holder = FileLock.presentHolder(files.lock)
    for _ in 1..<looks where !readers.isEmpty || holder != nil {
      poll(nil, 0, Int32(clamping: milliseconds / looks))
      readers.formIntersection(ReadLocks.holders(shm: files.shm))
      if holder != FileLock.presentHolder(files.lock) { holder = nil }
    }
    return (readers.sorted().map(OpenFiles.Process.init), holder)
  }

  private static func freeSpace(_ folder: String) -> Int64? {
    var information = statvfs()
    guard statvfs(folder, &information) == 0 else { return nil }
    let (bytes, overflow) = Int64(clamping: information.f_bavail)
      .multipliedReportingOverflow(by: Int64(clamping: information.f_frsize))
    return overflow ? .max : bytes
  }
}

extension Diagnosis.File {
  fileprivate init?(_ path: String, expectedMode: mode_t) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    self.path = path
    mode = information.st_mode & 0o7777
    self.expectedMode = expectedMode
    isUsable = access(path, R_OK | W_OK) == 0
  }

  /// Whether somebody may do more with it than he should.
  public var isTooOpen: Bool {
    mode & 0o777 & ~expectedMode != 0
  }
}

extension Store {
  /// What SQLite finds wrong with the file; empty where it is whole.
  /// - Parameter isFull: compares every index with its table too, which takes minutes where the
  ///   short check takes seconds.
  public func faults(isFull: Bool) throws(StoreError) -> [String] {
    let name = isFull ? "integrity_check" : "quick_check"
    do throws(StoreError) {
      return try connection.rows("PRAGMA \(name)(10)") { $0.text() }.filter { $0 != "ok" }
    } catch .corrupt {
      return ["a page cannot be read"]
    }
  }

  public var schemaVersion: Int {
    get throws(StoreError) { Int(try connection.integer("PRAGMA user_version")) }
  }

  /// When the latest journaled delivery came; nil where there is none.
  public func lastDelivery() throws(StoreError) -> Timestamp? {
    try connection.first("SELECT received FROM event ORDER BY id DESC LIMIT 1") { $0.time() }
  }
}
