import Domain
import Glibc
import Store

/// What has to be done now and then, whether anybody writes or not: a large -wal is put back, this
/// user's recordings of calls that are gone are deleted, and once a day, in the process that listens,
/// what is older than the retention says is.
enum Upkeep {
  /// Seconds between two looks at the -wal: the next write would put it back, but after a quiet
  /// evening that may be tomorrow's.
  private static let pause: UInt32 = 2
  /// Looks at the -wal between two looks at whether the day has come.
  private static let looks = 30

  /// Starts the thread, which ends with the process: it may be cut off between any two of its short
  /// transactions.
  static func start(
    path: String, recordings: RecordingSettings, log: @escaping @Sendable (String) -> Void
  ) {
    startThread {
      while true {
        clear(path: path, recordings: recordings)
        for _ in 0..<looks {
          sleep(pause)
          Store.tidy(path, actor: Actor.current)
        }
        run(path: path, now: Clock.now, log: log)
        // What runs once a minute need not stay in memory for it.
        ProgramCode.giveBack()
      }
    }
  }

  /// Nobody hears of what fails here: it is tried again in a minute.
  static func clear(path: String, recordings: RecordingSettings) {
    guard let store = try? Store.open(path, access: .reader, actor: Actor.current) else { return }
    defer { store.close() }
    let cache = RecordingCache(store: store.path, settings: recordings)
    try? cache.prune(by: store)
    cache.trim()
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
