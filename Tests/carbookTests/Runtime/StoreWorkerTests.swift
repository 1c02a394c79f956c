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

  @Test("ends a question that a newer one takes the place of")
  func interrupted() {
    let worker = StoreWorker(path: path, access: .writer, actor: "test")
    let asked = DispatchSemaphore(value: 0)
    let ended = Mutex<[String]>([])
    worker.ask("count", insteadOf: []) { store in
      asked.signal()
      StoreWorkerTests.askForEver(store)
      ended.withLock { $0.append("count") }
    }
    asked.wait()
    worker.ask("page", insteadOf: ["count"]) { store in
      let count = try? store.get().callCount()
      ended.withLock { $0.append("page \(count ?? -1)") }
      asked.signal()
    }
    asked.wait()
    #expect(ended.withLock { $0 } == ["count", "page 0"])
    worker.finish()
  }

  @Test("waits for no answer when it finishes, or when nobody wants it any more")
  func abandoned() {
    let worker = StoreWorker(path: path, access: .writer, actor: "test")
    let asked = DispatchSemaphore(value: 0)
    let done = Mutex<[String]>([])
    for name in ["page", "other"] {
      worker.ask(name, insteadOf: []) { store in
        asked.signal()
        StoreWorkerTests.askForEver(store)
      }
    }
    asked.wait()
    worker.ask("waiting", insteadOf: []) { _ in done.withLock { $0.append("question") } }
    worker.submit { _ in done.withLock { $0.append("edit") } }
    worker.forget("page")
    asked.wait()
    worker.finish()
    #expect(done.withLock { $0 } == ["edit"])
  }

  /// Asks a store until it says that the question is interrupted.
  private static func askForEver(_ store: Result<Store, StoreError>) {
    while (try? store.get().callCount()) != nil {}
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
