import Domain
import Foundation
import Testing

@testable import carbook

@Suite struct LiveCallTests {
  func call(
    isOutgoing: Bool = false, client: String? = "+380501112233", name: String? = nil, talk: Int = 23
  ) -> LiveCall {
    LiveCall(
      id: "ua9_-1795262531.20000001", start: demoNow, isOutgoing: isOutgoing,
      client: client.map { PhoneNumber(kind: .international, text: $0) }, displayName: name,
      employee: DemoEmployee.all[1], origin: origin, wait: 7, talk: talk)
  }

  /// Somebody who clicked on an advertisement.
  let origin: DemoOrigin = {
    let slots = (0..<200).map { DemoOrigin(seed: 1, slot: $0) }
    return slots.first { $0.utm == ["instagram", "social", nil, "bio", nil] } ?? slots[0]
  }()

  func bodies(_ call: LiveCall, _ dialect: LiveDialect) -> [String] {
    call.deliveries(dialect, zone: .kyiv, pace: 1).map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test func anAnsweredCallIsThreeDeliveries() {
    let sent = call().deliveries(.flatJSON, zone: .kyiv, pace: 0.5)
    #expect(sent.map(\.occasion) == [.before, .answered, .after])
    #expect(sent.map(\.delay) == [0, 3.5, 15])
    #expect(sent.allSatisfy { $0.method == "POST" && $0.mediaType == "application/json" })
  }

  @Test func aMissedCallIsTwo() {
    let sent = call(talk: 0).deliveries(.nestedJSON, zone: .kyiv, pace: 1)
    #expect(sent.map(\.occasion) == [.before, .after])
    #expect(sent.map(\.delay) == [0, 7])
  }

  @Test func anOutgoingCallComesByItsOwnLinks() {
    let sent = call(isOutgoing: true).deliveries(.form, zone: .kyiv, pace: 1)
    #expect(sent.map(\.occasion) == [.beforeOutgoing, .afterOutgoing])
    #expect(sent.map(\.delay) == [0, 30])
    #expect(sent.allSatisfy { $0.mediaType == "application/x-www-form-urlencoded" })
  }

  @Test func flatJSON() {
    let head = """
      {"uniqueid":"ua9_-1795262531.20000001","calldate":"2026-11-21 14:02:11","call_type":"in",\
      "userfield":"380501112233","E164":"+380501112233","dst":"380440000103",\
      "pool_name":"Instagram","utm_source":"instagram","utm_medium":"social","utm_content":"bio"
      """
    #expect(
      bodies(call(), .flatJSON) == [
        head + "}",
        head + #","connected_with":"Оксана Бондар","waittime":"7"}"#,
        head + #","connected_with":"Оксана Бондар","disposition":"ANSWERED","duration":"30","#
          + #""waittime":"7","billsec":"23","has_recording":"1","recording_wav":"#
          + #""https://app.ringostat.com/recordings/ua9_-1795262531.20000001.wav?token=demo"}"#,
      ])
  }

  @Test func nestedJSON() {
    #expect(
      bodies(call(isOutgoing: true, talk: 0), .nestedJSON).last == """
        {"uniqueid":"ua9_-1795262531.20000001","calldate":"2026-11-21 14:02:11",\
        "additional_call_data":{"call_type":"out","caller":"autodim_bondar",\
        "dst":"380501112233","outbound_number":"380440000104",\
        "connected_with":"Оксана Бондар","disposition":"NO ANSWER","duration":"7",\
        "waittime":"7","billsec":"0","has_recording":"0","recording_wav":""}}
        """)
  }

  @Test func form() {
    #expect(
      bodies(call(name: "Emma O'Connor", talk: 0), .form) == [
        """
        call_id=ua9_-1795262531.20000001&date=2026-11-21+14%3A02%3A11&type=in\
        &caller=%22Emma+O%27Connor%22+%3C380501112233%3E&callee=380440000103&n_alias=Instagram\
        &utm_source=instagram&utm_medium=social&utm_content=bio
        """,
        """
        call_id=ua9_-1795262531.20000001&date=2026-11-21+14%3A02%3A11&type=in\
        &caller=%22Emma+O%27Connor%22+%3C380501112233%3E&callee=380440000103&n_alias=Instagram\
        &utm_source=instagram&utm_medium=social&utm_content=bio\
        &status=NO+ANSWER&call_duration=7&waiting=7&dialog=0&has_recording=0&recording_wav=
        """,
      ])
  }

  @Test func aHiddenCallerHasNoNumber() {
    #expect(bodies(call(client: nil), .flatJSON)[0].contains(#""userfield":"","E164":"""#))
    #expect(bodies(call(client: nil), .form)[0].contains("&caller=&"))
  }

  @Test(arguments: ["", "Іван \"Сом\" \\ О’Ніл", "a\u{1}\n\t\u{7F}", "🚗 & = + %"])
  func whateverIsWrittenIsReadBack(text: String) throws {
    let json = LiveBody.json([("a", text)], nested: "b", [(text, "c")])
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["a"] as? String == text)
    #expect(object?["b"] as? [String: String] == [text: "c"])
    let form = LiveBody.form([("k", text)])
    let value = form.dropFirst(2).replacing("+", with: " ")
    #expect(String(value).removingPercentEncoding == text)
    #expect(form.utf8.allSatisfy { (0x21...0x7E).contains($0) })
  }
}
