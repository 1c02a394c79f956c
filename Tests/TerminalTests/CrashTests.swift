import Glibc
import TUI
import Terminal
import Testing

/// A program that dies of a fatal signal gives the terminal back first, and still dies of it.
@Suite(.serialized) struct CrashTests {
  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func `a fatal signal restores the terminal`(number: Int32) async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.modes()
    let path = terminal.path
    await #expect(processExitsWith: .signal(number)) {
      [path = path as String, number = number as Int32] in
      await crash(on: path) {
        // Only abort reaches a thread that blocks ABRT, as those of the test library do.
        if number == SIGABRT { abort() }
        raise(number)
      }
    }
    expectRestored(terminal, before)
  }

  @Test func `a Swift trap restores the terminal`() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.modes()
    let path = terminal.path
    await #expect(processExitsWith: .failure) { [path = path as String] in
      await crash(on: path) {
        let calls = [Int](repeating: 0, count: path.isEmpty ? 1 : 0)
        print(calls[path.count])
      }
    }
    expectRestored(terminal, before)
  }

  private func expectRestored(_ terminal: PseudoTerminal, _ before: [UInt32]) {
    #expect(terminal.modes() == before)
    let sent = terminal.sent()
    #expect(sent.contains("\u{1B}[?1049h"))
    for mode in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?25h", "\u{1B}[?1l", "\u{1B}[23;2t"] {
      #expect(sent.contains(mode), "\(sent.debugDescription)")
    }
  }
}

/// Opens a screen on the terminal at `path`, draws, and does `fatal`.
@MainActor private func crash(on path: String, _ fatal: () -> Void) {
  let descriptor = open(path, O_RDWR | O_NOCTTY)
  guard
    let screen = try? TerminalScreen(
      input: descriptor, output: descriptor, term: "xterm-256color")
  else { exit(0) }
  screen.draw(Frame(size: screen.size))
  screen.setTitle("Carbook")
  fatal()
  exit(0)
}
