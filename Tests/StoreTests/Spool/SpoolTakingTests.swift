import Domain
import Foundation
import Testing

@testable import Store

/// Deliveries go from the spool into the store once, wherever a process ends.
struct SpoolTakingTests {
  let shop: Shop
  let spool: Spool

  init() throws {
    shop = try Shop()
    spool = Spool(store: shop.path)
  }

  /// The bodies are the calls' ids.
  func fill(_ ids: [String], size: Int = 0) throws {
    try spool.append(
      ids.enumerated().map { index, id in
        ReceivedDelivery(
          integration: shop.integration, occasion: .after, origin: .delivered,
          received: Shop.noon.advanced(bySeconds: Int64(index)),
          raw: RawDelivery(
            method: "POST", query: "", mediaType: nil,
            body: Array((id + String(repeating: " ", count: size)).utf8)))
      })
  }

  func item(_ delivery: ReceivedDelivery) -> IngestItem? {
    let text = String(decoding: delivery.raw.body, as: UTF8.self)
    let id = text.trimmingCharacters(in: .whitespaces)
    if id == "stranger" { return nil }
    var event = CallEvent(providerID: id, occasion: .after, received: delivery.received)
    event.fields.caller = Shop.number("0501112233")
    event.fields.type = .incoming
    return IngestItem(
      delivery: delivery.id,
      integration: id == "poison" ? Integration.ID(999) : delivery.integration,
      occasion: delivery.occasion, origin: delivery.origin, raw: delivery.raw,
      content: .event(event), own: shop.own)
  }

  func take(_ store: Store? = nil, isPatient: Bool = false) throws -> SpoolTaking? {
    try (store ?? shop.store).takeSpool(isPatient: isPatient, now: Shop.noon, decode: item)
  }

  func another(_ migrations: [Schema.Migration] = Schema.migrations) throws -> Store {
    try Store(shop.path, access: .writer, actor: "", rule: .current, migrations: migrations)
  }

  func contents() throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: shop.path + ".spool"))
  }

  /// The calls' ids in the order of the journal.
  func journal() throws -> [String] {
    try shop.store.connection.rows("SELECT body FROM event ORDER BY id") {
      String(decoding: $0.optionalBlob() ?? [], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test func whatIsSpooledIsTakenInInItsOrder() throws {
    #expect(try take() == SpoolTaking(taken: 0, setAside: 0, remains: false))
    try fill(["1", "2", "1", "3"])
    #expect(try take() == SpoolTaking(taken: 4, setAside: 0, remains: false))
    #expect(try journal() == ["1", "2", "1", "3"])
    #expect(try shop.store.callCount() == 3)
    #expect(try shop.store.promptQueue(limit: 9).total == 1)
    #expect(spool.isEmpty)
    let entry = try shop.store.rawEvents(of: shop.log().rows[0].id)[0]
    #expect(entry.received == Shop.noon.advanced(bySeconds: 3))
  }

  @Test func aCrashBetweenCommitAndEmptyingTakesNothingInTwice() throws {
    try fill(["1", "2", "3"])
    let before = try contents()
    #expect(try take()?.taken == 3)
    for taker in [shop.store, try another()] {
      try before.write(to: URL(fileURLWithPath: shop.path + ".spool"))
      try fill(["4"])
      #expect(try take(taker)?.remains == false)
      #expect(spool.isEmpty)
    }
    #expect(try journal() == ["1", "2", "3", "4", "4"])
    #expect(try shop.store.callCount() == 4)
  }

  @Test func aTransactionThatFailsLeavesTheSpoolAsItIs() throws {
    try fill((0..<20).map { "\($0)" }, size: 4000)
    let before = try contents()
    let pages = try shop.store.connection.integer("PRAGMA page_count")
    // The disk is full at another place of the transaction each time.
    for room in stride(from: Int64(1), to: 20, by: 3) {
      _ = try shop.store.connection.integer("PRAGMA max_page_count = \(pages + room)")
      #expect(throws: StoreError.full) { try take() }
      #expect(try contents() == before)
      #expect(try journal().isEmpty)
    }
    _ = try shop.store.connection.integer("PRAGMA max_page_count = 100000")
    #expect(try take() == SpoolTaking(taken: 20, setAside: 0, remains: false))
    #expect(try journal() == (0..<20).map { "\($0)" })
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func aCommitThatWasMadeThoughItSeemedToFailIsNotRepeated() throws {
    try fill(["1", "2"])
    let first = try #require(try spool.read(after: nil).deliveries.first)
    let direct = try #require(item(first))
    _ = try shop.store.ingest([direct], now: Shop.noon)
    #expect(try take() == SpoolTaking(taken: 1, setAside: 0, remains: false))
    #expect(try journal() == ["1", "2"])
  }

  @Test func whileTheLockIsTakenEverythingStays() throws {
    try fill(["1"])
    let lock = try FileLock(path: shop.path + ".lock", name: "petro")
    #expect(try lock.tryLock())
    #expect(try take() == nil)
    #expect(spool.count == 1)
    #expect(shop.store.lockHolder == "\(getpid()) petro")
    lock.unlock()
    #expect(try take(isPatient: true)?.taken == 1)
  }

  @Test func aStoreThatANewerProgramHasMigratedTakesNothing() throws {
    try fill(["1"])
    let newer = try another(Schema.migrations + [{ "CREATE TABLE draft (id)" }])
    #expect(throws: StoreError.newerSchema(found: 3, known: 2)) { try take() }
    #expect(try take(newer)?.taken == 1)
    #expect(try journal() == ["1"])
  }

  @Test func aStoreThatIsDeletedOrReplacedIsNotWrittenInto() throws {
    try fill(["1"])
    let gone = StoreError.notFound(path: shop.path)
    let elsewhere = shop.path + ".elsewhere"
    #expect(try shop.store.checkpoint())
    #expect(rename(shop.path, elsewhere) == 0)
    #expect(throws: gone) { try take() }
    #expect(throws: gone) { try shop.take(shop.miss("2", from: "0501112233")) }
    // As from a backup: the same words in another file.
    try FileManager.default.copyItem(atPath: elsewhere, toPath: shop.path)
    #expect(throws: gone) { try take() }
    #expect(spool.count == 1)
    let restored = try another()
    #expect(try take(restored)?.taken == 1)
    #expect(try restored.callCount() == 1)
  }

  @Test func whatNobodyCanTakeInIsPutAsideAndKeepsNobodyWaiting() throws {
    try fill(["1", "poison", "2", "stranger", "3"])
    let spoolFile = try FileHandle(forWritingTo: URL(fileURLWithPath: shop.path + ".spool"))
    try spoolFile.seekToEnd()
    try spoolFile.write(contentsOf: Data("\ntorn".utf8))
    try spoolFile.close()
    #expect(try take() == SpoolTaking(taken: 3, setAside: 3, remains: false))
    #expect(try journal() == ["1", "2", "3"])
    #expect(try shop.store.callCount() == 3)
    #expect(try shop.store.countsAreRight())
    #expect(try shop.store.integrity() == "ok")
    // Put back by hand, it is tried again.
    #expect(rename(shop.path + ".spool.aside", shop.path + ".spool") == 0)
    let again = try shop.store.takeSpool(isPatient: false, now: Shop.noon) {
      shop.item($0.id.uuidString) { $0.talk = 1 }
    }
    #expect(again == SpoolTaking(taken: 2, setAside: 1, remains: false))
    #expect(try shop.store.callCount() == 5)
  }

  @Test func twoTakersShareALongSpool() throws {
    let ids = (0..<12).map { "\($0)" }
    try fill(ids, size: 150_000)
    let takers = [shop.store, try another()]
    // One begins, the other does it all, and more comes before the first goes on.
    #expect(try take(takers[0])?.remains == true)
    while try take(takers[1])?.remains == true {}
    #expect(spool.isEmpty)
    try fill(["late", "later"], size: 400_000)
    #expect(try take(takers[0])?.taken == 1)
    while try take(takers[0])?.remains == true {}
    #expect(try journal() == ids + ["late", "later"])
    #expect(spool.isEmpty)
  }
}
