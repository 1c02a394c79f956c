import Foundation
import Testing

/// `carbook demo --live` sends real webhooks to whoever listens.
@Suite(.serialized) struct LiveFeedTests {
  @Test func `rows appear until it is told to end`() throws {
    let shop = try Shop()
    let console = try shop.console(columns: 140, rows: 45)
    #expect(try shop.links().count == 6)
    let feed = try Product.start("demo", "--store", shop.store, "--live", "600", in: shop.folder)
    try wait(for: "twelve calls and the end of one") {
      let calls = try shop.calls()
      return calls.count >= 12 && calls.contains { $0.talk != nil } ? true : nil
    }
    feed.signal(SIGTERM)
    #expect(try feed.waitForExit() == .status(0))
    #expect(feed.errors.isEmpty)
    let lines = feed.output.split(separator: "\n")
    #expect(lines.count >= 12)
    for line in lines {
      #expect(line.wholeMatch(of: /\d\d:\d\d:\d\d (before|answered|after)(-outgoing)? 200/) != nil)
    }
    let calls = try shop.calls()
    try console.waitFor("LIVE  1/\(calls.count)")
    try console.waitFor("straight borders") {
      Columns.crooked($0, columns: 140, rows: 45).isEmpty
    }
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))
  }

  @Test func `without links or a listener it says what is missing`() throws {
    let shop = try Shop()
    let arguments = ["demo", "--store", shop.store, "--live", "60"]
    let expected = [
      "There is no store", "has no integration yet", "Nobody listens for",
    ]
    for sentence in expected {
      let (exit, _, errors) = try Program.run([Product.path()] + arguments, in: shop.folder)
      #expect(exit == .status(1) && errors.contains(sentence), "\(errors)")
      if sentence.contains("store") {
        let listener = try shop.listen()
        listener.signal(SIGTERM)
        try listener.waitForExit()
      } else {
        try shop.run("links")
      }
    }
  }
}
