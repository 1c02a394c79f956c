import Domain
import Telephony
import TestSupport
import Testing

/// Nothing that bears a good token may trap, nor take long.
@Suite struct HostileTests {
  /// Strings that have broken other programs.
  private static let naughty = [
    "undefined", "NULL", "(null)", "NaN", "-Infinity", "1E+02", "0x0", "--1", "-.",
    "999999999999999999999999",
    "-9223372036854775808", "٠١٢٣٤٥٦٧٨٩", "１２３", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "👩‍👩‍👧‍👦🏳️‍🌈", "🇺🇸🇷🇺🇸",
    "בְּרֵאשִׁית", "\u{202E}test\u{202C}", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "\u{0}", "\u{1B}[2J\u{7}",
    "\r\n\r\nHTTP/1.1 200 OK",
    "<script>alert(0)</script>", "' OR 1=1 -- ", "$HOME", "../../../etc/passwd", "%s%n%d", "%",
    "%00", "\\", "\"", "\"\"<", "<<<>>>", "><", "&", "&amp", "&#x0;", "\u{FEFF}", "\u{FFFE}",
    "\u{10FFFF}", "é", "e\u{301}", "\u{301}", "{", "[[", "a=b", "-", "+", ".", "..", ":", "T", "Z",
    "2026-08-08T", "2026-08-08 11:11:11+", "380501112233 380501112234", "+", "tel:", "sip:@",
  ]

  private static let names = [
    "call_id", "date", "type", "caller", "userfield", "dst", "outbound_number", "status",
    "duration", "duration_ms", "waiting", "billsec", "recording", "has_recording", "utm_source",
    "employee_fio", "pool_name",
  ]

  @Test(arguments: naughty)
  func naughtyValues(_ text: String) {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      default: String(scalar)
      }
    }.joined()
    for name in HostileTests.names {
      #expect(event(Delivery(#"{"cdr_id":"x","\#(name)":"\#(escaped)"}"#)) != nil)
      #expect(event(Delivery("cdr_id=x&\(name)=\(text.replacing("&", with: "%26"))")) != nil)
      #expect(event(Delivery(headers: [("cdr_id", "x"), (name, text)])) != nil)
      _ = dialect.read(Delivery(query: "\(name)=\(text)"))
      _ = dialect.receive(Delivery(#"{"jsonrpc":"2","id":"\#(escaped)"}"#))
    }
  }

  @Test(arguments: [
    ("arrays", "[", ""), ("objects", #"{"a":"#, ""), ("closed arrays", "[", "]"),
    ("alternating", #"[{"a":"#, ""), ("quotes", "\"", ""), ("backslashes", "{\"a\":\"\\", ""),
    ("commas", "{,", ""), ("ampersands", "&", ""), ("pairs", "a&", ""), ("equals", "a=", ""),
    ("ids", "call_id=1&", ""), ("percents", "%", ""), ("brackets", "a[b]", "="),
    ("blanks", " ", ""), ("zeros", "\u{0}", ""), ("boundaries", "--\r\n\r\n", ""),
    ("digits in an id", "9", ""), ("accents", "\u{301}", ""), ("flags", "🇺🇸", ""),
  ])
  func aQuarterMebibyteOf(_ what: String, _ unit: String, _ end: String) {
    let count = (1 << 18) / (unit.utf8.count + end.utf8.count)
    let text = String(repeating: unit, count: count) + String(repeating: end, count: count)
    let clock = ContinuousClock()
    for (body, type) in [
      (text, "application/json"), (text, "multipart/form-data"),
      ("call_id=1&caller=" + text, "application/x-www-form-urlencoded"),
      (#"{"call_id":"1","caller":""# + text + "\"}", "application/json"),
      (#"{"call_id":"1","caller":"# + text + "}", "application/json"),
    ] {
      // Many times what a debug build needs on one slow core; a quadratic reader takes minutes.
      let took = clock.measure { _ = dialect.read(Delivery(body, type: type)) }
      #expect(took < .seconds(5), "\(what)")
    }
  }

  @Test func manyRepeatedNames() {
    let body = "{" + String(repeating: #""type":"in","#, count: 60_000) + #""call_id":1}"#
    #expect(event(Delivery(body))?.fields.type == .incoming)
  }

  @Test func mutations() {
    var mutator = Mutator(seed: 20_261_121, morsels: Sample.morsels)
    let seeds = Sample.allCases.flatMap { [Array($0.json.utf8), Array($0.form.utf8)] }
    var understood = 0
    for round in 0..<4000 {
      let body = mutator.mutated(seeds[round % seeds.count], limit: 6)
      let delivery = Delivery(
        occasion: .before, query: String(decoding: body.prefix(60), as: UTF8.self),
        mediaType: "multipart/form-data", body: body, received: receipt)
      switch dialect.read(delivery) {
      case .event(let event):
        understood += 1
        #expect(!event.providerID.isEmpty && event.received == receipt)
        _ = CallTimes(CallRecord(event))
      case .notUnderstood(let key): #expect(key.hasPrefix("raw-"))
      }
      #expect(dialect.read(delivery) == dialect.read(delivery))
      #expect(!dialect.receive(delivery).reply.body.isEmpty)
    }
    #expect((400..<4000).contains(understood))
  }
}
