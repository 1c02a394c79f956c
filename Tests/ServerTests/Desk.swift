import Foundation

@testable import Server

/// What a test and the handler on the listener's thread tell each other.
final class Desk: @unchecked Sendable {
  private let condition = NSCondition()
  private var batches: [[Request]] = []
  private var abandoned: [ExchangeID] = []
  private var isHeld = false
  private var defersUntilReleased = false
  private var resumes: [Int] = []
  private var waker: @Sendable () -> Void = {}

  /// Lets `handle` wait inside until `release`.
  func hold() { locked { isHeld = true } }

  /// Lets requests whose path is `/later` stay open until `release`.
  func deferLater() { locked { defersUntilReleased = true } }

  func release() {
    locked {
      isHeld = false
      defersUntilReleased = false
    }
  }

  var isDeferring: Bool { locked { defersUntilReleased } }

  /// The targets of each call of `handle` so far.
  var turns: [[String]] { locked { batches.map { $0.map(\.target) } } }

  /// Waits until something is so; false after five seconds.
  private func wait(until isSo: (Desk) -> Bool) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    let end = Date(timeIntervalSinceNow: 5)
    while !isSo(self) {
      guard condition.wait(until: end) else { return false }
    }
    return true
  }

  func waitForTurns(_ count: Int) -> Bool { wait { $0.batches.count >= count } }
  func waitForRequests(_ count: Int) -> Bool { wait { $0.batches.joined().count >= count } }
  func waitForAbandoned(_ count: Int) -> Bool { wait { $0.abandoned.count >= count } }
  func waitForResumes(after count: Int) -> Bool { wait { $0.resumes.count > count } }
  func waitForResume(behindTurns count: Int) -> Bool { wait { $0.resumes.contains(count) } }
  var resumeCount: Int { locked { resumes.count } }
  /// How often `handle` had been called by each call of `resume`.
  var turnsBeforeResumes: [Int] { locked { resumes } }

  /// Wakes the listener whose handler was made last.
  func wake() { locked { waker }() }

  // MARK: The handler's side

  func made(_ waker: @escaping @Sendable () -> Void) { locked { self.waker = waker } }

  func entered(_ requests: [Request]) {
    locked { batches.append(requests) }
    _ = wait { !$0.isHeld }
  }

  func left(_ id: ExchangeID) { locked { abandoned.append(id) } }
  func resumed() { locked { resumes.append(batches.count) } }

  private func locked<Value>(_ body: () -> Value) -> Value {
    condition.lock()
    defer {
      condition.broadcast()
      condition.unlock()
    }
    return body()
  }
}

/// Answers with what it was asked: method, target, version, length of the body.
final class DeskHandler: RequestHandler {
  private let desk: Desk
  private let timeout: Int?
  private var open: [Exchange] = []

  init(_ desk: Desk, timeout: Int? = nil, wake: @escaping @Sendable () -> Void) {
    self.desk = desk
    self.timeout = timeout
    desk.made(wake)
  }

  func handle(_ exchanges: [Exchange]) -> [Answer] {
    desk.entered(exchanges.map(\.request))
    return decide(exchanges)
  }

  func resume(now: Int64) -> [Answer] {
    desk.resumed()
    let waiting = open
    open = []
    return decide(waiting)
  }

  /// Asks the desk once, which may change its mind at any moment.
  private func decide(_ exchanges: [Exchange]) -> [Answer] {
    let isDeferring = desk.isDeferring
    let deferred = exchanges.filter { isDeferring && $0.request.path == "/later" }
    open += deferred
    return exchanges.filter { !deferred.contains($0) }.map(Self.answer)
  }

  var timeoutMilliseconds: Int? { open.isEmpty ? nil : timeout }

  func abandoned(_ id: ExchangeID) {
    open.removeAll { $0.id == id }
    desk.left(id)
  }

  static func answer(_ exchange: Exchange) -> Answer {
    let request = exchange.request
    if request.path == "/large" {
      return Answer(
        id: exchange.id,
        response: Response(status: 200, body: [UInt8](repeating: 0x61, count: 8 << 20)))
    }
    var response = Response(
      status: 200, text: "\(request.method) \(request.target) \(request.body.count)")
    if request.path == "/delayed" {
      response.closes = true
      response.delay = 300
    }
    return Answer(id: exchange.id, response: response)
  }
}
