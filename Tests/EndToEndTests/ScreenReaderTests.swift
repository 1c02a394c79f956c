import Testing

/// The console in lines of text, in a terminal as it is.
@Suite(.serialized) struct ScreenReaderTests {
  @Test func `a call is said, and a line makes the contact`() throws {
    let shop = try Shop()
    let shell = try Shell(in: shop.folder)
    try shell.begin(
      "\(Product.path()) --store \(shop.store) --listen 127.0.0.1:0 --screen-reader")
    try shell.tmux.waitFor("Calls are received at 127.0.0.1:")
    #expect(try shell.tmux.query("#{alternate_on}") == "0")
    try shop.ring("r-1", from: "380501112233")
    try shell.tmux.waitFor("New client on Carbook: +380 50 111 22 33. Type c and a name")
    try shell.type("c Ганна Зоря")
    try shell.tmux.waitFor("Contact created: Ганна Зоря")
    #expect(try shop.contacts().map(\.name) == ["Ганна Зоря"])
    try shell.tmux.sendKeys("C-z")
    _ = try shell.end()
    try shell.type("fg")
    try shell.type("q")
    let end = try shell.end()
    #expect(end.status == 0)
    #expect(end.modesAfter == end.modesBefore)
  }

  @Test func `every list is read line by line`() throws {
    let shop = try Shop()
    try shop.run("demo", "--calls", "300")
    for list in ["calls", "contacts", "orders", "callback", "organizations"] {
      let text = try shop.run(list, "--plain", "--limit", "3")
      #expect(text.contains(": "), "\(list)")
      #expect(!text.contains { "│─┌\u{1B}…\t".contains($0) }, "\(text)")
      #expect(
        text.split(separator: "\n", omittingEmptySubsequences: false).count { $0.isEmpty } <= 3)
    }
  }
}
