import Foundation
import Synchronization

/// Clients that deliver calls all the while, each in a thread of its own, and remember which ones
/// were answered 200.
final class Senders: Sendable {
  private struct State {
    /// Answered 200 and not yet asked for by `takeConfirmed`.
    var confirmed: [String] = []
    var confirmedCount = 0
    /// Answers other than 200.
    var refused: [Int: Int] = [:]
    var latencies = Latencies()
    var isOver = false
  }

  private let state = Mutex(State())
  private let ended = DispatchGroup()

  /// - Parameters:
  ///   - interval: seconds between two deliveries of one client; they keep to the plan, so that an
  ///     answer that comes late is not hidden by the deliveries that were put off meanwhile.
  init(_ count: Int, port: UInt16, token: String, interval: Double) {
    for index in 0..<count {
      ended.enter()
      Thread { [self] in
        let client = HTTPClient(port: port, target: "/hook/\(token)/after")
        var due = Deadline.now + interval * Double(index) / Double(count)
        var number = index
        while !state.withLock({ $0.isOver }) {
          Deadline.pause(due - Deadline.now)
          let delivery = StressDelivery(id: "sent-\(index)-\(number)", number: number)
          let status = client.post(delivery.body)
          note(delivery.id, status, took: Deadline.now - due)
          // Nobody listens: asking at once again would only heat the machine.
          if status == nil { Deadline.pause(0.01) }
          due = status == nil ? Deadline.now : due + interval
          number += count
        }
        ended.leave()
      }.start()
    }
  }

  /// Returns when every client has had its last answer.
  func finish() {
    state.withLock { $0.isOver = true }
    ended.wait()
  }

  var confirmedCount: Int { state.withLock { $0.confirmedCount } }
  var refused: [Int: Int] { state.withLock { $0.refused } }
  var latencies: Latencies { state.withLock { $0.latencies } }

  /// The calls answered 200 since it was last asked.
  func takeConfirmed() -> [String] {
    state.withLock { state in
      defer { state.confirmed = [] }
      return state.confirmed
    }
  }

  private func note(_ id: String, _ status: Int?, took seconds: Double) {
    state.withLock { state in
      guard let status else { return }
      guard status == 200 else {
        state.refused[status, default: 0] += 1
        return
      }
      state.confirmed.append(id)
      state.confirmedCount += 1
      state.latencies.add(seconds)
    }
  }
}
