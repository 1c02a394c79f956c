import Domain
import Telephony
import Testing

/// The routing webhook: how it is asked, and what the provider hears.
@Suite struct RoutingTests {
  private static let dialect = RingostatDialect(zone: .kyiv, plan: .ukraine)
  private static let own = OwnNumbers(
    Set([NumberPlan.ukraine.number("380440000009")].compactMap { $0 }))

  private static func question(
    _ body: String, query: String? = nil, type: String? = nil
  ) -> RoutingQuestion {
    dialect.question(
      Delivery(
        occasion: .before, query: query, mediaType: type, body: Array(body.utf8),
        received: Timestamp(seconds: 1_790_000_000)), own: own)
  }

  private static let multipart = [
    "--b", "Content-Disposition: form-data; name=\"call_id\"", "", "pkv", "--b",
    "Content-Disposition: form-data; name=\"caller\"", "", "0501112233", "--b--", "",
  ].joined(separator: "\r\n")

  @Test(
    "Asked in any form",
    arguments: [
      (
        """
        {"call_id":"pkv","step_forward":"webhookNumber%3A120",\
        "uuid":"842d921d-5334-4eca-812d-9a478dc8c884","google_id":"UA-38222689-2"}
        """, nil, "application/json", "pkv", nil, "null"
      ),
      ("", "call_id=pkv&caller=380501112233", nil, "pkv", "+380501112233", "null"),
      (
        "call_id=pkv&userfield=0501112233&dst=380440000009", nil,
        "application/x-www-form-urlencoded", "pkv", "+380501112233", "null"
      ),
      (multipart, nil, "multipart/form-data; boundary=b", "pkv", "+380501112233", "null"),
      (
        #"{"additional_call_data":{"call_id":"pkv","E164":"%2B380501112233"}}"#, nil, nil, "pkv",
        "+380501112233", "null"
      ),
      (
        #"{"jsonrpc":"2.0","id":7,"method":"route","params":{"uniqueid":"pkv","caller":"80501112233"}}"#,
        nil, nil, "pkv", "+380501112233", "7"
      ),
      (
        #"{"jsonrpc":"2.0","id":"a\"b","method":"route","params":{"caller":"hidden"}}"#, nil, nil,
        nil, nil, #""a\"b""#
      ),
      // The side that is not ours calls.
      ("caller=380440000009&dst=0501112233", nil, nil, nil, "+380501112233", "null"),
      ("", nil, nil, nil, nil, "null"), ("[[[[", nil, nil, nil, nil, "null"),
    ] as [(String, String?, String?, String?, String?, String)])
  func asks(
    _ body: String, _ query: String?, _ type: String?, _ call: String?, _ client: String?,
    _ id: String
  ) {
    let question = RoutingTests.question(body, query: query, type: type)
    #expect(question.call == call)
    #expect(question.client?.text == client)
    #expect(question.requestID == id)
  }

  @Test(
    "Answered in the form that is set",
    arguments: [
      (RouteReply(.json), "380123456789", "application/json", #"{"number_01":"380123456789"}"#),
      (RouteReply(.json, name: "dst"), "shop_ivan", "application/json", #"{"dst":"shop_ivan"}"#),
      (RouteReply(.json), nil, "application/json", "{}"),
      (RouteReply(.text), "380123456789", "text/html; charset=UTF-8", "380123456789"),
      (RouteReply(.text), nil, "text/html; charset=UTF-8", ""),
      (
        RouteReply(.jsonRPC), "101", "application/json",
        #"{"jsonrpc":"2.0","id":7,"result":{"number_01":"101"}}"#
      ),
      (
        RouteReply(.jsonRPC), nil, "application/json", #"{"jsonrpc":"2.0","id":7,"result":{}}"#
      ),
    ] as [(RouteReply, String?, String, String)])
  func replies(_ form: RouteReply, _ destination: String?, _ type: String, _ body: String) {
    let question = RoutingQuestion(call: nil, client: nil, requestID: "7")
    let reply = RingostatDialect.reply(destination, to: question, as: form)
    #expect(reply.mediaType == type)
    #expect(String(decoding: reply.body, as: UTF8.self) == body)
  }
}
