import Telephony
import Testing

@Suite struct ReplyTests {
  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":7,"method":"m","params":{"call_id":"1"}}"#, "7"),
    (#"{"id":1790775458.2139025,"jsonrpc":"2.0"}"#, "1790775458.2139025"),
    (#"{"jsonrpc":"2.0","id":"a\"\\\u0001\u0457b"}"#, #""a\"\\\u0001їb""#),
    (#"[{"jsonrpc":"2.0","id":-1}]"#, "-1"), (#"{"jsonrpc":"2.0","id":null}"#, "null"),
    (#"{"jsonrpc":"2.0","method":"m","params":{"id":5}}"#, "null"),
  ])
  func jsonRPCGetsAResultUnderItsID(_ body: String, _ id: String) {
    let reply = dialect.receive(Delivery(body)).reply
    #expect(reply.mediaType == "application/json")
    #expect(
      String(decoding: reply.body, as: UTF8.self)
        == #"{"jsonrpc":"2.0","id":\#(id),"result":true}"#)
  }

  @Test(arguments: [
    "", "call_id=1", #"{"call_id":"1"}"#, #"{"id":7,"call_id":"1"}"#,
    #"{"params":{"jsonrpc":"2.0","id":7}}"#, #"{"jsonrpc":"2.0","id":7"#, "jsonrpc=2.0&id=7",
  ])
  func anythingElseGetsAShortText(_ body: String) {
    let reply = dialect.receive(Delivery(body)).reply
    #expect(reply.mediaType == "text/plain")
    #expect(reply.body == Array("ok".utf8))
  }
}
