import Foundation

/// Where what a user's console keeps for itself stands (XDG Base Directory Specification).
enum StateFolder {
  /// `$XDG_STATE_HOME/carbook`, by default `~/.local/state/carbook`.
  static func path(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    // The specification: a relative path in the variable is to be ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/carbook" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state/carbook"
  }

  /// Makes the folder that holds a file, for its user alone; what fails shows when the file does.
  static func create(holding file: String) {
    try? FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }
}
