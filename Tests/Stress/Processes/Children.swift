import Foundation
import Glibc
import Synchronization

/// The processes that are running for us: none outlives us.
enum Children {
  private static let running = Mutex<Set<pid_t>>([])

  static func add(_ pid: pid_t) {
    running.withLock { _ = $0.insert(pid) }
  }

  static func remove(_ pid: pid_t) {
    running.withLock { _ = $0.remove(pid) }
  }

  /// Call it first of all: INT and TERM then end them and us.
  static func endWithUs() {
    signal(SIGPIPE, SIG_IGN)
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, number) }
    pthread_sigmask(SIG_BLOCK, &ending, nil)
    Thread {
      var number: Int32 = 0
      var awaited = sigset_t()
      sigemptyset(&awaited)
      for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&awaited, number) }
      sigwait(&awaited, &number)
      Report.complain("stress: ended by signal \(number)")
      for pid in running.withLock({ $0 }) { kill(pid, SIGKILL) }
      _exit(128 + number)
    }.start()
  }
}

/// Runs `body` in so many threads and returns when all have ended.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    Thread {
      body(index)
      group.leave()
    }.start()
  }
  group.wait()
}
