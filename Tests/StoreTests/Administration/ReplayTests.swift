import Domain
import Testing

@testable import Store

struct ReplayTests {
  private let shop: Shop
  /// What the tests' own dialect makes of a body.
  private var meanings: [String: IngestItem.Content] = [:]

  init() throws {
    shop = try Shop()
  }

  private mutating func take(_ items: IngestItem...) throws {
    for item in items {
      let body = String(decoding: item.raw?.body ?? [], as: UTF8.self)
      meanings[body] = item.content
      try shop.take(item, at: 3)
    }
  }

  private func replay() throws -> ReplayResult {
    try shop.store.replay(now: Shop.noon) { _, entry in
      let body = String(decoding: entry.raw.body, as: UTF8.self)
      guard case .event(var event)? = meanings[body] else {
        return .notUnderstood(key: body, received: entry.received)
      }
      event.received = entry.received
      return .event(event)
    }
  }

  /// Every column of every row of these tables.
  private func dump(_ tables: String...) throws -> [String] {
    try tables.flatMap { table in
      let columns = try shop.store.connection.rows("PRAGMA table_info(\(table))") { row in
        _ = row.integer()
        return row.text()
      }
      let all = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
      return try shop.store.connection.rows("SELECT \(all) FROM \(table) ORDER BY 1") { $0.text() }
    }
  }

  private static let derived =
    "heaviest_talk = 7, status = 3, type = 1, talk = NULL, wait = 4, caller_id = NULL, marks = NULL"

  private mutating func takeSome() throws {
    try take(
      shop.item("1", .before, received: 1, body: "a") {
        $0.type = .incoming
        $0.caller = Shop.number("0501112233")
        $0.utmSource = "google"
      },
      shop.item("1", .after, received: 60, body: "b") {
        $0.disposition = Disposition("ANSWERED")
        $0.talk = 40
        $0.connectedWith = "ivanenko"
        $0.recording = "https://app.example.com/rec/1.wav"
      },
      shop.item("2", .after, at: 5, body: "c") {
        $0.type = .incoming
        $0.caller = Shop.number("0671112233")
        $0.disposition = Disposition("NO ANSWER")
        $0.wait = 9
      })
  }

  @Test mutating func nothingIsWrittenWhereNothingHasChanged() throws {
    try takeSome()
    let before = try dump("call", "event", "prompt", "call_back", "history")
    let other = try Store.open(shop.path, access: .reader, actor: "")
    let version = try other.dataVersion
    #expect(try replay() == ReplayResult(read: 2, changed: 0, left: 0))
    #expect(try dump("call", "event", "prompt", "call_back", "history") == before)
    #expect(try other.dataVersion == version)
  }

  @Test mutating func theProvidersColumnsAreMadeAgainToTheByte() throws {
    try takeSome()
    let call = try #require(try shop.log().rows.first { $0.providerID == "1" })
    try shop.contact("Olena", "0931112233", from: call.id)
    try shop.store.connection.run("UPDATE call_hand SET note = 'keep me'")
    let before = try dump("call", "call_hand", "event", "prompt", "call_back")
    try shop.store.connection.execute(script: "UPDATE call SET \(ReplayTests.derived)")
    try shop.store.recomputeCallBacks(now: Shop.noon)
    #expect(try replay() == ReplayResult(read: 2, changed: 2, left: 0))
    // A call-back that was lost and found has a new row id, and nothing else.
    #expect(try dump("call", "call_hand", "event", "prompt") == Array(before.dropLast()))
    #expect(try dump("call_back").count == 1)
    #expect(try shop.store.integrity() == "ok")
  }

  @Test mutating func noQuestionIsRaised() throws {
    try takeSome()
    try shop.store.connection.run("DELETE FROM prompt")
    try shop.store.connection.execute(script: "UPDATE call SET \(ReplayTests.derived)")
    #expect(try replay().changed == 2)
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
  }

  @Test mutating func whatTheJournalNoLongerTellsIsLeftAsItIs() throws {
    try takeSome()
    try take(shop.item("3", .after, body: "d") { $0.talk = 3 })
    try shop.store.connection.run("DELETE FROM event WHERE body = CAST('a' AS BLOB)")
    meanings["d"] = nil
    try shop.store.connection.execute(script: "UPDATE call SET \(ReplayTests.derived)")
    let before = try dump("call").filter { !$0.contains("'2'") }
    #expect(try replay() == ReplayResult(read: 1, changed: 1, left: 2))
    #expect(try dump("call").filter { !$0.contains("'2'") } == before)
  }

  @Test mutating func whatWasNotUnderstoodBecomesTheCallItIsAbout() throws {
    try takeSome()
    let before = try #require(try shop.log().rows.first { $0.providerID == "2" })
    for body in ["later", "new"] {
      let content = IngestItem.Content.notUnderstood(key: body, received: Shop.noon)
      try take(
        IngestItem(
          integration: shop.integration, occasion: .after, origin: .delivered,
          raw: RawDelivery(method: "POST", query: "", mediaType: nil, body: Array(body.utf8)),
          content: content, own: OwnNumbers()))
    }
    #expect(try replay() == ReplayResult(read: 4, changed: 0, left: 0))
    meanings["later"] =
      shop.item("2", .after, at: 5) {
        $0.type = .incoming
        $0.disposition = Disposition("ANSWERED")
        $0.talk = 30
      }.content
    meanings["new"] = shop.item("9", .after, at: 9) { $0.talk = 2 }.content
    #expect(try replay() == ReplayResult(read: 4, changed: 2, left: 0))
    let calls = try shop.log().rows
    #expect(Set(calls.map(\.providerID)) == ["1", "2", "9"])
    #expect(try shop.store.callCount() == 3)
    let changed = try #require(calls.first { $0.id == before.id })
    #expect(changed.talk == 30 && changed.client == before.client)
    #expect(try shop.store.rawEvents(of: before.id).count == 2)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 0)
    #expect(try replay() == ReplayResult(read: 3, changed: 0, left: 0))
  }

  @Test mutating func theTimeOfReceiptIsTheDeliverysAndNotTheCommits() throws {
    try takeSome()
    let call = try #require(try shop.log().rows.first { $0.providerID == "1" })
    #expect(
      try shop.store.rawEvents(of: call.id).map { $0.received.seconds(since: Shop.noon) }
        == [60, 1])
  }
}
