import Testing

/// Any size of the terminal, and any change of it.
@Suite(.serialized) struct SizeTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.run("demo", "--calls", "300")
  }

  @Test(arguments: [
    (40, 10, []), (60, 15, []), (80, 24, ["Contact ─"]), (120, 40, ["Contact ─", "Order "]),
    (140, 45, ["Call ─", "Contact ─", "Order "]), (200, 60, ["Call ─", "Contact ─", "Order "]),
  ]) func `borders are straight`(_ columns: Int, _ rows: Int, _ expected: [String]) throws {
    let console = try shop.openConsole(listening: "off", columns: columns, rows: rows)
    try console.waitFor("1/300")
    let screen = try console.waitFor("straight borders") {
      Columns.crooked($0, columns: columns, rows: rows).isEmpty
    }
    // Which panes there is room for.
    let panes = ["Call ─", "Contact ─", "Order "].filter { pane in
      screen.dropFirst(2).contains { $0.contains(pane) }
    }
    #expect(panes == expected)
  }

  @Test func `too small is said, and no verb acts`() throws {
    let console = try shop.openConsole(listening: "off")
    try console.waitFor("1/300")
    try console.resize(columns: 30, rows: 8)
    let small = try console.waitFor("Carbook needs 40×10 cells.")
    #expect(small.filter { !$0.isEmpty } == ["Carbook needs 40×10 cells."])
    try console.sendKeys("j", "q", "Enter", "C-l")
    try console.resize(columns: 80, rows: 24)
    try console.waitFor("1/300")
    try console.waitFor("straight borders") {
      Columns.crooked($0, columns: 80, rows: 24).isEmpty
    }
  }

  @Test func `a form lives through resizes`() throws {
    let console = try shop.openConsole()
    try console.waitFor("● :")
    try shop.ring("size-1", from: "380990000001")
    try console.waitFor("☎")
    try console.sendKeys("n")
    try console.waitFor("┌ New client on Carbook")
    try console.sendKeys("c")
    try console.waitFor("┌ New contact")
    try console.typeText("Ковальчук Юрій")
    for (columns, rows) in [(60, 15), (140, 45), (30, 8), (40, 10), (120, 40), (80, 24)] {
      try console.resize(columns: columns, rows: rows)
      guard rows >= 10 else { continue }
      try console.waitFor("│ Name              Ковальчук Юрій ")
      #expect(try console.cursor() != nil)
    }
    try console.typeText("!")
    try console.waitFor("│ Name              Ковальчук Юрій! ")
    try console.sendKeys("F2")
    try console.waitFor("Contact created: Ковальчук Юрій!")
  }

  /// What remains of any number of sizes is what a console opened at the last size shows.
  @Test func `many resizes leave no trace`() throws {
    let console = try shop.openConsole(listening: "off")
    try console.waitFor("1/300")
    var seed: UInt64 = 20_261_121
    func next(_ bound: UInt64) -> Int {
      // Knuth's MMIX generator: other sizes, but the same ones each time.
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    for _ in 0..<40 { try console.resize(columns: 20 + next(160), rows: 5 + next(50)) }
    for (columns, rows) in [(100, 30), (80, 24)] {
      try console.resize(columns: columns, rows: rows)
      try expectAsFresh(console, columns: columns, rows: rows)
    }
  }

  /// What is painted for the old size while the terminal has the new one already is crooked, and has
  /// to be painted again.
  @Test func `a resize in the middle of painting leaves no trace`() throws {
    let console = try shop.openConsole(listening: "off", columns: 200, rows: 50)
    try console.waitFor("1/300")
    for (columns, rows) in [(140, 45), (200, 50), (100, 30), (160, 40), (120, 40)] {
      try console.sendKeys("z")
      try console.sendKeys("z")
      try console.resize(columns: columns, rows: rows)
    }
    try expectAsFresh(console, columns: 120, rows: 40)
  }

  /// Waits until the console shows what one that is opened now shows, colours included.
  private func expectAsFresh(
    _ console: Tmux, columns: Int, rows: Int, upTo seconds: Double = patience
  ) throws {
    let fresh = try shop.openConsole(listening: "off", columns: columns, rows: rows)
    try fresh.waitFor("1/300")
    var screens: [[String]] = []
    try wait(upTo: seconds, for: "one screen:\n\(screens.joined().joined(separator: "\n"))") {
      screens = [try console.captureWithColours(), try fresh.captureWithColours()]
      return screens[0] == screens[1] ? true : nil
    }
  }
}
