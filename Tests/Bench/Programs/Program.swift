import Foundation
import Glibc

/// A program that runs beside us, on a terminal or with its output in a file.
final class Program {
  let pid: pid_t
  private let outputPath: String
  private var status: Int32?

  /// - Parameter terminal: the path of a terminal that becomes its own.
  init(_ arguments: [String], in place: Workplace, terminal: String? = nil) throws {
    outputPath = place.path("output-\(UInt32.random(in: 0 ... .max))")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      for other: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, other) }
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which Swift's Glibc lacks: a session's leader gets the terminal it opens.
    if terminal != nil { posix_spawnattr_setflags(&attributes, 0x80) }
    let variables = [
      "HOME=\(place.folder)", "XDG_STATE_HOME=\(outputPath).state", "LANG=C.UTF-8", "LESS=",
      "TERM=xterm-256color", "PATH=/usr/sbin:/usr/bin:/bin",
    ]
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer {
      for string in argv + envp { free(string) }
    }
    var pid: pid_t = 0
    let code = posix_spawnp(&pid, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw BenchError("\(arguments[0]): \(String(cString: strerror(code)))")
    }
    self.pid = pid
  }

  deinit {
    end()
  }

  /// Runs one to its end.
  /// - Returns: what it printed.
  /// - Throws: where its status is not 0.
  @discardableResult
  static func run(_ arguments: [String], in place: Workplace) throws -> String {
    let program = try Program(arguments, in: place)
    guard program.wait() == 0 else {
      throw BenchError("\(arguments.joined(separator: " ")): \(program.output)")
    }
    return program.output
  }

  var output: String {
    (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? ""
  }

  /// - Returns: its status as `waitpid` has it.
  @discardableResult
  func wait() -> Int32 {
    if let status { return status }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    self.status = status
    return status
  }

  func end(_ signal: Int32 = SIGTERM) {
    guard status == nil else { return }
    kill(pid, signal)
    wait()
  }

  /// Asks each 5 ms until it is true.
  static func wait(_ seconds: Double, until isTrue: () -> Bool) throws {
    let watch = Stopwatch()
    while !isTrue() {
      guard watch.elapsed.wall < seconds else { throw BenchError("waited \(seconds) s in vain") }
      usleep(5000)
    }
  }

  // MARK: - What Linux says of it (proc(5))

  /// KiB.
  var resident: Int {
    number(of: "VmRSS:", in: "/proc/\(pid)/status")
  }

  /// How often its threads have gone to sleep and were woken again.
  var wakeUps: Int {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return threads.reduce(0) {
      $0 + number(of: "voluntary_ctxt_switches:", in: "/proc/\(pid)/task/\($1)/status")
    }
  }

  /// Seconds of processor time.
  var processorTime: Double {
    let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func number(of name: String, in path: String) -> Int {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
