import FoundationEssentials
import Store

/// A command of this program as its user types it in his shell, where he opened it.
struct ShellLine: Equatable, CustomStringConvertible {
  private let words: [String]

  /// - Parameters:
  ///   - store: as typed; nil for the standard one.
  ///   - called: what this program was called by.
  ///   - installed: the program of that name in PATH.
  init(
    _ command: String, store: String?, called: String = CommandLine.arguments.first ?? "carbook",
    installed: String? = InstalledProgram.find("carbook"),
    folder: String = FileManager.default.currentDirectoryPath
  ) {
    let isInstalled =
      !called.contains("/") || installed.map(ShellLine.real) == ShellLine.real(called)
    let here = folder + "/"
    let rest = called.hasPrefix(here) ? String(called.dropFirst(here.count)) : called
    // A word without a slash would be looked for in PATH.
    let path = rest.contains("/") ? rest : "./" + rest
    words =
      [isInstalled ? "carbook" : path, command] + (store.map { ["--store", $0] } ?? [])
  }

  private static func real(_ path: String) -> String {
    PathName.real(path) ?? path
  }

  var description: String {
    words.map(ShellLine.quoted).joined(separator: " ")
  }

  /// POSIX, Shell Command Language, 2.2.2.
  private static func quoted(_ word: String) -> String {
    if !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || "/._-+:@%".contains($0) }) {
      return word
    }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
