import Glibc
import Testing

/// `--allow` and `--trusted-proxy`.
@Suite(.serialized) struct PeerTests {
  @Test func `who is not on the list gets the 404 of a wrong token`() throws {
    let listening = try Listening("--allow", "203.0.113.0/24,2001:db8::/32")
    #expect(try listening.deliver("one").status == 404)
    #expect(try listening.deliver("two", more: "X-Forwarded-For: 203.0.113.9\r\n").status == 404)
    #expect(
      try Socket(port: listening.port).ask("GET /health HTTP/1.1\r\nHost: h\r\n\r\n").status == 404)
    #expect(try listening.storedIDs().isEmpty)
  }

  @Test func `a trusted proxy says who it is`() throws {
    let listening = try Listening("--allow=203.0.113.0/24", "--trusted-proxy=127.0.0.1,10.0.0.0/8")
    for (forwarded, status) in [
      ("203.0.113.9", 200), ("198.51.100.1", 404), ("203.0.113.9, 198.51.100.1", 404),
      ("198.51.100.1, 203.0.113.10, 10.0.0.7", 200), ("unknown", 404),
    ] {
      let answer = try listening.deliver(
        "of-\(forwarded.count)", more: "X-Forwarded-For: \(forwarded)\r\n")
      #expect(answer.status == status, "\(forwarded)")
    }
    #expect(try listening.deliver("direct").status == 404)
    #expect(try listening.storedIDs().count == 2)
  }

  @Test(arguments: [
    ("--allow", "example.com"), ("--allow", "10.0.0.0/33"), ("--trusted-proxy", "10.0.0.1,"),
    ("--trusted-proxy", ""),
  ]) func `what is no address is said`(flag: String, value: String) throws {
    let folder = try TemporaryFolder()
    let (exit, output, errors) = try Product.run("listen", flag, value, in: folder)
    #expect(exit == .status(2))
    #expect(output.isEmpty)
    #expect(errors.contains("\(flag) wants addresses like 203.0.113.7"))
  }

  /// Loopback is the default and needs no words.
  @Test func `an address that others reach is explained`() throws {
    let folder = try TemporaryFolder()
    for (address, isOpen) in [("0.0.0.0:0", true), ("[::]:0", true), ("127.0.0.1:0", false)] {
      let program = try Product.start(
        "listen", "--store", folder.path("shop.db"), "--listen", address, in: folder)
      try program.waitForOutput("listening on http://")
      program.signal(SIGTERM)
      #expect(try program.waitForExit() == .status(0))
      #expect(program.errors.contains("nothing sent to it is encrypted (no TLS)") == isOpen)
    }
  }

  @Test func `the console explains it too`() throws {
    let folder = try TemporaryFolder()
    let console = try Tmux(
      [Product.path(), "--store", folder.path("shop.db"), "--listen", "0.0.0.0:0"], in: folder)
    try console.waitFor("No TLS: other machines reach 0.0.0.0:")
    try console.sendKeys("j")
    try console.waitUntilGone("No TLS")
  }
}
