import Foundation
import Testing

/// Several consoles on one store: one listens, all show, each may answer.
@Suite(.serialized) struct SeveralConsolesTests {
  let shop: Shop
  let first: Tmux
  let second: Tmux

  init() throws {
    shop = try Shop()
    first = try shop.console()
    second = try shop.openConsole()
    try second.waitFor("○ \(NSUserName()) :")
  }

  @Test func `a contact made on one is on the other`() throws {
    try shop.ring("two-1", from: "380501112233")
    for console in [first, second] { try console.waitFor("☎ New client on Carbook") }
    // The other one is looking at the very question.
    try second.sendKeys("F9")
    try second.waitFor("┌ New client on Carbook")
    try first.sendKeys("n")
    try first.waitFor("┌ New client on Carbook")
    try first.sendKeys("c")
    try first.waitFor("┌ New contact")
    try first.typeText("Бондар Ілля")
    try first.sendKeys("F2")
    try second.waitFor("+380 50 111 22 33 is now Бондар Ілля's number.")
    try second.sendKeys("c")
    let closed = try second.waitUntilGone("Any key closes this.")
    #expect(closed[4].squeezed.contains("ringing +380 50 111 22 33 Бондар Ілля"))
    #expect(!closed.contains { $0.contains("☎") || $0.contains("┌ New contact") })
  }

  @Test func `not now on the one that does not listen closes it on both`() throws {
    try shop.ring("two-2", from: "380501112233")
    for console in [first, second] { try console.waitFor("☎ New client on Carbook") }
    try first.sendKeys("F9")
    try first.waitFor("┌ New client on Carbook")
    try second.sendKeys("n")
    try second.waitFor("┌ New client on Carbook")
    try second.sendKeys("l")
    try first.waitFor("Answered on another console.")
    try first.sendKeys("Enter")
    let closed = try first.waitUntilGone("Answered on another console.")
    #expect(!closed.contains { $0.contains("☎") })
    #expect(closed[4].squeezed.contains("ringing +380 50 111 22 33 New client"))
  }

  @Test func `a form says that the number has an owner now`() throws {
    try shop.ring("two-3", from: "380501112233")
    for console in [first, second] {
      try console.waitFor("☎")
      try console.sendKeys("n")
      try console.waitFor("┌ New client on Carbook")
      try console.sendKeys("c")
      try console.waitFor("┌ New contact")
      try console.typeText("Гнатюк")
      try console.waitFor("│ Name              Гнатюк ")
    }
    try first.sendKeys("F2")
    try second.waitFor("This number now belongs to Гнатюк.")
    #expect(try shop.contacts().count == 1)
  }

  /// What a key comes to is worked out before it is pressed.
  @Test func `a call that comes before the next key is not lost by it`() throws {
    for index in 1...3 { try shop.ring("ahead-\(index)", from: "38050111000\(index)") }
    try second.waitFor("LIVE  1/3")
    try second.sendKeys("Down")
    try second.waitFor("  2/3")
    try shop.ring("ahead-4", from: "380501110004")
    try second.waitFor("  3/4")
    try second.sendKeys("Up")
    let moved = try second.waitFor("  2/4")
    #expect(moved.contains { $0.contains("+380 50 111 00 03") })
    try second.sendKeys("Up")
    try second.waitFor("LIVE  1/4")
  }

  @Test(arguments: [SIGKILL, SIGTERM]) func `the other one takes over`(_ signal: Int32) throws {
    kill(try first.pid(), signal)
    #expect(try first.waitForExit() == .signal(signal))
    try second.waitFor("● :")
    shop.listenerChanged()
    try shop.ring("two-4", from: "380501112233")
    try second.waitFor("☎ New client on Carbook")
    try second.sendKeys("q")
    #expect(try second.waitForExit() == .status(0))
  }

  @Test func `one that waits can be left too`() throws {
    try second.sendKeys("q")
    #expect(try second.waitForExit() == .status(0))
    try shop.ring("two-5", from: "380501112233")
    try first.waitFor("☎ New client on Carbook")
  }
}
