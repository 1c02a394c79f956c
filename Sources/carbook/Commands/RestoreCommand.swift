import Domain
import Store

/// `carbook restore FILE`: a backup becomes the store; the store that was there is kept.
enum RestoreCommand {
  static func run(_ path: String, from backup: String, now: Timestamp) throws {
    let result = try Store.restore(
      path, from: backup, actor: Actor.current, plan: .ukraine, now: now
    ) { try? Printer.line(sentence($0)) }
    if let kept = result.kept { try Printer.line("The store that was there is kept as \(kept).") }
    if result.forgottenAgain > 0 {
      try Printer.line(
        "\(result.forgottenAgain) numbers or calls that were forgotten since are forgotten again.")
    }
    try Printer.line("\(path) is now what \(backup) holds.")
  }

  private static func sentence(_ warning: RestoreWarning) -> String {
    switch warning {
    case .forgottenIsUnknown:
      "The present store cannot be read: what was forgotten since the backup was made comes back "
        + "with it, so forget it again."
    case .forgottenMayBeFetched:
      "The backup is of another store: what was forgotten here goes from it too, and may come back "
        + "when calls are fetched."
    }
  }
}
