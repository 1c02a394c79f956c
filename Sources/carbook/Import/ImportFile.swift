import Glibc

/// The file that is imported, or standard input, read in stretches.
final class ImportFile {
  private static let stretch = 256 << 10
  /// Between two looks for a signal while nothing comes, in milliseconds.
  private static let pause: Int32 = 100

  private let descriptor: Int32
  private let signals: EndingSignals
  /// In bytes; nil for what has no end yet.
  private(set) var size: Int?
  /// Bytes read so far.
  private(set) var position = 0

  /// - Parameter path: `-` for standard input.
  init(_ path: String, signals: EndingSignals) throws(SystemError) {
    self.signals = signals
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("cannot open \(quoted(path))") }
    size = ImportFile.size(descriptor)
  }

  deinit {
    close(descriptor)
  }

  /// The next stretch, full but for the last; empty at the end.
  /// - Throws: `SystemError`, `Interrupted`.
  func read() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: ImportFile.stretch)
    var count = 0
    while count < bytes.count {
      try wait()
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR || errno == EAGAIN { continue }
      guard got >= 0 else { throw SystemError("cannot read the file") }
      if got == 0 { break }
      count += got
    }
    position += count
    return Array(bytes.prefix(count))
  }

  /// Goes back to the beginning.
  func rewind() throws(SystemError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw SystemError("cannot read the file a second time")
    }
    position = 0
  }

  /// The same bytes where they can be read twice: in a file without a name.
  func rewindable() throws -> ImportFile {
    guard size == nil else { return self }
    var template = Array("/tmp/carbook-import-XXXXXX".utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw SystemError("cannot keep the input") }
    _ = fcntl(copy, F_SETFD, FD_CLOEXEC)
    unlink(template)
    let file = ImportFile(descriptor: copy, signals: signals)
    while case let bytes = try read(), !bytes.isEmpty { try file.append(bytes) }
    file.size = ImportFile.size(copy)
    try file.rewind()
    return file
  }

  private init(descriptor: Int32, signals: EndingSignals) {
    self.descriptor = descriptor
    self.signals = signals
  }

  private func append(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError("cannot keep the input") }
      rest = rest.dropFirst(count)
    }
  }

  /// A pipe may stay silent for ever; a signal ends that.
  private func wait() throws(Interrupted) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    repeat { try signals.check() } while poll(&request, 1, ImportFile.pause) == 0
  }

  private static func size(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
