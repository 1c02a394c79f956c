import Domain
import Telephony
import Testing

/// The list "Values" of the provider facts: numbers, words for nothing, texts, links.
@Suite struct ValueTests {
  @Test(arguments: [
    ("50", 50), ("0", 0), ("007", 7), (" 14 ", 14), ("3.5", 3), ("3.", 3), ("604800", 604_800),
    ("604801", nil), ("-1", nil), ("-3", nil), ("+3", nil), ("", nil), ("(none)", nil),
    ("3,5", nil), ("3.5.1", nil), ("1e3", nil), ("0x10", nil), ("٣", nil), ("00:14", nil),
    ("9223372036854775807", nil), ("99999999999999999999999999", nil),
  ])
  func seconds(_ text: String, _ seconds: Int?) {
    #expect(fields("duration", text)?.duration == seconds)
    #expect(fields("waiting", text)?.wait == seconds)
    #expect(fields("billsec", text)?.talk == seconds)
  }

  @Test(arguments: [
    ("999", 0), ("1000", 1), ("1500.7", 1), ("-1", nil), ("604801000", nil),
    ("9223372036854775807", nil), ("", nil),
  ])
  func milliseconds(_ text: String, _ seconds: Int?) {
    #expect(fields("duration_ms", text)?.duration == seconds)
  }

  @Test func aNumberMayBeANumberOrAString() {
    let numbers = #"{"call_id":7,"duration":50,"waiting":27.0,"caller":380501112233,"staffid":1}"#
    let strings =
      #"{"call_id":"7","duration":"50","waiting":"27","caller":"380501112233","staffid":"1"}"#
    #expect(event(Delivery(numbers)) != nil)
    #expect(event(Delivery(numbers)) == event(Delivery(strings)))
  }

  @Test(arguments: ["", " ", "-1", "(none)", "(not set)", "(direct)", "(Not Set)"])
  func wordsForNothing(_ word: String) {
    for name in [
      "caller", "callee", "outbound_number", "pool_name", "employee_fio", "staffid", "department",
      "status", "duration", "recording", "has_recording", "call_card", "client_id", "date", "type",
    ] {
      #expect(fields(name, word) == CallFields(), "\(name)")
    }
    #expect(event(Delivery(query: "call_id=\(word.replacing(" ", with: "+"))")) == nil)
  }

  @Test(arguments: [
    ("google", "google"), ("(direct)", "(direct)"), ("(none)", "(none)"), ("(not set)", nil),
    ("-1", nil), ("", nil), (" ", nil),
  ])
  func utm(_ text: String, _ value: String?) {
    #expect(fields("utm_source", text)?.utmSource == value)
    #expect(fields("utm_medium", text)?.utmMedium == value)
    #expect(fields("utm_campaign", text)?.utmCampaign == value)
    #expect(fields("utm_content", text)?.utmContent == value)
    #expect(fields("utm_term", text)?.utmTerm == value)
  }

  @Test(arguments: [
    (#""0""#, false), (#""1""#, true), ("0", false), ("1", true), ("false", false), ("true", true),
    (#""false""#, false), (#""True""#, true), (#""""#, nil), (#""2""#, nil), ("null", nil),
  ])
  func hasRecordingDecides(_ json: String, _ flag: Bool?) {
    let body = #"{"call_id":"1","has_recording":\#(json),"recording":"https://a.example/1.wav"}"#
    let heard = event(Delivery(body))?.fields
    #expect(heard?.hasRecording == flag)
    #expect(heard?.recording == "https://a.example/1.wav")
  }

  @Test(arguments: [
    ("https://a.example/x.wav?token=t", true), ("HTTP://a.example/x", true), (" https://a ", true),
    ("ftp://a.example/x", false), ("javascript:alert(1)", false), ("/x.wav", false),
    ("-v", false), ("https://a.example/a b", false), ("https://a.example/\u{7}", false),
    ("https://" + String(repeating: "a", count: 2040), true),
    ("https://" + String(repeating: "a", count: 2041), false),
  ])
  func links(_ text: String, _ isLink: Bool) {
    #expect((fields("recording", text)?.recording != nil) == isLink)
    #expect((fields("call_card", text)?.callCard != nil) == isLink)
  }

  @Test(arguments: [
    (1024, 1024), (1025, 1024), (100_000, 1024),
  ])
  func longTextsAreCut(_ length: Int, _ kept: Int) {
    let text = String(repeating: "a", count: length)
    #expect(fields("department", text)?.department?.utf8.count == kept)
  }

  /// 2-byte letters behind an odd byte: the one that would be halved is left out.
  @Test func aCutHalvesNoCharacter() {
    let cut = fields("department", "a" + String(repeating: "ї", count: 600))?.department
    #expect(cut == "a" + String(repeating: "ї", count: 511))
  }

  @Test func longIDsBecomeKeys() {
    let long = String(repeating: "9", count: 200)
    #expect(event(Delivery(query: "call_id=" + long))?.providerID == long)
    let first = event(Delivery(query: "call_id=a" + long))?.providerID
    #expect(first?.hasPrefix("long-") == true)
    #expect(first == event(Delivery(query: "call_id=a" + long))?.providerID)
    #expect(first != event(Delivery(query: "call_id=b" + long))?.providerID)
  }

  /// Known answers of 64-bit FNV-1a: the keys stand in stores, so they may never change.
  @Test func keysNeverChange() {
    #expect(dialect.read(Delivery("")) == .notUnderstood(key: "raw-af63c74c8601c8dd"))
    #expect(dialect.read(Delivery("{}")) == .notUnderstood(key: "raw-2f3153189c80f29d"))
  }
}
