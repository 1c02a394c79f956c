import Testing

@testable import Server

@Suite struct RequestParserTests {
  @Test func aPlainRequestIsTakenAsItCame() {
    let reading = Reading(
      "POST /hook/a%20b?x=1&y=%D0%86 HTTP/1.1\r\nHost: localhost:8080\r\nX-Odd:\t a b \r\n"
        + "Content-Length: 5\r\n\r\nhello")
    #expect(
      reading.requests == [
        Request(
          method: "POST", target: "/hook/a%20b?x=1&y=%D0%86", path: "/hook/a%20b",
          query: "x=1&y=%D0%86",
          headers: ["Host": "localhost:8080", "X-Odd": "a b", "Content-Length": "5"],
          body: Array("hello".utf8))
      ])
    #expect(reading.requests.first?.headers["x-odd"] == "a b")
  }

  /// Target → path and query, with the method that may use it.
  @Test(arguments: [
    ("GET", "/", "/", nil),
    ("GET", "/a?", "/a", ""),
    ("GET", "/a?b?c", "/a", "b?c"),
    ("GET", "//a//", "//a//", nil),
    ("GET", "/a?b#c?d", "/a", "b"),
    ("GET", "/a#?b", "/a", nil),
    ("GET", "http://h/a?b", "/a", "b"),
    ("GET", "HTTPS://u:p@[::1]:80/a", "/a", nil),
    ("GET", "http://h", "/", nil),
    ("GET", "http://h?b", "/", "b"),
    ("OPTIONS", "*", "*", nil),
    ("CONNECT", "h:443", "", nil),
    ("M-x!", "/", "/", nil),
  ]) func targets(method: String, target: String, path: String, query: String?) {
    let reading = Reading("\(method) \(target) HTTP/1.1\r\nHost: h\r\n\r\n")
    #expect(
      reading.requests == [
        Request(
          method: method, target: target, path: path, query: query, headers: ["Host": "h"])
      ])
  }

  /// Head and body as sent → the bodies of the requests that it makes.
  static let accepted: [(String, [String])] = [
    ("\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", [""]),
    ("GET / HTTP/1.1\r\nHost:\r\n\r\n", [""]),
    ("GET / HTTP/1.1\r\nHost: a_b-c.d~!%2f:80\r\n\r\n", [""]),
    ("GET / HTTP/1.1\r\nHost: [2001:db8::1]:65535\r\n\r\n", [""]),
    ("GET / HTTP/1.0\r\n\r\n", [""]),
    ("GET / HTTP/1.9\r\nHost: h\r\nConnection: close\r\n\r\nGET / nonsense", [""]),
    ("GET / HTTP/1.0\r\n\r\nGET / nonsense\r\n\r\n", [""]),
    (
      "GET / HTTP/1.0\r\nConnection: x, Keep-Alive\r\n\r\nGET / HTTP/1.0\r\n\r\n",
      ["", ""]
    ),
    (
      "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 0002\r\n\r\nabGET / HTTP/1.1\r\nHost: h\r\n\r\n",
      ["ab", ""]
    ),
    (
      "PUT / HTTP/1.1\r\nHost: h\r\ntransfer-encoding: Chunked\r\n\r\n"
        + "2\r\nab\r\n0a ; x=\"y z\"\r\n0123456789\r\n00\r\nX-Sum: 1\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
      ["ab0123456789", ""]
    ),
    (
      "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "0\r\n\r\n", [""]
    ),
    ("PUT / HTTP/1.0\r\nExpect: nonsense\r\nContent-Length: 1\r\n\r\na", ["a"]),
    // Not complete: nothing is said.
    ("", []),
    ("GET / HTTP/1.0\r\nX", []),
    ("GET / HTTP/1.1\r\nHost: h\r\n\r", []),
    ("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab", []),
    ("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", []),
  ]

  @Test(arguments: accepted) func accepts(text: String, bodies: [String]) {
    let reading = Reading(text)
    #expect(reading.refusal == nil)
    #expect(reading.requests.map { String(decoding: $0.body, as: UTF8.self) } == bodies)
    #expect(Reading.firstDifference(Array(text.utf8)) == nil)
  }

  /// Each text ends with the very byte that proves it wrong.
  static let refused: [(Int, String)] =
    [
      "\n",
      "\r\n\r\n\r\n\r\n\r\n",
      "GET / HTTP/1.1\n",
      "GET\n",
      "GET /\rx HTTP/1.1\r\n",
      " GET / HTTP/1.1\r\n",
      "GET  / HTTP/1.1\r\n",
      "GET /  HTTP/1.1\r\n",
      "GET / HTTP/1.1 \r\n",
      "GET\t/ HTTP/1.1\r\n",
      "GET /\r\n",
      "GET\r\n",
      "G@T / HTTP/1.1\r\n",
      "GÉT / HTTP/1.1\r\n",
      "GET /\u{7F} HTTP/1.1\r\n",
      "GET /a\u{0} HTTP/1.1\r\n",
      "GET a HTTP/1.1\r\n",
      "GET * HTTP/1.1\r\n",
      "GET h:80 HTTP/1.1\r\n",
      "GET ftp://h/ HTTP/1.1\r\n",
      "GET http:/// HTTP/1.1\r\n",
      "GET http://h:x/ HTTP/1.1\r\n",
      "GET http://a b/ HTTP/1.1\r\n",
      "GET http://[::g]/ HTTP/1.1\r\n",
      "GET http://u@v@h/ HTTP/1.1\r\n",
      "CONNECT /a HTTP/1.1\r\n",
      "CONNECT h HTTP/1.1\r\n",
      "CONNECT h: HTTP/1.1\r\n",
      "CONNECT [::1] HTTP/1.1\r\n",
      "GET / http/1.1\r\n",
      "GET / HTTP/1\r\n",
      "GET / HTTP/1.10\r\n",
      "GET / HTTP/11\r\n",
      "GET / HTTPS/1.1\r\n",
    ].map { (400, $0) }
    + [
      "GET / HTTP/2.0\r\n", "GET / HTTP/0.9\r\n", "PRI * HTTP/2.0\r\n", "GET a HTTP/3.0\r\n",
    ].map { (505, $0) }
    + [
      " a: b\r\n", "a: b\r\n c\r\n", "a: b\r\n\tc\r\n", "a : b\r\n", "a\t: b\r\n", ": b\r\n",
      "a\r\n", "a b: c\r\n", "a(: b\r\n", "é: b\r\n", "a: b\n", "a: b\rc\r\n", "a: b\u{0}c\r\n",
      "a: \u{7}\r\n", "a: \u{7F}\r\n", "\u{0}: b\r\n", "\n", "a: b\r\r\n",
    ].map { (400, "GET / HTTP/1.1\r\nHost: h\r\n" + $0) }
    + [
      "", "Host: h\r\nHost: h\r\n", "Host: h\r\nhOST: i\r\n", "Host: a b\r\n", "Host: a/b\r\n",
      "Host: a@b\r\n", "Host: a,b\r\nX: y\r\nHost: a\r\n", "Host: a:b\r\n", "Host: a:65536\r\n",
      "Host: a:1:2\r\n", "Host: [::1\r\n", "Host: [::1]x\r\n", "Host: ::1\r\n", "Host: [a]\r\n",
      "Host: %2\r\n", "Host: %zz\r\n", "Host: ü\r\n", "Host: a\"b\r\n",
    ].map { (400, "GET / HTTP/1.1\r\n" + $0 + "\r\n") }
    + [
      "Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: 1\r\nContent-Length: 1\r\n",
      "Content-Length: 1, 1\r\n", "Content-Length: 1,\r\n", "Content-Length:\r\n",
      "Content-Length: +1\r\n", "Content-Length: -1\r\n", "Content-Length: 1_0\r\n",
      "Content-Length: 0x1\r\n", "Content-Length: 1 1\r\n", "Content-Length: 1.0\r\n",
      "Content-Length: ١\r\n", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
      "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n", "Transfer-Encoding:\r\n",
      "Transfer-Encoding: identity\r\n", "Transfer-Encoding: chunked, chunked\r\n",
      "Transfer-Encoding: chunked, gzip\r\n", "Transfer-Encoding: ,chunked\r\n",
      "Transfer-Encoding: chunked,\r\n", "Transfer-Encoding: \"chunked\"\r\n",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
      "Content-Type: a/b\r\nContent-Type: a/b\r\n",
    ].map { (400, "PUT / HTTP/1.1\r\nHost: h\r\n" + $0 + "\r\n") }
    + [
      "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: gzip, chunked\r\n",
      "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked;q=1\r\n",
      "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n",
    ].map { (501, "PUT / HTTP/1.1\r\nHost: h\r\n" + $0 + "\r\n") }
    + [
      (400, "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
      (400, "GET / HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n"),
      (413, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n"),
      (413, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
      (417, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nExpect: 200-ok\r\n\r\n"),
      (417, "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue, x\r\n\r\n"),
    ]
    + [
      (400, "\r\n"), (400, "\n"), (400, "g\r\n"), (400, " 1\r\n"), (400, "1 \r\n"),
      (400, "-1\r\n"), (400, "+1\r\n"), (400, "0x1\r\n"), (400, "1_0\r\n"), (400, "1\n"),
      (400, "1;a\rb\r\n"), (400, "1;a\u{0}b\r\n"), (400, "1 a\r\n"), (400, ";a\r\n"),
      (400, "1\r\nab"), (400, "1\r\na\n"), (400, "1\r\na\rb"), (400, "2\r\na\r\n"),
      (400, "fffffffffffffffff\r\n"), (413, "100001\r\n"), (413, "7fffffffffffffff\r\n"),
      (413, "1\r\na\r\n100000\r\n"), (400, "0\r\na\r\n"), (400, "0\r\n a: b\r\n"),
      (400, "0\r\na: b\n"), (400, "0\r\nHost: h\r\n"), (400, "0\r\ncontent-length: 1\r\n"),
      (400, "0\r\nTransfer-Encoding: chunked\r\n"), (400, "0\r\n\n"),
    ].map { ($0.0, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + $0.1) }

  @Test(arguments: refused) func refuses(status: Int, text: String) {
    let bytes = Array(text.utf8)
    #expect(Reading(bytes).refusal?.status == status)
    #expect(Reading(bytes).requests.isEmpty)
    #expect(Reading.firstDifference(bytes) == nil)
    // Whatever follows changes nothing, and one byte less proves nothing.
    #expect(Reading(bytes + Array("x\r\n\r\n".utf8)).refusal == Reading(bytes).refusal)
    #expect(Reading(Array(bytes.dropLast())).refusal == nil)
  }

  @Test func moreIsRefusedThanAccepted() {
    #expect(Self.refused.count > 4 * Self.accepted.count)
  }

  @Test func aRefusalComesAfterTheRequestsBeforeIt() {
    let reading = Reading("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")
    #expect(reading.requests.map(\.target) == ["/1"])
    #expect(reading.refusal?.status == 400)
  }

  @Test func textThatIsNotUTF8IsReadAsLatin1() {
    let head = Array("GET /\u{E9}".utf8.prefix(5)) + [0xE9] + Array(" HTTP/1.0\r\nX: ".utf8)
    let reading = Reading(head + [0xFF, 0xE9] + Array("\r\nY: Київ\r\n\r\n".utf8))
    #expect(reading.requests.first?.path == "/é")
    #expect(reading.requests.first?.headers["X"] == "ÿé")
    #expect(reading.requests.first?.headers["Y"] == "Київ")
  }

  @Test func continueIsSaidOnceAndOnlyForABodyThatIsMissing() {
    let head = "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\n"
    let length = Array((head + "Content-Length: 2\r\n\r\n").utf8)
    #expect(Reading([length[...]]).continues == 1)
    #expect(Reading([length[...], [0x61], [0x62]]).continues == 1)
    #expect(Reading(length + [0x61, 0x62]).continues == 0)
    #expect(Reading(head + "\r\n").continues == 0)
    #expect(Reading(head + "Transfer-Encoding: chunked\r\n\r\n").continues == 1)
    #expect(Reading(head + "Content-Length: 1048577\r\n\r\n").continues == 0)
    #expect(
      Reading("PUT / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n").continues == 0)
  }
}
