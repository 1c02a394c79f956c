import Domain
import Foundation
import Testing

@testable import Store

/// What nobody can take in waits for a person, and is forgotten and purged with the rest.
struct SpoolAsideTests {
  let shop: Shop
  let path: String

  init() throws {
    shop = try Shop()
    path = shop.path + ".spool.aside"
  }

  private func delivery(_ body: String, at seconds: Int64 = 0) -> ReceivedDelivery {
    ReceivedDelivery(
      integration: Integration.ID(99), occasion: .after, origin: .delivered,
      received: Shop.noon.advanced(bySeconds: seconds),
      raw: RawDelivery(method: "POST", query: "", mediaType: nil, body: Array(body.utf8)))
  }

  private func putAside(_ deliveries: ReceivedDelivery..., torn: Bool = false) throws {
    let spool = Spool(store: shop.path)
    try spool.append(deliveries)
    if torn { try spool.setAside([Array("torn 380501112233".utf8)]) }
    let taking = try shop.store.takeSpool(isPatient: false, now: Shop.noon) { _ in nil }
    #expect(taking?.setAside == deliveries.count)
    #expect(spool.hasAside)
  }

  /// What the file says, line by line: bodies, and nil for what cannot be read.
  private func aside() throws -> [String?] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { line in
      ReceivedDelivery(spoolLine: ArraySlice(line)).map {
        String(decoding: $0.raw.body, as: UTF8.self)
      }
    }
  }

  @Test func aNumberIsForgottenThereTooWithWhatNobodyCanRead() throws {
    let number = try #require(Shop.number("0501112233"))
    try putAside(delivery("0671112233"), delivery("caller=050%20111-22-33"), torn: true)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(try aside() == [nil, "0671112233", "caller=050%20111-22-33"])
    #expect(try shop.store.forget(number, plan: .ukraine, now: Shop.noon).aside == 2)
    #expect(try aside() == ["0671112233"])
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    // What is put aside later stands behind it.
    try putAside(delivery("later"))
    #expect(try aside() == ["0671112233", "later"])
  }

  @Test func whatAKilledWriterLeftIsNoCopyThatStays() throws {
    let number = try #require(Shop.number("0501112233"))
    let left = Data("380501112233".utf8)
    #expect(FileManager.default.createFile(atPath: path + ".new", contents: left))
    #expect(try shop.store.forget(number, plan: .ukraine, now: Shop.noon).aside == 0)
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }

  @Test func aPurgeGoesByTheTimeOfReceipt() throws {
    try putAside(delivery("old", at: -100), delivery("new"), torn: true)
    try shop.store.purge(before: Shop.noon.advanced(bySeconds: -50), now: Shop.noon)
    #expect(try aside() == [nil, "new"])
  }

  @Test func itIsKeptNoLongerThanTheJournal() throws {
    try putAside(delivery("old", at: -366 * 86_400), delivery("new", at: -364 * 86_400))
    try shop.store.expire(now: Shop.noon)
    #expect(try aside() == ["new"])
  }
}
