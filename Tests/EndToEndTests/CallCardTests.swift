import Foundation
import Testing

/// A call's card, a note on it, taking it back, and columns that are there again tomorrow.
@Suite(.serialized) struct CallCardEndToEndTests {
  @Test func `a day at the desk`() throws {
    let shop = try Shop()
    var console = try shop.console()
    try shop.ring("card-1", from: "380501112233", source: "google")
    let over = try shop.send(
      "after",
      """
      {"uniqueid":"card-1","call_type":"in","userfield":"380501112233","dst":"380440000009",\
      "disposition":"NO ANSWER","call_duration":"31","employee_fio":"\\u041e\\u043b\\u044f"}
      """)
    #expect(over.status == 200)
    try console.waitFor("MISSED")
    try console.sendKeys("Enter")
    try console.waitFor("┌ Call · +380 50 111 22 33")
    try console.sendKeys("Tab")
    try console.waitFor("MISSED: ← in · NO ANSWER · ended")
    try console.sendKeys("End")
    try console.waitFor("\"disposition\": \"NO ANSWER\"")
    try console.waitFor("\"employee_fio\": \"Оля\"")

    try console.sendKeys("i")
    try console.waitFor("┌ Note ·")
    try console.typeText("просила передзвонити")
    try console.waitFor("20/500")
    try console.sendKeys("Enter")
    try console.waitFor("Note kept. u takes it back.")
    try console.sendKeys("Home")
    try console.waitFor("просила передзвонити")
    try console.sendKeys("u")
    try console.waitFor("Undone: note on a call")
    try console.waitUntilGone("просила передзвонити")
    try console.sendKeys("C-r")
    try console.waitFor("Done again: note on a call")
    try console.waitFor("просила передзвонити")

    try console.sendKeys("Escape")
    try console.waitFor("┌ Call Log")
    try console.sendKeys("|")
    try console.waitFor("┌ Columns (by room)")
    try console.sendKeys("Space")
    try console.waitFor("│ Order")
    try console.sendKeys("Escape")
    try console.waitUntilGone("┌ Columns")
    try console.sendKeys("q")
    try console.waitForExit()
    console = try shop.console()
    try console.waitFor("│ Order    Date▼")
  }
}
