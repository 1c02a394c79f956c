import Domain
import TestSupport
import Testing

@testable import Telephony

/// A request as lines to be read.
@Suite struct DeliveryTextTests {
  static func lines(
    _ body: String, type: String? = nil, query: String? = nil, method: String = "POST"
  ) -> [String] {
    DeliveryText.lines(
      Delivery(
        occasion: .after, method: method, query: query, mediaType: type, body: Array(body.utf8),
        received: Timestamp(seconds: 0)))
  }

  static let bodies: [(String, String?, [String])] = [
    (
      #"{"uniqueid":"ua9_-1790775458.2139025","wait":12,"tags":["a",{"b":null}],"e":{},"f":[ ]}"#,
      "application/json",
      [
        "POST application/json", "{", #"  "uniqueid": "ua9_-1790775458.2139025","#,
        #"  "wait": 12,"#, #"  "tags": ["#, #"    "a","#, "    {", #"      "b": null"#, "    }",
        "  ],", #"  "e": {},"#, #"  "f": []"#, "}",
      ]
    ),
    (
      #"{"name":"\u041e\u043b\u0435\u043d\u0430 \"К\"\n","n":1.50,}"#, nil,
      ["POST", "{", #"  "name": "Олена \"К\"\u000a","#, #"  "n": 1.50,"#, "}"]
    ),
    ("{\"broken\": ", nil, ["POST", "{\"broken\": "]),
    (
      "caller=%2B380671234567&call%5Bdst%5D=a+b&empty=&flag", "application/x-www-form-urlencoded",
      [
        "POST application/x-www-form-urlencoded", "caller = +380671234567", "call[dst] = a b",
        "empty = ", "flag",
      ]
    ),
    (
      "--x\r\nContent-Disposition: form-data; name=\"dst\"\r\n\r\n380\r\n--x--\r\n",
      "multipart/form-data; boundary=x", ["POST multipart/form-data; boundary=x", "dst = 380"]
    ),
    ("first\r\nsecond", "text/plain", ["POST text/plain", "first", "second"]),
    ("", nil, ["POST"]),
  ]

  @Test(arguments: bodies) func whateverItWasSentAs(
    _ body: String, _ type: String?, _ lines: [String]
  ) {
    #expect(DeliveryTextTests.lines(body, type: type) == lines)
  }

  @Test func theQueryStandsBeforeTheBody() {
    #expect(
      DeliveryTextTests.lines("x=1", query: "dst=%2B380&b=c%20d", method: "GET")
        == ["GET", "dst = +380", "b = c d", "x = 1"])
  }

  @Test func anotherEncodingIsRead() {
    let body: [UInt8] = [0xCE, 0xEB, 0xE5, 0xED, 0xE0]
    let lines = DeliveryText.lines(
      Delivery(occasion: .after, body: body, received: Timestamp(seconds: 0)))
    #expect(lines == ["POST", "Олена"])
  }

  @Test(arguments: ["[", "a=", "x\n", "{\"a\":"]) func aHugeOneIsCut(_ piece: String) {
    let lines = DeliveryTextTests.lines(String(repeating: piece, count: 200_000))
    #expect(lines.count <= DeliveryText.lineLimit + 1)
    #expect(lines.map(\.utf8.count).reduce(0, +) <= 4 * DeliveryText.bodyLimit)
    #expect(lines.last == "…")
  }

  @Test func noBytesTrap() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let pieces = [
        "{", "}", "[", "]", "\"", "\\", "\\u", "1", ":", ",", "%", "&", "=", "\u{0}", "я",
      ]
      let body = (0..<12).map { _ in pieces[Int(random.next() % 15)] }.joined()
      _ = DeliveryTextTests.lines("{" + body + "}", type: "multipart/form-data", query: body)
    }
  }
}
