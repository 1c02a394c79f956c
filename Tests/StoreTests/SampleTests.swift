import Domain
import Foundation
import Testing

@testable import Store

/// Deliveries that a person sends to try the way.
@Suite struct SampleTests {
  private let shop: Shop
  private let id = SampleDelivery.callID("1")

  init() throws {
    shop = try Shop()
  }

  private func sample(makesCall: Bool = true) -> IngestItem {
    let item = shop.miss(id, from: "0501112233")
    return IngestItem(
      delivery: UUID(), integration: item.integration, occasion: .after, origin: .delivered,
      raw: RawDelivery(
        method: "POST", query: "", mediaType: nil, body: Array("{\"uniqueid\":\"\(id)\"}".utf8)),
      content: item.content, own: item.own, makesCall: makesCall)
  }

  private func outcomes() throws -> [JournalEntry.Outcome?] {
    try shop.store.connection.rows("SELECT outcome FROM event ORDER BY id") {
      JournalEntry.Outcome(rawValue: $0.int())
    }
  }

  @Test(arguments: [true, false]) func theyAreJournaledAndMakeNoCall(_ isOn: Bool) throws {
    try shop.take(sample(makesCall: isOn))
    #expect(try outcomes() == [.sample])
    #expect(try shop.log().rows.isEmpty)
    #expect(try shop.store.callCount() == 0)
    #expect(try shop.store.promptQueue(limit: 5).total == 0)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 0)
    #expect(try shop.store.hasSample(id, of: shop.integration))
    #expect(try !shop.store.hasSample(SampleDelivery.callID("2"), of: shop.integration))
    #expect(try !shop.store.hasSample(id, of: Integration.ID(99)))
  }

  @Test func noReplayMakesCallsOfThem() throws {
    try shop.take(sample())
    let result = try shop.store.replay(includingOff: true, now: Shop.noon) { _, entry in
      Issue.record("read: \(entry)")
      return .notUnderstood(key: "", received: entry.received)
    }
    #expect(result == ReplayResult())
    #expect(try outcomes() == [.sample])
  }

  @Test func theyDoNotKeepAnIntegrationFromBeingRemoved() throws {
    try shop.take(sample())
    try shop.store.removeIntegration(shop.integration, now: Shop.noon)
    #expect(try outcomes().isEmpty)
    #expect(try shop.store.integrity() == "ok")
  }
}
