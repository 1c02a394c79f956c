import Glibc

/// Asks before something is done that cannot be undone.
enum Confirmation {
  /// - Throws: `CommandFailure` where the answer is not yes, or nobody can be asked.
  static func ask(_ question: String, isSure: Bool) throws {
    guard !isSure else { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(
        "This cannot be undone, and there is no terminal to ask on: say --yes to do it.")
    }
    try Printer.line("\(question) [y/N]")
    let answer = readLine()?.lowercased() ?? ""
    guard ["y", "yes", "т", "так"].contains(answer) else {
      throw CommandFailure("Nothing was changed.")
    }
  }
}
