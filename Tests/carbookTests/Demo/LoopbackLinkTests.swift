import Testing

@testable import carbook

@Suite struct LoopbackLinkTests {
  @Test(
    arguments: [
      (
        "http://127.0.0.1:8080/hook/t/before", "127.0.0.1", 8080, "/hook/t/before", "127.0.0.1:8080"
      ),
      ("http://localhost:1", "127.0.0.1", 1, "/", "127.0.0.1:1"),
      ("http://[::1]:65535/a?b=c", "::1", 65535, "/a?b=c", "[::1]:65535"),
      ("http://[::1]/", "::1", 80, "/", "[::1]:80"),
      ("http://0.0.0.0/x", "0.0.0.0", 80, "/x", "0.0.0.0:80"),
    ] as [(String, String, UInt16, String, String)])
  func linksOfThisMachine(
    url: String, host: String, port: UInt16, target: String, address: String
  ) throws {
    let link = try #require(LoopbackLink(url))
    #expect(link.host == host && link.port == port && link.target == target)
    #expect(link.address == address)
  }

  @Test(arguments: [
    "", "http://", "https://127.0.0.1:8080/", "127.0.0.1:8080", "http://:8080/",
    "http://127.0.0.1:/", "http://127.0.0.1:0/", "http://127.0.0.1:65536/",
    "http://127.0.0.1:+80/", "http://127.0.0.1:8080x/", "http://crm.example.com/hook",
    "http://user@127.0.0.1/", "http://::1:80/", "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y",
    "http://127.0.0.1/ї",
  ])
  func nothingElse(url: String) {
    #expect(LoopbackLink(url) == nil)
  }
}
