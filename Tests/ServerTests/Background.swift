import Foundation

/// A piece of work on a thread of its own, for what a test cannot do while it waits.
struct Background: Sendable {
  private let begun = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Void) {
    Thread { [begun, ended] in
      begun.signal()
      work()
      ended.signal()
    }.start()
  }

  /// Waits; false after five seconds.
  func hasBegun() -> Bool { begun.wait(timeout: .now() + 5) == .success }
  func hasEnded() -> Bool { ended.wait(timeout: .now() + 5) == .success }
}
