import Foundation
import Testing

/// The mouse in a real terminal, as it sends clicks itself.
@Suite(.serialized) struct MouseTests {
  let shop: Shop
  let shell: Shell

  init() throws {
    shop = try Shop()
    try shop.run("demo", "--calls", "40")
    shell = try Shell(in: shop.folder)
  }

  private var mouse: String {
    get throws { try shell.tmux.query("#{mouse_any_flag}#{mouse_standard_flag}#{mouse_sgr_flag}") }
  }

  /// Column and row from 1.
  private func click(_ column: Int, _ row: Int, button: Int = 0) throws {
    try shell.tmux.typeText(
      "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m")
  }

  private func open() throws {
    try shell.begin(
      "SWIFT_BACKTRACE=enable=no \(Product.path()) --store \(shop.store) --listen off")
    try shell.tmux.waitFor("1/40")
    #expect(try mouse == "000")
    try shell.tmux.sendKeys("m")
    try shell.tmux.waitFor("mouse")
    #expect(try mouse == "111")
  }

  @Test func `clicks select and open, the wheel moves, and leaving leaves nothing on`() throws {
    try open()
    let tmux = shell.tmux
    try click(10, 7)
    try tmux.waitFor(" 3/40")
    #expect(try tmux.cursor()?.row == 6)
    try click(10, 8, button: 65)
    try tmux.waitFor(" 6/40")
    // Two clicks in one place.
    try click(10, 7)
    try tmux.waitFor(" 3/40")
    try click(10, 7)
    try tmux.waitFor("┌ Call · ")
    try tmux.sendKeys("Escape")
    try tmux.waitUntilGone("┌ Call · ")
    try tmux.sendKeys("q")
    let end = try shell.end()
    #expect(end.status == 0)
    #expect(end.modesAfter == end.modesBefore)
    #expect(try mouse == "000")
  }

  /// The shell that is left must not be typed into by clicks.
  @Test(arguments: [SIGTERM, SIGSEGV]) func `a console that is killed leaves it off`(
    _ signal: Int32
  ) throws {
    try open()
    kill(try shell.child(), signal)
    #expect(try shell.end().status == 128 + signal)
    #expect(try mouse == "000")
  }

  @Test func `it is off while the console is suspended, and on again after`() throws {
    try open()
    try shell.tmux.sendKeys("C-z")
    #expect(try shell.end().status == 128 + SIGTSTP)
    #expect(try mouse == "000")
    try shell.type("fg")
    try shell.tmux.waitFor("mouse")
    #expect(try mouse == "111")
    try click(10, 7)
    try shell.tmux.waitFor(" 3/40")
    try shell.tmux.sendKeys("q")
    _ = try shell.end()
  }
}
