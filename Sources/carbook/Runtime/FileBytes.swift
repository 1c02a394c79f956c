import Glibc

/// What stands in a file.
enum FileBytes {
  /// - Parameter limit: bytes that are read at most.
  /// - Returns: nil where it cannot be read, errno then says why.
  static func read(_ descriptor: Int32, upTo limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit, 64 << 10))
    while bytes.count < limit {
      let room = min(buffer.count, limit - bytes.count)
      let count = Glibc.read(descriptor, &buffer, room)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Never waits: a pipe or a device of that name cannot be read.
  static func read(_ path: String, upTo limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFIFO,
      status.st_mode & S_IFMT != S_IFCHR
    else {
      errno = EINVAL
      return nil
    }
    return read(descriptor, upTo: limit)
  }
}
