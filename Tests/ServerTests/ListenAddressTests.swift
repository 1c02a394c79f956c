import Testing

@testable import Server

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1", 8080), ("0.0.0.0:0", "0.0.0.0", 0),
    ("[::1]:8080", "::1", 8080), ("[::]:65535", "::", 65535), ("localhost:1", "localhost", 1),
  ]) func addresses(text: String, host: String, port: UInt16) throws {
    let address = try ListenAddress(parsing: text)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.description == text)
  }

  @Test(arguments: [
    "", ":", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:+1",
    "127.0.0.1:-1", "127.0.0.1:65536", "127.0.0.1:99999999999999999999", "127.0.0.1: 80",
    "127.0.0:80", "256.0.0.1:80", "example.com:80", "::1:80", "[::1]", "[::1:80", "[]:80",
    "[127.0.0.1]:80", "[localhost]:80", "http://127.0.0.1:80", "127.0.0.1:80/", "a\u{0}:80",
    "127.0.0.1:٨",
  ]) func nonsense(text: String) {
    #expect(throws: ListenError.badAddress(text)) { try ListenAddress(parsing: text) }
  }

  @Test func everyErrorIsOneSentence() throws {
    let address = try ListenAddress(parsing: "[::1]:80")
    let errors: [ListenError] = [
      .badAddress("x"), .addressInUse(address), .notPermitted(address),
      .addressNotAvailable(address), .failed(address, reason: "Out of memory"),
    ]
    for error in errors {
      #expect(error.description.hasSuffix("."))
      #expect(!error.description.contains("\n"))
    }
    #expect(
      ListenError.addressInUse(address).description
        == "Cannot listen on [::1]:80: another program is using that port.")
  }
}
