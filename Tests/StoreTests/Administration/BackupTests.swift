import Domain
import Foundation
import Testing

@testable import Store

/// A copy of the store, and the way back.
struct BackupTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.posixPermissions] as? Int ?? 0
  }

  private func files(_ shop: Shop) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shop.folder.path).sorted()
  }

  @Test func aBackupIsOneWholeFileOfItsOwnersAndIsNeverOverwritten() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    let path = shop.folder.path + "/copy.db"
    let reader = try Store.open(shop.path, access: .reader, actor: "")
    try reader.backUp(to: path)
    #expect(try mode(path) == 0o600)
    #expect(try files(shop).filter { $0.contains("copy") } == ["copy.db"])
    let bytes = FileManager.default.contents(atPath: path)
    #expect(throws: StoreError.exists(path: StoreFiles(path: path).database)) {
      try reader.backUp(to: path)
    }
    #expect(FileManager.default.contents(atPath: path) == bytes)
    let copy = try Store.open(path, access: .reader, actor: "")
    #expect(try copy.callCount() == 1)
    #expect(try copy.integrity() == "ok")
  }

  @Test func aBackupWhereNobodyMayWriteIsSaidSoAndLeavesNothing() throws {
    let shop = try Shop()
    let before = try files(shop)
    #expect(throws: StoreError.readOnly) {
      try shop.store.backUp(to: shop.folder.path + "/nowhere/copy.db")
    }
    #expect(try files(shop) == before)
  }

  /// Deliveries are committed as fast as they can be while a backup is made again and again: each is
  /// whole, and holds every call of one instant.
  @Test func aBackupIsMadeWhileDeliveriesComeIn() throws {
    let shop = try Shop()
    let path = shop.path
    let items = (0..<1100).map { shop.miss("\($0)", from: "0501112233") }
    _ = try shop.store.ingest(Array(items[..<1000]), now: Shop.noon)
    let failures = LockedList()
    let threads = DispatchGroup()
    DispatchQueue(label: "deliveries").async(group: threads) {
      do {
        let store = try Store.open(path, access: .writer, actor: "")
        for item in items[1000...] { _ = try store.ingest([item], now: Shop.noon) }
      } catch {
        failures.append("\(error)")
      }
    }
    let reader = try Store.open(path, access: .reader, actor: "")
    for round in 0..<3 {
      let least = try reader.callCount()
      try reader.backUp(to: shop.folder.path + "/copy\(round).db")
      let most = try reader.callCount()
      let copy = try Store.open(
        shop.folder.path + "/copy\(round).db", access: .reader, actor: "")
      let count = try copy.callCount()
      #expect((least...most).contains(count))
      #expect(Int(try copy.connection.integer("SELECT count(*) FROM call")) == count)
      #expect(try copy.integrity() == "ok")
    }
    threads.wait()
    #expect(failures.all == [])
    #expect(try reader.callCount() == 1100)
  }

  @Test func aRestoreKeepsTheReplacedStoreAndWorksOn() throws {
    let shop = try Shop()
    let backup = shop.folder.path + "/copy.db"
    try inScope {
      let store = try Store.open(shop.path, access: .writer, actor: "")
      try store.backUp(to: backup)
    }
    let path = shop.folder.path + "/other.db"
    try inScope {
      let store = try Store.open(path, access: .writer, actor: "")
      _ = try store.createIntegration(name: "kept", token: "k", now: Shop.noon)
    }
    let kept = try Store.restore(
      path, from: backup, actor: "petro", plan: .ukraine, now: Shop.noon
    ).kept
    let expected = StoreFiles(path: path).database + ".replaced-2026-09-21T141320Z"
    #expect(kept == expected)
    #expect(try mode(path) == 0o600)
    let restored = try Store.open(path, access: .writer, actor: "")
    #expect(try restored.integrations().map(\.name) == ["Ringostat"])
    #expect(try restored.connection.first("PRAGMA journal_mode") { $0.text() } == "wal")
    _ = try restored.createIntegration(name: "later", token: "l", now: Shop.noon)
    let old = try Store.open(expected, access: .reader, actor: "")
    #expect(try old.integrations().map(\.name) == ["kept"])
  }

  @Test func aRestoreMakesAStoreWhereThereWasNone() throws {
    let shop = try Shop()
    let backup = shop.folder.path + "/copy.db"
    try shop.store.backUp(to: backup)
    let path = shop.folder.path + "/new/shop.db"
    #expect(
      try Store.restore(path, from: backup, actor: "", plan: .ukraine, now: Shop.noon).kept == nil)
    #expect(try Store.open(path, access: .reader, actor: "").integrations().count == 1)
    #expect(try mode(shop.folder.path + "/new") == 0o700)
  }

  @Test(arguments: [Store.Access.reader, .writer])
  func nobodyRestoresAnOpenStore(access: Store.Access) throws {
    let shop = try Shop()
    let backup = shop.folder.path + "/copy.db"
    try shop.store.backUp(to: backup)
    let path = shop.folder.path + "/other.db"
    try inScope { _ = try Store.open(path, access: .writer, actor: "") }
    let before = FileManager.default.contents(atPath: path)
    try inScope {
      let store = try Store.open(path, access: access, actor: "")
      #expect {
        try Store.restore(path, from: backup, actor: "", plan: .ukraine, now: Shop.noon)
      } throws: {
        if case StoreError.inUse = $0 { true } else { false }
      }
      #expect(try store.integrations().isEmpty)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    let lease = try ListenerLease(store: path, user: "olena")
    #expect(lease.tryAcquire())
    _ = try Store.restore(path, from: backup, actor: "", plan: .ukraine, now: Shop.noon)
  }

  @Test func whatIsNoWholeStoreOfOursIsNotRestored() throws {
    let shop = try Shop()
    _ = try shop.store.ingest(
      (0..<500).map { shop.miss("\($0)", from: "0501112233") }, now: Shop.noon)
    let folder = StoreFiles(path: shop.path).folder
    try shop.store.backUp(to: folder + "/copy.db")
    var bytes = [UInt8](FileManager.default.contents(atPath: folder + "/copy.db") ?? Data())
    for index in 8192..<20_000 { bytes[index] = 0x55 }
    write(bytes, to: folder + "/torn.db")
    write(Array(bytes[..<9000]), to: folder + "/short.db")
    write([UInt8](repeating: 0x55, count: 4096), to: folder + "/text.db")
    write([], to: folder + "/notes.db")
    let notes = try Connection(path: folder + "/notes.db")
    try notes.execute(script: "CREATE TABLE note (text)")
    try shop.store.backUp(to: folder + "/newer.db")
    try Connection(path: folder + "/newer.db").execute(script: "PRAGMA user_version = 9")
    let expected: [(String, StoreError)] = [
      ("torn.db", .damagedBackup(path: folder + "/torn.db")),
      ("short.db", .damagedBackup(path: folder + "/short.db")),
      ("text.db", .foreignFile(path: folder + "/text.db")),
      ("notes.db", .foreignFile(path: folder + "/notes.db")),
      ("newer.db", .newerSchema(found: 9, known: Schema.migrations.count)),
      ("missing.db", .notFound(path: folder + "/missing.db")),
    ]
    let before = try files(shop)
    for (name, error) in expected {
      #expect(throws: error, "\(name)") {
        try Store.restore(
          folder + "/target.db", from: folder + "/" + name, actor: "", plan: .ukraine,
          now: Shop.noon)
      }
    }
    let after = try files(shop).filter { !before.contains($0) && !$0.hasSuffix(".open") }
    #expect(after == [])
  }

  @Test func aBackupPutInPlaceByHandBecomesAStoreAgain() throws {
    let shop = try Shop()
    let path = shop.folder.path + "/hand.db"
    try shop.store.backUp(to: path)
    let store = try Store.open(path, access: .writer, actor: "")
    #expect(try store.connection.first("PRAGMA journal_mode") { $0.text() } == "wal")
  }

  private func write(_ bytes: [UInt8], to path: String) {
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
  }

  /// Ends the life of what `body` has opened.
  private func inScope(_ body: () throws -> Void) rethrows { try body() }
}
