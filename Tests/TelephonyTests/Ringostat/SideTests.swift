import Domain
import Telephony
import Testing

/// Who dialled and who was dialled (provider facts, "Values": numbers, "Which side is the client?").
@Suite struct SideTests {
  @Test(arguments: [
    ("380501112233", "+380501112233"), ("+380501112233", "+380501112233"),
    ("0501112233", "+380501112233"), ("+380 50 111-22-33", "+380501112233"),
    (#""Support desk" <380501112233>"#, "+380501112233"),
    (#"Support desk <+380501112233>"#, "+380501112233"),
    (#""" <380501112233>"#, "+380501112233"), ("<380501112233>", "+380501112233"),
    (#""380501112233" <>"#, "+380501112233"), (#""380501112233""#, "+380501112233"),
    (#""Support desk" 380501112233"#, "+380501112233"),
    (#""a "quoted" name" <380501112233>"#, "+380501112233"),
    (#""<380990000000>" <380501112233>"#, "+380501112233"),
    (#""a>b" <380501112233>"#, "+380501112233"), ("<380501112233", "+380501112233"),
    ("&quot;Support desk&quot; &lt;380501112233&gt;", "+380501112233"),
    ("&amp;quot;Desk&amp;quot; &amp;lt;380501112233&amp;gt;", "+380501112233"),
    ("&#34;Desk&#034; &#60;&#43;380501112233&#62;", "+380501112233"),
    ("%22Support+desk%22+%3C380501112233%3E", "+380501112233"),
    ("%2B380501112233", "+380501112233"),
    (#""sip_login" <sip_login>"#, "sip_login"), ("myproject_ivanenko", "myproject_ivanenko"),
    ("sip:ivanenko@pbx.example", "ivanenko"), ("101", "101"), (#""Desk" <101>"#, "101"),
    ("anonymous", nil), (#""Anonymous" <anonymous>"#, nil), ("", nil), ("<>", nil), (#""""#, nil),
    ("-1", nil), ("(not set)", nil), ("\"", nil),
  ])
  func parties(_ text: String, _ number: String?) {
    #expect(fields("caller", text)?.caller?.text == number)
    #expect(fields("dst", text)?.called?.text == number)
    #expect(fields("outbound_number", text)?.outbound?.text == number)
  }

  @Test func aLongDisplayNameHidesNoNumber() {
    let text = "\"" + String(repeating: "Ї", count: 5000) + "\" <380501112233>"
    #expect(fields("caller", text)?.caller == number("380501112233"))
    let login = fields("caller", String(repeating: "x", count: 5000))?.caller
    #expect(login?.text.utf8.count == 1024)
  }

  /// - client: what the rule of the domain makes of it, with no own numbers set.
  @Test(arguments: [
    // in, callback: the caller, or the client's own fields where there is none
    ("type=in&caller=380501112233&dst=380440000009", "+380501112233", "+380440000009", 0),
    ("type=in&userfield=380501112233&dst=380440000009", "+380501112233", "+380440000009", 0),
    ("type=in&E164=%2B380501112233&dst=380440000009", "+380501112233", "+380440000009", 0),
    ("type=in&caller=anonymous&userfield=380501112233&dst=1", "+380501112233", "1", 0),
    ("type=callback&caller_number=380501112233&callee=101", "+380501112233", "101", 0),
    ("type=transitin&caller=380501112233&dst=380440000009", "+380501112233", "+380440000009", 0),
    // out from the soft phone: our login dialled the client
    ("type=out&caller=ivanenko&callee=380501112233", "ivanenko", "+380501112233", 1),
    ("type=out&caller=ivanenko&userfield=380501112233", "ivanenko", "+380501112233", 1),
    ("type=out&userfield=380501112233&dst=380501112233", nil, "+380501112233", 1),
    // out through the API: our login is the dialled side
    ("type=out&caller=380501112233&dst=ivanenko", "+380501112233", "ivanenko", 0),
    ("type=out&userfield=380501112233&dst=ivanenko", "+380501112233", "ivanenko", 0),
    ("type=transitout&userfield=380501112233&dst=101", "+380501112233", "101", 0),
    // the number that an outgoing call shows is ours
    (
      "type=out&caller=380441112233&callee=380501112233&outbound_number=380441112233",
      "+380441112233", "+380501112233", 1
    ),
  ])
  func sides(_ body: String, _ caller: String?, _ called: String?, client: Int) throws {
    let heard = try #require(event(Delivery("call_id=1&" + body)))
    #expect(heard.fields.caller?.text == caller)
    #expect(heard.fields.called?.text == called)
    let sides = CallSides(CallRecord(heard), own: OwnNumbers())
    #expect(sides.client?.text == [caller, called][client])
  }

  @Test func theLinkTellsTheDirectionWhereNoTypeIsSaid() {
    let outgoing = event(Delivery("call_id=1&userfield=380501112233", occasion: .beforeOutgoing))
    #expect(outgoing?.fields.called == number("380501112233"))
    let incoming = event(Delivery("call_id=1&userfield=380501112233", occasion: .before))
    #expect(incoming?.fields.caller == number("380501112233"))
  }
}
