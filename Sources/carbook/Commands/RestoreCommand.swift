import Domain
import Store

/// `carbook restore FILE`: a backup becomes the store; the store that was there is kept.
enum RestoreCommand {
  static func run(_ path: String, from backup: String, now: Timestamp) throws {
    let kept = try Store.restore(path, from: backup, actor: Actor.current, now: now)
    if let kept { try Printer.line("The store that was there is kept as \(kept).") }
    try Printer.line("\(path) is now what \(backup) holds.")
  }
}
