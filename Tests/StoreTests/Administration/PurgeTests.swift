import Domain
import Foundation
import Testing

@testable import Store

struct PurgeTests {
  private static let day: Int64 = 86_400

  @Test func oldCallsGoWithAllThatHangsOnThem() throws {
    let shop = try Shop()
    try shop.contact("Olena", "0671112233")
    for index in 0..<40 {
      let body = "{\"caller\":\"38050111\(1000 + index)\"}"
      try shop.take(
        shop.item("old\(index)", at: -3 * PurgeTests.day + Int64(index), body: body) {
          $0.type = .incoming
          $0.caller = Shop.number("050111\(1000 + index)")
          $0.disposition = Disposition("NO ANSWER")
          $0.wait = 9
        })
    }
    try shop.take(shop.miss("old", from: "0671112233", at: -3 * PurgeTests.day))
    let noted = try #require(try shop.log().rows.first { $0.providerID == "old" })
    try shop.store.setNote("secret", of: noted.id, now: Shop.noon)
    try shop.take(shop.miss("new", from: "0501111000", at: -PurgeTests.day))
    let limit = Shop.noon.advanced(bySeconds: -2 * PurgeTests.day)
    #expect(try shop.store.callCount(before: limit) == 41)
    #expect(try shop.store.purge(before: limit, now: Shop.noon) == 41)
    #expect(try shop.store.compact())
    #expect(try shop.log().rows.map(\.providerID) == ["new"])
    #expect(try shop.store.historyCount(of: .call(noted.id)) == 0)
    #expect(try shop.store.callCount() == 1)
    #expect(try shop.store.promptQueue(limit: 9).total == 1)
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 9).map(\.callBack.misses) == [1])
    #expect(try shop.store.connection.integer("SELECT count(*) FROM event") == 0)
    // Of the call that stays, and of the contact.
    let numbers = try shop.store.connection.rows("SELECT text FROM number ORDER BY text") {
      $0.text()
    }
    #expect(numbers == ["+380440000009", "+380501111000", "+380671112233"])
    #expect(try shop.store.contactCount() == 1)
    #expect(try shop.store.integrity() == "ok")
    #expect(try shop.store.connection.rows("PRAGMA foreign_key_check") { $0.text() } == [])
    #expect(try shop.store.connection.integer("PRAGMA foreign_keys") == 1)
  }

  @Test func purgedCallsAreNotFetchedAgainAndNewOnesAre() throws {
    let shop = try Shop()
    let limit = Shop.noon.advanced(bySeconds: -100)
    #expect(try shop.store.fetchFloor() == nil)
    try shop.store.purge(before: limit, now: Shop.noon)
    #expect(try shop.store.fetchFloor() == limit)
    try shop.store.purge(before: limit.advanced(bySeconds: -999), now: Shop.noon)
    #expect(try shop.store.fetchFloor() == limit)
    for (id, start, origin, isTaken) in [
      ("a", -101, PromptRule.Origin.fetched, false), ("b", -101, .imported, false),
      ("c", -100, .fetched, true), ("d", -101, .delivered, true),
    ] {
      let item = shop.item(id, at: Int64(start), origin: origin, body: "x") { $0.talk = 1 }
      #expect(try shop.take(item).map(\.isNew) == [isTaken], "\(id)")
    }
    #expect(try shop.store.callCount() == 2)
    #expect(try shop.store.connection.integer("SELECT count(*) FROM event") == 2)
  }

  /// `secure_delete` overwrites a row where it stands; where a page was split before, a copy of it
  /// may have stayed behind. Scattered numbers split many pages.
  @Test func onlyARewrittenFileHasNoTraces() throws {
    let shop = try Shop()
    var random: UInt64 = 1
    var gone: Set<String> = []
    try shop.store.write { () throws(StoreError) in
      for index in 0..<10_000 {
        random = (random * 1_103_515_245 + 12_345) % (1 << 31)
        let number = numberText(random % 1_000_000_000)
        try shop.store.connection.run(
          "INSERT OR IGNORE INTO number (text, kind) VALUES (?, 0)", number)
        if index % 5 != 0 { gone.insert(number) }
      }
      for number in gone.sorted() {
        try shop.store.connection.run("DELETE FROM number WHERE text = ?", number)
      }
    }
    #expect(try shop.store.checkpoint())
    #expect(traces(of: gone, in: shop.path) > 0)
    #expect(try shop.store.compact())
    #expect(traces(of: gone, in: shop.path) == 0)
  }

  private func numberText(_ number: UInt64) -> String {
    let digits = String(number)
    return "+380" + String(repeating: "0", count: 9 - digits.count) + digits
  }

  /// How many places of the file hold one of the numbers.
  private func traces(of numbers: Set<String>, in path: String) -> Int {
    let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    return bytes.indices.count { index in
      bytes[index] == UInt8(ascii: "+") && index + 13 <= bytes.count
        && numbers.contains(String(decoding: bytes[index..<(index + 13)], as: UTF8.self))
    }
  }

  @Test func copiesBesideTheStoreAreNamed() throws {
    let shop = try Shop()
    let path = StoreFiles(path: shop.path).database
    for name in [".v1.backup", ".replaced-2026-09-21T141320Z", ".lock", ".v1"] {
      _ = FileManager.default.createFile(atPath: path + name, contents: nil)
    }
    #expect(
      shop.store.copies() == [path + ".replaced-2026-09-21T141320Z", path + ".v1.backup"])
  }

  @Test func aSleepingReaderKeepsTracesAndThatIsSaid() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    let sleeper = try Connection(path: shop.path)
    try sleeper.run("BEGIN")
    _ = try sleeper.integer("SELECT count(*) FROM call")
    #expect(try shop.store.compact() == false)
    try sleeper.run("COMMIT")
    #expect(try shop.store.compact())
    #expect(shop.store.files.walSize == 0)
  }
}
