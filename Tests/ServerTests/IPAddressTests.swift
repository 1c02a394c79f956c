import Testing

@testable import Server

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("127.0.0.1", "::ffff:127.0.0.1"), ("255.255.255.255", "::FFFF:ffff:ffff"),
    ("::", "0:0:0:0:0:0:0:0"), ("::1", "0:0:0:0:0:0:0.0.0.1"), ("1::", "1:0:0:0:0:0:0:0"),
    ("2001:db8::7", "2001:0DB8:0000:0:0::0007"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ]) func oneAddressInTwoSpellings(one: String, other: String) throws {
    let address = try #require(IPAddress(parsing: one))
    #expect(address == IPAddress(parsing: other))
  }

  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", "1..3.4", "256.1.1.1", "1.2.3.04", "+1.2.3.4",
    "1.2.3.4 ", "0x7f.0.0.1", "1.2.3.4/8", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "1::2::3", "1:2:3:4:5:6:7:8::", "12345::", "g::", "::1%eth0", "[::1]", "1.2.3.4::",
    "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "١.2.3.4", "99999999999999999999.0.0.1", "localhost",
  ]) func whatIsNoAddress(text: String) {
    #expect(IPAddress(parsing: text) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.9.8.7", true), ("::1", true), ("::ffff:127.0.0.1", true),
    ("0.0.0.0", false), ("::", false), ("128.0.0.1", false), ("::2", false), ("10.0.0.1", false),
  ]) func loopback(text: String, isLoopback: Bool) throws {
    #expect(try #require(IPAddress(parsing: text)).isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("10.1.2.3/8", "10.9.9.9", true), ("192.0.2.7", "192.0.2.7", true),
    ("192.0.2.7", "192.0.2.8", false), ("192.0.2.7/32", "::ffff:192.0.2.7", true),
    ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
    ("::/0", "203.0.113.9", true), ("2001:db8::/32", "2001:db8:ffff::1", true),
    ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::/33", "2001:db8:8000::1", false),
    ("::1/64", "::7", true),
  ]) func ranges(range: String, address: String, contains: Bool) throws {
    let range = try #require(AddressRange(parsing: range))
    #expect(range.contains(try #require(IPAddress(parsing: address))) == contains)
  }

  @Test(arguments: [
    "", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8",
    "10.0.0.0/9999", "10.0.0.0/ 8", "example.com/8",
  ]) func whatIsNoRange(text: String) {
    #expect(AddressRange(parsing: text) == nil)
  }
}
