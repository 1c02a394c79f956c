import Foundation
import Testing

/// Contacts are changed at two consoles, and what is typed outlives its console.
@Suite(.serialized) struct EditingTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  /// A console with the contacts before it.
  private func contacts(of console: Tmux) throws -> Tmux {
    try console.sendKeys("2")
    try console.waitFor("┌ Contacts ─")
    return console
  }

  private func make(_ name: String, _ number: String, at console: Tmux) throws {
    try console.sendKeys("N")
    try console.waitFor("┌ New contact")
    try console.typeText(name)
    try console.sendKeys("Tab")
    try console.typeText(number)
    try console.sendKeys("F2")
    try console.waitFor("Contact created: \(name)")
  }

  @Test func `two change the same contact and one chooses`() throws {
    let first = try contacts(of: shop.console())
    try make("Бондар Ілля", "0501112233", at: first)
    let second = try contacts(of: shop.openConsole())
    try second.waitFor("Бондар Ілля")
    for (console, name) in [(first, "Бондар Ілля!"), (second, "Бондар Ілля П.")] {
      try console.sendKeys("e")
      try console.waitFor("┌ Change a contact")
      try console.sendKeys("End")
      try console.typeText(String(name.dropFirst(11)))
      try console.waitFor("│ Name              \(name) ")
    }
    // The note is the second one's alone.
    try second.sendKeys("BTab", "BTab", "BTab")
    try second.typeText("борг")
    try second.waitFor("│ Note              борг ")
    try first.sendKeys("F2")
    try first.waitFor("Saved: Бондар Ілля!")
    try second.sendKeys("F2")
    let versions = try second.waitFor("┌ Somebody else has changed it too")
    #expect(
      versions.contains { $0.contains("● Бондар Ілля П.") && $0.contains("○ Бондар Ілля!") })
    try second.sendKeys("Right")
    try second.waitFor("● Бондар Ілля!")
    try second.sendKeys("F2")
    try second.waitFor("Saved: Бондар Ілля!")
    try second.waitFor("note: борг")
    try first.waitFor("note: борг")
    #expect(try shop.contacts().map(\.name) == ["Бондар Ілля!"])
  }

  @Test(arguments: [SIGKILL, SIGHUP]) func `what is typed outlives its console`(
    _ signal: Int32
  ) throws {
    let console = try contacts(of: shop.console())
    try console.sendKeys("N")
    try console.waitFor("┌ New contact")
    try console.typeText("Гнатюк Оксана")
    try console.sendKeys("Tab")
    try console.typeText("0671112233")
    try console.waitFor("│ Number            0671112233 ")
    // A killed console writes nothing more: the store has to have it by then.
    if signal == SIGKILL {
      let question = "SELECT count(*) FROM form_draft_field WHERE text = '0671112233'"
      try wait(for: "the draft in the store") {
        let (exit, output, _) = try Program.run(
          ["sqlite3", "-readonly", shop.store, question], in: shop.folder)
        return exit == .status(0) && output.hasPrefix("1") ? true : nil
      }
    }
    kill(try console.pid(), signal)
    _ = try console.waitForExit()

    let next = try shop.openConsole()
    try next.waitFor("1 unfinished form: press R")
    try next.sendKeys("R")
    try next.waitFor("│ New contact  Гнатюк Оксана  0671112233 ")
    try next.sendKeys("Enter")
    try next.waitFor("│ Name              Гнатюк Оксана ")
    try next.sendKeys("F2")
    try next.waitFor("Contact created: Гнатюк Оксана")
    #expect(try shop.contacts().map(\.numbers) == [["+380671112233"]])
    try next.waitUntilGone("unfinished form")
  }

  @Test func `two contacts become one`() throws {
    let console = try contacts(of: shop.console())
    try make("Бондар Ілля", "0501112233", at: console)
    try make("Ілля Б.", "0671112233", at: console)
    try console.sendKeys("M")
    try console.waitFor("┌ Which contact is also Ілля Б.?")
    try console.typeText("бондар")
    try console.waitFor("│ Бондар Ілля ")
    try console.sendKeys("Enter")
    try console.waitFor("┌ Merge two contacts")
    try console.sendKeys("Right", "F2")
    try console.waitFor("Merged: Бондар Ілля")
    let contacts = try shop.contacts()
    #expect(contacts.map(\.name) == ["Бондар Ілля"])
    #expect(contacts.map(\.numbers) == [["+380671112233", "+380501112233"]])
  }

  @Test func `deleting says before what happens to the calls`() throws {
    let console = try shop.console()
    try shop.ring("delete-1", from: "380501112233")
    try console.waitFor("☎ New client")
    _ = try contacts(of: console)
    try make("Бондар Ілля", "0501112233", at: console)
    try console.sendKeys("D")
    try console.waitFor("│ 1 call: kept in the log, as nobody's.")
    try console.sendKeys("y")
    try console.waitFor("Deleted: Бондар Ілля")
    #expect(try shop.contacts().isEmpty)
    #expect(try shop.calls().map(\.customer) == [nil])
  }
}
