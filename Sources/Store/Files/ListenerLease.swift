import Dispatch
import Glibc
import Synchronization

/// The right to listen for a store's deliveries: one process has it, the others wait for it.
///
/// May be shared between threads: one waits, another cancels.
public final class ListenerLease: @unchecked Sendable {
  /// Who listens, for the other consoles.
  public struct Holder: Equatable, Sendable {
    public let pid: Int32
    public let user: String
    /// `HOST:PORT`; nil until he accepts connections.
    public let address: String?
  }

  private let descriptor: Int32
  private let user: String
  private let state = Mutex(State())
  /// Signalled by each wait that ends.
  private let noticed = DispatchSemaphore(value: 0)

  private struct State {
    var isHeld = false
    var isCancelled = false
    var waiter: pthread_t?
  }

  /// - Parameters:
  ///   - store: the path of the store, which exists.
  ///   - user: who holds it, shown to the others.
  public init(store: String, user: String) throws(StoreError) {
    let files = StoreFiles(path: store)
    try StoreFiles.makeFile(files.listener, mode: files.mode)
    descriptor = open(files.listener, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(errno: errno) }
    self.user = String(user.map { $0.isWhitespace ? "_" : $0 })
  }

  deinit {
    close(descriptor)
  }

  /// False where somebody else has it.
  public func tryAcquire() -> Bool {
    acquire(LOCK_EX | LOCK_NB) == 0
  }

  /// Blocks the thread without waking up until the lease is ours; false after `cancel()`.
  public func waitUntilAcquired() -> Bool {
    ListenerLease.installWakeUp
    // A thread inherits its maker's mask, and dispatch's threads block all they can.
    var wakeUp = sigset_t()
    var before = sigset_t()
    sigemptyset(&wakeUp)
    sigaddset(&wakeUp, SIGURG)
    pthread_sigmask(SIG_UNBLOCK, &wakeUp, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let mayWait = state.withLock { state in
      if !state.isCancelled { state.waiter = pthread_self() }
      return !state.isCancelled
    }
    guard mayWait else { return false }
    var code: Int32
    repeat { code = acquire(LOCK_EX) } while code == EINTR && !cancelled
    state.withLock { $0.waiter = nil }
    noticed.signal()
    return code == 0
  }

  /// Ends a wait, now and in future, and returns when it has ended.
  public func cancel() {
    state.withLock { $0.isCancelled = true }
    // A signal that comes just before the thread blocks is lost, so again until it has noticed.
    while wakeWaiter() { _ = noticed.wait(timeout: .now() + .milliseconds(5)) }
  }

  /// False where nobody waits.
  private func wakeWaiter() -> Bool {
    state.withLock { state in
      if let waiter = state.waiter { pthread_kill(waiter, SIGURG) }
      return state.waiter != nil
    }
  }

  /// Lets waits succeed again after `cancel()`.
  public func resume() {
    state.withLock { $0.isCancelled = false }
  }

  public func release() {
    state.withLock { state in
      guard state.isHeld else { return }
      state.isHeld = false
      ftruncate(descriptor, 0)
      flock(descriptor, LOCK_UN)
    }
  }

  /// Tells the others where we listen. Only the holder may.
  public func publish(address: String) {
    write(address: address)
  }

  /// Who has the lease of the store at `path`; nil where nobody has.
  public static func holder(of path: String) -> Holder? {
    let descriptor = open(StoreFiles(path: path).listener, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // Nobody holds it when it can be shared; the text may be that of one who was killed.
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
    let words = FileLock.text(of: descriptor).map { $0.split(whereSeparator: \.isWhitespace) } ?? []
    guard words.count >= 2, let pid = Int32(words[0]) else { return nil }
    return Holder(
      pid: pid, user: String(words[1]), address: words.count > 2 ? String(words[2]) : nil)
  }

  /// Answers errno, 0 for success.
  private func acquire(_ operation: Int32) -> Int32 {
    guard flock(descriptor, operation) == 0 else { return errno }
    state.withLock { $0.isHeld = true }
    write(address: nil)
    return 0
  }

  private func write(address: String?) {
    let words = [String(getpid()), user, address].compactMap { $0 }
    FileLock.write(words.joined(separator: " ") + "\n", to: descriptor)
  }

  private var cancelled: Bool {
    state.withLock { $0.isCancelled }
  }

  /// SIGURG does nothing by itself; with a handler and without SA_RESTART it makes a blocked
  /// `flock` return EINTR (signal(7)).
  private static let installWakeUp: Void = {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGURG, &action, nil)
  }()
}
