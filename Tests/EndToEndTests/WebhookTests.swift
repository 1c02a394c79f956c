import Foundation
import Testing

/// `carbook listen` takes the provider's deliveries, in every form he sends them.
@Suite(.serialized) struct WebhookTests {
  let shop: Shop
  let listener: Program

  init() throws {
    shop = try Shop()
    listener = try shop.listen()
  }

  /// The contract: names, their order, and which of them may be null.
  @Test func `a call printed as JSON`() throws {
    let body = """
      {"call_id":"3333333333.3333333","caller":"\\"Support desk\\" <380501112233>","callee":"380441112233","status":"ANSWERED",
       "date":"2026-08-08 11:11:11","call_duration":50,"waiting":27,"dialog":23,"type":"out","record":"3333333333.3333333",
       "recording_wav":"https://app.ringostat.com/recordings/x.wav?token=abc","has_recording":"1",
       "employee_fio":"Іван Іванов","department":"Сервіс","staffid":"1111","outbound_number":"380501112233"}
      """
    #expect(try shop.send("after-outgoing", body) == Curl.Response(status: 200, body: "ok"))
    #expect(
      try shop.callLines() == [
        """
        {"id":1,"provider_id":"3333333333.3333333","order":null,"repair_status":null,\
        "comment":"New client","date":"2026-08-08T08:11:11Z","status":"answered",\
        "raw_status":"ANSWERED","type":"out","caller":"+380501112233","called":"+380441112233",\
        "client":"+380441112233","customer":null,"contact_id":null,"wait":27,"talk":23,\
        "connected_with":"Іван Іванов","source":null,"utm":{"utm_source":null,"utm_medium":null,\
        "utm_campaign":null,"utm_content":null,"utm_term":null},\
        "recording":"https://app.ringostat.com/recordings/x.wav?token=abc","note":null,\
        "call_from":"Іван Іванов","call_to":"+380441112233","phone_number":"+380441112233",\
        "direction":"outgoing","regarding":null,"employee_id":null}
        """
      ])
  }

  @Test func `the provider's other bodies`() throws {
    let flat = """
      {"call_type":"in","dst":"380440000009","E164":"+380501112233","userfield":"380501112233","connected_with":"myproject_ivanenko",
       "disposition":"ANSWERED","billsec":"3","duration":"14","cdr_id":"ua9_-1790775458.2139025",
       "recording_wav":"https://app.ringostat.com/recordings/x.wav?token=t"}
      """
    let nested = """
      {"uniqueid":"ua0_-1731315881.12669683","calldate":"2024-11-11 11:04:41",
       "additional_call_data":{"userfield":"380501112233","dst":"380440000009","call_type":"in"}}
      """
    let form =
      "call_id=3333333333.3333334&caller=%22Support+desk%22+%3C380501112233%3E&callee=380441112233"
      + "&status=NO+ANSWER&date=2026-08-08+11%3A11%3A11&type=in"
    #expect(try shop.send("after", flat).status == 200)
    #expect(try shop.send("before", nested).status == 200)
    #expect(try shop.send("after", form, type: "application/x-www-form-urlencoded").status == 200)

    let first = try shop.call("ua9_-1790775458.2139025")
    #expect(first.status == "answered" && first.type == "in")
    #expect(first.caller == "+380501112233" && first.client == "+380501112233")
    #expect(first.called == "+380440000009" && first.connectedWith == "myproject_ivanenko")
    #expect(first.wait == 11 && first.talk == 3)
    #expect(first.recording == "https://app.ringostat.com/recordings/x.wav?token=t")
    let second = try shop.call("ua0_-1731315881.12669683")
    #expect(second.date == "2024-11-11T09:04:41Z" && second.client == "+380501112233")
    // Two years old, and its end never came.
    #expect(second.status == "unknown" && second.talk == nil)
    let third = try shop.call("3333333333.3333334")
    #expect(third.status == "missed" && third.rawStatus == "NO ANSWER")
    #expect(third.date == "2026-08-08T08:11:11Z" && third.client == "+380501112233")
  }

  /// Each link with each method, the data in the query: what the link says of the call.
  @Test func `five links, four methods`() throws {
    let meanings = [
      "before": "ringing in", "answered": "talking in", "after": "missed in",
      "before-outgoing": "ringing out", "after-outgoing": "not-reached out",
    ]
    var requests: [Curl.Request] = []
    for event in meanings.keys {
      for method in ["GET", "POST", "PUT", "DELETE"] {
        let query =
          "?uniqueid=\(event)-\(method)&userfield=380501112233&dst=380440000009&status=NO%20ANSWER"
        requests.append(Curl.Request(url: try shop.link(event) + query, method: method))
      }
    }
    #expect(try shop.links().count == 6)
    #expect(try Curl.sequence(requests, in: shop.folder).allSatisfy { $0.status == 200 })
    let calls = try shop.calls()
    #expect(calls.count == 20)
    for call in calls {
      let event = call.providerId.split(separator: "-").dropLast().joined(separator: "-")
      #expect("\(call.status) \(call.type ?? "")" == meanings[event], "\(call.providerId)")
    }
  }

  @Test func `a JSON-RPC request gets a JSON-RPC result`() throws {
    let response = try shop.send(
      "before",
      """
      {"jsonrpc":"2.0","id":"seven","method":"call","params":
       {"uniqueid":"rpc-1","userfield":"380501112233","dst":"380440000009","call_type":"in"}}
      """)
    #expect(
      response
        == Curl.Response(status: 200, body: #"{"jsonrpc":"2.0","id":"seven","result":true}"#))
    let call = try shop.call("rpc-1")
    #expect(call.status == "ringing" && call.client == "+380501112233" && call.type == "in")
  }

  @Test func `query and body are one, and the body wins`() throws {
    let response = try Curl.request(
      shop.link("after") + "?utm_source=google&pool_name=%D0%A1%D0%B5%D1%80%D0%B2%D1%96%D1%81"
        + "&billsec=5",
      method: "POST",
      body: "uniqueid=both-1&userfield=0501112233&dst=380440000009&billsec=9&utm_term=brakes",
      in: shop.folder)
    #expect(response.status == 200)
    let call = try shop.call("both-1")
    #expect(call.client == "+380501112233" && call.talk == 9 && call.status == "answered")
    #expect(call.source == "google, brakes")
    #expect(
      call.utm == [
        "utm_source": "google", "utm_medium": nil, "utm_campaign": nil, "utm_content": nil,
        "utm_term": "brakes",
      ])
  }

  @Test func `what is not understood is answered 200 and shown`() throws {
    #expect(try shop.send("before", "hello").status == 200)
    #expect(try shop.send("before", "{\"broken").status == 200)
    #expect(try shop.send("before", "hello").status == 200)
    let calls = try shop.calls()
    #expect(calls.map(\.status) == ["not-understood", "not-understood"])
    #expect(calls.allSatisfy { $0.type == nil && $0.client == nil && $0.rawStatus == nil })
  }

  /// Nothing tells a wrong token from a wrong path.
  @Test func `strangers get one and the same answer`() throws {
    let link = try shop.link("before")
    let base = link.replacing("/before", with: "")
    let host = base.split(separator: "/")[1]
    let urls = [
      base + "/nope", base, base + "/before/", base + "/BEFORE", base + "x/before",
      String(base.dropLast()) + "/before", "http://\(host)/", "http://\(host)/hook//before",
      "http://\(host)/hook/x/before", "http://\(host)/hook/x/nope", "http://\(host)/admin",
      "http://\(host)/hook/" + String(repeating: "0", count: 40) + "/before",
    ]
    let answers = try urls.map { url in
      try Program.run(
        ["curl", "-s", "-i", "--noproxy", "*", "--path-as-is", "-d", "uniqueid=1", "--", url],
        in: shop.folder
      ).output.split(separator: "\r\n").filter { !$0.hasPrefix("Date:") }
    }
    #expect(answers[0].first == "HTTP/1.1 404 Not Found")
    #expect(Set(answers).count == 1)
    #expect(try shop.calls().isEmpty)
  }

  @Test func `health says version and store`() throws {
    let host = try shop.link("before").split(separator: "/")[1]
    let response = try Curl.request("http://\(host)/health", in: shop.folder)
    #expect(response.status == 200)
    let version = try Product.run("--version", in: shop.folder).output
      .replacing("carbook ", with: "").replacing("\n", with: "")
    #expect(
      response.body == """
        {"status":"ok","version":"\(version)","store":"writable","spooled":0}

        """)
  }

  // MARK: HTTP

  struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let options: [String]
    /// How the answer begins.
    let answer: String
  }

  static let forms = [
    Form(testDescription: "HTTP/1.0", options: ["--http1.0"], answer: "HTTP/1.1 200 OK\r\n"),
    Form(
      testDescription: "chunked", options: ["-H", "Transfer-Encoding: chunked"],
      answer: "HTTP/1.1 200 OK\r\n"),
    Form(
      testDescription: "Expect", options: ["-H", "Expect: 100-continue"],
      answer: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"),
    Form(
      testDescription: "chunked, Expect",
      options: ["-H", "Transfer-Encoding: chunked", "-H", "Expect: 100-continue"],
      answer: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"),
  ]

  @Test(arguments: forms) func `a body may come as`(_ form: Form) throws {
    let body = #"{"uniqueid":"form-1","userfield":"380501112233","call_type":"in"}"#
    let path = shop.folder.path("body.json")
    try body.write(toFile: path, atomically: false, encoding: .utf8)
    let (exit, output, errors) = try Program.run(
      ["curl", "-s", "-S", "-i", "--noproxy", "*", "--max-time", "10"] + form.options
        + ["--data-binary", "@-", "--", shop.link("before")], in: shop.folder, input: path)
    #expect(exit == .status(0), "\(errors)")
    #expect(output.hasPrefix(form.answer), "\(output)")
    #expect(output.hasSuffix("\r\n\r\nok"))
    #expect(try shop.call("form-1").client == "+380501112233")
  }

  @Test func `a connection is kept`() throws {
    let requests = try (1...3).map {
      Curl.Request(url: try shop.link("before"), body: "uniqueid=kept-\($0)&caller=0501112233")
    }
    let outcomes = try Curl.sequence(requests, in: shop.folder)
    #expect(outcomes.map(\.status) == [200, 200, 200])
    #expect(outcomes.map(\.connections) == [1, 0, 0])
    #expect(try shop.calls().count == 3)
  }

  @Test func `a body beyond the limit is refused`() throws {
    let path = shop.folder.path("large")
    let large = "uniqueid=large&note=" + String(repeating: "x", count: 1 << 20)
    try large.write(toFile: path, atomically: false, encoding: .utf8)
    let (_, output, _) = try Program.run(
      [
        "curl", "-s", "-i", "--noproxy", "*", "--max-time", "10", "--data-binary", "@\(path)",
        "--", shop.link("before"),
      ], in: shop.folder)
    #expect(output.contains("HTTP/1.1 413 "))
    #expect(try shop.calls().isEmpty)
  }
}
