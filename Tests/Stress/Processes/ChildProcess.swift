import Foundation
import Glibc

/// A program that a run has started. What it prints goes to files.
final class ChildProcess {
  enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  let pid: pid_t
  private let outputPath: String
  private(set) var exit: Exit?

  /// - Parameters:
  ///   - name: of the files its output goes to, in `place`.
  ///   - terminal: the path of a terminal that becomes its own.
  init(_ arguments: [String], name: String, in place: Workplace, terminal: String? = nil) throws {
    outputPath = place.path(name)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND
      posix_spawn_file_actions_addopen(&actions, 1, outputPath + ".out", flags, 0o600)
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 2, outputPath + ".err", flags, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var options = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    // POSIX_SPAWN_SETSID, which Swift's Glibc lacks: a session's leader gets the terminal it opens.
    if terminal != nil { options |= 0x80 }
    posix_spawnattr_setflags(&attributes, Int16(options))
    let variables = [
      "HOME=\(place.folder)", "XDG_STATE_HOME=\(outputPath).state", "LANG=C.UTF-8",
      "TERM=xterm-256color", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
    ]
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer {
      for string in argv + envp { free(string) }
    }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments.first ?? "", &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw StressError("\(arguments.first ?? ""): \(String(cString: strerror(code)))")
    }
    self.pid = pid
    Children.add(pid)
  }

  /// One of our own roles.
  convenience init(
    _ role: Role, name: String, in place: Workplace, seconds: Double, isLibraryRule: Bool = false
  ) throws {
    let arguments = [
      try ChildProcess.ourselves(), "child", "--role", role.rawValue, "--store", place.store,
      "--name", name, "--seconds", String(seconds),
    ]
    try self.init(
      arguments + (isLibraryRule ? ["--library-rule"] : []), name: name, in: place)
  }

  deinit {
    kill()
  }

  var output: String { ChildProcess.text(outputPath + ".out") }
  var errors: String { ChildProcess.text(outputPath + ".err") }
  /// What a console wrote to its log.
  var log: String { ChildProcess.text(outputPath + ".state/carbook/carbook.log") }

  var isRunning: Bool { poll() == nil }

  func signal(_ number: Int32) {
    if isRunning { Glibc.kill(pid, number) }
  }

  /// -9, and waits for its end.
  func kill() {
    guard isRunning else { return }
    Glibc.kill(pid, SIGKILL)
    _ = waitForExit(10)
  }

  /// Nil where it has not ended in that time.
  func waitForExit(_ seconds: Double) -> Exit? {
    _ = Deadline.wait(seconds) { poll() != nil }
    return exit
  }

  /// The first line of its output that begins with `word`.
  func line(_ word: String) -> String? {
    output.split(separator: "\n").first { $0.hasPrefix(word) }.map(String.init)
  }

  static func ourselves() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  private func poll() -> Exit? {
    if let exit { return exit }
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
    Children.remove(pid)
    exit = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
    return exit
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
