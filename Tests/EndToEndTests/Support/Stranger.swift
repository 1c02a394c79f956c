import Foundation

/// Another user of this machine: root may do everything, and so cannot be refused anything.
struct Stranger {
  private static let user = uid_t(65_534)
  private static let prefix = [
    "setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--inh-caps=-all",
  ]

  private let folder: TemporaryFolder

  static var isPermitted: Bool {
    guard geteuid() == 0, let folder = try? TemporaryFolder(), let path = try? Product.path()
    else { return false }
    return (try? Program.run(prefix + [path, "--version"], in: folder).exit) == .status(0)
  }

  /// - Parameter folder: his from now on, with all that is in it but files nobody may write.
  init(owning folder: TemporaryFolder) throws {
    self.folder = folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for path in [folder.path] + names.map(folder.path(_:)) {
      var information = stat()
      guard stat(path, &information) == 0, information.st_mode & S_IWUSR != 0 else { continue }
      guard chown(path, Stranger.user, Stranger.user) == 0 else {
        throw HarnessError("chown: errno \(errno)")
      }
    }
  }

  func start(_ arguments: [String]) throws -> Program {
    try Program(Stranger.prefix + arguments, in: folder)
  }

  func run(
    _ arguments: [String]
  ) throws -> (exit: Program.Exit, output: String, errors: String) {
    try Program.run(Stranger.prefix + arguments, in: folder)
  }
}
