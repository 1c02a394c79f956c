import Foundation
import Testing

/// However the console is left, the terminal is as it was before.
@Suite(.serialized) struct LeavingTests {
  let shop: Shop
  let shell: Shell

  init() throws {
    shop = try Shop()
    shell = try Shell(in: shop.folder)
  }

  /// A console in the shell, listening.
  private func open() throws {
    try shell.type("printf '\\033]2;my own title\\007'")
    try shell.begin(
      "SWIFT_BACKTRACE=enable=no \(Product.path()) --store \(shop.store) --listen 127.0.0.1:0")
    try shell.tmux.waitFor("● :")
    #expect(try shell.tmux.query("#{alternate_on}") == "1")
    #expect(try shell.tmux.query("#{pane_title}") != "my own title")
  }

  /// - Parameter status: of the shell's `$?`, 128 and the signal's number where one ended it.
  private func expectLeft(_ status: Int32) throws {
    let end = try shell.end()
    #expect(end.status == status)
    #expect(end.modesAfter == end.modesBefore)
    #expect(end.screen.first == "the main screen stays")
    #expect(!end.screen.contains { $0.contains("Call Log") || $0.contains("│") })
    #expect(end.isCursorVisible)
    #expect(end.keypad == "0 0")
    #expect(try shell.tmux.query("#{pane_title}") == "my own title")
  }

  @Test func `by q`() throws {
    try open()
    try shell.tmux.sendKeys("q")
    try expectLeft(0)
  }

  @Test func `by Ctrl-C`() throws {
    try open()
    try shell.tmux.sendKeys("C-c")
    try expectLeft(128 + SIGINT)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func `by a signal`(_ signal: Int32) throws {
    try open()
    kill(try shell.child(), signal)
    try expectLeft(128 + signal)
  }

  /// What a Swift trap and other faults raise.
  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func `by a crash`(_ signal: Int32) throws {
    try open()
    kill(try shell.child(), signal)
    try expectLeft(128 + signal)
  }

  @Test func `by a crash with a form open`() throws {
    try open()
    try shop.ring("form-1", from: "380501112233")
    try shell.tmux.waitFor("☎")
    try shell.tmux.sendKeys("n")
    try shell.tmux.waitFor("┌ New client on Carbook")
    try shell.tmux.sendKeys("c")
    try shell.tmux.waitFor("┌ New contact")
    kill(try shell.child(), SIGSEGV)
    try expectLeft(128 + SIGSEGV)
  }

  /// Ctrl-Z: the shell is usable, somebody else listens; `fg` brings the console back.
  @Test func `suspended and brought back`() throws {
    try open()
    let tmux = shell.tmux
    let other = try shop.startListener()
    try other.waitForOutput("waiting for")
    try tmux.sendKeys("C-z")
    try other.waitForOutput("listening on http://")
    try expectLeft(128 + SIGTSTP)
    shop.listenerChanged()
    try shop.ring("away-1", from: "380501112233")

    try shell.type("fg")
    let back = try tmux.waitFor("○ \(NSUserName()) :")
    #expect(try tmux.query("#{alternate_on}") == "1")
    #expect(back.contains { $0.contains("+380 50 111 22 33 New client") })
    other.signal(SIGTERM)
    #expect(try other.waitForExit() == .status(0))
    try tmux.waitFor("● :")
    shop.listenerChanged()
    try shop.ring("back-1", from: "380671112233")
    try tmux.waitFor("+380 67 111 22 33 New client")
    try tmux.sendKeys("q")
    try expectLeft(0)
  }

  /// Over ssh nobody presses q. A busy machine may hold up one of them: the quickest counts.
  @Test func `when the terminal goes away it ends and gives the port back`() throws {
    let next = try shop.listen()
    var quickest = Duration.seconds(patience)
    // The last one gets no HUP: it has to see by itself that nobody is there.
    for start in ["exec", "exec", "trap '' HUP; exec"] {
      let console = try Tmux(
        ["\(start) \(Product.path()) --store \(shop.store) --listen 127.0.0.1:0"], in: shop.folder)
      try console.waitFor("○ ")
      let pid = try console.pid()
      let other = try TakeoverTests.address(next)
      #expect(!other.isEmpty)
      next.signal(SIGTSTP)
      try console.waitFor("● :")
      next.signal(SIGCONT)
      try wait(for: "the listener's waiting") {
        next.output.hasSuffix("\(pid))\n") ? true : nil
      }
      let closed = ContinuousClock.now
      try console.close()
      try wait(for: "the end of \(pid)") {
        let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        return state == nil || state?.contains(") Z ") == true ? true : nil
      }
      quickest = min(quickest, ContinuousClock.now - closed)
      try wait(for: "the listener's port") {
        next.output.split(separator: "\n").last?.hasPrefix("listening on") == true ? true : nil
      }
    }
    #expect(quickest < .seconds(1))
    shop.listenerChanged()
    try shop.ring("gone-1", from: "380501112233")
  }
}
