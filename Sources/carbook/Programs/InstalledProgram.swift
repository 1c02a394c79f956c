import Glibc

/// Finds programs the user has.
enum InstalledProgram {
  /// The first executable file of that name in PATH; a name with a slash is a path already.
  static func find(
    _ name: String, path: String? = Environment.own["PATH"]
  ) -> String? {
    if name.contains("/") { return name.hasPrefix("/") && isExecutable(name) ? name : nil }
    // An empty or relative entry means the present folder, from which nothing is run.
    return (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
