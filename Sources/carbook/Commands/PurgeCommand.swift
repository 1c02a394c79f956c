import Domain
import Store

/// `carbook purge --before DATE`: deletes old calls for good.
enum PurgeCommand {
  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    let zone = try store.integrations().first?.zone ?? .kyiv
    guard let date = invocation.before, date <= zone.date(at: now) else {
      throw CommandFailure("--before wants a day that has come.")
    }
    let limit = zone.start(of: date)
    // So that old calls do not come in after it. What cannot be taken in now is purged another day.
    _ = try Intake(plan: .ukraine).takeWholeSpool(into: store)
    let count = try store.callCount(before: limit)
    try Confirmation.ask(
      "\(count) calls from before \(date.iso8601) are deleted with their deliveries, questions and "
        + "call-backs. Contacts and orders stay. Go on?",
      isSure: invocation.isSure)
    let deleted = try store.purge(before: limit, now: now)
    try Printer.line("\(deleted) calls from before \(date.iso8601) are deleted.")
    try finish(store)
  }

  /// Makes what was deleted unreadable, and names where it may still be read.
  static func finish(_ store: Store) throws {
    try RecordingCache(store: store.path).prune(by: store)
    let isGone = try store.compact()
    for copy in store.copies() { try Printer.line("This older copy still holds it: \(copy)") }
    guard isGone else {
      throw CommandFailure(
        "It is deleted, but somebody who reads keeps its traces in the -wal: carbook doctor says "
          + "who; they go with the next write after he has ended.")
    }
  }
}
