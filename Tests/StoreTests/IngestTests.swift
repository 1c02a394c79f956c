import Domain
import Testing

@testable import Store

struct IngestTests {
  @Test func everyOrderAndRepetitionOfACallsDeliveriesGivesTheSameCall() throws {
    let pieces: [(Shop) -> IngestItem] = [
      { shop in
        shop.item("ua9_-1790000000.1", .before, body: "1") {
          $0.type = .incoming
          $0.caller = Shop.number("380501112233")
          $0.pool = "google"
          $0.utmSource = "google"
          $0.utmMedium = "cpc"
        }
      },
      { shop in
        shop.item("ua9_-1790000000.1", .answered, received: 9, body: "2") {
          $0.called = Shop.number("380440000009")
          $0.connectedWith = "ivanenko"
          $0.disposition = Disposition("IN PROGRESS")
        }
      },
      { shop in
        shop.item("ua9_-1790000000.1", .after, received: 80, body: "3") {
          $0.caller = Shop.number("0501112233")
          $0.called = Shop.number("380440000009")
          $0.disposition = Disposition("PROPER")
          $0.wait = 9
          $0.talk = 70
          $0.staffID = "1111"
          $0.department = "Сервіс"
          $0.recording = "https://app.example.com/rec/ua9_-1790000000.1.wav?token=a/b"
          $0.hasRecording = true
          $0.callCard = "https://app.example.com/card/7"
          $0.googleClientID = "17.42"
        }
      },
    ]
    var seen: [(Call, CallRecord?)] = []
    for order in [
      [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0, 1, 2, 0, 0],
    ] {
      let shop = try Shop()
      var results: [IngestResult] = []
      for index in order { results += try shop.take(pieces[index](shop)) }
      #expect(results.map(\.isNew) == [true] + order.dropFirst().map { _ in false })
      #expect(results.filter(\.raisesPrompt).count == 1)
      let calls = try shop.log().rows
      try #require(calls.count == 1)
      #expect(try shop.store.callCount() == 1)
      #expect(try shop.store.rawEvents(of: calls[0].id).count == order.count)
      seen.append((calls[0], try shop.store.storedCall(calls[0].id)?.record))
    }
    for (call, record) in seen {
      #expect(call == seen[0].0)
      #expect(record == seen[0].1)
    }
    let call = seen[0].0
    #expect(call.recording == "https://app.example.com/rec/ua9_-1790000000.1.wav?token=a/b")
    #expect(call.wait == 9 && call.talk == 70)
    #expect(call.pool == "google" && call.connectedWith == "ivanenko")
    #expect(call.source.text == "google, cpc")
    #expect(call.comments == [.newClient])
    #expect(call.status(at: Shop.noon) == .answered)
  }

  @Test func theJournalSaysWhatBecameOfEachDelivery() throws {
    let shop = try Shop()
    let before = shop.item("1.1", .before, body: "before") { $0.caller = Shop.number("0501112233") }
    let after = shop.item("1.1", .after, body: "after") { $0.talk = 5 }
    let id = try shop.take(before, after, after)[0].call
    let entries = try shop.store.rawEvents(of: id)
    #expect(entries.map(\.outcome) == [.repeated, .changedCall, .madeCall])
    #expect(
      entries.map { String(decoding: $0.raw.body, as: UTF8.self) } == [
        "after", "after", "before",
      ])
    #expect(entries.map(\.occasion) == [.after, .after, .before])
  }

  @Test func theJournalKeepsHeaderFieldsInTheirOrder() throws {
    let shop = try Shop()
    let headers: [RawDelivery.Header] = [
      .init(name: "Call-ID", value: "7"), .init(name: "caller", value: "\"a: b\" <380501112233>"),
      .init(name: "Pool_Name", value: ""), .init(name: "caller", value: "Ґ"),
    ]
    for headers in [headers, []] {
      let raw = RawDelivery(method: "GET", query: "", mediaType: nil, headers: headers, body: [])
      let item = IngestItem(
        integration: shop.integration, occasion: .after, origin: .delivered, raw: raw,
        content: shop.item("7") { _ in }.content, own: shop.own)
      let call = try shop.take(item)[0].call
      #expect(try shop.store.rawEvents(of: call).first?.raw == raw)
    }
  }

  @Test func aDeliveryThatCannotBeReadStandsInTheLogOnce() throws {
    let shop = try Shop()
    let item = IngestItem(
      integration: shop.integration, occasion: .before, origin: .delivered,
      raw: RawDelivery(method: "GET", query: "", mediaType: nil, body: []),
      content: .notUnderstood(key: "k", received: Shop.noon), own: shop.own)
    #expect(try shop.take(item, item).map(\.isNew) == [true, false])
    let call = try #require(try shop.log().rows.first)
    #expect(call.type == nil && call.comments == [.notUnderstood])
    #expect(call.status(at: Shop.noon) == .notUnderstood)
    #expect(call.start == Shop.noon)
    #expect(
      try shop.store.rawEvents(of: call.id).map(\.outcome) == [.notUnderstood, .notUnderstood])
  }

  @Test func aTurnsDeliveriesAreTakenInAllOrNone() throws {
    let shop = try Shop()
    let good = shop.miss("1.1", from: "0501112233")
    let bad = IngestItem(
      integration: Integration.ID(999), occasion: .after, origin: .delivered, raw: nil,
      content: .event(CallEvent(providerID: "2", occasion: .after, received: Shop.noon)),
      own: shop.own)
    #expect(throws: StoreError.invalid) { try shop.take(good, bad) }
    #expect(try shop.log().rows.isEmpty)
    #expect(try shop.store.callCount() == 0)
    // What was remembered of the transaction that was rolled back does no harm.
    try shop.take(good)
    #expect(try shop.log().rows.first?.disposition?.raw == "NO ANSWER")
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func aCallIsReadBackAsItWasSaid() throws {
    let shop = try Shop()
    shop.own = OwnNumbers([PhoneNumber(kind: .international, text: "+380440000009")])
    try shop.take(
      shop.item("a", .after) {
        $0.caller = PhoneNumber(kind: .other, text: "*\u{0}88")
        $0.called = Shop.number("380440000009")
        $0.disposition = Disposition("Щось нове")
        $0.duration = 30
        $0.wait = 10
        $0.recording = "no slash"
        $0.hasRecording = false
        $0.utmTerm = "O'Brien \"; DROP TABLE call"
      })
    let call = try #require(try shop.log().rows.first)
    #expect(call.caller?.text == "*\u{0}88")
    #expect(call.client == call.caller)
    #expect(call.type == .incoming)
    #expect(call.talk == 20)
    #expect(call.recording == nil)
    #expect(call.source.term == "O'Brien \"; DROP TABLE call")
    #expect(call.status(at: Shop.noon) == .other)
    #expect(try shop.store.call(call.id) == call)
    #expect(try shop.store.call(Call.ID(77)) == nil)
  }
}
