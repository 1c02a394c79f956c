import Glibc
import TUI
import Terminal
import Testing

/// The screen on a pseudo terminal. There can be one at a time, so one test follows the other.
@MainActor @Suite(.serialized) struct TerminalScreenTests {
  private func withScreen(
    term: String = "xterm-256color", theme: Theme = .dark, isInTmux: Bool = false,
    _ body: (PseudoTerminal, TerminalScreen) throws -> Void
  ) throws {
    let terminal = try PseudoTerminal()
    let screen = try TerminalScreen(
      input: terminal.slave, output: terminal.slave, term: term, theme: theme,
      isInTmux: isInTmux)
    defer { screen.close() }
    try body(terminal, screen)
  }

  /// What the screen makes of bytes that come at once.
  private func inputs(_ terminal: PseudoTerminal, _ screen: TerminalScreen, _ bytes: [UInt8])
    -> [Input]
  {
    terminal.write(bytes)
    #expect(isReadable(screen.descriptors[0], within: 5000))
    return screen.readInput()
  }

  /// ncurses sends each move of the cursor by itself as long as it takes a screen for a new one.
  @Test func `a picture is sent at once`() throws {
    var frame = Frame(size: Size(columns: 80, rows: 24))
    try withScreen { _, screen in
      screen.draw(frame)
      for row in 0..<24 { frame.put("row \(row)", at: Position(column: row * 2, row: row)) }
      let before = try writes()
      screen.draw(frame)
      #expect(try writes() - before == 1)
    }
  }

  /// Writes of this thread so far (proc(5)).
  private func writes() throws -> Int {
    let file = try #require(fopen("/proc/thread-self/io", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
    return try #require(line.flatMap { Int($0.dropFirst(7)) })
  }

  // MARK: What ncurses does not know

  @Test func `a link is written where its text stands, and nothing else is moved`() throws {
    var frame = Frame(size: Size(columns: 80, rows: 24))
    frame.put(" Запис: Y.", at: Position(column: 0, row: 22))
    let link = { (column: Int, address: String) in
      Frame.Link(position: Position(column: column, row: 22), columns: 9, address: address)
    }
    frame.links = [link(1, "https://a.example/x?y=1")]
    try withScreen { terminal, screen in
      screen.draw(frame)
      #expect(
        terminal.sent().contains(
          "\u{1B}7\u{1B}[23;2H\u{1B}[0;4m\u{1B}]8;;https://a.example/x?y=1\u{1B}\\Запис: Y."
            + "\u{1B}]8;;\u{1B}\\\u{1B}8"))
      // Outside the screen, or no address.
      for other in [link(75, "https://a/"), link(-1, "https://a/"), link(1, "https://a/\u{1B}[2J")]
      {
        frame.links = [other]
        screen.draw(frame)
        #expect(!terminal.sent().contains("]8;;"))
      }
    }
    // In the colours of what it stands in.
    try withScreen { terminal, screen in
      var frame = Frame(size: Size(columns: 80, rows: 24))
      frame.put("a@b.c", at: Position(column: 0, row: 0), role: .link)
      frame.links = [
        Frame.Link(position: Position(column: 0, row: 0), columns: 5, address: "mailto:a@b.c")
      ]
      screen.draw(frame)
      #expect(terminal.sent().contains("38;5;75;4m\u{1B}]8;;mailto:a@b.c\u{1B}\\a@b.c"))
      // It stays where nothing has changed, and is written again with its row.
      screen.draw(frame)
      #expect(!terminal.sent().contains("]8;;"))
      frame.put("x", at: Position(column: 9, row: 0))
      screen.draw(frame)
      #expect(terminal.sent().contains("]8;;mailto:a@b.c"))
      screen.repaint()
      #expect(terminal.sent().contains("]8;;mailto:a@b.c"))
      screen.hasLinks = false
      screen.repaint()
      #expect(!terminal.sent().contains("]8;;"))
    }
    try withScreen(term: "linux") { terminal, screen in
      frame.links = [link(1, "https://a.example/")]
      screen.draw(frame)
      #expect(!terminal.sent().contains("]8;;"))
    }
  }

  @Test func `tmux is asked to hand the clipboard on`() throws {
    let plain = "\u{1B}]52;c;0K8=\u{07}"
    try withScreen { terminal, screen in
      screen.setClipboard(base64: "0K8=")
      #expect(terminal.sent().hasSuffix(plain))
    }
    try withScreen(isInTmux: true) { terminal, screen in
      screen.setClipboard(base64: "0K8=")
      #expect(
        terminal.sent().hasSuffix(plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;0K8=\u{07}\u{1B}\\"))
    }
  }

  // MARK: Reading

  @Test func `keys as xterm sends them`() throws {
    let keys: [(String, [Key])] = [
      ("n", [.character("n")]),
      ("їҐ日🚗", ["ї", "Ґ", "日", "🚗"].map { .character($0) }),
      ("\r", [.enter]),
      ("\t\u{7F}\u{08}", [.tab, .backspace, .backspace]),
      ("\u{13}\u{1A}\u{1C}\u{00}", [.control("s"), .control("z"), .control("\\"), .control(" ")]),
      ("\u{1B}", [.escape]),
      ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}x", [.alt("x")]),
      ("\u{1B}\r", [.escape, .enter]),
      ("\u{1B}OA\u{1B}OB\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
      ("\u{1B}OH\u{1B}OF\u{1B}[1~\u{1B}[4~", [.home, .end, .home, .end]),
      ("\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~", [.pageUp, .pageDown, .insert, .delete]),
      ("\u{1B}OP\u{1B}[11~\u{1B}OQ\u{1B}[20~\u{1B}[24~", [1, 1, 2, 9, 12].map { .function($0) }),
      ("\u{1B}[Z", [.backTab]),
      (
        "\u{1B}[1;2A\u{1B}[1;2B\u{1B}[1;2C\u{1B}[1;2D",
        [
          .shiftUp, .shiftDown, .shiftRight, .shiftLeft,
        ]
      ),
      (
        "\u{1B}[1;5A\u{1B}[1;5B\u{1B}[1;5C\u{1B}[1;5D", [.ctrlUp, .ctrlDown, .ctrlRight, .ctrlLeft]
      ),
      ("\u{1B}[1;3D\u{1B}[1;3C", [.altLeft, .altRight]),
      (
        "\u{1B}[200~Олена\rK.\u{1B}[A\t\u{202E}!\u{1B}[201~q",
        [
          .paste("Олена\nK. !"), .character("q"),
        ]
      ),
      (
        "\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<64;1;1M\u{1B}[<65;1;1Mq",
        [
          .mouse(MouseEvent(action: .press, position: Position(column: 2, row: 3))),
          .mouse(MouseEvent(action: .release, position: Position(column: 2, row: 3))),
          .mouse(MouseEvent(action: .wheelUp, position: Position(column: 0, row: 0))),
          .mouse(MouseEvent(action: .wheelDown, position: Position(column: 0, row: 0))),
          .character("q"),
        ]
      ),
    ]
    try withScreen { terminal, screen in
      for (bytes, expected) in keys {
        #expect(inputs(terminal, screen, Array(bytes.utf8)) == expected.map(Input.key), "\(bytes)")
      }
    }
  }

  @Test func `what was typed before the screen came is read before the first picture`() throws {
    let terminal = try PseudoTerminal()
    terminal.write(Array("q".utf8))
    let screen = try TerminalScreen(
      input: terminal.slave, output: terminal.slave, term: "xterm-256color", isInTmux: false)
    defer { screen.close() }
    #expect(screen.readInput() == [.key(.character("q"))])
    // The keypad's mode (smkx) goes with the first look, and not behind the picture.
    #expect(terminal.sent().contains("\u{1B}[?1h\u{1B}="))
    screen.draw(Frame(size: Size(columns: 80, rows: 24)))
    _ = screen.readInput()
    #expect(!terminal.sent().contains("\u{1B}[?1h"))
  }

  @Test func `two clicks in one place are a double click`() throws {
    let click = "\u{1B}[<0;3;4M\u{1B}[<0;3;4m"
    try withScreen { terminal, screen in
      let actions = inputs(terminal, screen, Array((click + click + click).utf8))
        .compactMap { input -> MouseEvent.Action? in
          if case .key(.mouse(let event)) = input { event.action } else { nil }
        }
      #expect(actions == [.press, .release, .doublePress, .release, .press, .release])
      // The list has moved in between.
      let moved = inputs(
        terminal, screen, Array((click + "\u{1B}[<65;3;4M" + click).utf8)
      ).compactMap { input -> MouseEvent.Action? in
        if case .key(.mouse(let event)) = input { event.action } else { nil }
      }
      #expect(moved == [.doublePress, .release, .wheelDown, .press, .release])
    }
  }

  /// As terminals report that know no decimal numbers, with modifiers, and far to the right.
  @Test func `every form of mouse report is understood`() throws {
    let at = { (action: MouseEvent.Action, column: Int, row: Int) in
      Input.key(.mouse(MouseEvent(action: action, position: Position(column: column, row: row))))
    }
    let reports: [([UInt8], [Input])] = [
      ([0x1B, 0x5B, 0x4D, 32, 35, 36], [at(.press, 2, 3)]),
      ([0x1B, 0x5B, 0x4D, 35, 35, 36], [at(.release, 2, 3)]),
      ([0x1B, 0x5B, 0x4D, 97, 0xFF, 0xC3], [at(.wheelDown, 222, 162)]),
      (Array("\u{1B}[<28;1;1Mq".utf8), [at(.press, 0, 0), .key(.character("q"))]),
      (Array("\u{1B}[<64;1200;300M".utf8), [at(.wheelUp, 1199, 299)]),
    ]
    try withScreen(term: "tmux-256color") { terminal, screen in
      for (bytes, expected) in reports {
        #expect(inputs(terminal, screen, bytes) == expected, "\(bytes)")
      }
    }
  }

  /// Nothing of a report is ever taken for keys that were typed.
  @Test(
    arguments: [
      "[<1;5;5M", "[<64;5;5m", "[<2;5;5M", "[<32;5;5M", "[<0;0;5M", "[<0;5M", "[<;;M", "[<0;5;5;5M",
      "[<99999999999999", "[<-", "[<0;5;",
    ] as [String]) func `what is no click is nothing`(_ report: String) throws
  {
    try withScreen { terminal, screen in
      #expect(inputs(terminal, screen, Array("\u{1B}\(report)".utf8)).isEmpty)
      #expect(inputs(terminal, screen, [0x71]) == [.key(.character("q"))])
    }
  }

  @Test func `the window's focus is told, and no key`() throws {
    try withScreen { terminal, screen in
      #expect(
        inputs(terminal, screen, Array("\u{1B}[Oa\u{1B}[I".utf8))
          == [.focus(false), .key(.character("a")), .focus(true)])
    }
  }

  @Test func `the mouse is off until it is wanted, and never stays on`() throws {
    try withScreen { terminal, screen in
      #expect(!terminal.sent().contains("?1000h"))
      screen.setMouse(true)
      #expect(terminal.sent() == "\u{1B}[?1000h\u{1B}[?1006h")
      screen.setMouse(true)
      #expect(terminal.sent() == "")
      screen.setMouse(false)
      #expect(terminal.sent() == "\u{1B}[?1000l\u{1B}[?1006l")
      screen.setMouse(true)
      screen.close()
      #expect(terminal.sent().contains("\u{1B}[?1000l\u{1B}[?1006l"))
    }
  }

  // MARK: Telling a person who looks elsewhere

  @Test func `an announcement cannot steer the terminal`() throws {
    try withScreen { terminal, screen in
      _ = terminal.sent()
      screen.announce(title: "Missed; call", body: "О\u{07}лена\u{1B}[2J\u{9C}; x", as: .osc9)
      #expect(terminal.sent() == "\u{1B}]9;Missed, call: О\u{FFFD}лена\u{FFFD}[2J\u{FFFD}; x\u{07}")
      screen.announce(title: "Missed; call", body: "Олена; x", as: .osc777)
      #expect(terminal.sent() == "\u{1B}]777;notify;Missed, call;Олена; x\u{07}")
      screen.announce(title: "3 missed calls", body: "", as: .osc9)
      #expect(terminal.sent() == "\u{1B}]9;3 missed calls\u{07}")
    }
    try withScreen(isInTmux: true) { terminal, screen in
      _ = terminal.sent()
      screen.announce(title: "a", body: "b", as: .osc9)
      #expect(terminal.sent() == "\u{1B}Ptmux;\u{1B}\u{1B}]9;a: b\u{07}\u{1B}\\")
    }
    try withScreen(term: "linux") { terminal, screen in
      _ = terminal.sent()
      screen.announce(title: "a", body: "b", as: .osc9)
      #expect(terminal.sent() == "")
    }
  }

  @Test func `the screen can be lit up for a moment`() throws {
    try withScreen { terminal, screen in
      _ = terminal.sent()
      screen.flash()
      #expect(terminal.sent().hasSuffix("\u{1B}[?5h\u{1B}[?5l"))
      screen.bell()
      #expect(terminal.sent() == "\u{07}")
    }
  }

  @Test func `what is far too long for a clipboard is not sent`() throws {
    try withScreen { terminal, screen in
      _ = terminal.sent()
      #expect(!screen.setClipboard(base64: String(repeating: "A", count: 65_540)))
      #expect(terminal.sent() == "")
      #expect(screen.setClipboard(base64: "QQ=="))
    }
  }

  @Test func `bytes that are no UTF-8 stop nothing`() throws {
    try withScreen { terminal, screen in
      #expect(
        inputs(terminal, screen, [0xFF, 0xC3, 0x28, 0xF5, 0x80, 0xED, 0xA0, 0x80, 0x6F])
          == [.key(.character("(")), .key(.character("o"))])
    }
  }

  @Test func `a character may come in pieces`() throws {
    try withScreen { terminal, screen in
      #expect(inputs(terminal, screen, [0xD1]) == [])
      #expect(inputs(terminal, screen, [0x97, 0xF0, 0x9F]) == [.key(.character("ї"))])
      #expect(inputs(terminal, screen, [0x9A, 0x97]) == [.key(.character("🚗"))])
    }
  }

  @Test func `a paste that never ends is taken for what came`() throws {
    try withScreen { terminal, screen in
      #expect(
        inputs(terminal, screen, Array("\u{1B}[200~050 123".utf8)) == [.key(.paste("050 123"))])
      #expect(inputs(terminal, screen, Array("n".utf8)) == [.key(.character("n"))])
    }
  }

  @Test func `a resize wakes the poll and is told once`() throws {
    try withScreen { terminal, screen in
      #expect(screen.size == Size(columns: 80, rows: 24))
      #expect(screen.readInput() == [])
      terminal.resize(columns: 140, rows: 45)
      // The test does not own the terminal, so the kernel signals nobody.
      #expect(kill(getpid(), SIGWINCH) == 0)
      #expect(isReadable(screen.descriptors[1], within: 5000))
      #expect(screen.readInput() == [.resized(Size(columns: 140, rows: 45))])
      #expect(!isReadable(screen.descriptors[1], within: 0))
      #expect(screen.readInput() == [])
      var frame = Frame(size: screen.size)
      frame.put("corner", at: Position(column: 100, row: 44))
      _ = terminal.sent()
      screen.draw(frame)
      #expect(terminal.sent().contains("corner"))
    }
  }

  @Test func `a terminal that is gone is told, each time`() throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    try #require(openpty(&ends.master, &ends.slave, nil, nil, nil) == 0)
    defer { close(ends.slave) }
    let screen = try TerminalScreen(
      input: ends.slave, output: ends.slave, term: "xterm-256color")
    defer { screen.close() }
    close(ends.master)
    #expect(isReadable(screen.descriptors[0], within: 5000))
    #expect(screen.readInput().last == .hangup)
    #expect(screen.readInput() == [.hangup])
    screen.draw(Frame(size: screen.size))
  }

  // MARK: Drawing

  @Test func `only what differs is sent`() throws {
    try withScreen { terminal, screen in
      var frame = Frame(size: screen.size)
      frame.box(frame.bounds, title: "Журнал")
      frame.put("Іваненко 日本 и\u{306}", at: Position(column: 2, row: 5))
      screen.draw(frame)
      let first = terminal.sent()
      #expect(first.contains("Журнал"))
      #expect(first.unicodeScalars.contains("\u{306}"))
      screen.draw(frame)
      #expect(terminal.sent() == "")
      frame.put("X", at: Position(column: 40, row: 12), role: .missed)
      screen.draw(frame)
      let change = terminal.sent()
      #expect(change.contains("\u{1B}[13;41H"))
      #expect(change.contains("X"))
      #expect(change.utf8.count < 48, "\(change.debugDescription)")
      screen.repaint()
      #expect(terminal.sent().contains("Журнал"))
    }
  }

  @Test func `the cursor stands where the frame says`() throws {
    try withScreen { terminal, screen in
      var frame = Frame(size: screen.size)
      frame.cursor = Position(column: 7, row: 9)
      screen.draw(frame)
      // Looks may be reset behind it.
      let looks = "\u{1B}(B\u{1B}[m"
      #expect(terminal.sent().replacing(looks, with: "").hasSuffix("\u{1B}[10;8H"))
      frame.cursor = nil
      screen.draw(frame)
      #expect(terminal.sent().contains("\u{1B}[?25l"))
    }
  }

  @Test func `a title cannot steer the terminal and is given back`() throws {
    try withScreen { terminal, screen in
      var frame = Frame(size: screen.size)
      frame.title = "Carbook \u{7}\u{1B}]0;x"
      screen.draw(frame)
      #expect(
        terminal.sent().contains("\u{1B}[22;2t\u{1B}]2;Carbook \u{FFFD}\u{FFFD}]0;x\u{7}"))
      screen.draw(frame)
      #expect(terminal.sent() == "")
      screen.close()
      #expect(terminal.sent().contains("\u{1B}[23;2t"))
    }
    try withScreen(term: "linux") { terminal, screen in
      screen.setTitle("Carbook")
      #expect(!terminal.sent().contains("Carbook"))
    }
  }

  @Test(arguments: [
    ("xterm-256color", Theme.dark, "\u{1B}[38;5;203m"),
    ("xterm", .dark, "\u{1B}[31m"),
    ("vt220", .dark, ";1m"),
    ("xterm-256color", .monochrome, ";1m"),
  ])
  func `a missed call in every kind of terminal`(
    term: String, theme: Theme, look: String
  ) throws {
    try withScreen(term: term, theme: theme) { terminal, screen in
      _ = terminal.sent()
      var frame = Frame(size: screen.size)
      frame.put("MISSED", at: Position(column: 0, row: 0), role: .missed)
      screen.draw(frame)
      let sent = terminal.sent()
      #expect(sent.contains(look), "\(sent.debugDescription)")
      if theme == .monochrome || term == "vt220" { #expect(!sent.contains("\u{1B}[38")) }
    }
  }

  // MARK: Coming and going

  @Test func `close gives the terminal back as it was`() throws {
    let terminal = try PseudoTerminal()
    let before = terminal.modes()
    let screen = try TerminalScreen(
      input: terminal.slave, output: terminal.slave, term: "xterm-256color")
    screen.draw(Frame(size: screen.size))
    #expect(terminal.modes() != before)
    let opening = terminal.sent()
    #expect(opening.contains("\u{1B}[?1049h") && opening.contains("\u{1B}[?2004h"))
    screen.close()
    #expect(terminal.modes() == before)
    let closing = terminal.sent()
    for mode in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?25h", "\u{1B}[?1l"] {
      #expect(closing.contains(mode), "\(closing.debugDescription)")
    }
    screen.close()
    #expect(screen.readInput() == [.hangup])
    #expect(terminal.sent() == "")
  }

  @Test func `only one screen at a time`() throws {
    try withScreen { _, _ in
      let other = try PseudoTerminal()
      #expect(throws: TerminalError.failed) {
        try TerminalScreen(input: other.slave, output: other.slave, term: "xterm")
      }
    }
  }

  @Test(arguments: [
    ("dumb", TerminalError.tooSimple("dumb")),
    ("no-such-terminal", .unknownTerminal("no-such-terminal")),
    ("", .unknownTerminal("")),
  ])
  func `refuses what it cannot draw on`(term: String, error: TerminalError) throws {
    let terminal = try PseudoTerminal()
    let before = terminal.modes()
    #expect(throws: error) {
      try TerminalScreen(input: terminal.slave, output: terminal.slave, term: term)
    }
    #expect(terminal.modes() == before)
    #expect(terminal.sent() == "")
  }

  @Test func `refuses what is no terminal`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer {
      close(ends[0])
      close(ends[1])
    }
    #expect(throws: TerminalError.notATerminal) {
      try TerminalScreen(input: ends[0], output: ends[1], term: "xterm")
    }
  }
}
