import Domain
import Store

/// `carbook replay`: has this version of the program read all kept deliveries again.
enum ReplayCommand {
  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    let intake = Intake(plan: .ukraine)
    let result = try store.replay(includingOff: invocation.includesOff, now: now) {
      intake.content($1.raw, $1.occasion, $1.received, of: $0)
    }
    for line in lines(result) { try Printer.line(line) }
    if try store.repairCounts() { try Printer.line("The counts were wrong and are right again.") }
    if try store.repairOwners() {
      try Printer.line("The log was wrong about whose some numbers are, and is right again.")
    }
  }

  private static func lines(_ result: ReplayResult) -> [String] {
    let left =
      result.left == 0 ? "" : ", \(result.left) left as they are (their deliveries are gone)"
    var lines = ["\(result.read) calls read again, \(result.changed) changed\(left)."]
    if result.takenIn > 0 {
      lines.append(
        "\(result.takenIn) deliveries from while the integration was off are in the log.")
    }
    if result.leftOut > 0 {
      lines.append(
        "\(result.leftOut) deliveries came while the integration was off and make no calls: "
          + "--include-off takes them in.")
    }
    return lines
  }
}
