import Dispatch
import Domain
import Glibc
import Server
import Store
import Synchronization

/// The thread that talks to the providers: one process a store does, and the next one takes over when
/// it ends, is killed or is suspended.
final class ProviderService: Sendable {
  private enum Wish {
    case work, pause, stop
  }

  private let path: String
  private let plan: NumberPlan
  private let curl: Curl
  private let log: @Sendable (String) -> Void
  private let wake: WakePipe
  private let wish = Mutex(Wish.work)
  private let mustFetch = Mutex(false)
  private let released = DispatchSemaphore(value: 0)

  /// Milliseconds between two looks whether the one who does it has gone.
  private static let patience: Int64 = 2000
  /// After commits of others, which come in flocks.
  private static let flock: Int32 = 50
  /// What is being asked has this many seconds to be broken off.
  private static let grace = 2.0

  /// - Parameter log: told of operation, never of numbers, names or keys.
  init(
    path: String, plan: NumberPlan, curl: Curl = Curl(), log: @escaping @Sendable (String) -> Void
  ) throws(SystemError) {
    guard let wake = WakePipe() else { throw SystemError("cannot make a pipe") }
    self.path = path
    self.plan = plan
    self.curl = curl
    self.log = log
    self.wake = wake
    startThread { self.run() }
  }

  /// Nobody has listened for a while: the provider may know of calls that we do not.
  func fetchNow() {
    mustFetch.withLock { $0 = true }
    wake.wake()
  }

  /// Breaks off what is asked and lets another process do it, and returns when that is so.
  func pause() {
    ask(.pause)
  }

  func resume() {
    wish.withLock { $0 = .work }
    fetchNow()
  }

  func stop() {
    ask(.stop)
  }

  private func ask(_ new: Wish) {
    wish.withLock { $0 = new }
    wake.wake()
    _ = released.wait(timeout: .now() + ProviderService.grace)
  }

  // MARK: The service's thread

  private var isWanted: Bool {
    wish.withLock { $0 == .work }
  }

  private func run() {
    while true {
      switch wish.withLock({ $0 }) {
      case .work:
        do {
          try work()
        } catch StoreError.locked {
          // In a moment, then.
        } catch {
          log("the provider cannot be asked: \(error)")
        }
        if isWanted { wait(ProviderService.patience, nil) }
      case .pause:
        released.signal()
        wait(-1, nil)
      case .stop:
        released.signal()
        return
      }
    }
  }

  /// Until it is not wanted any more, or the store is another.
  private func work() throws {
    // A store that is gone is not made anew here.
    guard Store.exists(path) else { return }
    let store = try Store.open(path, access: .writer, actor: Actor.current)
    defer { store.close() }
    let watch = try ChangeWatch(store: path)
    let lease = try SenderLease(store: path, user: Actor.current)
    while isWanted, try !lease.tryAcquire() { wait(ProviderService.patience, nil) }
    defer { lease.release() }
    let round = ProviderRound(store: store, plan: plan, curl: curl, log: log) { self.isWanted }
    var seen: Int64 = -1
    var next: Int64 = 0
    while isWanted, !store.isReplaced {
      if mustFetch.withLock({ must in
        defer { must = false }
        return must
      }) {
        round.fetchNow()
        next = 0
      }
      let version = try store.dataVersion
      if version != seen || Clock.monotonicMilliseconds() >= next {
        seen = version
        next = Clock.monotonicMilliseconds() + (try round.turn())
      }
      let rest = max(0, next - Clock.monotonicMilliseconds())
      wait(min(rest, watch.nextRetryMilliseconds.map(Int64.init) ?? rest), watch.descriptor)
      if watch.drain() { poll(nil, 0, ProviderService.flock) }
    }
  }

  /// - Parameter milliseconds: less than 0 for however long it takes.
  private func wait(_ milliseconds: Int64, _ descriptor: Int32?) {
    var requests = [wake.readEnd, descriptor].compactMap { $0 }.map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    poll(&requests, nfds_t(requests.count), milliseconds < 0 ? -1 : Int32(clamping: milliseconds))
    wake.drain()
  }
}
