import Domain
import Foundation
import Store
import Synchronization
import Testing

@testable import carbook

@Suite("A thread with a connection of its own")
struct StoreWorkerTests {
  private let path = NSTemporaryDirectory() + "carbook-\(UUID().uuidString)/a.db"

  @Test("does every job in order, and what waits before it finishes")
  func order() {
    let worker = StoreWorker(path: path, access: .writer, actor: "test")
    let done = Mutex<[Int]>([])
    for number in 0..<100 {
      worker.submit { store in
        if case .success = store { done.withLock { $0.append(number) } }
      }
    }
    worker.finish()
    #expect(done.withLock { $0 } == Array(0..<100))
  }

  @Test("answers the newest of the questions of one name")
  func newest() {
    let worker = StoreWorker(path: path, access: .writer, actor: "test")
    let done = Mutex<[Int]>([])
    let gate = DispatchSemaphore(value: 0)
    worker.submit { _ in gate.wait() }
    for number in 0..<100 {
      worker.submit("search") { _ in done.withLock { $0.append(number) } }
    }
    gate.signal()
    worker.finish()
    #expect(done.withLock { $0 } == [99])
  }

  @Test("tells each job why there is no store")
  func missing() {
    let worker = StoreWorker(path: path, access: .reader, actor: "test")
    let errors = Mutex<[StoreError]>([])
    for _ in 0..<2 {
      worker.submit { store in
        if case .failure(let error) = store { errors.withLock { $0.append(error) } }
      }
    }
    worker.finish()
    #expect(errors.withLock { $0 } == [.notFound(path: path), .notFound(path: path)])
  }
}
