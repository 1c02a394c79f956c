import Domain
import Testing

@testable import Store

@Suite("Imported calls")
struct ImportCallsTests {
  private let shop: Shop
  private let integration: Integration

  init() throws {
    shop = try Shop()
    integration = try #require(try shop.store.integrations().first)
  }

  private func take(_ rows: CallImport...) throws -> [ImportOutcome] {
    let session = ImportSession(isDryRun: false, now: Shop.noon)
    return try shop.all(rows) {
      try shop.store.importCalls($0, of: integration, in: session)
    }
  }

  private func missed(
    _ id: String, from number: String, daysAgo: Int64 = 0, order: String? = nil
  ) -> CallImport {
    var event = CallEvent(providerID: id, occasion: .after, received: Shop.noon)
    event.fields.start = Shop.noon.advanced(bySeconds: -daysAgo * 86_400 - 60)
    event.fields.type = .incoming
    event.fields.caller = Shop.number(number)
    event.fields.disposition = Disposition("NO ANSWER")
    event.fields.wait = 12
    event.fields.talk = 0
    return CallImport(event: event, order: order)
  }

  @Test("are in the log once, raise no question and are not journaled")
  func quiet() throws {
    let row = missed("1", from: "0501234567")
    #expect(try take(row) == [.new])
    #expect(try take(row) == [.same])
    let call = try #require(try shop.log().rows.first)
    #expect(call.status(at: Shop.noon) == .missed && call.wait == 12)
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
    #expect(try shop.store.rawEvents(of: call.id).isEmpty)
    #expect(try shop.store.callCount() == 1)
  }

  @Test("leave nothing in memory of a trial")
  func tried() throws {
    let row = missed("1", from: "0501234567")
    let trial = ImportSession(isDryRun: true, now: Shop.noon)
    #expect(
      try shop.all([row]) { try shop.store.importCalls($0, of: integration, in: trial) } == [.new])
    #expect(try shop.store.countsAreRight())
    // Has the ids that the trial gave and took back.
    try shop.take(shop.answered("2", from: "0672223344"))
    #expect(try take(row) == [.new])
    let filed = try shop.store.connection.integer(
      "SELECT count(*) FROM call c JOIN facet f ON f.id = c.facet_id WHERE f.status = c.status")
    #expect(filed == 2)
    #expect(try shop.store.countsAreRight())
  }

  @Test("are owed a call back where the rule says so")
  func callBacks() throws {
    #expect(
      try take(missed("1", from: "0501234567"), missed("2", from: "0671112233", daysAgo: 31))
        == [.new, .new])
    let owed = try shop.store.callBacks(now: Shop.noon, limit: 9)
    #expect(owed.map(\.number.text) == ["+380501234567"])
  }

  @Test("say nothing new where the deliveries have said it, and add what they have not")
  func merged() throws {
    // Wait and talk follow from the duration.
    try shop.take(
      shop.item("1", at: -60) {
        $0.type = .incoming
        $0.caller = Shop.number("0501234567")
        $0.disposition = Disposition("NO ANSWER")
        $0.duration = 12
      })
    var row = missed("1", from: "0501234567")
    #expect(try take(row) == [.same])
    row.event.fields.utmSource = "google"
    #expect(try take(row) == [.changed])
    #expect(try take(row) == [.same])
    #expect(try shop.log().rows.first?.source.text == "google")
  }

  @Test("are about the order they name")
  func orders() throws {
    let olena = try shop.contact("Олена", "0501234567")
    for number in ["A-1", "A-2"] {
      _ = try shop.store.createOrder(
        OrderDraft(
          number: number, contact: olena.id, opened: Shop.noon.advanced(bySeconds: -3600)),
        now: Shop.noon)
    }
    let row = missed("1", from: "0501234567", order: "A-1")
    #expect(try take(row) == [.new])
    #expect(try shop.log().rows.first?.order?.number == "A-1")
    #expect(try take(row) == [.same])
    #expect(try take(missed("2", from: "0501234567", order: "nobody's")) == [.new])
  }

  @Test("that were deleted for good stay out")
  func forgotten() throws {
    let row = missed("1", from: "0501234567")
    #expect(try take(row) == [.new])
    _ = try shop.store.purge(before: Shop.noon, now: Shop.noon)
    #expect(try take(row) == [.same])
    #expect(try shop.store.callCount() == 0)
  }

  @Test("that were not understood are so again")
  func notUnderstood() throws {
    let event = CallEvent(providerID: "k-1", occasion: .after, received: Shop.noon)
    let row = CallImport(event: event, isUnderstood: false)
    #expect(try take(row) == [.new])
    #expect(try take(row) == [.same])
    #expect(try shop.log().rows.first?.status(at: Shop.noon) == .notUnderstood)
  }
}
