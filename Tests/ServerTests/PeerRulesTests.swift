import Testing

@testable import Server

/// Whose request it is, and who may send any.
@Suite struct PeerRulesTests {
  private let rules = PeerRules(
    allowed: ["203.0.113.0/24", "2001:db8::/32"].compactMap { AddressRange(parsing: $0) },
    trustedProxies: ["127.0.0.1", "10.0.0.0/8"].compactMap { AddressRange(parsing: $0) })

  private func client(_ peer: String, _ forwarded: [String]) -> IPAddress? {
    var headers = Headers()
    for value in forwarded { headers.append(Headers.Field(name: "x-forwarded-for", value: value)) }
    return rules.client(
      of: Request(method: "GET", target: "/", path: "/", headers: headers, peer: peer))
  }

  @Test(arguments: [
    // Nobody's word but a trusted proxy's is taken.
    ("203.0.113.9", [], "203.0.113.9"),
    ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
    ("127.0.0.1", [], "127.0.0.1"),
    ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
    // The last hop that is not trusted; what stands left of it could be anybody's invention.
    ("127.0.0.1", ["203.0.113.9, 198.51.100.1"], "198.51.100.1"),
    ("127.0.0.1", ["nonsense, 198.51.100.1 , 10.0.0.7"], "198.51.100.1"),
    ("127.0.0.1", ["203.0.113.9", "198.51.100.1", "10.0.0.7"], "198.51.100.1"),
    ("127.0.0.1", ["10.0.0.8, 10.0.0.7"], "10.0.0.8"),
    ("::ffff:127.0.0.1", ["2001:db8::9"], "2001:db8::9"),
    // With a port.
    ("127.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
    ("127.0.0.1", ["[2001:db8::9]:4711"], "2001:db8::9"),
    ("127.0.0.1", ["[2001:db8::9]"], "2001:db8::9"),
  ]) func theClient(peer: String, forwarded: [String], client expected: String) {
    #expect(IPAddress(parsing: expected) != nil)
    #expect(client(peer, forwarded) == IPAddress(parsing: expected))
  }

  @Test(arguments: ["unknown", "203.0.113.9, _hidden", "203.0.113.9 10.0.0.7", "[", "[]:1", "a:1"])
  func aHopThatIsNoAddressIsNobody(forwarded: String) {
    #expect(client("127.0.0.1", [forwarded]) == nil)
  }

  @Test func onlyThoseOnTheListAreAdmitted() {
    #expect(rules.admits(IPAddress(parsing: "203.0.113.9")))
    #expect(rules.admits(IPAddress(parsing: "2001:db8::1")))
    #expect(!rules.admits(IPAddress(parsing: "198.51.100.1")))
    #expect(!rules.admits(IPAddress(parsing: "127.0.0.1")))
    #expect(!rules.admits(nil))
    #expect(PeerRules().admits(nil))
  }
}
