import Domain
import Glibc
import Store
import TUI

/// `carbook sync [--all]`: pushes what waits in the outbox, or the whole address book, and says how
/// far it is.
enum SyncCommand {
  /// Milliseconds between two looks at what another process sends.
  private static let look: Int32 = 200

  /// - Returns: 1 where something could not be pushed.
  static func run(_ invocation: Invocation, store: Store) throws -> Int32 {
    defer { store.close() }
    let ready = try store.integrations().filter { $0.isAvailable && $0.project.isComplete }
    guard !ready.isEmpty else {
      throw CommandFailure(
        "No integration that is on has a project id and an auth key: carbook integration set.")
    }
    var progress = ProgressLine()
    defer { progress.clear() }
    if invocation.isAll {
      let count = try store.queueWholeBook(now: Clock.now) { done, whole in
        progress.show("\(done) of \(whole) in the outbox")
      }
      progress.clear()
      try Printer.line("Contacts and organizations in the outbox: \(count).")
    }
    let whole = try store.outboxCount().waiting
    try drain(store, ready, whole: whole, progress: &progress)
    progress.clear()
    return try conclude(store, whole: whole)
  }

  private static func drain(
    _ store: Store, _ integrations: [Integration], whole: Int, progress: inout ProgressLine
  ) throws {
    let lease = try SenderLease(store: store.path, user: Actor.current)
    defer { lease.release() }
    let sync = AddressBookSync(store: store, ask: ProviderRound.line(store: store))
    var isOurs = try lease.tryAcquire()
    while true {
      let waiting = try store.outboxCount().waiting
      progress.show("\(max(0, whole - waiting)) of \(whole) pushed")
      guard waiting > 0 else { return }
      // Somebody who has to change the integration, or time, is needed: the outbox keeps it.
      let status = try store.providerStatus(now: Clock.now)
      let resting = status.filter { $0.isReady && $0.waiting > 0 }
      guard resting.contains(where: { $0.troubles.allSatisfy { $0.job != .push } }) else { return }
      if isOurs {
        for integration in integrations {
          _ = try sync.turn(integration, now: Clock.now)
        }
      } else {
        poll(nil, 0, look)
        isOurs = try lease.tryAcquire()
      }
    }
  }

  private static func conclude(_ store: Store, whole: Int) throws -> Int32 {
    let count = try store.outboxCount()
    try Printer.line(
      "Pushed: \(max(0, whole - count.waiting)) of \(whole). Waiting: \(count.waiting). Refused: "
        + "\(count.refused).")
    for status in try store.providerStatus(now: Clock.now) {
      for trouble in status.troubles where trouble.job == .push {
        Printer.complain("\(quoted(status.name)): \(trouble.problem.text(in: .english))")
      }
    }
    if count.refused > 0 { Printer.complain("carbook outbox list says why.") }
    return count.waiting + count.refused > 0 ? 1 : 0
  }
}
