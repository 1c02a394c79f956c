import Foundation
import Testing

/// Two people take the same prompt: one wins, the other is told who.
@Suite(.serialized) struct SamePromptTests {
  let shop: Shop
  let first: Tmux
  let second: Tmux

  /// Both have the form of one new client before them, and the first one has saved it.
  init() throws {
    shop = try Shop()
    first = try shop.console()
    second = try shop.openConsole()
    try second.waitFor("○ \(NSUserName()) :")
    try shop.ring("same-1", from: "380501112233")
    for (console, name) in [(first, "Бондар Ілля"), (second, "Ілля Б.")] {
      try console.waitFor("☎ New client on Carbook")
      try console.sendKeys("n")
      try console.waitFor("┌ New client on Carbook")
      try console.sendKeys("c")
      try console.waitFor("┌ New contact")
      try console.typeText(name)
      try console.waitFor("│ Name              \(name) ")
    }
    try first.sendKeys("F2")
    try first.waitFor("Contact created: Бондар Ілля")
    try second.sendKeys("F2")
    try second.waitFor(
      "│ User \(NSUserName()) has made a contact for this number: Бондар Ілля.")
  }

  @Test func `the second opens what the first has made`() throws {
    #expect(try shop.contacts().map(\.name) == ["Бондар Ілля"])
    try second.sendKeys("Enter")
    let card = try second.waitFor("┌ Contact ─")
    #expect(card.contains { $0.contains("Бондар Ілля") })
    #expect(try shop.contacts().count == 1)
  }

  @Test func `the second insists`() throws {
    try second.sendKeys("F2")
    try second.waitFor("Contact created: Ілля Б.")
    #expect(try Set(shop.contacts().map(\.name)) == ["Бондар Ілля", "Ілля Б."])
  }
}
