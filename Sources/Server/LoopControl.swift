import Synchronization

/// What other threads may say to the loop: an order, and that it should look.
final class LoopControl: Sendable {
  enum Order: Sendable { case run, stopGracefully, stopNow }

  let pipe: WakePipe
  private let current = Mutex(Order.run)

  init(pipe: WakePipe) {
    self.pipe = pipe
  }

  var order: Order { current.withLock { $0 } }

  func stop(gracefully: Bool) {
    current.withLock { $0 = gracefully ? .stopGracefully : .stopNow }
    pipe.wake()
  }
}
