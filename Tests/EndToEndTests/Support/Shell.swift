import Foundation

/// An interactive shell in a terminal, to see what a program leaves behind.
final class Shell {
  /// How a program was left.
  struct End {
    let status: Int32?
    let screen: [String]
    /// `stty -a` before the program and after it.
    let modesBefore: String
    let modesAfter: String
    let isCursorVisible: Bool
    /// Whether the keypad or the cursor keys are in their application mode.
    let keypad: String
  }

  let tmux: Tmux
  private let folder: TemporaryFolder
  private var marks = 0

  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    tmux = try Tmux(["cd \(folder.path) && exec sh -i"], in: folder, environment: ["PS1": "$ "])
    try tmux.waitFor("$")
  }

  /// Notes the terminal's modes and starts a program.
  func begin(_ command: String) throws {
    try? FileManager.default.removeItem(atPath: folder.path("before"))
    try type("ulimit -c 0; stty -a > before; clear; echo the main screen stays")
    try tmux.waitFor("a clear screen") {
      $0.prefix(2).elementsEqual(["the main screen stays", "$"])
    }
    try type(command)
  }

  /// Waits until the shell has the terminal again, and looks at what it finds.
  func end() throws -> End {
    try wait(for: "the shell's turn") {
      try tmux.query("#{pane_current_command} #{alternate_on}") == "sh 0" ? true : nil
    }
    let status = folder.path("status")
    try? FileManager.default.removeItem(atPath: status)
    // Pasted: where the program had left bracketed paste on, the shell would not know the words.
    try tmux.paste("echo $? > status; stty -a > after; echo > done-\(marks)")
    try tmux.sendKeys("Enter")
    try wait(for: "the shell's answer in\n\((try? tmux.capture().joined(separator: "\n")) ?? "")") {
      FileManager.default.fileExists(atPath: folder.path("done-\(marks)")) ? true : nil
    }
    marks += 1
    return End(
      status: Int32(text("status").trimmingCharacters(in: .newlines)), screen: try tmux.capture(),
      modesBefore: text("before"), modesAfter: text("after"),
      isCursorVisible: try tmux.cursor() != nil,
      keypad: try tmux.query("#{keypad_flag} #{keypad_cursor_flag}"))
  }

  /// Types a line.
  func type(_ line: String) throws {
    try tmux.typeText(line)
    try tmux.sendKeys("Enter")
  }

  /// The process id of the program that the shell has started.
  func child() throws -> pid_t {
    let (_, output, _) = try Program.run(["pgrep", "-P", "\(tmux.pid())"], in: folder)
    guard let pid = pid_t(output.trimmingCharacters(in: .newlines)) else {
      throw HarnessError("children: \(output)")
    }
    return pid
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? ""
  }
}
