import Glibc

/// Waits for a while or for INT or TERM, whichever comes first. The two signals are blocked in the
/// calling thread for as long as it lives: other threads have to block them too.
struct SignalPause {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// - Returns: whether a signal asked to end.
  mutating func wait(seconds: Double) -> Bool {
    // A day at most keeps the conversion in range.
    let bounded = min(max(seconds, 0), 86_400)
    var limit = timespec(
      tv_sec: Int(bounded), tv_nsec: Int((bounded - bounded.rounded(.down)) * 1e9))
    return sigtimedwait(&signals, nil, &limit) > 0
  }
}
