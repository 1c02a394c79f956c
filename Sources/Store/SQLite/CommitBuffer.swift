import CSQLite
import Glibc

/// SQLite writes each page of a commit into the -wal by two calls, one for the frame's 24 bytes and one
/// for the page: 170 calls for 32 deliveries. This collects them and hands them on in pieces of 64 KiB,
/// the last one before the -wal is synchronised (https://www.sqlite.org/vfs.html).
///
/// It collects only within a COMMIT, in which SQLite writes, synchronises and only then tells others of
/// the new frames: nobody ever looks for one that is still here. What a COMMIT that fails leaves here is
/// forgotten, as SQLite forgets it.
struct CommitBuffer {
  /// The system's own VFS but for the -wal, to be named when a connection is opened. Nil where there is
  /// no memory for it.
  static let vfs: String? = register() ? name : nil

  private static let name = "carbook"
  private static let capacity = 64 << 10
  /// Never changed once it is there.
  nonisolated(unsafe) private static let system = sqlite3_vfs_find(nil)
  /// Where in SQLite's memory of a file ours begins: behind what the system's VFS keeps there.
  private static let place = Int(((system?.pointee.szOsFile ?? 0) + 15) / 16 * 16)

  private struct State {
    var methods: sqlite3_io_methods
    let system: UnsafePointer<sqlite3_io_methods>
    let bytes: UnsafeMutableRawPointer
    var count = 0
    /// Where in the file the bytes belong.
    var offset: Int64 = 0
    var isCollecting = false
  }

  private let state: UnsafeMutablePointer<State>

  private init(in file: UnsafeMutablePointer<sqlite3_file>) {
    state = (UnsafeMutableRawPointer(file) + CommitBuffer.place)
      .assumingMemoryBound(to: State.self)
  }

  /// Of a connection's -wal; nil where it has none, or another journal.
  init?(of connection: OpaquePointer) {
    var file: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file)
    guard CommitBuffer.vfs != nil, let file else { return nil }
    self.init(in: file)
    guard UnsafeRawPointer(file.pointee.pMethods) == UnsafeRawPointer(state) else { return nil }
  }

  func begin() {
    state.pointee.isCollecting = true
  }

  func end() {
    state.pointee.isCollecting = false
    state.pointee.count = 0
  }

  // MARK: The file's methods

  private func write(
    _ file: UnsafeMutablePointer<sqlite3_file>, _ bytes: UnsafeRawPointer, _ count: Int,
    at offset: Int64
  ) -> Int32 {
    let isNext = offset == state.pointee.offset + Int64(state.pointee.count)
    if !isNext || state.pointee.count + count > CommitBuffer.capacity {
      let code = flush(file)
      guard code == SQLITE_OK else { return code }
    }
    guard state.pointee.isCollecting, count <= CommitBuffer.capacity else {
      return state.pointee.system.pointee.xWrite(file, bytes, Int32(count), offset)
    }
    if state.pointee.count == 0 { state.pointee.offset = offset }
    (state.pointee.bytes + state.pointee.count).copyMemory(from: bytes, byteCount: count)
    state.pointee.count += count
    return SQLITE_OK
  }

  /// Before anything else is done with the file.
  private func flush(_ file: UnsafeMutablePointer<sqlite3_file>) -> Int32 {
    guard state.pointee.count > 0 else { return SQLITE_OK }
    defer { state.pointee.count = 0 }
    return state.pointee.system.pointee.xWrite(
      file, state.pointee.bytes, Int32(state.pointee.count), state.pointee.offset)
  }

  /// Takes the place of the system's methods, in a file that the system has just opened.
  private static func adopt(_ file: UnsafeMutablePointer<sqlite3_file>) {
    guard let system = file.pointee.pMethods, let bytes = malloc(capacity) else { return }
    var methods = system.pointee
    methods.xWrite = { file, bytes, count, offset in
      guard let file, let bytes else { return SQLITE_IOERR }
      return CommitBuffer(in: file).write(file, bytes, Int(count), at: offset)
    }
    methods.xRead = { file, bytes, count, offset in
      CommitBuffer.after(file) { $0.xRead(file, bytes, count, offset) }
    }
    methods.xSync = { file, flags in CommitBuffer.after(file) { $0.xSync(file, flags) } }
    methods.xTruncate = { file, size in CommitBuffer.after(file) { $0.xTruncate(file, size) } }
    methods.xFileSize = { file, size in CommitBuffer.after(file) { $0.xFileSize(file, size) } }
    methods.xClose = { file in
      guard let file else { return SQLITE_OK }
      let state = CommitBuffer(in: file).state
      free(state.pointee.bytes)
      return state.pointee.system.pointee.xClose(file)
    }
    let state = CommitBuffer(in: file).state
    state.initialize(to: State(methods: methods, system: system, bytes: bytes))
    file.pointee.pMethods = UnsafeRawPointer(state).assumingMemoryBound(to: sqlite3_io_methods.self)
  }

  private static func after(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (sqlite3_io_methods) -> Int32
  ) -> Int32 {
    guard let file else { return SQLITE_IOERR }
    let buffer = CommitBuffer(in: file)
    let code = buffer.flush(file)
    return code == SQLITE_OK ? body(buffer.state.pointee.system.pointee) : code
  }

  // MARK: The VFS

  private static func register() -> Bool {
    guard let system, let name = strdup(name) else { return false }
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: system.pointee)
    vfs.pointee.pNext = nil
    vfs.pointee.zName = UnsafePointer(name)
    vfs.pointee.szOsFile = Int32(place + MemoryLayout<State>.size)
    vfs.pointee.xOpen = { _, path, file, flags, flagsOut in
      guard let system = CommitBuffer.system else { return SQLITE_CANTOPEN }
      let code = system.pointee.xOpen(system, path, file, flags, flagsOut)
      if code == SQLITE_OK, flags & SQLITE_OPEN_WAL != 0, let file { CommitBuffer.adopt(file) }
      return code
    }
    return sqlite3_vfs_register(vfs, 0) == SQLITE_OK
  }
}
