import Dispatch
import Domain
import Server
import Store
import Synchronization
import TUI

/// Receives this store's deliveries, or waits until it may: one process a store listens, and the
/// next one takes over when it ends, is killed or is suspended.
final class ListenerService: Sendable {
  private enum Wish {
    case listen
    case pause
    case stop
  }

  private let path: String
  private let address: ListenAddress
  private let plan: NumberPlan
  private let rules: PeerRules
  private let log: @Sendable (String) -> Void
  private let report: @Sendable (ListenerStatus) -> Void
  private let reportSpool: @Sendable (SpoolStatus) -> Void
  private let lease: ListenerLease
  private let wish = Mutex(Wish.listen)
  private let changed = DispatchSemaphore(value: 0)
  private let released = DispatchSemaphore(value: 0)

  /// A port that a stranger holds is tried again after this many milliseconds.
  private static let retry = 1000
  /// What is being answered has this many seconds to be finished.
  private static let grace = 5.0

  /// - Parameters:
  ///   - log: told of operation, never of a request's contents.
  ///   - report: told each change, from the service's thread.
  ///   - reportSpool: told when deliveries begin or cease to be spooled, from the thread that writes
  ///     them.
  init(
    path: String, address: ListenAddress, plan: NumberPlan, rules: PeerRules = PeerRules(),
    log: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (ListenerStatus) -> Void,
    reportSpool: @escaping @Sendable (SpoolStatus) -> Void
  ) throws(StoreError) {
    self.path = path
    self.address = address
    self.plan = plan
    self.rules = rules
    self.log = log
    self.report = report
    self.reportSpool = reportSpool
    lease = try ListenerLease(store: path, user: Actor.current)
    startThread { self.run() }
  }

  /// Closes the port and gives the lease away, and returns when that is done; `resume` takes them
  /// back.
  func pause() {
    ask(.pause)
  }

  func resume() {
    wish.withLock { $0 = .listen }
    changed.signal()
  }

  func stop() {
    ask(.stop)
  }

  private func ask(_ new: Wish) {
    wish.withLock { $0 = new }
    lease.cancel()
    changed.signal()
    _ = released.wait(timeout: .now() + ListenerService.grace)
  }

  // MARK: The service's thread

  private var isWanted: Bool {
    wish.withLock { $0 == .listen }
  }

  private func run() {
    while true {
      switch wish.withLock({ $0 }) {
      case .listen: takeTurn()
      case .pause:
        released.signal()
        changed.wait()
      case .stop:
        released.signal()
        return
      }
    }
  }

  private func takeTurn() {
    lease.resume()
    // A wish that came before the line above would have been forgotten by it.
    guard isWanted else { return }
    if !lease.tryAcquire() {
      reportHolder()
      guard lease.waitUntilAcquired() else { return }
    }
    defer { lease.release() }
    while isWanted {
      guard let listener = open() else {
        _ = changed.wait(timeout: .now() + .milliseconds(ListenerService.retry))
        continue
      }
      while isWanted { changed.wait() }
      listener.stop()
      reportSpool(.idle)
    }
  }

  private func reportHolder() {
    let holder = ListenerLease.holder(of: path)
    report(
      .other(
        pid: holder?.pid ?? 0, user: holder?.user ?? "", address: holder?.address ?? "\(address)"))
  }

  /// The open port; nil where it cannot be had now, which has been reported.
  private func open() -> Listener? {
    let listener = Listener(address: address, log: log) { [path, plan, rules, log, reportSpool] in
      Doorkeeper(
        rules: rules, log: log,
        before: WebhookHandler(path: path, plan: plan, log: log, report: reportSpool, wake: $0))
    }
    do {
      try listener.start()
    } catch ListenError.addressInUse {
      report(.waiting(address: "\(address)"))
      return nil
    } catch {
      report(.failed(String(describing: error)))
      return nil
    }
    let bound = "\(listener.boundAddress ?? address)"
    lease.publish(address: bound)
    if !address.isLoopback {
      log("other machines reach \(bound), and nothing sent to it is encrypted (no TLS)")
    }
    report(.listening(address: bound))
    return listener
  }
}
