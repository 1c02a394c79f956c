import Dispatch

/// The thread that writes what the listener's thread has read. It owns the writing connection.
final class DeliveryThread: Sendable {
  private let queue: WriteQueue
  private let begun = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Returns when the store has been looked at once: an older one is migrated, and what an earlier
  /// listener has spooled comes before any request.
  init(queue: WriteQueue, makeWriter: @escaping @Sendable () -> DeliveryWriter) {
    self.queue = queue
    startThread { [begun, ended] in
      DeliveryThread.run(DeliveryDesk(queue: queue, writer: makeWriter()), of: queue, begun)
      ended.signal()
    }
    begun.wait()
  }

  /// Looks once more at what waits, and returns when the store is closed.
  func stop() {
    queue.end()
    ended.wait()
  }

  private static func run(
    _ desk: consuming DeliveryDesk, of queue: WriteQueue, _ begun: DispatchSemaphore
  ) {
    desk.turn()
    begun.signal()
    while queue.wait(milliseconds: desk.timeoutMilliseconds) { desk.turn() }
    desk.turn()
  }
}
