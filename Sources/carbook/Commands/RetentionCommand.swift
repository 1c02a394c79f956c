import Domain
import Store

/// `carbook retention`: says how long calls and deliveries are kept, and sets it.
enum RetentionCommand {
  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    var retention = try store.retention()
    let before = retention
    if let days = invocation.journalDays { retention.journalDays = days }
    switch invocation.keptCalls {
    case .days(let days): retention.callDays = days
    case .forever: retention.callDays = nil
    case nil: break
    }
    if retention != before { try store.setRetention(retention, now: now) }
    try Printer.line("Deliveries as they came are kept for \(retention.journalDays) days.")
    try Printer.line(
      retention.callDays.map {
        "Calls are kept for \($0) days; whoever listens deletes older ones once a day."
      } ?? "Calls are kept for ever.")
  }
}
