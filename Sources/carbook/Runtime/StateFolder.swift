import Glibc
import Store

/// Where what a user's console keeps for itself stands (XDG Base Directory Specification).
enum StateFolder {
  /// `$XDG_STATE_HOME/carbook`, by default `~/.local/state/carbook`.
  static func path(
    _ environment: Environment = .own
  ) -> String {
    // The specification: a relative path in the variable is to be ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/carbook" }
    return environment.home + "/.local/state/carbook"
  }

  /// Makes the folder that holds a file, for its user alone; what fails shows when the file does.
  static func create(holding file: String) {
    create(PathName(file).folder)
  }

  private static func create(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, folder != "/" else { return }
    create(PathName(folder).folder)
    mkdir(folder, 0o700)
  }
}
