import Glibc

/// A lock that ends with its holder, however he ends: `flock` on a descriptor of its own, closed on
/// exec. Never nested. The holder's pid and name stand in the file, for those who wait.
public final class FileLock {
  private let path: String
  let descriptor: Int32
  private let name: String
  private var isHeld = false

  /// - Parameters:
  ///   - name: who holds it, shown to those who wait.
  ///   - mode: of the file where it has to be made, whatever the umask.
  public init(path: String, name: String, mode: mode_t = 0o600) throws(StoreError) {
    self.path = path
    self.name = name
    try StoreFiles.makeFile(path, mode: mode)
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// False where somebody else holds it.
  public func tryLock() throws(StoreError) -> Bool {
    precondition(!isHeld, "a FileLock is never nested")
    guard try FileLock.take(descriptor) else { return false }
    isHeld = true
    // To shorten a file is a change of the file system's own, which the next fsync waits for.
    let line = "\(getpid()) \(name)\n"
    if FileLock.text(of: descriptor) != line { FileLock.write(line, to: descriptor) }
    return true
  }

  /// Waits. False where it was not free in that time.
  public func lock(milliseconds: Int) throws(StoreError) -> Bool {
    try FileLock.wait(milliseconds: milliseconds) { () throws(StoreError) in try tryLock() }
  }

  public func unlock() {
    guard isHeld else { return }
    isHeld = false
    flock(descriptor, LOCK_UN)
  }

  /// `pid name` of the present holder, or of the last one.
  public var holder: String? {
    FileLock.text(of: path).map { String($0.prefix { $0 != "\n" }) }
  }

  /// The lock of an open file, if it is free. It ends with the descriptor.
  static func take(_ descriptor: Int32) throws(StoreError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw StoreError(errno: errno) }
    }
    return true
  }

  /// Asks again, at first often, until the answer is yes. False where it was not in that time.
  static func wait(
    milliseconds: Int, until isDone: () throws(StoreError) -> Bool
  ) throws(StoreError) -> Bool {
    let deadline = clock() + Int64(milliseconds)
    var pause: Int32 = 1
    while try !isDone() {
      guard clock() < deadline else { return false }
      poll(nil, 0, pause)
      pause = min(10, pause * 2)
    }
    return true
  }

  /// `pid name` of who holds the lock at `path` now; nil where nobody does.
  static func presentHolder(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
    return text(of: descriptor).map { String($0.prefix { $0 != "\n" }) } ?? ""
  }

  /// Milliseconds of a clock that nobody sets.
  static func clock() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Replaces what the file says; that it cannot be written takes nothing from the lock.
  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    let count = pwrite(descriptor, bytes, bytes.count, 0)
    ftruncate(descriptor, max(0, count))
  }

  /// The first 512 bytes of a lock file; nil where there are none.
  static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return text(of: descriptor)
  }

  static func text(of descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
