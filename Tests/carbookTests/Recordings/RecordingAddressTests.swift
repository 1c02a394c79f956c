import Server
import Testing

@testable import carbook

@Suite struct RecordingAddressTests {
  static let accepted = [
    "https://app.ringostat.com/recordings/x.wav?token=abc",
    "https://ringostat.com/x.mp3",
    "https://ringostat.net/x.mp3",
    "HTTPS://APP.Ringostat.COM/Recordings/X.wav",
    "https://app.ringostat.com:443/x.wav",
    "https://app.ringostat.com/x.wav#t=10",
    "https://app.ringostat.com",
    "https://app.ringostat.com/a%20b/%D0%B7.wav?a=1&b=@home",
    "https://files.shop.example/x.wav",
    "http://127.0.0.1:4711/x.wav",
    "http://[::1]:4712/x.wav",
    "https://intranet.shop.example:8443/x.wav",
  ]

  @Test(arguments: accepted) func isFetched(_ text: String) throws {
    let address = try RecordingAddress(text, policy: RecordingAddressTests.policy())
    #expect(!address.text.contains("#"))
  }

  static let refused: [(String, RecordingRefusal)] = [
    ("", .empty),
    ("-v", .scheme),
    ("--script=/tmp/x.lua", .scheme),
    ("-", .scheme),
    ("/etc/passwd", .scheme),
    ("file:///etc/passwd", .scheme),
    ("file://app.ringostat.com/etc/passwd", .scheme),
    ("data:audio/wav;base64,AAAA", .scheme),
    ("ytdl://app.ringostat.com/x", .scheme),
    ("javascript:alert(1)", .scheme),
    ("ftp://app.ringostat.com/x.wav", .scheme),
    ("mf://*.wav", .scheme),
    ("edl://app.ringostat.com", .scheme),
    ("lavf://https://app.ringostat.com", .scheme),
    ("http://app.ringostat.com/x.wav", .scheme),
    (" https://app.ringostat.com/x.wav", .strangeCharacters),
    ("https://app.ringostat.com/x y.wav", .strangeCharacters),
    ("https://app.ringostat.com/x.wav\n", .strangeCharacters),
    ("https://app.ringostat.com/\r\nHost: evil.example", .strangeCharacters),
    ("https://app.ringostat.com/\u{1B}]52;c;x\u{7}", .strangeCharacters),
    ("https://app.ringostat.com/\u{0}", .strangeCharacters),
    ("https://app.ringostat.com/\u{7F}", .strangeCharacters),
    ("https://app.ringostat.com/запис.wav", .strangeCharacters),
    ("https://app.ringostat.com/\u{202E}vaw.x", .strangeCharacters),
    ("https://аpp.ringostat.com/x.wav", .strangeCharacters),
    (#"https://app.ringostat.com\@evil.example/x.wav"#, .strangeCharacters),
    (#"https:\\app.ringostat.com\x.wav"#, .strangeCharacters),
    (#"https://app.ringostat.com/"x".wav"#, .strangeCharacters),
    ("https://app.ringostat.com/{a,b}.wav", .strangeCharacters),
    ("https://app.ringostat.com/`id`.wav", .strangeCharacters),
    ("https://user:secret@app.ringostat.com/x.wav", .credentials),
    ("https://app.ringostat.com@evil.example/x.wav", .credentials),
    ("https://evil.example/x.wav", .notAllowed),
    ("https://evil.example/app.ringostat.com/x.wav", .notAllowed),
    ("https://evil.example?app.ringostat.com", .notAllowed),
    ("https://evil.example#@app.ringostat.com/", .notAllowed),
    ("https://evilringostat.com/x.wav", .notAllowed),
    ("https://app.ringostat.com.evil.example/x.wav", .notAllowed),
    ("https://localhost/x.wav", .host),
    ("https://localhost./x.wav", .host),
    ("https://127.0.0.1/x.wav", .privateAddress),
    ("https://127.1/x.wav", .host),
    ("https://2130706433/x.wav", .host),
    ("https://0x7f000001/x.wav", .host),
    ("https://0x7f.0.0.1/x.wav", .host),
    ("https://0177.0.0.1/x.wav", .host),
    ("https://127.0.0.0x1/x.wav", .host),
    ("https://10.0.0.1/x.wav", .privateAddress),
    ("https://192.168.1.1/x.wav", .privateAddress),
    ("https://8.8.8.8/x.wav", .privateAddress),
    ("https://[::1]/x.wav", .privateAddress),
    ("https://[::ffff:127.0.0.1]/x.wav", .privateAddress),
    ("https://[fe80::1%25eth0]/x.wav", .host),
    ("https://[::1", .host),
    ("https://[::1]x/x.wav", .host),
    ("https:///x.wav", .host),
    ("https://", .host),
    ("https://.ringostat.com/x.wav", .host),
    ("https://app..ringostat.com/x.wav", .host),
    ("https://-app.ringostat.com/x.wav", .host),
    ("https://app_1.ringostat.com/x.wav", .host),
    ("https://app.ringostat.com:0/x.wav", .port),
    ("https://app.ringostat.com:65536/x.wav", .port),
    ("https://app.ringostat.com:99999999999999999999/x.wav", .port),
    ("https://app.ringostat.com:+443/x.wav", .port),
    ("https://app.ringostat.com:/x.wav", .port),
    ("https://app.ringostat.com:22/x.wav", .port),
    ("http://127.0.0.1:4712/x.wav", .scheme),
    ("https://127.0.0.1:4711/x.wav", .privateAddress),
    ("https://app.ringostat.com/x.m3u8?y=.wav", .playlist),
    ("https://app.ringostat.com/X.M3U", .playlist),
    ("https://app.ringostat.com/x.pls", .playlist),
    ("http://127.0.0.1:4711/list.xspf", .playlist),
    ("https://app.ringostat.com/" + String(repeating: "a", count: 3000), .tooLong),
  ]

  @Test(arguments: refused) func isRefused(_ text: String, _ reason: RecordingRefusal) throws {
    let policy = try RecordingAddressTests.policy()
    #expect(throws: reason) { try RecordingAddress(text, policy: policy) }
  }

  @Test func lengthIsExact() throws {
    let policy = RecordingPolicy()
    let base = "https://app.ringostat.com/"
    let longest = base + String(repeating: "a", count: RecordingAddress.limit - base.utf8.count)
    #expect(throws: Never.self) { try RecordingAddress(longest, policy: policy) }
    #expect(throws: RecordingRefusal.tooLong) {
      try RecordingAddress(longest + "a", policy: policy)
    }
  }

  @Test func httpIsForThoseWhoSayIt() throws {
    var policy = RecordingPolicy()
    policy.allowsHTTP = true
    #expect(
      try RecordingAddress("http://app.ringostat.com/x.wav", policy: policy).port == 80)
  }

  /// The provider's own hosts are allowed: not what stands around them, and no address.
  @Test func theProvidersHostsAreAllowed() throws {
    let policy = RecordingPolicy().adding(hostsOf: [
      "https://api.shop-telephony.example", "http://127.0.0.1:4711", "https://api.ringostat.net",
      "nonsense", "https://user@evil.example/x",
    ])
    #expect(policy.hosts == ["ringostat.com", "ringostat.net", "api.shop-telephony.example"])
    #expect(policy.origins.isEmpty)
  }

  @Test(arguments: [
    "http://", "http://x.example/", "x.example/path", "x.example:80", "*.example", "localhost",
    "file://x.example", "http://user@x.example", "",
  ])
  func isNoEntryOfTheAllowList(_ entry: String) {
    #expect(RecordingPolicy(allowing: [entry]) == nil)
  }

  @Test(arguments: [
    ("8.8.8.8", true), ("2a00:1450:4001::1", true), ("127.0.0.1", false), ("10.1.2.3", false),
    ("100.64.0.1", false), ("169.254.169.254", false), ("172.31.255.255", false),
    ("172.32.0.1", true), ("192.168.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false),
    ("255.255.255.255", false), ("::1", false), ("::", false), ("::ffff:10.0.0.1", false),
    ("::10.0.0.1", false), ("fd00::1", false), ("fe80::1", false), ("2001:db8::1", false),
    ("64:ff9b::7f00:1", false), ("2002:7f00:1::", false), ("ff02::1", false),
  ])
  func leadsToThePublicNetwork(_ text: String, _ isPublic: Bool) throws {
    let address = try #require(IPAddress(parsing: text))
    #expect(RecordingPolicy.isPublic(address) == isPublic)
  }

  private static func policy() throws -> RecordingPolicy {
    try #require(
      RecordingPolicy(allowing: [
        "shop.example", "http://127.0.0.1:4711", "http://[::1]:4712",
        "https://intranet.shop.example:8443",
      ]))
  }
}
