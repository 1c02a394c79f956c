import Foundation

/// The program under test: `carbook`, built beside this test bundle.
enum Product {
  /// Its path.
  /// - Throws: where it was not built.
  static func path() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let starts = [bundle, CommandLine.arguments.first ?? "", #filePath]
    for start in starts {
      var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
      while folder.path != "/" {
        for place in ["carbook", ".build/debug/carbook"] {
          let candidate = folder.appendingPathComponent(place).path
          if isExecutableFile(candidate) { return candidate }
        }
        folder.deleteLastPathComponent()
      }
    }
    throw HarnessError("carbook is not built beside \(bundle)")
  }

  /// Runs `carbook` with these arguments to its end.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder, upTo seconds: Double = patience
  )
    throws -> (exit: Program.Exit, output: String, errors: String)
  {
    try Program.run([path()] + arguments, in: folder, upTo: seconds)
  }

  /// Starts `carbook` with these arguments.
  static func start(_ arguments: String..., in folder: TemporaryFolder) throws -> Program {
    try Program([path()] + arguments, in: folder)
  }

  private static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
