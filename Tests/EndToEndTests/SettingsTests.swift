import Foundation
import Testing

/// A new user connects the provider, from the empty screen to switching it off.
@Suite(.serialized) struct SettingsTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func integration(_ arguments: String..., input: String = "") throws -> (
    exit: Program.Exit, output: String, errors: String
  ) {
    let file = shop.folder.path("input")
    try input.write(toFile: file, atomically: true, encoding: .utf8)
    return try Program.run(
      [Product.path(), "integration"] + arguments + ["--store", shop.store], in: shop.folder,
      input: file)
  }

  private func status(of link: String, _ id: String) throws -> Int {
    let body = "{\"call_id\":\"\(id)\",\"type\":\"in\",\"caller\":\"380501112233\"}"
    return try Curl.request(
      link, headers: ["Content-Type: application/json"], body: body, in: shop.folder
    ).status
  }

  @Test func `a new user connects the provider`() throws {
    let console = try shop.console()
    try console.sendKeys("6")
    try console.waitFor("No provider is connected yet.")
    try console.sendKeys("N")
    try console.waitFor("┌ New integration")
    try console.sendKeys("Tab", "Tab", "C-u")
    try console.typeText("Сервіс")
    try console.sendKeys("Tab", "Tab")
    try console.typeText("12a")
    try console.sendKeys("F2")
    try console.waitFor("A project id is digits only")
    try console.sendKeys("BSpace", "Tab")
    try console.paste("s3cr3t-k3y\n")
    try console.waitFor("•••••••••• ")
    try console.sendKeys("Tab", "Tab", "Tab")
    try console.typeText("044 000 00 09")
    try console.sendKeys("F2")
    let page = try console.waitFor("Saved: Сервіс. Copy its links to the provider.")
    #expect(page.contains { $0.contains("│ Сервіс · SIP, Ringostat · on ") })
    #expect(page.contains { $0.contains("Our numbers           +380 44 000 00 09") })
    #expect(page.allSatisfy { !$0.contains("s3cr3t") })
    #expect(try integration("list").output.contains("••••••••"))

    // The links, whole where they are asked for.
    let old = try #require(try shop.links().first?.split(separator: " ").last).description
    let token = old.split(separator: "/")[3]
    #expect(try console.capture().allSatisfy { !$0.contains(token) })
    try console.sendKeys("s", "Down")
    try console.waitFor("\(token)")
    try console.sendKeys("y")
    try console.waitFor("Copied; the terminal was asked (OSC 52).")

    // A sample goes all the way and leaves nothing in the log.
    try console.sendKeys("T")
    try console.waitFor("took the sample in")
    #expect(try integration("test").exit == .status(0))
    #expect(try shop.calls().isEmpty)

    // New links, the old ones for a day yet.
    try console.sendKeys("r")
    try console.waitFor("┌ Old links go on working")
    try console.sendKeys("d")
    try console.waitFor("The links are new; the old ones work until")
    let new = try #require(try shop.links().first?.split(separator: " ").last).description
    #expect(new != old)
    #expect(try status(of: old, "old-1") == 200)
    #expect(try status(of: new, "new-1") == 200)
    #expect(try integration("rotate", "--grace", "0").exit == .status(0))
    #expect(try status(of: old, "old-2") == 404)
    #expect(try status(of: new, "new-2") == 404)
    #expect(Set(try shop.calls().map(\.providerId)) == ["old-1", "new-1"])

    // A command's change is seen at once; a form that was open meanwhile is told of it.
    try console.sendKeys("e")
    try console.waitFor("┌ Change an integration")
    try console.sendKeys("Tab", "Tab")
    try console.typeText(" 1")
    #expect(try integration("set", "--project-id", "999").exit == .status(0))
    try console.sendKeys("F2")
    try console.waitFor("● 999")
    try console.sendKeys("F2")
    try console.waitFor("Saved: Сервіс 1.")
    #expect(try integration("set", "--name", "Renamed").exit == .status(0))
    try console.waitFor("│ Renamed · SIP, Ringostat · on ")

    // Off: kept, and no call.
    try console.sendKeys("a")
    try console.waitFor("Switched off: deliveries are kept and make no calls.")
    let last = try #require(try shop.links().first?.split(separator: " ").last).description
    #expect(try status(of: last, "off-1") == 200)
    #expect(try shop.calls().count == 2)
    try console.sendKeys("1")
    try console.waitFor("off in the header") { $0.first?.contains(" off ") ?? false }
    #expect(
      try integration("remove", "--yes").errors.contains("it can be switched off, not removed"))
  }

  @Test func `the auth key comes from a file or a pipe, and is printed nowhere`() throws {
    #expect(try integration("add", "--name", "One").exit == .status(0))
    #expect(try integration("set", "--auth-key-file", "-", input: " k3y\n").exit == .status(0))
    for format in ["table", "json", "csv"] {
      let printed = try integration("list", "--format", format)
      #expect(printed.output.contains("••••••••") && !printed.output.contains("k3y"))
    }
    for words in [["--auth-key", "an0ther"], ["--auth-key=an0ther"]] {
      let (exit, output, errors) = try Program.run(
        [Product.path(), "integration", "set"] + words + ["--store", shop.store], in: shop.folder)
      #expect(exit == .status(2) && output.isEmpty)
      #expect(errors.hasPrefix("carbook: An auth key on the command line is seen by everybody"))
      #expect(errors.split(separator: "\n").count == 1 && !errors.contains("an0ther"))
    }
    let refused = try integration("set", "--auth-key-file", "-", input: "two\nlines\n")
    #expect(refused.exit == .status(1) && !refused.errors.contains("lines\n"))
    #expect(try integration("test").errors.contains("Nobody listens for this store"))
  }

  @Test func `each token's deliveries go to its own integration`() throws {
    for name in ["One", "Two"] {
      #expect(try integration("add", "--name", name).exit == .status(0))
    }
    let listener = try shop.listen()
    let links = try shop.links()
    #expect(links.filter { $0.hasPrefix("#") } == ["# 1 One", "# 2 Two"])
    #expect(links.count == 14)
    let hooks = links.filter { $0.hasPrefix("after ") }.map { String($0.dropFirst(6)) }
    #expect(try integration("set", "2", "--available", "off").exit == .status(0))
    for hook in hooks { #expect(try status(of: hook, "same-id") == 200) }
    // The second one's is kept and makes no call.
    #expect(try shop.calls().count == 1)
    #expect(try integration("set", "Two", "--available", "on").exit == .status(0))
    #expect(try status(of: hooks[1], "same-id") == 200)
    #expect(try shop.calls().count == 2)
    #expect(try integration("set", "--name", "x").errors.contains("Say which one, by its id"))
    #expect(try integration("remove", "2", "--yes").exit == .status(1))
    #expect(try integration("add", "--name", "Three").exit == .status(0))
    #expect(try integration("remove", "Three", "--yes").exit == .status(0))
    listener.signal(SIGTERM)
  }
}
