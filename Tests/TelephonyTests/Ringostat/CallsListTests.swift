import Domain
import Testing

@testable import Telephony

@Suite struct CallsListTests {
  private static func deliveries(_ text: String) -> Result<[RawDelivery], ProviderProblem> {
    Result { () throws(ProviderProblem) in try CallsList.deliveries(in: Array(text.utf8)) }
  }

  @Test func asksInTheProjectsZone() {
    let request = CallsList.request(
      from: Timestamp(seconds: 1_786_176_671), to: Timestamp(seconds: 1_786_180_271), zone: .kyiv,
      fields: .core)
    #expect(request.method == .get)
    #expect(
      request.path == """
        /calls/list?export_type=json&from=2026-08-08%2011%3A11%3A11&to=2026-08-08%2012%3A11%3A11\
        &fields=uniqueid,calldate,call_type,caller,dst,disposition,duration,billsec\
        &order=calldate%20desc
        """)
    #expect(request.body == nil)
  }

  @Test func everyCallBecomesADelivery() throws {
    let body = #"""
       [ {"uniqueid":"ua9_-1.2","caller":"380501112233"}, {"uniqueid":"ua9_-1.3","note":"a]},{\"[b"} ]

      """#
    let deliveries = try Self.deliveries(body).get()
    #expect(
      deliveries.map { String(decoding: $0.body, as: UTF8.self) } == [
        #"{"uniqueid":"ua9_-1.2","caller":"380501112233"}"#,
        #"{"uniqueid":"ua9_-1.3","note":"a]},{\"[b"}"#,
      ])
    #expect(deliveries.allSatisfy { $0.isFetched && $0.mediaType == "application/json" })
  }

  @Test(arguments: ["", "  \r\n ", "[]", " [ ] ", "\u{FEFF}"])
  func noCalls(_ body: String) throws {
    #expect(try Self.deliveries(body).get() == [])
  }

  @Test(arguments: [
    ("Incorrect field: n_alias", ProviderProblem.Cause.incorrectField),
    (#"{"error":"incorrect field utm_term"}"#, .incorrectField),
    ("<html><body>Bad gateway</body></html>", .notUnderstood),
    (#"{"data":[]}"#, .notUnderstood),
    ("null", .notUnderstood),
    ("[1,2]", .notUnderstood),
    (#"["a"]"#, .notUnderstood),
    ("[[{}]]", .notUnderstood),
    ("[{},]]", .notUnderstood),
    (#"[{"uniqueid":"1"},{"uniqueid":"2""#, .brokenOff),
    (#"[{"uniqueid":"1"},"#, .brokenOff),
    ("[", .brokenOff),
    (#"[{"a":"\#("x")"#, .brokenOff),
  ])
  func whatIsNoList(_ body: String, _ cause: ProviderProblem.Cause) {
    #expect(throws: ProviderProblem.self) { try Self.deliveries(body).get() }
    if case .failure(let problem) = Self.deliveries(body) { #expect(problem.cause == cause) }
  }

  @Test func theProvidersWordsAreKeptShort() {
    guard
      case .failure(let problem) = Self.deliveries(
        "incorrect field " + String(repeating: "я", count: 4000))
    else {
      Issue.record("an incorrect field is no list")
      return
    }
    #expect(problem.words?.count == ProviderProblem.wordsLimit)
  }

  @Test func aHugeListIsReadInOneGo() throws {
    let row =
      #"{"uniqueid":"ua9_-1790775458.2139025","caller":"380501112233","dst":"380440000009"}"#
    let body = "[" + Array(repeating: row, count: CallsList.limit).joined(separator: ",") + "]"
    #expect(try Self.deliveries(body).get().count == CallsList.limit)
  }
}
