import CSQLite
import Testing

@testable import Store

/// What a commit writes into the -wal is all there as soon as the commit is over.
@Suite struct CommitBufferTests {
  /// As another program sees the store, whose connection knows nothing of ours.
  private func seenFromOutside(_ shop: Shop, _ sql: String) throws -> String {
    var handle: OpaquePointer?
    try #require(sqlite3_open_v2(shop.path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close_v2(handle) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    try #require(sqlite3_step(statement) == SQLITE_ROW)
    return sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
  }

  private func fill(_ store: Store, rows: Int, size: Int) throws(StoreError) {
    for _ in 0..<rows {
      try store.connection.run("INSERT INTO filler VALUES (randomblob(?))", size)
    }
  }

  private func shopWithFiller() throws -> Shop {
    let shop = try Shop()
    try shop.store.write { () throws(StoreError) in
      try shop.store.connection.run("CREATE TABLE filler (bytes)")
    }
    return shop
  }

  @Test func everyWriterHasOne() throws {
    let shop = try shopWithFiller()
    #expect(CommitBuffer(of: shop.store.connection.handle) != nil)
    let memory = try Connection(path: ":memory:")
    #expect(CommitBuffer(of: memory.handle) == nil)
    // What is written without it is written all the same.
    try fill(shop.store, rows: 3, size: 10)
    #expect(try seenFromOutside(shop, "SELECT count(*) FROM filler") == "3")
  }

  /// Smaller than the buffer, about as large, several times as large.
  @Test(arguments: [1, 14, 15, 16, 17, 200])
  func allOfACommitIsSeenByOthersAtOnce(pages: Int) throws {
    let shop = try shopWithFiller()
    for round in 1...3 {
      try shop.store.write { () throws(StoreError) in
        try fill(shop.store, rows: pages, size: 4000)
      }
      #expect(try seenFromOutside(shop, "SELECT count(*) FROM filler") == "\(pages * round)")
      #expect(try seenFromOutside(shop, "PRAGMA integrity_check") == "ok")
    }
  }

  /// Pages that do not fit the cache are written before the commit, and read again from there.
  @Test func whatIsWrittenBeforeTheCommitIsReadBackAndTakenBack() throws {
    let shop = try shopWithFiller()
    try shop.store.connection.run("PRAGMA cache_size = 10")
    for isKept in [true, false, true] {
      _ = try? shop.store.write { () throws(StoreError) in
        try fill(shop.store, rows: 300, size: 3000)
        let total = try shop.store.connection.integer("SELECT sum(length(bytes)) FROM filler")
        guard isKept, total % 3000 == 0 else { throw .missing }
      }
    }
    #expect(try seenFromOutside(shop, "SELECT count(*) FROM filler") == "600")
    #expect(try seenFromOutside(shop, "PRAGMA integrity_check") == "ok")
  }

  /// A commit that fails leaves nothing behind that a later one would write.
  @Test func whatACommitThatFailsHasCollectedIsForgotten() throws {
    let shop = try shopWithFiller()
    try shop.store.connection.run(
      "CREATE TABLE child (id REFERENCES call DEFERRABLE INITIALLY DEFERRED)")
    #expect(throws: StoreError.self) {
      try shop.store.write { () throws(StoreError) in
        try fill(shop.store, rows: 100, size: 4000)
        try shop.store.connection.run("INSERT INTO child VALUES (1)")
      }
    }
    try shop.store.write { () throws(StoreError) in
      try fill(shop.store, rows: 20, size: 4000)
    }
    #expect(try seenFromOutside(shop, "SELECT count(*) FROM filler") == "20")
    #expect(try seenFromOutside(shop, "PRAGMA integrity_check") == "ok")
  }
}
