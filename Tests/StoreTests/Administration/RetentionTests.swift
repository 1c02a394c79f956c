import Domain
import Testing

@testable import Store

struct RetentionTests {
  private static let day: Int64 = 86_400

  private func shop() throws -> Shop {
    let shop = try Shop()
    for days in [400, 300, 3] as [Int64] {
      try shop.take(
        shop.item("\(days)", at: -days * RetentionTests.day, body: "\(days)") { $0.talk = 1 })
    }
    return shop
  }

  private func left(_ shop: Shop) throws -> (calls: [String], deliveries: [String]) {
    let bodies = try shop.store.connection.rows("SELECT body FROM event ORDER BY id") {
      String(decoding: $0.optionalBlob() ?? [], as: UTF8.self)
    }
    return (try shop.log().rows.map(\.providerID), bodies)
  }

  @Test func byDefaultTheJournalIsKeptForAYearAndCallsForEver() throws {
    let shop = try shop()
    #expect(try shop.store.retention() == Retention(journalDays: 365, callDays: nil))
    try shop.store.expire(now: Shop.noon)
    #expect(try left(shop) == (["3", "300", "400"], ["300", "3"]))
    #expect(try shop.store.fetchFloor() == nil)
  }

  @Test func whatIsSetIsKeptAndApplied() throws {
    let shop = try shop()
    let retention = Retention(journalDays: 2, callDays: 350)
    try shop.store.setRetention(retention, now: Shop.noon)
    #expect(try shop.store.retention() == retention)
    try shop.store.expire(now: Shop.noon)
    #expect(try left(shop) == (["3", "300"], []))
    #expect(
      try shop.store.fetchFloor() == Shop.noon.advanced(bySeconds: -350 * RetentionTests.day))
    let forever = Retention(journalDays: 365, callDays: nil)
    try shop.store.setRetention(forever, now: Shop.noon)
    #expect(try shop.store.retention() == forever)
  }

  @Test func itIsDoneOnceADay() throws {
    let shop = try shop()
    try shop.store.expire(now: Shop.noon)
    try shop.take(shop.item("old", at: -500 * RetentionTests.day, body: "old") { $0.talk = 1 })
    try shop.store.connection.run("UPDATE event SET id = 1 WHERE body = CAST('old' AS BLOB)")
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: RetentionTests.day - 1))
    #expect(try left(shop).deliveries == ["old", "300", "3"])
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: RetentionTests.day))
    #expect(try left(shop).deliveries == ["300", "3"])
  }

  @Test func aClockThatWasWrongDoesNotPutItOffForEver() throws {
    let shop = try shop()
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: -400 * RetentionTests.day))
    #expect(try left(shop).deliveries.count == 3)
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: 40_000 * RetentionTests.day))
    try shop.take(shop.item("old", at: -500 * RetentionTests.day, body: "old") { $0.talk = 1 })
    try shop.store.expire(now: Shop.noon)
    #expect(try left(shop).deliveries == [])
  }
}
