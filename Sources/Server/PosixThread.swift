import Glibc

/// A thread that runs one body, takes no signal, and can be waited for or left to itself.
public struct PosixThread: Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// Nil where the system has no thread left.
  public init?(_ run: @escaping @Sendable () -> Void) {
    var previous = sigset_t()
    var blocked = Self.blockedSignals()
    // A thread inherits the mask of its maker.
    pthread_sigmask(SIG_SETMASK, &blocked, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let result = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard result == 0 else {
      body.release()
      return nil
    }
    self.thread = thread
  }

  var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }

  func join() {
    pthread_join(thread, nil)
  }

  /// Nobody will wait for it.
  public func detach() {
    pthread_detach(thread)
  }

  /// All but those by which the thread itself fails: they must reach the handler that restores
  /// the terminal.
  private static func blockedSignals() -> sigset_t {
    var set = sigset_t()
    sigfillset(&set)
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigdelset(&set, signal) }
    return set
  }
}
