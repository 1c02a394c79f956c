import Foundation
import Synchronization

/// A program that runs beside the test; killed when the test lets go of it. What it prints goes to
/// files, so that no pipe is ever inherited, full or left open.
final class Program {
  enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  let pid: pid_t
  private let outputPath: String
  private let errorPath: String
  private var exit: Exit?

  private static let count = Atomic<Int>(0)

  /// Starts `arguments`, the first of which is a path or found in PATH.
  /// - Parameters:
  ///   - folder: where its output goes; its environment unless another one is given.
  ///   - input: a file to read; nothing by default.
  init(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String]? = nil,
    input: String = "/dev/null"
  ) throws {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    outputPath = folder.path("program-\(number).out")
    errorPath = folder.path("program-\(number).err")
    let variables = (environment ?? folder.environment).map { "\($0.key)=\($0.value)" }
    pid = try Self.spawn(
      arguments, variables: variables, input: input, output: outputPath, error: errorPath)
  }

  deinit {
    guard exit == nil else { return }
    kill(-pid, SIGKILL)
    waitpid(pid, nil, 0)
  }

  /// Everything it has printed so far.
  var output: String { Self.text(outputPath) }
  var errors: String { Self.text(errorPath) }

  func signal(_ number: Int32) {
    if exit == nil { kill(pid, number) }
  }

  /// Waits until its output contains `text`, and returns the whole output.
  @discardableResult
  func waitForOutput(_ text: String, upTo seconds: Double = patience) throws -> String {
    try wait(upTo: seconds, for: "\"\(text)\" in: \(output)\(errors)") {
      let output = output
      if output.contains(text) { return output }
      guard try poll() == nil else {
        throw HarnessError("Ended without \"\(text)\": \(self.output)\(errors)")
      }
      return nil
    }
  }

  /// Waits for its end.
  @discardableResult
  func waitForExit(upTo seconds: Double = patience) throws -> Exit {
    try wait(upTo: seconds, for: "the end of process \(pid)", until: poll)
  }

  func hasEnded() throws -> Bool {
    try poll() != nil
  }

  /// Runs a program to its end.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String]? = nil,
    input: String = "/dev/null", upTo seconds: Double = patience
  ) throws -> (exit: Exit, output: String, errors: String) {
    let program = try Program(arguments, in: folder, environment: environment, input: input)
    defer {
      unlink(program.outputPath)
      unlink(program.errorPath)
    }
    let exit = try program.waitForExit(upTo: seconds)
    return (exit, program.output, program.errors)
  }

  private func poll() throws -> Exit? {
    if let exit { return exit }
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
    let signal = status & 0x7F
    exit = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    return exit
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// The child has its own process group, no blocked and no ignored signals (the test library's threads
  /// block some), and no descriptor but the three.
  private static func spawn(
    _ arguments: [String], variables: [String], input: String, output: String, error: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, error, flags, 0o600)
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      guard let descriptor = Int32(name), descriptor > 2 else { continue }
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
    let options = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(options))

    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer {
      for string in argv + envp { free(string) }
    }
    var pid: pid_t = 0
    let failure = posix_spawnp(&pid, arguments.first ?? "", &actions, &attributes, &argv, &envp)
    guard failure == 0 else {
      throw HarnessError("\(arguments.first ?? ""): \(String(cString: strerror(failure)))")
    }
    return pid
  }
}
