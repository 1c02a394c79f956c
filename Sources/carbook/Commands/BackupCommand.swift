import Store

/// `carbook backup FILE`: a whole copy of the store in a new file, while everybody goes on working.
enum BackupCommand {
  static func run(_ store: Store, to path: String) throws {
    let spool = Spool(store: store.path)
    if !spool.isEmpty { takeSpool(into: store.path) }
    try store.backUp(to: path)
    try Printer.line("The store is copied to \(path).")
    if !spool.isEmpty {
      try Printer.line(
        "\(spool.count) deliveries wait to be taken in and are not in the copy: "
          + "\(store.path).spool")
    }
    if spool.hasAside {
      try Printer.line(
        "Deliveries that could not be taken in are not in the copy: \(store.path).spool.aside")
    }
  }

  /// Who may copy a store need not be one who may write it.
  private static func takeSpool(into path: String) {
    guard let writer = try? Store.open(path, access: .writer, actor: Actor.current) else { return }
    _ = try? Intake(plan: .ukraine).takeWholeSpool(into: writer)
    writer.close()
  }
}
