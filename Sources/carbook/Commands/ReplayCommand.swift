import Domain
import Store

/// `carbook replay`: has this version of the program read all kept deliveries again.
enum ReplayCommand {
  static func run(_ store: Store, now: Timestamp) throws {
    defer { store.close() }
    let intake = Intake(plan: .ukraine)
    let result = try store.replay(now: now) { integration, entry in
      intake.content(entry.raw, entry.occasion, entry.received, of: integration)
    }
    let left =
      result.left == 0 ? "" : ", \(result.left) left as they are (their deliveries are gone)"
    try Printer.line("\(result.read) calls read again, \(result.changed) changed\(left).")
  }
}
