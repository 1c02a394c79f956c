import Foundation
import Testing

/// What becomes of a player when the console is left, and that none ever holds the console up.
@Suite(.serialized) struct PlayerTests {
  let shop: Shop
  let provider: Provider

  init() throws {
    shop = try Shop()
    provider = try Provider(shop)
  }

  /// Takes no notice of anything but KILL, and has started something itself.
  private static let stubborn = "trap '' TERM HUP INT\nsleep 600 &\nwhile :; do sleep 600; done"

  /// A console that plays, and the player's process.
  private func play(_ body: String, _ more: String = "") throws -> (console: Tmux, player: pid_t) {
    try provider.configure(player: [provider.player(body)], more)
    // After a crash the runtime would show it for half a minute.
    let console = try shop.openConsole(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try console.waitFor("● :")
    shop.listenerChanged()
    try provider.deliver("/talk.wav")
    try console.waitFor("1:00 ▶")
    try console.sendKeys("p")
    let player = try provider.waitForPlayer()
    try console.waitFor("▶ 0:0")
    return (console, player)
  }

  /// Waits until nothing of a player's session is left.
  private func waitForEnd(of player: pid_t, within seconds: Double) throws {
    try wait(upTo: seconds, for: "the end of player \(player)") {
      let members = try Program.run(["pgrep", "-g", "\(player)"], in: shop.folder).output
      return members.split(separator: "\n").allSatisfy { processState(pid_t($0) ?? 0) == nil }
        ? true : nil
    }
  }

  @Test func `quitting stops it`() throws {
    let (console, player) = try play(PlayerTests.stubborn)
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
    try waitForEnd(of: player, within: 1)
  }

  @Test func `quitting lets it play on where that is wished`() throws {
    let (console, player) = try play("exec sleep 600", "playOnAfterQuit: true,")
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
    #expect(processState(player) != nil)
    kill(-player, SIGKILL)
  }

  @Test func `a terminal that goes away ends it within two seconds`() throws {
    let (console, player) = try play(PlayerTests.stubborn, "playOnAfterQuit: true,")
    try console.close()
    try waitForEnd(of: player, within: 3)
  }

  @Test(arguments: [SIGKILL, SIGSEGV, SIGTERM]) func `a console that is killed takes it along`(
    _ signal: Int32
  ) throws {
    let (console, player) = try play("exec sleep 600")
    kill(try console.pid(), signal)
    try waitForEnd(of: player, within: 3)
  }

  @Test func `the real mpv goes with a console that is killed`() throws {
    let console = try shop.console()
    try provider.deliver("/talk.wav")
    try console.waitFor("1:00 ▶")
    try console.sendKeys("p")
    try console.waitFor("▶ 0:01")
    let output = try Program.run(["pgrep", "-P", "\(console.pid())", "mpv"], in: shop.folder).output
    let mpv = try #require(pid_t(output.split(separator: "\n").first ?? ""))
    kill(try console.pid(), SIGKILL)
    try waitForEnd(of: mpv, within: 2)
  }

  @Test func `suspending pauses it`() throws {
    try provider.configure(player: [provider.player("exec sleep 600")])
    let shell = try Shell(in: shop.folder)
    try shell.begin("\(Product.path()) --store \(shop.store) --listen 127.0.0.1:0")
    try shell.tmux.waitFor("● :")
    shop.listenerChanged()
    try provider.deliver("/talk.wav")
    try shell.tmux.waitFor("1:00 ▶")
    try shell.tmux.sendKeys("p")
    let player = try provider.waitForPlayer()
    try shell.tmux.waitFor("▶ 0:0")
    try shell.tmux.sendKeys("C-z")
    try wait(for: "the pause") { processState(player) == "T" ? true : nil }
    // It is paused first: keys go to the shell only later.
    _ = try shell.end()
    #expect(processState(player) == "T")
    try shell.type("fg")
    try wait(for: "going on") { processState(player) == "S" ? true : nil }
    try shell.tmux.waitFor("▶ 0:")
    try shell.tmux.sendKeys("q")
    try waitForEnd(of: player, within: 3)
  }

  // MARK: Nothing is held up

  /// The longest that a key took to be seen, in seconds; tmux itself takes some of it.
  private func longestKey(_ console: Tmux) throws -> Double {
    var longest = 0.0
    for (key, title) in [
      ("2", "┌ Contacts"), ("1", "┌ Call Log"), ("3", "┌ Orders"), ("1", "┌ Call Log"),
    ] {
      let start = ContinuousClock.now
      try console.sendKeys(key)
      try console.waitFor(title)
      let took = ContinuousClock.now - start
      longest = max(
        longest, Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds))
    }
    return longest
  }

  static let hangs: [(String, String, String)] = [
    ("a player that hangs", "kill -STOP $$", "/talk.wav"),
    ("a player that cannot be ended", stubborn, "/talk.wav"),
    ("a server that hangs", "exec sleep 600", "/slow.wav"),
  ]

  @Test(arguments: hangs) func `no key waits`(
    _ what: String, _ body: String, _ path: String
  ) throws {
    try provider.configure(player: [provider.player(body)])
    let console = try shop.console()
    try provider.deliver("/talk.wav")
    try provider.deliver(path)
    try console.waitFor("1/2")
    let calm = try longestKey(console)
    try console.sendKeys("p")
    try console.waitFor(path == "/slow.wav" ? "↓ fetching" : "▶ 0:0")
    #expect(try longestKey(console) < calm + 0.5, "\(what)")
    // Also while it is being ended.
    try console.sendKeys("p")
    #expect(try longestKey(console) < calm + 0.5, "\(what)")
    try console.sendKeys("Down", "p")
    #expect(try longestKey(console) < calm + 0.5, "\(what)")
  }

  // MARK: Hygiene

  /// 300 times; `make stress-players` does it 10,000 times.
  @Test(.timeLimit(.minutes(15))) func `many plays leave nothing behind`() throws {
    let count = ProcessInfo.processInfo.environment["PLAYS"].flatMap { Int($0) } ?? 300
    let (console, _) = try play("sleep 600 &\nsleep 600 &\nwait")
    try provider.deliver("/talk.wav")
    try console.waitFor("1/2")
    try console.sendKeys("p")
    try wait(for: "the second player") { provider.players.count == 2 ? true : nil }
    let pid = try console.pid()
    let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count
    for number in 3..<(count + 3) {
      // Goes over to the other call. A player that is ended before it has noted itself is not counted,
      // so each is waited for.
      try console.sendKeys([number.isMultiple(of: 2) ? "k" : "j", "p"])
      try wait(for: "play \(number)") { provider.players.count == number ? true : nil }
    }
    try console.sendKeys("p")
    try console.waitUntilGone("♪")
    // Numbers of earlier ones may be others' again by now.
    #expect(provider.players.suffix(300).allSatisfy { processState($0) == nil })
    // Who draws levels hears within a tenth of a second that nobody wants them.
    try wait(upTo: 5, for: "the end of all children") {
      let children = try Program.run(
        ["ps", "--ppid", "\(pid)", "-o", "stat=,comm="], in: shop.folder)
      return children.output == "" ? true : nil
    }
    // What is read at that moment may have one more open.
    let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count
    #expect(after <= before, "\(before) descriptors, then \(after)")
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task").count
    #expect(threads < 40)
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
    let folders = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
    #expect(!folders.contains { $0.hasPrefix("carbook-") })
  }
}
