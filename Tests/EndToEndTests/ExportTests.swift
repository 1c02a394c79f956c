import Foundation
import Testing

/// What is on the screen into a file, from a real terminal.
@Suite(.serialized) struct ExportTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: shop.folder.path(name), encoding: .utf8)
  }

  private func type(_ path: String, in console: Tmux) throws {
    try console.sendKeys("x")
    try console.waitFor("Write what is listed into a file")
    try console.sendKeys("C-u")
    try console.typeText(path)
    try console.waitFor(path)
    try console.sendKeys("Enter")
  }

  @Test func `a list becomes a file; one that is there is asked for`() throws {
    try shop.run("demo", "--calls", "300")
    let console = try shop.openConsole(listening: "off")
    try type("~/calls.json", in: console)
    try console.waitFor("300 rows are written: ~/calls.json")
    let calls = try #require(text("calls.json"))
    #expect(try calls.split(separator: "\n").map(String.init) == shop.callLines())
    let file = try FileManager.default.attributesOfItem(atPath: shop.folder.path("calls.json"))
    #expect(file[.posixPermissions] as? Int == 0o600)

    try "somebody's".write(
      toFile: shop.folder.path("contacts.csv"), atomically: false, encoding: .utf8)
    try console.sendKeys("2")
    try type("~/contacts.csv", in: console)
    try console.waitFor("There is a file of that name. Replace it?")
    try console.sendKeys("n")
    try console.waitFor("Format  CSV")
    #expect(text("contacts.csv") == "somebody's")
    try console.sendKeys("Enter")
    try console.waitFor("Replace it?")
    try console.sendKeys("y")
    try console.waitFor("25 rows are written: ~/contacts.csv")
    #expect(text("contacts.csv")?.hasPrefix("id,name,numbers,") == true)

    try type("~/none/a.csv", in: console)
    try console.waitFor("There is no such folder.")
    try console.sendKeys("Escape")
    try console.waitUntilGone("Write what is listed into a file")
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
    #expect(!names.contains { $0.hasSuffix(".part") })
  }

  @Test func `Esc stops an export, and nothing is left of the file`() throws {
    try shop.run("demo", "--calls", "20000")
    let console = try shop.openConsole(listening: "off")
    try type("~/calls.json", in: console)
    try console.waitFor("Writing:")
    try console.sendKeys("Escape")
    try console.waitFor("Stopped; nothing is left of the file.")
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
    #expect(!names.contains { $0.hasSuffix(".part") || $0 == "calls.json" })
    // It may be tried again.
    try type("~/calls.json", in: console)
    try console.waitFor("20000 rows are written: ~/calls.json")
  }

  @Test func `a disk that is full leaves nothing of the file`() throws {
    try shop.run("demo", "--calls", "1500")
    // Enough for what SQLite keeps beside the store.
    let command = """
      ulimit -f 400; exec '\(try Product.path())' --store '\(shop.store)' --listen off
      """
    let console = try Tmux([command], in: shop.folder)
    try console.waitFor("Call Log")
    try type("~/calls.json", in: console)
    try console.waitFor("The disk is full; nothing is left of the file.")
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
    #expect(!names.contains { $0.hasSuffix(".part") || $0 == "calls.json" })
  }
}
