import Store

/// `carbook backup FILE`: a whole copy of the store in a new file, while everybody goes on working.
enum BackupCommand {
  static func run(_ store: Store, to path: String) throws {
    try store.backUp(to: path)
    try Printer.line("The store is copied to \(path).")
  }
}
