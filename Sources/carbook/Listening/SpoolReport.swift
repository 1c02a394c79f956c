import Store
import TUI

/// Says when deliveries begin to go beside the store, why, and when they are in it: each once, however
/// long it goes on.
final class SpoolReport {
  private(set) var status = SpoolStatus.idle
  private var hasComplained = false
  private let log: @Sendable (String) -> Void
  private let report: @Sendable (SpoolStatus) -> Void

  init(
    log: @escaping @Sendable (String) -> Void, report: @escaping @Sendable (SpoolStatus) -> Void
  ) {
    self.log = log
    self.report = report
  }

  var isRefusing: Bool {
    if case .refusing = status { true } else { false }
  }

  func kept(because error: StoreError) {
    change(.keeping(SpoolStatus.Trouble(error)), "kept in the spool: \(error)")
  }

  func refused(because error: StoreError) {
    change(.refusing(SpoolStatus.Trouble(error)), "refused: \(error)")
  }

  /// The spool has been written.
  func spoolWorks() {
    if case .refusing(let trouble) = status { change(.keeping(trouble), "kept in the spool again") }
  }

  /// The store takes deliveries, but what is spooled cannot be reached.
  func spoolFails() {
    guard !hasComplained else { return }
    hasComplained = true
    log("the spool can be neither read nor written; deliveries go into the store past it")
  }

  func putAside(_ count: Int) {
    if count > 0 { log("\(count) records of the spool cannot be read: they are put aside") }
  }

  /// The store takes deliveries, and nothing waits.
  /// - Parameter takenIn: deliveries that waited.
  func settled(takenIn: Int = 0) {
    hasComplained = false
    if takenIn > 0 { log("\(takenIn) spooled deliveries are in the store") }
    guard status != .idle else { return }
    report(isRefusing ? .idle : .takenIn)
    status = .idle
  }

  private func change(_ new: SpoolStatus, _ sentence: String) {
    guard new != status else { return }
    status = new
    log("deliveries are \(sentence)")
    report(new)
  }
}
