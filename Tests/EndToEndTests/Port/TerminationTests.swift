import Foundation
import Synchronization
import Testing

/// TERM in the middle of a flood of deliveries.
@Suite(.serialized) struct TerminationTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["CARBOOK_TERM_ROUNDS"].flatMap(Int.init) ?? 20

  @Test func `every delivery that was answered is on disk, and the end comes soon`() throws {
    var answered = 0
    var slowest = Duration.zero
    for round in 0..<Self.rounds {
      let (ids, time) = try Self.endUnderLoad(after: round * 37 % 200)
      answered += ids
      slowest = max(slowest, time)
    }
    print("TERM under load, \(Self.rounds) rounds: \(answered) answered, slowest end \(slowest)")
    #expect(slowest < .seconds(5))
  }

  /// Four clients deliver as fast as they are answered, the listener is told to end, and the store
  /// is compared with what was answered 200.
  /// - Parameter count: deliveries answered before the TERM.
  /// - Returns: how many were answered, and how long the end took.
  static func endUnderLoad(after count: Int) throws -> (answered: Int, time: Duration) {
    let listening = try Listening()
    let answered = Mutex<Set<String>>([])
    let ended = DispatchGroup()
    let (port, path) = (listening.port, listening.hook + "after")
    for client in 0..<4 {
      ended.enter()
      Thread {
        defer { ended.leave() }
        guard let socket = try? Socket(port: port) else { return }
        var number = 0
        while true {
          let id = "term-\(client)-\(number)"
          guard let answer = try? socket.ask(Listening.delivery(id, to: path)),
            answer.status == 200
          else { return }
          answered.withLock { _ = $0.insert(id) }
          number += 1
        }
      }.start()
    }
    try wait(for: "\(count) answers") { answered.withLock { $0.count >= count } ? true : nil }
    let told = ContinuousClock.now
    listening.program.signal(SIGTERM)
    #expect(try listening.program.waitForExit() == .status(0))
    let time = ContinuousClock.now - told
    #expect(ended.wait(timeout: .now() + patience) == .success)
    let ids = answered.withLock { $0 }
    #expect(ids.subtracting(try listening.storedIDs()).isEmpty)
    return (ids.count, time)
  }
}
