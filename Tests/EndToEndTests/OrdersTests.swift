import Foundation
import Testing

/// A repair, from the call it begins with to the call after it was closed.
@Suite(.serialized) struct OrdersTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  /// `carbook orders --format json`, line by line.
  private func orders(_ options: String...) throws -> [[String: String]] {
    let arguments = [try Product.path(), "orders", "--store", shop.store, "--format", "json"]
    let (exit, output, errors) = try Program.run(arguments + options, in: shop.folder)
    guard exit == .status(0) else { throw HarnessError("orders: \(exit) \(errors)") }
    return try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object ?? [:]).compactMapValues { $0 as? String }
    }
  }

  @Test func `from the call to the call after the closing`() throws {
    let console = try shop.console()
    try shop.ring("first-1", from: "380501112233")
    try console.waitFor("☎ New client on Carbook")
    try console.sendKeys("F9")
    try console.waitFor("l not now")
    try console.sendKeys("c")
    try console.waitFor("┌ New contact")
    try console.typeText("Іваненко Олена")
    try console.sendKeys("F2")
    try console.waitFor("Contact created: Іваненко Олена")

    // One key makes the order of the call; number and opening stand there already.
    try console.sendKeys("O")
    let form = try console.waitFor("┌ New order")
    #expect(form.contains { $0.contains("│ Order number  A-00001 ") })
    #expect(form.contains { $0.contains("│ Client        Іваненко Олена ") })
    try console.sendKeys("Tab", "Tab")
    try console.typeText("Škoda")
    try console.sendKeys("Tab", "Tab", "Tab", "Tab")
    try console.typeText("1M8GDM9A1KP042788")
    try console.sendKeys("F2")
    try console.waitFor("The check digit does not fit: something is mistyped.")
    try console.sendKeys("C-u")
    try console.typeText("тмв zzz 1z0 b1234567")
    try console.sendKeys("F2")
    try console.waitFor("Order saved: A-00001")
    let made = try #require(try orders().first)
    #expect(made["customer"] == "Іваненко Олена" && made["vin"] == "TMBZZZ1Z0B1234567")
    #expect(made["status"] == "new" && made["closed"] == nil)
    #expect(made["opened"] == (try shop.call("first-1")).date)
    #expect(try shop.call("first-1").order == "A-00001")

    // Its status, with one key.
    try console.sendKeys("3")
    try console.waitFor("│ A-00001  New")
    try console.sendKeys("r")
    try console.waitFor("┌ Status of A-00001")
    try console.sendKeys("7")
    let closed = try console.waitFor(" A-00001: Closed")
    #expect(closed.contains { $0.hasPrefix("│ A-00001  Closed") })

    // A call afterwards: above the line of the closing, in the same list.
    try shop.ring("second-1", from: "380501112233")
    try console.sendKeys("Enter")
    let card = try console.waitFor("├ Calls since it was opened 2 ")
    let line = try #require(card.firstIndex { $0.hasPrefix("│── closed today ") })
    #expect(card[line - 1].squeezed.contains("← in ringing +380 50 111 22 33"))
    #expect(card[line + 1].squeezed.contains("← in ringing +380 50 111 22 33"))

    // Opened again: the line is gone, and the calls are all about it.
    try console.sendKeys("r")
    try console.waitFor("┌ Status of A-00001")
    try console.sendKeys("i")
    try console.waitFor("A-00001: In repair")
    try console.waitUntilGone("── closed")
    #expect(try shop.calls().map(\.order) == ["A-00001", "A-00001"])
    #expect(try orders("--status", "in repair", "--search", "тмвzzz").count == 1)
    #expect(try orders("--status", "closed").isEmpty)
    try console.sendKeys("Escape")
    try console.waitFor("┌ Orders ─")
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
  }
}
