import Glibc

/// Standard output, and what is said on standard error.
enum Printer {
  /// Prints a line at once: whoever reads a pipe sees it now.
  /// - Throws: `SystemError` where nobody reads or the disk is full.
  static func line(_ text: String) throws(SystemError) {
    try write(text + "\n", to: STDOUT_FILENO)
  }

  static func complain(_ sentence: String) {
    try? write("carbook: \(sentence)\n", to: STDERR_FILENO)
  }

  /// On standard error as it is, without a line end: a terminal's.
  static func draw(_ text: String) {
    try? write(text, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemError("cannot write the output") }
      rest = rest.dropFirst(count)
    }
  }
}
