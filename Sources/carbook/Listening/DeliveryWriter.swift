import Domain
import Store
import TUI

/// Puts deliveries on disk: into the store, or into the spool where the store cannot take them soon.
/// Belongs to one thread.
final class DeliveryWriter {
  enum Outcome {
    case onDisk
    /// Somebody else is writing: ask again in a moment.
    case tooEarly
    case refused
  }

  struct Health: Equatable {
    let isWritable: Bool
    let isRefusing: Bool
    /// Deliveries that wait in the spool.
    let spooled: Int
  }

  /// The store's lock is waited for this many milliseconds.
  static let patience: Int64 = 200
  /// Between two looks at a store that took nothing, in milliseconds. After failures it grows: each
  /// look at a full disk decodes and writes in vain what a free one would take.
  private static let pause: Int64 = 100
  private static let longestPause: Int64 = 1600

  private let path: String
  private let intake: Intake
  private let report: SpoolReport
  private let spool: Spool
  private var store: Store?
  private var openFailure: (error: StoreError, until: Int64)?
  private var takenIn = 0
  private var failurePause = pause
  /// When the spool is to be looked at, in monotonic milliseconds; nil while it is empty.
  private var nextLook: Int64? = 0

  /// - Parameters:
  ///   - log: told what becomes of deliveries, never what is in them.
  ///   - report: told when they begin or cease to be spooled.
  init(
    path: String, intake: Intake, log: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (SpoolStatus) -> Void
  ) {
    self.path = path
    self.intake = intake
    self.report = SpoolReport(log: log, report: report)
    spool = Spool(store: path)
  }

  deinit {
    store?.close()
  }

  /// Milliseconds until `write` wants to be called, be there deliveries or not.
  var timeoutMilliseconds: Int? {
    nextLook.map { Int(max(0, $0 - Clock.monotonicMilliseconds())) }
  }

  func health() -> Health {
    let isWritable = report.status == .idle && (try? open().isWritable) ?? false
    return Health(
      isWritable: isWritable, isRefusing: report.isRefusing,
      spooled: spool.isEmpty ? 0 : spool.count)
  }

  /// Writes what is spooled and then these deliveries: all of them or none.
  /// - Parameters:
  ///   - deliveries: those that came in time for the same commit are added to them.
  ///   - waited: milliseconds since the first of them came.
  ///   - more: asked for those.
  func write(
    _ deliveries: inout [PendingDelivery], waited: Int64, more: () -> [PendingDelivery]
  ) -> Outcome {
    let isDue = nextLook.map { $0 <= Clock.monotonicMilliseconds() } ?? false
    guard isDue || !deliveries.isEmpty else { return .onDisk }
    // The store took nothing a moment ago: nobody waits to hear it again.
    if !isDue, nextLook != nil, append(deliveries) == nil { return .onDisk }
    do throws(StoreError) {
      let store = try openPresent()
      // First come, first journaled: new ones queue up behind those that wait.
      guard try drain(into: store) else { return keep(deliveries, waited, because: nil) }
      guard !deliveries.isEmpty else { return .onDisk }
      let first = deliveries.map(\.item)
      let results = try store.tryIngest(first, now: Clock.now) {
        let next = more()
        deliveries += next
        return next.map(\.item)
      }
      if results != nil {
        report.settled()
        return .onDisk
      }
      guard waited >= DeliveryWriter.patience else { return .tooEarly }
      return keep(deliveries, waited, because: .locked(by: store.lockHolder))
    } catch {
      // Another file may stand there, or the same be sound again.
      if !error.outlivesReopening { store = nil }
      return keep(deliveries, waited, because: error)
    }
  }

  /// What a commit has left to do for when its deliveries are answered.
  func tidy() {
    store?.putBackDueWAL()
  }

  /// Writes answers to routing questions where nothing more urgent waits.
  /// - Returns: false where they are to be brought again.
  func write(_ answers: [RouteAnswer]) -> Bool {
    guard nextLook == nil, let store = try? openPresent() else { return false }
    return (try? store.tryLog(answers)) ?? false
  }

  // MARK: The store

  /// The store that stands there now: what is written into one that was replaced is lost.
  private func openPresent() throws(StoreError) -> Store {
    if let store, store.isReplaced { self.store = nil }
    return try open()
  }

  private func open() throws(StoreError) -> Store {
    if let store { return store }
    let now = Clock.monotonicMilliseconds()
    if let openFailure, now < openFailure.until { throw openFailure.error }
    do throws(StoreError) {
      // A store that is gone is not made anew here: it may come back.
      guard Store.exists(path) else { throw .notFound(path: path) }
      let opened = try Store.open(path, access: .writer, actor: Actor.current)
      store = opened
      openFailure = nil
      return opened
    } catch {
      openFailure = (error, now + DeliveryWriter.pause)
      throw error
    }
  }

  // MARK: The spool

  /// Takes in a part of the spool. False where some of it waits still.
  private func drain(into store: Store) throws(StoreError) -> Bool {
    if !spool.isEmpty {
      guard let taking = try intake.takeSpool(into: store, isPatient: false) else {
        nextLook = Clock.monotonicMilliseconds() + DeliveryWriter.pause
        return false
      }
      takenIn += taking.taken
      report.putAside(taking.setAside)
      guard !taking.remains else {
        nextLook = 0
        return false
      }
    }
    nextLook = nil
    failurePause = DeliveryWriter.pause
    // What was refused is known to be possible again only when a delivery comes.
    if takenIn > 0 || !report.isRefusing { report.settled(takenIn: takenIn) }
    takenIn = 0
    return true
  }

  /// - Parameter error: nil where only the turn is waited for.
  private func keep(
    _ deliveries: [PendingDelivery], _ waited: Int64,
    because error: StoreError?
  ) -> Outcome {
    if let error {
      // While nothing waits the next delivery is the next look.
      let isIdle = spool.isEmpty && deliveries.isEmpty
      nextLook = isIdle ? nil : Clock.monotonicMilliseconds() + failurePause
      if case .locked = error {
      } else {
        failurePause = min(failurePause * 2, DeliveryWriter.longestPause)
      }
    }
    guard !deliveries.isEmpty else { return .onDisk }
    guard let failure = append(deliveries) else {
      if let error { report.kept(because: error) }
      return .onDisk
    }
    // The spool fails. Out of turn is better than not at all.
    if (try? open().tryIngest(deliveries.map(\.item), now: Clock.now)) ?? nil != nil {
      report.spoolFails()
      return .onDisk
    }
    if case .locked = error ?? failure, waited < DeliveryWriter.patience { return .tooEarly }
    report.refused(because: error ?? failure)
    return .refused
  }

  /// Answers why it could not be done; nil where it was.
  private func append(_ deliveries: [PendingDelivery]) -> StoreError? {
    do throws(StoreError) {
      try spool.append(deliveries.map(\.received))
    } catch {
      return error
    }
    report.spoolWorks()
    return nil
  }
}

extension StoreError {
  /// Whether the connection is as good as a new one would be.
  fileprivate var outlivesReopening: Bool {
    switch self {
    case .locked, .full, .newerSchema, .invalid, .missing: true
    default: false
    }
  }
}
