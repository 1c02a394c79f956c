import Domain
import Foundation
import Testing

@testable import Store

/// A store that is made at once is the one that the same edits and deliveries would have made.
struct FillingTests {
  private let shop: Shop
  private let path: String

  init() throws {
    shop = try Shop()
    path = shop.folder.appendingPathComponent("filled.db").path
  }

  @Test func aFilledStoreIsTheOneThatWouldHaveBeenDelivered() throws {
    try put(into: shop.store)
    try Store.fill(path, actor: "olena", now: Shop.noon) { try put(into: $0, isNew: true) }
    let filled = try Store.open(path, access: .writer, actor: "olena")
    for table in [
      "call", "number", "contact", "contact_number", "customer_order", "facet", "tally",
      "call_count",
    ] {
      #expect(try rows(table, in: filled) == rows(table, in: shop.store), "\(table)")
    }
    let waiting = "contact_id, number_id, last_miss, misses, longest_wait, attempts"
    let clients = try rows("call_back", of: waiting, in: filled)
    #expect(try clients == rows("call_back", of: waiting, in: shop.store))
    #expect(!clients.isEmpty)
    let indexes = "tbl_name, name, sql"
    #expect(
      try rows("sqlite_schema", of: indexes, in: filled)
        == rows("sqlite_schema", of: indexes, in: shop.store))
    let check = try filled.connection.first("PRAGMA integrity_check") { $0.text() }
    #expect(check == "ok")
    #expect(try filled.connection.first("PRAGMA journal_mode") { $0.text() } == "wal")
    let found = try filled.connection.integer(
      "SELECT count(*) FROM number_search WHERE number_search MATCH '\"112\"'")
    #expect(found == 9)
  }

  @Test func whatFailsLeavesNothing() throws {
    #expect(throws: CancellationError.self) {
      try Store.fill(path, actor: "olena", now: Shop.noon) { _ in throw CancellationError() }
    }
    #expect(!Store.exists(path))
    #expect(try names().allSatisfy { $0.hasPrefix("shop.db") })
  }

  @Test func aStoreThatIsThereIsLeftAlone() throws {
    try shop.take(shop.miss("1", from: "0501112233"))
    #expect(throws: StoreError.exists(path: shop.path)) {
      try Store.fill(shop.path, actor: "olena", now: Shop.noon) { _ in }
    }
    #expect(try shop.store.callCount() == 1)
    #expect(try names().allSatisfy { $0.hasPrefix("shop.db") })
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shop.folder.path)
  }

  private func put(into store: Store, isNew: Bool = false) throws {
    if isNew { _ = try store.createIntegration(name: "Ringostat", token: "secret", now: Shop.noon) }
    let drafts = (0..<4).map { index in
      ContactDraft(name: "Клієнт \(index)", numbers: [.init(text: "05011122\(10 + index)")])
    }
    let contacts = try store.createDemoContacts(
      drafts.map { ($0, Shop.noon) }, plan: .ukraine, now: Shop.noon)
    try store.createOrders(
      contacts.enumerated().map { index, contact in
        OrderDraft(number: "A-\(index)", contact: contact, opened: Shop.noon)
      }, now: Shop.noon)
    let items = (0..<60).map { index in
      let number = "05011122\(10 + index % 9)"
      return index % 3 == 0
        ? shop.answered("\(index)", from: number, at: Int64(index))
        : shop.miss("\(index)", from: number, at: Int64(index))
    }
    _ = try store.ingest(
      items.map {
        IngestItem(
          integration: $0.integration, occasion: $0.occasion, origin: .demo, raw: nil,
          content: $0.content, own: $0.own)
      }, now: Shop.noon.advanced(bySeconds: 60))
  }

  private func rows(
    _ table: String, of columns: String? = nil, in store: Store
  ) throws -> [String] {
    let columns = try columns ?? store.columns(of: table).joined(separator: ", ")
    let count = columns.split(separator: ",").count
    return try store.connection.rows("SELECT \(columns) FROM \(table)") { row in
      (0..<count).map { _ in row.optionalText() ?? "NULL" }.joined(separator: "|")
    }.sorted()
  }
}
