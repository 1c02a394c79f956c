import Glibc

/// What a run prints: whole lines, at once.
enum Report {
  static func line(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  static func complain(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// One promise with its figure; returns whether it was kept.
  static func promise(_ text: String, _ isKept: Bool) -> Bool {
    line("  \(isKept ? "ok    " : "BROKEN") \(text)")
    return isKept
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array((text + "\n").utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}

/// Why a run could not be made; a broken promise is none.
struct StressError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
