import Dispatch
import Domain
import Server
import Synchronization

/// What stands between the listener's thread, which reads and answers, and the one that writes.
///
/// It needs no limit of its own: whoever waits for an answer here is not read from, and the
/// listener's limits count his request for as long.
final class WriteQueue: Sendable {
  /// What the writing thread does in one turn.
  struct Work: Sendable {
    /// In the order in which they came.
    var deliveries: [PendingDelivery] = []
    /// Who asks how the store is.
    var questions: [ExchangeID] = []

    var isEmpty: Bool { deliveries.isEmpty && questions.isEmpty }
  }

  private struct State {
    var work = Work()
    /// Reasons of routes, until they are written.
    var reasons: [RouteAnswer] = []
    var replies: [Answer] = []
    /// The listener's thread is about to bring more.
    var isReading = false
    var isAsleep = false
    var isEnding = false
  }

  /// How long a commit waits for what is still being read, in milliseconds.
  private static let readingPatience = 2

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)
  private let wake: @Sendable () -> Void

  /// - Parameter wake: tells the listener's thread that there are replies.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  // MARK: The listener's side

  /// What one look at the sockets has brought; there may be more.
  func add(_ work: Work) {
    guard !work.isEmpty else { return }
    change {
      $0.work.deliveries += work.deliveries
      $0.work.questions += work.questions
      $0.isReading = true
    }
  }

  /// All that has been sent is read: nothing is to wait for more.
  func endReading() {
    guard state.withLock({ $0.isReading }) else { return }
    change { $0.isReading = false }
  }

  /// - Returns: false where earlier ones have not been written yet.
  func offer(_ reasons: [RouteAnswer]) -> Bool {
    change { state in
      guard state.reasons.isEmpty else { return false }
      state.reasons = reasons
      return true
    }
  }

  func takeReplies() -> [Answer] {
    state.withLock { state in
      defer { state.replies = [] }
      return state.replies
    }
  }

  /// What has been added is still looked at, once.
  func end() {
    change { $0.isEnding = true }
  }

  private func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    let (result, isAsleep) = state.withLock { state in
      let result = body(&state)
      defer { state.isAsleep = false }
      return (result, state.isAsleep)
    }
    if isAsleep { bell.signal() }
    return result
  }

  // MARK: The writer's side

  /// Returns as soon as there is work, at the latest when the time is over; nil waits without end.
  /// - Returns: false where all is over.
  func wait(milliseconds: Int?) -> Bool {
    let (isEnding, hasWork) = state.withLock { state in
      state.isAsleep = state.work.isEmpty && !state.isEnding
      return (state.isEnding, !state.work.isEmpty)
    }
    guard !isEnding, !hasWork else { return !isEnding }
    let deadline = milliseconds.map { DispatchTime.now() + .milliseconds($0) }
    _ = bell.wait(timeout: deadline ?? .distantFuture)
    return state.withLock { state in
      state.isAsleep = false
      return !state.isEnding
    }
  }

  func take() -> Work {
    state.withLock { state in
      defer { state.work = Work() }
      return state.work
    }
  }

  /// Deliveries that have come since, or come now; none when all are read that are there.
  func takeMore() -> [PendingDelivery] {
    let deadline = DispatchTime.now() + .milliseconds(WriteQueue.readingPatience)
    while true {
      let (deliveries, waits) = state.withLock { state in
        defer { state.work.deliveries = [] }
        state.isAsleep = state.work.deliveries.isEmpty && state.isReading
        return (state.work.deliveries, state.isAsleep)
      }
      guard waits else { return deliveries }
      if bell.wait(timeout: deadline) == .timedOut { return [] }
    }
  }

  func reply(_ answers: [Answer]) {
    guard !answers.isEmpty else { return }
    state.withLock { $0.replies += answers }
    wake()
  }

  var hasReasons: Bool { state.withLock { !$0.reasons.isEmpty } }

  /// - Parameter write: answers false where they cannot be written now; then they stay.
  func writeReasons(_ write: ([RouteAnswer]) -> Bool) {
    let reasons = state.withLock { $0.reasons }
    guard !reasons.isEmpty, write(reasons) else { return }
    state.withLock { $0.reasons = [] }
  }
}
