import Domain
import Glibc

/// Where the console says what must not be said on the screen: `carbook.log` in the user's state
/// folder, readable by him alone. It bears no numbers, names or secrets.
final class LogFile: Sendable {
  /// A log that has grown past this many bytes is put aside as `.1` at the next start.
  private static let limit = 1 << 20

  private let descriptor: Int32

  /// Opens the log, or nothing where that is not possible: a console without a log still works.
  init?(path: String) {
    StateFolder.create(holding: path)
    var status = stat()
    if stat(path, &status) == 0, status.st_size > LogFile.limit { rename(path, path + ".1") }
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    fchmod(descriptor, 0o600)
  }

  deinit {
    close(descriptor)
  }

  static func standardPath(
    _ environment: Environment = .own
  ) -> String {
    StateFolder.path(environment) + "/carbook.log"
  }

  /// One line, with the time in front; lines of several threads do not mix.
  func write(_ line: String) {
    let bytes = Array("\(Clock.now.iso8601) \(line)\n".utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Runs `body` with standard error going to the log, whoever writes it.
  func takingStandardError<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(descriptor, STDERR_FILENO)
    defer {
      if before >= 0 {
        dup2(before, STDERR_FILENO)
        close(before)
      }
    }
    return try body()
  }
}
