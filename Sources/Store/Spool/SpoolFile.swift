import CSQLite
import Glibc

/// The system calls on one open file, with the store's errors.
struct SpoolFile {
  let descriptor: Int32

  /// Bytes that are kept free for the spool: a commit that fails for want of room has eaten what room
  /// there was.
  private static let reserve: Int64 = 1 << 20

  init(path: String, flags: Int32 = O_RDWR | O_NOFOLLOW) throws(StoreError) {
    descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno) }
  }

  func close() {
    Glibc.close(descriptor)
  }

  func information() throws(StoreError) -> stat {
    var information = stat()
    try check(fstat(descriptor, &information))
    return information
  }

  func size() throws(StoreError) -> Int64 {
    Int64(try information().st_size)
  }

  func truncate(to size: Int64) throws(StoreError) {
    try check(ftruncate(descriptor, off_t(size)))
  }

  func sync() throws(StoreError) {
    try check(fsync(descriptor))
  }

  /// Some file systems cannot, and a full disk has no room: then the spool works as long as there is
  /// some.
  func reserveSpace() {
    guard let blocks = try? information().st_blocks, Int64(blocks) * 512 < SpoolFile.reserve else {
      return
    }
    _ = csqlite_reserve(descriptor, SpoolFile.reserve)
  }

  /// Fewer bytes than wanted at the file's end.
  func read(at offset: Int64, count: Int) throws(StoreError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let step = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress?.advanced(by: filled), count - filled, off_t(offset) + filled)
      }
      if step == 0 { break }
      if step > 0 {
        filled += step
      } else if errno != EINTR {
        throw StoreError(errno: errno)
      }
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  func write(_ bytes: [UInt8], at offset: Int64) throws(StoreError) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written,
          off_t(offset) + written)
      }
      if step >= 0 {
        written += step
      } else if errno != EINTR {
        throw StoreError(errno: errno)
      }
    }
  }

  private func check(_ result: Int32) throws(StoreError) {
    guard result == 0 else { throw StoreError(errno: errno) }
  }
}
