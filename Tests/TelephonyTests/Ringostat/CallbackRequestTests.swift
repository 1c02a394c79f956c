import Domain
import Testing

@testable import Telephony

@Suite struct CallbackRequestTests {
  @Test func theEmployeesPhoneRingsFirst() throws {
    let client = try #require(NumberPlan.ukraine.number("050 111 22 33"))
    let request = CallbackRequest.request(
      client: client, employee: "myproject_ivanenko", project: "106")
    #expect(request.method == .post)
    #expect(request.path == "/a/v2")
    #expect(
      request.body == #"""
        {"jsonrpc":"2.0","id":1,"method":"Api\\V2\\Callback.external","params":{\#
        "caller_type":"default","callee_type":"default","caller":"380501112233",\#
        "callee":"myproject_ivanenko","projectId":"106","manager_dst":0}}
        """#)
  }

  @Test(arguments: [
    #"{"jsonrpc":"2.0","id":1,"result":true}"#, #"{"result":{"call":"1"},"error":null,"id":1}"#,
  ])
  func itIsUnderWay(_ body: String) throws {
    try CallbackRequest.check(Array(body.utf8))
  }

  @Test(arguments: [
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"Invalid params"}}"#,
      ProviderProblem(.refused, code: -32602, words: "Invalid params")
    ),
    (#"{"error":"no money","id":1}"#, ProviderProblem(.refused, words: "no money")),
    (#"{"error":{}}"#, ProviderProblem(.refused)),
    ("", ProviderProblem(.notUnderstood)),
    ("{}", ProviderProblem(.notUnderstood)),
    ("OK", ProviderProblem(.notUnderstood)),
    (#"{"result":tr"#, ProviderProblem(.notUnderstood)),
  ])
  func whyItIsNot(_ body: String, _ problem: ProviderProblem) {
    #expect(throws: problem) { try CallbackRequest.check(Array(body.utf8)) }
  }
}

@Suite struct SIPStatusTests {
  @Test func asksForTheOneOrTheOther() {
    #expect(SIPStatus.online.request.path == "/sipstatus/online")
    #expect(SIPStatus.speaking.request.path == "/sipstatus/speaking")
  }

  @Test(
    arguments: [
      (#"["ivanenko","petrenko"]"#, ["ivanenko", "petrenko"]), ("[101, \"102\"]", ["101", "102"]),
      ("[]", []), ("", []), (" \n", []),
    ] as [(String, [String])])
  func logins(_ body: String, _ logins: [String]) throws {
    #expect(try SIPStatus.logins(in: Array(body.utf8)) == Set(logins))
  }

  @Test(arguments: [
    ("null", ProviderProblem.Cause.notUnderstood), ("[null]", .notUnderstood),
    (#"{"online":[]}"#, .notUnderstood), ("<html>", .notUnderstood), (#"["ivan"#, .brokenOff),
  ])
  func whatIsNoListOfLogins(_ body: String, _ cause: ProviderProblem.Cause) {
    #expect(throws: ProviderProblem(cause)) { try SIPStatus.logins(in: Array(body.utf8)) }
  }
}
