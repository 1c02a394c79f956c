import Synchronization

/// An HTTP/1.1 server on one thread of its own. It can be started and stopped any number of
/// times, from any thread but its own.
///
/// Requests of one connection are handled one after the other: a pipelined one is parsed once
/// the one before it is answered.
public final class Listener: Sendable {
  private struct Running: Sendable {
    let thread: PosixThread
    let control: LoopControl
    let address: ListenAddress
  }

  private let address: ListenAddress
  private let limits: Limits
  private let log: @Sendable (String) -> Void
  private let makeHandler: @Sendable (@escaping @Sendable () -> Void) -> any RequestHandler
  /// Held while the listener starts or stops, which may take seconds.
  private let lifecycle = Mutex(())
  private let running = Mutex<Running?>(nil)

  /// - Parameters:
  ///   - log: told events of operation, on the listener's thread; never a request's contents.
  ///   - makeHandler: called on the listener's thread at each start; the handler lives, and is
  ///     released, on that thread. What it is given lets its `resume` be called soon, from any
  ///     thread and at any time; many calls may end in one.
  public init(
    address: ListenAddress, limits: Limits = Limits(),
    log: @escaping @Sendable (String) -> Void = { _ in },
    makeHandler:
      @escaping @Sendable (_ wake: @escaping @Sendable () -> Void) ->
      any RequestHandler
  ) {
    self.address = address
    self.limits = limits
    self.log = log
    self.makeHandler = makeHandler
  }

  deinit {
    stop(graceful: false)
  }

  /// Where clients are accepted, with the port that was picked; nil while stopped.
  public var boundAddress: ListenAddress? { running.withLock { $0?.address } }

  /// Binds, listens and starts the thread; when it returns, clients can connect. Does nothing
  /// where it runs already.
  public func start() throws(ListenError) {
    try lifecycle.withLock { (_) throws(ListenError) in
      guard boundAddress == nil else { return }
      let listening = try ListeningSocket(address)
      guard let pipe = WakePipe() else {
        listening.discard()
        throw .failed(address, reason: "no file descriptors are left")
      }
      let control = LoopControl(pipe: pipe)
      // Room for the store, the terminal and the rest of the program.
      let reserve = 256
      let files = Descriptor.allow(limits.connections + reserve)
      let capacity = max(1, min(limits.connections, files - min(reserve, files / 2)))
      let thread = PosixThread { [limits, log, makeHandler] in
        EventLoop(
          listening: listening, capacity: capacity, limits: limits, control: control, log: log,
          handler: makeHandler { control.pipe.wake() }
        ).run()
      }
      guard let thread else {
        listening.discard()
        throw .failed(address, reason: "no thread could be started")
      }
      running.withLock {
        $0 = Running(thread: thread, control: control, address: listening.address)
      }
    }
  }

  /// Stops accepting, and returns when the thread has ended and the port is free.
  /// - Parameter graceful: answers what was received first, within `Limits.stopTime`; else every
  ///   connection is closed at once.
  public func stop(graceful: Bool = true) {
    // The thread cannot wait for itself: told so by its own handler, it ends after this turn.
    if let current = running.withLock({ $0 }), current.thread.isCurrent {
      return current.control.stop(gracefully: graceful)
    }
    lifecycle.withLock { _ in
      guard let current = running.withLock({ $0 }) else { return }
      current.control.stop(gracefully: graceful)
      current.thread.join()
      running.withLock { $0 = nil }
    }
  }
}
