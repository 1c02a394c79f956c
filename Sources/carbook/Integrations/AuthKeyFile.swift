import Domain
import Glibc

/// Reads the provider's auth key from a file or from standard input: on the command line everybody
/// on the machine could read it.
enum AuthKeyFile {
  /// To who gives the key itself; whatever the option was called, its value is not repeated.
  static let keyInSight = UsageError(
    "An auth key on the command line is seen by everybody on the machine: put it into a file, or "
      + "pipe it, with --auth-key-file FILE|-. Nothing was stored.")

  /// More than any key; longer files are something else.
  private static let limit = 4096

  /// - Parameter path: `-` for standard input; empty for no key.
  /// - Throws: `CommandFailure` where nothing can be read, or nothing is in it.
  static func read(_ path: String) throws(CommandFailure) -> Secret? {
    guard !path.isEmpty else { return nil }
    guard path != "-" else { return try key(standardInput(), in: "standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure("\(quoted(path)) cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { close(descriptor) }
    return try key(FileBytes.read(descriptor, upTo: limit + 1) ?? [], in: quoted(path))
  }

  private static func key(_ bytes: [UInt8], in place: String) throws(CommandFailure) -> Secret {
    guard bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("What is in \(place) is no auth key.")
    }
    guard let key = Secret(text) else { throw CommandFailure("There is no auth key in \(place).") }
    return key
  }

  /// On a terminal what is typed is not shown.
  private static func standardInput() -> [UInt8] {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
      return FileBytes.read(STDIN_FILENO, upTo: limit + 1) ?? []
    }
    let before = settings
    settings.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    defer { withUnsafePointer(to: before) { _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, $0) } }
    Printer.draw("Auth key (not shown): ")
    let line = readLine() ?? ""
    Printer.draw("\n")
    return Array(line.utf8)
  }
}
