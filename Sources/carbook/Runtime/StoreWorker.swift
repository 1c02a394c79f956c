import Domain
import Foundation
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
    let work: Work
  }

  private struct Queue {
    var jobs: [Job] = []
    var isClosed = false
  }

  private let queue = Mutex(Queue())
  private let awake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// The store is opened by the first job, so that a start-up does not wait for it.
  init(path: String, access: Store.Access, actor: String) {
    startThread { [self] in
      var store: Store?
      while let job = next() {
        if let store {
          job.work(.success(store))
        } else {
          do throws(StoreError) {
            let opened = try Store.open(path, access: access, actor: actor)
            store = opened
            job.work(.success(opened))
          } catch {
            job.work(.failure(error))
          }
        }
      }
      store?.close()
      ended.signal()
    }
  }

  /// - Parameter name: what the job is about; nil where every one must be done.
  func submit(_ name: String? = nil, _ work: @escaping Work) {
    queue.withLock { queue in
      if let name { queue.jobs.removeAll { $0.name == name } }
      queue.jobs.append(Job(name: name, work: work))
    }
    awake.signal()
  }

  /// Does what still waits, closes the connection and returns.
  func finish() {
    queue.withLock { $0.isClosed = true }
    awake.signal()
    ended.wait()
  }

  /// Waits for a job; nil once closed and nothing waits.
  private func next() -> Job? {
    while true {
      let (job, isClosed) = queue.withLock { queue in
        (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isClosed)
      }
      if let job { return job }
      if isClosed { return nil }
      awake.wait()
    }
  }
}
