import Foundation
import Testing

/// Ctrl-Z and back, and what another program wrote over the screen.
@Suite(.serialized) struct SuspendTests {
  let shop: Shop
  let shell: Shell

  init() throws {
    shop = try Shop()
    shell = try Shell(in: shop.folder)
  }

  @Test func `the screen comes back in another size, with what came meanwhile`() throws {
    let listener = try shop.listen()
    let tmux = shell.tmux
    try shell.begin("\(Product.path()) --store \(shop.store) --listen off")
    try tmux.waitFor("Call Log")
    try tmux.sendKeys("C-z")
    let end = try shell.end()
    #expect(end.status == 128 + SIGTSTP)
    #expect(end.modesAfter == end.modesBefore && end.isCursorVisible)
    try tmux.resize(columns: 120, rows: 40)
    try shop.ring("z-1", from: "380501112233")
    try shell.type("fg")
    try tmux.waitFor("+380 50 111 22 33 ")
    let screen = try tmux.waitFor("straight borders") {
      Columns.crooked($0, columns: 120, rows: 40).isEmpty
    }
    #expect(screen.contains { $0.contains("☎ New client on Carbook") })
    #expect(try tmux.query("#{alternate_on}") == "1")
    #expect(try tmux.cursor()?.row == 4)
    // Pastes are bracketed again: a number in a list is searched for, and is no keys.
    try tmux.paste("0501112233\nq")
    try tmux.waitFor("\"0501112233\"")
    try tmux.sendKeys("q")
    #expect(try shell.end().status == 0)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `what another program wrote over the screen goes by Ctrl-L`() throws {
    try shop.run("demo", "--calls", "40")
    let console = try shop.openConsole(listening: "off")
    try console.waitFor("1/40")
    let before = try console.capture()
    let terminal = try #require(FileHandle(forWritingAtPath: console.query("#{pane_tty}")))
    try terminal.write(contentsOf: Data("\u{1B}[5;5HWall message from root".utf8))
    try console.waitFor("Wall message")
    try console.sendKeys("C-l")
    #expect(try console.waitUntilGone("Wall message") == before)
  }
}
