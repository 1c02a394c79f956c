import Dispatch
import Domain
import Store
import Synchronization

/// A thread with a connection of its own that does one job after the other.
///
/// A job waiting under the same name is replaced: of two questions for the same thing only the
/// newer wants an answer.
final class StoreWorker: Sendable {
  typealias Work = @Sendable (Result<Store, StoreError>) -> Void

  private struct Job {
    let name: String?
    /// Nil for what is done to its end.
    var interruption: Interruption?
    let work: Work
  }

  private struct Queue {
    var jobs: [Job] = []
    var running: Job?
    var isClosed = false

    /// - Parameter isChosen: by its name.
    mutating func drop(where isChosen: (String) -> Bool) {
      jobs.removeAll { $0.name.map(isChosen) ?? false }
      if let running, running.name.map(isChosen) ?? false { running.interruption?.raise() }
    }
  }

  private let queue = Mutex(Queue())
  private let awake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// The store is opened by the first job, so that a start-up does not wait for it.
  init(path: String, access: Store.Access, actor: String) {
    startThread { [self] in
      var store: Store?
      while let job = next() {
        do throws(StoreError) {
          let opened: Store
          if let store {
            opened = store
          } else {
            opened = try Store.open(path, access: access, actor: actor)
          }
          store = opened
          try StoreWorker.run(job, on: opened)
        } catch {
          job.work(.failure(error))
        }
      }
      store?.close()
      ended.signal()
    }
  }

  private static func run(_ job: Job, on store: Store) throws(StoreError) {
    guard let interruption = job.interruption else { return job.work(.success(store)) }
    try store.asking(interruption) { () throws(StoreError) in job.work(.success(store)) }
  }

  /// - Parameter name: what the job is about; nil where every one must be done.
  func submit(_ name: String? = nil, _ work: @escaping Work) {
    add(Job(name: name, work: work), dropping: name.map { [$0] } ?? [])
  }

  /// A question that a newer one of its name ends: it then throws `interrupted`.
  /// - Parameter others: names of questions that it takes the place of too.
  func ask(_ name: String, insteadOf others: [String], _ work: @escaping Work) {
    add(Job(name: name, interruption: Interruption(), work: work), dropping: [name] + others)
  }

  /// Nobody waits for the answers to these any more.
  func forget(_ names: String...) {
    queue.withLock { $0.drop { names.contains($0) } }
  }

  private func add(_ job: Job, dropping names: [String]) {
    queue.withLock { queue in
      queue.drop { names.contains($0) }
      queue.jobs.append(job)
    }
    awake.signal()
  }

  /// Does what still waits and is no question, closes the connection and returns.
  func finish() {
    queue.withLock { queue in
      queue.jobs.removeAll { $0.interruption != nil }
      queue.running?.interruption?.raise()
      queue.isClosed = true
    }
    awake.signal()
    ended.wait()
  }

  /// Waits for a job; nil once closed and nothing waits.
  private func next() -> Job? {
    while true {
      let (job, isClosed) = queue.withLock { queue in
        queue.running = queue.jobs.isEmpty ? nil : queue.jobs.removeFirst()
        return (queue.running, queue.isClosed)
      }
      if let job { return job }
      if isClosed { return nil }
      awake.wait()
    }
  }
}
