/// `carbook config`: what a user has decided, and where.
enum ConfigCommand {
  enum Task: Equatable {
    case print
    case check
    case paths
  }

  /// - Returns: 1 where the file has a fault.
  static func run(_ invocation: Invocation, path: String) throws -> Int32 {
    let file = ConfigFile(path: ConfigFile.standardPath())
    let (config, faults) = file.examine()
    switch invocation.configuration {
    case .paths, nil: try Printer.line(paths(store: path))
    case .print:
      for fault in faults { Printer.complain(fault.description) }
      try Printer.line(ConfigText.whole(faults.isEmpty ? config : Config()))
    case .check:
      if faults.isEmpty { try Printer.line("\(file.path): in order") }
      for fault in faults { try Printer.line(fault.description) }
    }
    return invocation.configuration == .paths || faults.isEmpty ? 0 : 1
  }

  private static func paths(store: String) -> String {
    let places = [
      ("config", ConfigFile.standardPath()), ("state", StateFolder.path()),
      ("cache", RecordingCache.standardFolder()), ("store", store),
    ]
    return places.map { "\($0)\t\($1)" }.joined(separator: "\n")
  }
}
