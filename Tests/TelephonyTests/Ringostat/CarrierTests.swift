import Domain
import Telephony
import Testing

/// However a body is carried, it says the same (provider facts, "Event webhooks" and "Bodies").
@Suite struct CarrierTests {
  private func expect(_ sample: Sample, from delivery: Delivery) {
    let expected = CallEvent(
      providerID: sample.id, occasion: .after, received: receipt, fields: sample.fields)
    #expect(dialect.read(delivery) == .event(expected))
  }

  @Test(arguments: Sample.allCases)
  func json(_ sample: Sample) {
    expect(sample, from: Delivery(sample.json, type: "application/json"))
    expect(sample, from: Delivery("\u{FEFF}\r\n \(sample.json)\n", type: "application/json"))
    expect(sample, from: Delivery("[\(sample.json)]", type: "application/json"))
  }

  @Test(arguments: Sample.allCases)
  func jsonUnderAWrongMediaType(_ sample: Sample) {
    for type in [nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
      expect(sample, from: Delivery(sample.json, type: type))
    }
  }

  @Test(arguments: Sample.allCases)
  func form(_ sample: Sample) {
    for type in [nil, "application/x-www-form-urlencoded", "application/json", "text/plain"] {
      expect(sample, from: Delivery(sample.form, type: type))
    }
    expect(sample, from: Delivery("\n" + sample.form + "\r\n"))
  }

  @Test(arguments: Sample.allCases, ["GET", "POST", "PUT", "DELETE"])
  func query(_ sample: Sample, method: String) {
    var delivery = Delivery(query: sample.form)
    delivery.method = method
    expect(sample, from: delivery)
  }

  @Test(arguments: Sample.allCases)
  func jsonRPC(_ sample: Sample) {
    for params in [sample.json, "[\(sample.json)]"] {
      let body = #"{"jsonrpc":"2.0","id":7,"method":"event","params":\#(params)}"#
      expect(sample, from: Delivery(body, type: "application/json"))
    }
  }

  @Test func multipart() {
    let body = [
      "--XyZ", #"Content-Disposition: form-data; name="call_id""#, "", "3333333333.3333334",
      "--XyZ", #"content-disposition: form-data; name="caller""#,
      "Content-Type: text/plain; charset=utf-8", "", #""Support desk" <380501112233>"#,
      "--XyZ", #"Content-Disposition: form-data; name="callee""#, "", "380441112233",
      "--XyZ", #"Content-Disposition: form-data; name="status""#, "", "NO ANSWER",
      "--XyZ", #"Content-Disposition: form-data; name="type"; filename="type.txt""#, "", "out",
      "--XyZ", #"Content-Disposition: form-data; name=type"#, "", "in",
      "--XyZ", #"Content-Disposition: form-data; name="date""#, "", "2026-08-08 11:11:11",
      "--XyZ--", "",
    ].joined(separator: "\r\n")
    expect(.form, from: Delivery(body, type: "multipart/form-data; boundary=XyZ"))
  }

  @Test func headerFieldsWhereTheIDIsOne() {
    let headers = [
      (name: "Host", value: "shop.example"), (name: "Date", value: "2001-01-01 00:00:00"),
      (name: "Call-ID", value: "ua9_-1786176671.5"), (name: "CALLER", value: "380501112233"),
      (name: "call_type", value: "in"), (name: "Dst", value: "380440000009"),
      (name: "Destination", value: "380990000000"), (name: "Status", value: "ANSWERED"),
      (name: "Type", value: "out"), (name: "Disposition", value: "BUSY"),
    ]
    let heard = event(Delivery(headers: headers))
    #expect(heard?.providerID == "ua9_-1786176671.5")
    #expect(heard?.fields.caller == number("380501112233"))
    #expect(heard?.fields.called == number("380440000009"))
    #expect(heard?.fields.type == .incoming)
    #expect(heard?.fields.disposition == Disposition("BUSY"))
    #expect(heard?.fields.start == nil)
  }

  @Test func headerFieldsAreOthersBusinessWhereTheIDIsNone() {
    let headers = [(name: "caller", value: "380501112233"), (name: "call_id", value: " ")]
    #expect(event(Delivery("call_id=1", headers: headers))?.fields == CallFields())
  }

  @Test func ofHeaderFieldsOnlyThoseThatAreReadAreKept() {
    let others = [
      (name: "Authorization", value: "Bearer secret"), (name: "Cookie", value: "call_id=7"),
      (name: "Host", value: "shop.example"), (name: "Date", value: "2001-01-01 00:00:00"),
      (name: "X-Forwarded-For", value: "203.0.113.7"), (name: "Type", value: "out"),
    ]
    let ours = [(name: "CALLER", value: "380501112233"), (name: "Call-ID", value: "7")]
    let kept = RingostatDialect.relevant([others[0], ours[0]] + others + [ours[1]])
    #expect(kept.map(\.name) == ["CALLER", "Call-ID"])
    #expect(kept.map(\.value) == ["380501112233", "7"])
    #expect(event(Delivery(headers: kept)) == event(Delivery(headers: others + ours)))
    #expect(RingostatDialect.relevant(others + [ours[0]]).isEmpty)
  }

  @Test(arguments: [
    // the body wins over the query, under whatever name
    ("call_type=in&pool_name=Q", "call_id=1&type=out", CallType.outgoing, "Q"),
    // a blank says nothing, so it hides nothing
    ("call_type=in&pool_name=Q", "call_id=1&type=&pool_name=", .incoming, "Q"),
    ("call_type=in&pool_name=Q", "call_id=1&pool_name=B", .incoming, "B"),
    // nor does a word that means "no value"
    ("pool_name=Q", "call_id=1&type=in&pool_name=-1", .incoming, "Q"),
    // outer beats nested, nested beats query
    (
      "call_type=in&pool_name=Q",
      #"{"x":{"y":{"pool_name":"deep"},"pool_name":"nested","type":"in"},"type":"out","call_id":1}"#,
      .outgoing, "nested"
    ),
    (
      "pool_name=Q", #"{"x":{"y":{"pool_name":"deep"}},"call_type":"callback","call_id":1}"#,
      .callback, "deep"
    ),
    // the last of two equals
    ("", "call_id=1&type=in&type=out&n_alias=A", .outgoing, "A"),
    ("", #"{"call_id":"1","type":"in","type":"out","n_alias":"A"}"#, .outgoing, "A"),
  ])
  func precedence(_ query: String, _ body: String, _ type: CallType, _ pool: String) {
    let heard = event(Delivery(body, query: query))
    #expect(heard?.fields.type == type)
    #expect(heard?.fields.pool == pool)
  }

  @Test func bytesThatAreNotUTF8AreWindows1251() {
    let name: [UInt8] = [0xB2, 0xE2, 0xE0, 0xED, 0x20, 0xA5, 0xBF, 0xBA, 0xB3]
    let form = Array("call_id=1&employee_fio=".utf8) + name
    let json = Array(#"{"call_id":"1","employee_fio":""#.utf8) + name + Array("\"}".utf8)
    for body in [form, json] {
      let delivery = Delivery(occasion: .after, body: body, received: receipt)
      #expect(event(delivery)?.fields.connectedWith == "Іван Ґїєі")
    }
    let escaped = event(Delivery("call_id=1&employee_fio=%B2%E2%E0%ED+%A5%BF%BA%B3"))
    #expect(escaped?.fields.connectedWith == "Іван Ґїєі")
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("{", ""), ("{}", ""), ("[]", ""), ("null", ""), ("<xml/>", ""),
    (#"{"call_id":"1""#, ""), (#"{"call_id":"1"} x"#, ""), (#"{"call_id":}"#, ""),
    (#"[{"call_id":"1"},{"call_id":"2"}]"#, ""), (#"{"calls":["call_id"]}"#, ""),
    ("", "project_id=5"), ("hello", "utm_source=google"), ("", "call_id=&caller=380501112233"),
    (#"{"call_id":null,"uniqueid":"-1","cdr_id":false,"caller":"380501112233"}"#, ""),
    ("\u{0}\u{1}", "=&=&&%"),
  ])
  func notUnderstood(_ body: String, _ query: String) {
    let first = dialect.read(Delivery(body, query: query))
    guard case .notUnderstood(let key) = first else {
      Issue.record("understood: \(first)")
      return
    }
    #expect(key.hasPrefix("raw-"))
    // A repeat is the same row, whenever and by whatever link it comes; other bytes are another.
    let again = Delivery(body, query: query, occasion: .before, received: Timestamp(seconds: 9))
    #expect(dialect.read(again) == first)
    #expect(dialect.read(Delivery(body + "?", query: query)) != first)
  }
}
