import Glibc
import Server

/// The signals that end, stop or resume the program, taken by one thread that waits for them, so
/// that no handler ever runs in the middle of something.
enum Signals {
  /// What a signal asks of the main thread.
  enum Wish: Equatable, Sendable {
    case end(signal: Int32)
    case suspend
    case resumed
  }

  static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let taken = ending + [SIGTSTP, SIGCONT]

  /// Blocks what `watch` takes in this thread and in those it starts; call it first of all. A write
  /// to a pipe or socket that nobody reads, or past a file's limit, is an error to look at, not a
  /// reason to die.
  static func block() {
    var set = sigset(taken)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// For a command that ends by itself: a signal ends it before.
  static func unblock() {
    var set = sigset(taken)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Starts the thread that waits for signals and tells `deliver` what they ask for.
  /// - Parameters:
  ///   - grace: seconds the program has to end by itself after the first ending signal.
  ///   - force: called when it has not; must not return to a hung program.
  static func watch(
    grace: UInt32, deliver: @escaping @Sendable (Wish) -> Void,
    force: @escaping @Sendable (Int32) -> Void
  ) {
    startThread {
      var set = sigset(taken)
      while true {
        var number: Int32 = 0
        guard sigwait(&set, &number) == 0 else { continue }
        switch number {
        case SIGTSTP: deliver(.suspend)
        case SIGCONT: deliver(.resumed)
        default:
          deliver(.end(signal: number))
          sleep(grace)
          force(number)
        }
      }
    }
  }

  /// Ends this process by that signal, so that whoever waits for it sees the true reason.
  static func die(of number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset([number])
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }

  fileprivate static func sigset(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}

/// Starts a thread that takes no signal: SIGWINCH is for the main thread's `poll`.
func startThread(_ body: @escaping @Sendable () -> Void) {
  guard let thread = PosixThread(body) else { fatalError("the system has no thread left") }
  thread.detach()
}
