import Foundation
import Testing

/// The main job: a call comes in, the console shows it, one key makes the contact.
@Suite(.serialized) struct NewClientTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  @Test func `from the ring to the contact`() throws {
    let console = try shop.console()
    let empty = try console.waitFor("Get help: press ?")
    let said = empty.map { $0.replacing("│", with: "") }.joined(separator: " ").squeezed
    // As it is typed here: for this store.
    #expect(said.contains("carbook links --store \(shop.store)” and paste the links there."))
    #expect(
      said.contains("Try the demo: press d; it has a store of its own, demo.db. Get help: press ?"))

    // An earlier call of the same number, then the one that rings now.
    try shop.send(
      "after",
      """
      {"uniqueid":"old-1","call_type":"in","userfield":"0501112233","dst":"380440000009",
       "calldate":"2026-08-08 11:11:11","disposition":"NO ANSWER"}
      """)
    try console.waitFor("MISSED")
    try shop.ring("new-1", from: "380501112233", source: "google")
    let ringing = try console.waitFor("ringing")
    #expect(ringing[4].squeezed.contains("← in ringing +380 50 111 22 33 New client"))
    #expect(ringing[5].squeezed.contains("MISSED +380 50 111 22 33 New client"))
    #expect(
      ringing[22]
        == " ☎ New client on Carbook  +380 50 111 22 33  to +380 44 000 00 09  google n  F9")

    // Its key opens the dialog; Enter has no meaning there, Esc only closes it.
    try console.sendKeys("F9")
    let dialog = try console.waitFor("┌ New client on Carbook")
    #expect(dialog.contains { $0.contains("│ called   +380 44 000 00 09 ") })
    #expect(dialog.contains { $0.contains("│ source   google ") })
    #expect(dialog.contains { $0.contains("│ now      ringing 0:") })
    #expect(dialog.contains { $0.contains("│ earlier  1 earlier call ") })
    let keys = "│ c create contact   a add to a contact   l not now   Esc close  │"
    #expect(dialog.contains { $0.contains(keys) })
    try console.sendKeys("Enter", "Space", "F1")
    try console.waitFor("Everywhere")
    try console.sendKeys("F1")
    try console.waitFor(keys)
    try console.sendKeys("Escape")
    let closed = try console.waitUntilGone(keys)
    #expect(closed[22].contains("☎ New client on Carbook"))
    #expect(try shop.contacts().isEmpty)

    // `n` opens it too; the form has the number, takes letters as text, and saves.
    try console.sendKeys("n")
    try console.waitFor(keys)
    try console.sendKeys("c")
    let form = try console.waitFor("┌ New contact")
    #expect(form.contains { $0.contains("│ Number            +380 50 111 22 33 ") })
    try console.typeText("Шевченко Ганна")
    let typed = try console.waitFor("│ Name              Шевченко Ганна ")
    let row = try #require(typed.firstIndex { $0.contains("│ Name  ") })
    #expect(try console.cursor().map { [$0.column, $0.row] } == [39, row])
    try console.sendKeys("F2")
    let saved = try console.waitFor("Contact created: Шевченко Ганна")
    #expect(saved[22] == " Contact created: Шевченко Ганна")
    #expect(saved[4].squeezed.contains("ringing +380 50 111 22 33 Шевченко Ганна"))
    #expect(saved[5].squeezed.contains("MISSED +380 50 111 22 33 Шевченко Ганна"))
    #expect(!saved.contains { $0.contains("☎") })

    let contact = try #require(try shop.contacts().first)
    #expect(contact.name == "Шевченко Ганна" && contact.numbers == ["+380501112233"])
    let calls = try shop.calls()
    #expect(calls.map(\.customer) == ["Шевченко Ганна", "Шевченко Ганна"])
    #expect(calls.map(\.contactId) == [contact.id, contact.id])
    #expect(calls[0].comment == "Contact created by \(NSUserName())")
    #expect(calls[1].comment?.hasPrefix("Linked to Шевченко Ганна") == true)

    // A known client raises nothing and is called by his name.
    try shop.ring("new-2", from: "+380 50 111-22-33")
    let known = try console.waitFor("1/3")
    #expect(known[4].squeezed.contains("ringing +380 50 111 22 33 Шевченко Ганна"))
    #expect(!known.contains { $0.contains("☎") })
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
  }

  @Test func `the call goes on while the question is open`() throws {
    let console = try shop.console()
    try shop.ring("go-1", from: "380501112233")
    try console.waitFor("☎")
    try console.sendKeys("F9")
    try console.waitFor("│ now      ringing 0:")
    let call = "uniqueid=go-1&call_type=in&userfield=380501112233&dst=380440000009"
    try shop.send("answered", call, type: "application/x-www-form-urlencoded")
    try console.waitFor("│ now      talking 0:")
    try shop.send(
      "after", call + "&status=NO+ANSWER&duration=9", type: "application/x-www-form-urlencoded")
    try console.waitFor("│ now      missed, create contact?")
    try console.sendKeys("Escape")
    let closed = try console.waitUntilGone("│ now ")
    #expect(closed[22].contains("+380 50 111 22 33  missed, create contact?"))
    #expect(closed[1].contains("missed 1 · to call back 1"))
  }

  @Test func `not now keeps the call and its key`() throws {
    let console = try shop.console()
    try shop.ring("later-1", from: "380501112233")
    try console.waitFor("☎ New client on Carbook")
    try console.sendKeys("n")
    try console.waitFor("l not now")
    try console.sendKeys("l")
    try console.waitFor(" Not now: the call keeps its key “create contact”.")
    try shop.ring("later-2", from: "380671112233")
    try console.waitFor("☎ New client on Carbook  +380 67 111 22 33")
    // The same number again asks again.
    try shop.ring("later-3", from: "380501112233")
    try console.waitFor("(+1 more)")
    #expect(try shop.calls().count == 3)
  }

  @Test func `hidden and internal callers raise nothing`() throws {
    let console = try shop.console()
    let form = "application/x-www-form-urlencoded"
    try shop.send("before", "uniqueid=h-1&type=in&caller=anonymous&dst=380440000009", type: form)
    try shop.send("before", "uniqueid=h-2&type=in&caller=&dst=380440000009", type: form)
    try shop.send("before", "uniqueid=h-3&type=in&caller=101&dst=102", type: form)
    let screen = try console.waitFor("1/3")
    #expect(!screen.contains { $0.contains("☎") })
    try console.sendKeys("n")
    try console.waitFor("This caller is not a new client.")
  }

  /// Keys by their place in lists and dialogs, text in fields.
  @Test func `the Ukrainian layout`() throws {
    let console = try shop.console()
    try shop.ring("uk-1", from: "380501112233")
    try console.waitFor("☎")
    try console.typeText("т")
    try console.waitFor("┌ New client on Carbook")
    try console.typeText("с")
    try console.waitFor("┌ New contact")
    try console.typeText("тсфдйq1?")
    try console.waitFor("│ Name              тсфдйq1? ")
    try console.sendKeys("C-u")
    try console.typeText("Їжак Ґалаґан")
    try console.sendKeys("C-s")
    try console.waitFor("Contact created: Їжак Ґалаґан")

    // "Add to an existing contact" finds by name.
    try shop.ring("uk-2", from: "380671112233")
    try console.waitFor("☎")
    try console.typeText("т")
    try console.waitFor("┌ New client on Carbook")
    try console.typeText("ф")
    try console.waitFor("No contact has this number. Type a name to find one.")
    try console.typeText("ґал")
    let found = try console.waitFor("Їжак Ґалаґан    ")
    #expect(found.contains { $0.contains("Add +380 67 111 22 33 to a contact") })
    try console.waitFor("│ Їжак Ґалаґан")
    try console.sendKeys("Enter")
    try console.waitFor("Number added to Їжак Ґалаґан")
    #expect(try shop.contacts().map(\.numbers) == [["+380501112233", "+380671112233"]])
    #expect(try shop.calls().map(\.customer) == ["Їжак Ґалаґан", "Їжак Ґалаґан"])

    try shop.ring("uk-3", from: "380931112233")
    try console.waitFor("☎")
    try console.typeText("т")
    try console.waitFor("┌ New client on Carbook")
    try console.typeText("д")
    try console.waitFor("Not now:")
    try console.typeText("й")
    #expect(try console.waitForExit() == .status(0))
  }

  @Test func `F9 over a form keeps the form's text`() throws {
    let console = try shop.console()
    try shop.ring("over-1", from: "380501112233")
    try console.waitFor("☎")
    try console.sendKeys("n")
    try console.waitFor("┌ New client on Carbook")
    try console.sendKeys("c")
    try console.typeText("Олександра")
    try console.sendKeys("Tab", "Tab", "Tab", "Tab")
    try console.paste("o@example.com")
    try console.waitFor("│ E-mail            o@example.com ")
    try shop.ring("over-2", from: "380671112233")
    try console.waitFor("(+1 more)")
    try console.sendKeys("F9")
    try console.waitFor("+380 67 111 22 33   1 of 2")
    try console.sendKeys("Escape")
    try console.waitUntilGone("1 of 2")
    // Esc leaves the form, and its text is offered again.
    try console.sendKeys("Escape")
    try console.waitFor("Your text is kept")
    try console.sendKeys("n")
    try console.waitFor("1 of 2")
    try console.sendKeys("Down")
    try console.waitFor("+380 50 111 22 33   2 of 2")
    try console.sendKeys("c")
    let form = try console.waitFor("┌ New contact")
    #expect(form.contains { $0.contains("│ Name              Олександра ") })
    try console.sendKeys("F2")
    try console.waitFor("Contact created: Олександра")
    let contact = try #require(try shop.contacts().first)
    #expect(contact.name == "Олександра" && contact.emails == ["o@example.com"])
    #expect(contact.numbers == ["+380501112233"])
  }

  @Test func `the demo has a store of its own`() throws {
    let console = try shop.console()
    try console.waitFor("Try the demo")
    try console.sendKeys("d")
    let demo = try console.waitFor("1/3,000")
    #expect(!demo.contains { $0.contains("☎") })
    #expect(try console.query("#{pane_title}") == "Carbook — demo.db")
    #expect(FileManager.default.fileExists(atPath: shop.folder.path("demo.db")))
    #expect(try shop.calls().isEmpty)
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
  }
}
