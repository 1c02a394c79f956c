import Glibc

/// A pipe whose ends no other program inherits. Belongs to one thread.
final class ProgramPipe {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError("cannot make a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    closeRead()
    closeWrite()
  }

  /// What has come, waited for; empty at the end, nil where it fails.
  func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(readEnd, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  func closeRead() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  func closeWrite() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}
