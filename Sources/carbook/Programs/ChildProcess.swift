import FoundationEssentials
import Glibc
import Store

/// Another program: never through a shell, in a session of its own, with no descriptor of ours but
/// the three it is given, and with no signal blocked or ignored. Belongs to one thread.
///
/// `Foundation.Process` leaves zombies while a grandchild lives, and lets a child inherit what is
/// open.
final class ChildProcess {
  enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Also of its process group.
  let id: pid_t
  private(set) var ending: Ending?
  private var isLeft = false
  private let leavesChildren: Bool

  /// - Parameters:
  ///   - program: an absolute path.
  ///   - input: its standard input; nil for /dev/null.
  ///   - output: its standard output; nil for where standard error goes.
  ///   - errors: its standard error; nil for ours, which is the log while a screen is up.
  ///   - endsWithUs: whether it is killed when the thread that starts it is gone, however that comes
  ///     about; needs setpriv(1), and goes without where there is none.
  ///   - leavesChildren: whether what it has started may run on when it has ended by itself.
  ///   - variables: of its environment, beside ours.
  /// - Throws: where it cannot be started.
  init(
    _ program: String, _ arguments: [String], input: Int32? = nil, output: Int32? = nil,
    errors: Int32? = nil, endsWithUs: Bool = false, leavesChildren: Bool = false,
    variables: [String: String] = [:]
  ) throws(SystemError) {
    self.leavesChildren = leavesChildren
    let name = PathName(program).name
    // setpriv would be started all the same, and be the one to find out.
    guard access(program, X_OK) == 0 else { throw SystemError("\(name) cannot be started") }
    var command = [program] + arguments
    if endsWithUs, let setpriv = ChildProcess.setpriv {
      command = [setpriv, "--pdeathsig", "KILL", "--"] + command
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // First those that may stand in the way of the others.
    posix_spawn_file_actions_adddup2(&actions, errors ?? STDERR_FILENO, STDERR_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output ?? STDERR_FILENO, STDOUT_FILENO)
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    // Ours are close-on-exec; between a pipe and its flag another thread may come here.
    for descriptor in ChildProcess.openDescriptors where descriptor > STDERR_FILENO {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID, which Swift's Glibc lacks.
    let setsid: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | setsid))
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    var argv = command.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for string in argv + envp { free(string) }
    }
    var id: pid_t = 0
    let code = posix_spawn(&id, command[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw SystemError("\(name) cannot be started", code: code)
    }
    self.id = id
  }

  deinit {
    if !isLeft { end(within: 0) }
  }

  private static let setpriv = InstalledProgram.find("setpriv")

  private static var openDescriptors: [Int32] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return (names ?? []).compactMap { Int32($0) }
  }

  /// How it ended; nil while it runs. What it has started and left running ends with it, unless that
  /// may run on.
  func poll() -> Ending? {
    if ending != nil { return ending }
    var information = siginfo_t()
    // Looked at and not reaped: its group cannot be another's yet.
    guard waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
      information.si_signo == SIGCHLD
    else { return nil }
    if !leavesChildren { kill(-id, SIGKILL) }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    return ending
  }

  /// Waits so long for its end.
  func wait(milliseconds: Int64) -> Ending? {
    let deadline = Clock.monotonicMilliseconds() + milliseconds
    while poll() == nil, Clock.monotonicMilliseconds() < deadline { usleep(5000) }
    return ending
  }

  /// Lets it run on when this object goes.
  func leave() {
    isLeft = true
  }

  /// Asks it and all it has started to end, and after so many milliseconds makes them.
  func end(within milliseconds: Int64) {
    guard poll() == nil else { return }
    if milliseconds > 0 {
      kill(-id, SIGTERM)
      if wait(milliseconds: milliseconds) != nil { return }
    }
    kill(-id, SIGKILL)
    while poll() == nil { usleep(1000) }
  }
}
