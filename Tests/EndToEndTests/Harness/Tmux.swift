import Foundation
import Synchronization

/// A real terminal for a program: one pane of a private tmux server, gone with this object.
final class Tmux {
  private let folder: TemporaryFolder
  private let socket: String

  private static let count = Atomic<Int>(0)
  // Before the first pane, so that a program which ends at once is seen to have ended.
  private static let configuration = """
    set -g default-terminal tmux-256color
    set -g remain-on-exit on
    set -g remain-on-exit-format ""
    set -g status off
    set -g escape-time 0
    set -s set-clipboard on
    """

  /// Starts `command` in a terminal.
  /// - Parameters:
  ///   - command: the program and its arguments; one string alone is read by /bin/sh.
  ///   - folder: home and every other folder of the program.
  ///   - environment: variables beside, or in place of, the folder's own.
  init(
    _ command: [String], in folder: TemporaryFolder, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    self.folder = folder
    let number = Self.count.add(1, ordering: .relaxed).newValue
    socket = folder.path("tmux-\(number)")
    let configuration = folder.path("tmux-\(number).conf")
    try Self.configuration.write(toFile: configuration, atomically: false, encoding: .utf8)
    let arguments = [
      "tmux", "-S", socket, "-f", configuration, "new-session", "-d", "-x", "\(columns)",
      "-y", "\(rows)", "--",
    ]
    let (exit, _, errors) = try Program.run(
      arguments + command, in: folder,
      environment: folder.environment.merging(environment) { $1 })
    guard exit == .status(0) else { throw HarnessError("tmux: \(errors)") }
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  /// Takes the terminal away from the program, as a dropped connection does.
  func close() throws {
    try tmux("kill-server")
  }

  // MARK: Keys

  /// Presses keys by tmux' names: `"F9"`, `"C-s"`, `"Enter"`, `"n"`.
  func sendKeys(_ keys: String...) throws {
    try sendKeys(keys)
  }

  func sendKeys(_ keys: [String]) throws {
    try tmux(["send-keys", "--"] + keys)
  }

  /// What the program has put on the clipboard.
  func clipboard() throws -> String {
    try tmux("show-buffer")
  }

  /// Types text as it is.
  func typeText(_ text: String) throws {
    try tmux("send-keys", "-l", "--", text)
  }

  /// Pastes text, bracketed where the program asked for it.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "-b", "paste", "--", text)
    try tmux("paste-buffer", "-p", "-d", "-b", "paste")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Has everything that the program sends from now on written into a file too.
  func pipe(to file: String) throws {
    try tmux("pipe-pane", "-O", "cat >> \(file)")
  }

  // MARK: The screen

  /// The screen's rows, blanks at their ends left out.
  func capture() throws -> [String] {
    try lines(tmux("capture-pane", "-p"))
  }

  /// The same with the escape sequences that colour it.
  func captureWithColours() throws -> [String] {
    try lines(tmux("capture-pane", "-p", "-e"))
  }

  /// Waits until the screen contains `text`, and returns it.
  @discardableResult
  func waitFor(_ text: String, upTo seconds: Double = patience) throws -> [String] {
    try waitFor("\"\(text)\"", upTo: seconds) { $0.contains { $0.contains(text) } }
  }

  /// Waits until the screen is as wanted and stays so, and returns it; throws with the screen in its
  /// text. A program paints in several writes: what is there for a moment only is not looked at.
  @discardableResult
  func waitFor(
    _ what: String, upTo seconds: Double = patience, until isWanted: ([String]) -> Bool
  ) throws -> [String] {
    var screen: [String] = []
    return try wait(upTo: seconds, for: "\(what) in\n\(screen.joined(separator: "\n"))") {
      screen = try capture()
      guard isWanted(screen) else { return nil }
      usleep(5000)
      return try capture() == screen ? screen : nil
    }
  }

  /// Waits until the screen has nothing of `text` any more, and returns it.
  @discardableResult
  func waitUntilGone(_ text: String, upTo seconds: Double = patience) throws -> [String] {
    try waitFor("no \"\(text)\"", upTo: seconds) { !$0.contains { $0.contains(text) } }
  }

  // MARK: State

  /// How the program ended; nil while it runs.
  func exit() throws -> Program.Exit? {
    let format = "#{pane_dead}:#{pane_dead_status}:#{pane_dead_signal}:#{pid}"
    let fields = try query(format).split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 4, fields[0] == "1" else { return nil }
    if let signal = Int32(fields[2]) { return .signal(signal) }
    if let status = Int32(fields[1]) { return .status(status) }
    // tmux loses a CHLD now and then, and then never asks how the program ended: it is told again.
    if let server = pid_t(fields[3]) { kill(server, SIGCHLD) }
    return nil
  }

  /// Waits for the program's end.
  @discardableResult
  func waitForExit(upTo seconds: Double = patience) throws -> Program.Exit {
    try wait(upTo: seconds, for: "the program's end in\n\(remains())", until: exit)
  }

  /// What there is to say of a program that should have ended.
  private func remains() -> String {
    let state = try? query(
      "dead #{pane_dead} status #{pane_dead_status} signal #{pane_dead_signal} pid #{pane_pid}")
    let screen = try? capture()
    return ([state ?? "no answer"] + (screen ?? [])).joined(separator: "\n")
  }

  /// Process id of the program in the pane.
  func pid() throws -> pid_t {
    guard let pid = try pid_t(query("#{pane_pid}")) else { throw HarnessError("no pane") }
    return pid
  }

  /// Where the hardware cursor stands, from 0; nil where it is hidden.
  func cursor() throws -> (column: Int, row: Int)? {
    let fields = try query("#{cursor_flag} #{cursor_x} #{cursor_y}").split(separator: " ")
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] == 1 else { return nil }
    return (numbers[1], numbers[2])
  }

  /// The answer to any tmux format, such as `#{alternate_on}` or `#{pane_title}`.
  func query(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try tmux(arguments)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let (exit, output, errors) = try Program.run(["tmux", "-S", socket] + arguments, in: folder)
    guard exit == .status(0) else {
      throw HarnessError("tmux \(arguments.first ?? ""): \(exit) \(errors)")
    }
    return output
  }
}
