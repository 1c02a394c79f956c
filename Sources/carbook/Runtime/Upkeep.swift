import Domain
import Glibc
import Store

/// Once a day, in the process that listens: what is older than the retention says is deleted.
enum Upkeep {
  /// Seconds between two looks at whether the day has come.
  private static let interval: UInt32 = 60

  /// Starts the thread, which ends with the process: it may be cut off between any two of its short
  /// transactions.
  static func start(path: String, log: @escaping @Sendable (String) -> Void) {
    startThread {
      while true {
        sleep(interval)
        run(path: path, now: Clock.now, log: log)
      }
    }
  }

  /// Does nothing where somebody else listens, or it has been done today.
  static func run(path: String, now: Timestamp, log: (String) -> Void) {
    guard ListenerLease.holder(of: path)?.pid == getpid() else { return }
    do throws(StoreError) {
      let store = try Store.open(path, access: .writer, actor: Actor.current)
      defer { store.close() }
      try store.expire(now: now)
    } catch .locked {
      // In a minute, then.
    } catch {
      log("what is too old could not be deleted: \(error)")
    }
  }
}
