import CSQLite
import Domain
import Foundation
import Testing

@testable import Store

/// What is opened, what is refused, what is made. Umasks belong to the process: one at a time.
@Suite(.serialized) struct OpeningTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "carbook-\(UUID().uuidString)"
  ).path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func open(_ path: String, _ access: Store.Access = .writer) throws -> Store {
    try Store.open(path, access: access, actor: "olena")
  }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
  }

  /// A database that is not ours.
  func sqlite(_ path: String, _ script: String) {
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    #expect(sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
  }

  @Test func aReaderNeverMakesAStore() throws {
    let path = folder + "/deep/shop.db"
    #expect(throws: StoreError.notFound(path: path)) { try open(path, .reader) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    _ = FileManager.default.createFile(atPath: folder + "/empty.db", contents: nil)
    let empty = StoreFiles(path: folder + "/empty.db").database
    #expect(throws: StoreError.notFound(path: empty)) { try open(empty, .reader) }
  }

  @Test func aReaderSeesWhatAWriterMakesAndChangesNothing() throws {
    let path = folder + "/shop.db"
    let writer = try open(path)
    let reader = try open(path, .reader)
    _ = try writer.createIntegration(name: "a", token: "b", now: Shop.noon)
    #expect(try reader.integrations().map(\.name) == ["a"])
    #expect(throws: StoreError.readOnly) {
      try reader.createIntegration(name: "c", token: "d", now: Shop.noon)
    }
    #expect(throws: StoreError.readOnly) { try reader.ingest([], now: Shop.noon) }
    #expect(try reader.checkpoint() == false)
  }

  @Test func otherPeoplesFilesAreLeftAsTheyAre() throws {
    let notes = StoreFiles(path: folder + "/notes.db").database
    sqlite(notes, "CREATE TABLE note (text); PRAGMA user_version = 1")
    let text = StoreFiles(path: folder + "/text.db").database
    try String(repeating: "not a database ", count: 100).write(
      toFile: text, atomically: false, encoding: .utf8)
    for path in [notes, text] {
      let before = FileManager.default.contents(atPath: path)
      for access in [Store.Access.reader, .writer] {
        #expect(throws: StoreError.foreignFile(path: path)) { try open(path, access) }
      }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func aNewerStoreIsLeftAsItIs() throws {
    let path = folder + "/shop.db"
    let store = try open(path)
    sqlite(path, "PRAGMA user_version = 7")
    let newer = StoreError.newerSchema(found: 7, known: Schema.migrations.count)
    #expect(throws: newer) { try open(path) }
    #expect(throws: newer) { try open(path, .reader) }
    // Migrated under one that is open: it stops writing, and goes on reading.
    #expect(throws: newer) {
      try store.createIntegration(name: "a", token: "b", now: Shop.noon)
    }
    #expect(throws: newer) {
      try store.tryIngest([], now: Shop.noon)
    }
    #expect(try store.integrations().isEmpty)
  }

  @Test func anOlderStoreIsBackedUpAndMigratedOnce() throws {
    let path = folder + "/shop.db"
    _ = try open(path).createIntegration(name: "kept", token: "b", now: Shop.noon)
    let next = Schema.migrations + [{ "CREATE TABLE draft (id INTEGER PRIMARY KEY)" }]
    let present = Schema.migrations.count
    #expect(throws: StoreError.olderSchema(found: present, known: next.count)) {
      try Store(path, access: .reader, actor: "", rule: .current, migrations: next)
    }
    for _ in 0..<2 {
      let store = try Store(path, access: .writer, actor: "", rule: .current, migrations: next)
      #expect(try store.integrations().map(\.name) == ["kept"])
      #expect(try store.connection.integer("SELECT count(*) FROM draft") == 0)
      #expect(try store.integrity() == "ok")
    }
    let backup = try open(path + ".v\(present).backup", .reader)
    #expect(try backup.integrations().map(\.name) == ["kept"])
    #expect(try mode(path + ".v\(present).backup") == 0o600)
  }

  @Test func aMigrationThatFailsLeavesTheOldStore() throws {
    let path = folder + "/shop.db"
    _ = try open(path).createIntegration(name: "kept", token: "b", now: Shop.noon)
    let broken = Schema.migrations + [{ "CREATE TABLE draft (id); CREATE TABLE draft (id)" }]
    #expect(throws: StoreError.self) {
      try Store(path, access: .writer, actor: "", rule: .current, migrations: broken)
    }
    let store = try open(path)
    #expect(try store.integrations().map(\.name) == ["kept"])
    #expect(
      try store.connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'draft'") == 0)
  }

  @Test(arguments: [0o000, 0o022, 0o077])
  func filesAreTheOwnersUnderAnyUmask(mask: Int) throws {
    let before = umask(mode_t(mask))
    defer { umask(before) }
    let path = folder + "/a/b/shop.db"
    let store = try open(path)
    _ = try store.createIntegration(name: "a", token: "b", now: Shop.noon)
    let lease = try ListenerLease(store: path, user: "olena")
    #expect(lease.tryAcquire())
    for name in ["", "-wal", "-shm", ".lock", ".tick", ".listener", ".spool", ".open"] {
      #expect(try mode(path + name) == 0o600, "\(name)")
    }
    #expect(try mode(folder + "/a") == 0o700 && mode(folder + "/a/b") == 0o700)
  }

  @Test(arguments: [0o000, 0o022, 0o077])
  func aGroupSharesAStoreInASetgidFolder(mask: Int) throws {
    let before = umask(mode_t(mask))
    defer { umask(before) }
    #expect(chmod(folder, 0o2770) == 0)
    let path = folder + "/shop.db"
    let store = try open(path)
    _ = try store.createIntegration(name: "a", token: "b", now: Shop.noon)
    for name in ["", "-wal", "-shm", ".lock", ".tick", ".spool", ".open"] {
      #expect(try mode(path + name) == 0o660, "\(name)")
    }
    _ = try open(folder + "/deep/shop.db")
    let below = try FileManager.default.attributesOfItem(atPath: folder + "/deep")
    #expect(below[.posixPermissions] as? Int == 0o2770)
  }

  @Test func oneStoreHasOneLockWhateverItIsCalled() throws {
    let path = folder + "/shop.db"
    _ = try open(path)
    #expect(symlink(path, folder + "/link.db") == 0)
    #expect(symlink(folder, folder + "/loop") == 0)
    let names = [path, folder + "/link.db", folder + "/loop/shop.db", folder + "/./shop.db"]
    #expect(Set(names.map { StoreFiles(path: $0).lock }).count == 1)
    #expect(StoreFiles(path: "new.db").lock.hasSuffix("/new.db.lock"))
  }

  @Test func networkFileSystems() {
    let types: [(Int64, Bool)] = [
      (0x6969, true), (0xFF53_4D42, true), (-0xAC_B2BE, true), (0x0102_1997, true),
      (0xEF53, false), (0x9123_683E, false), (0x0102_1994, false),
    ]
    for (type, isNetwork) in types {
      #expect(NetworkFileSystem.isNetwork(type: type) == isNetwork, "\(type)")
    }
    #expect(!NetworkFileSystem.holds("/nowhere/at/all/shop.db"))
    #expect(!NetworkFileSystem.holds(""))
  }

  @Test func theRuleGoesByTheLibrarysVersion() {
    #expect(WALRule.forLibrary(version: 3_040_001) == .serialised)
    #expect(WALRule.forLibrary(version: 3_051_002) == .serialised)
    #expect(WALRule.forLibrary(version: 3_051_003) == .library)
    #expect(WALRule.forLibrary(version: 3_052_000) == .library)
  }

  @Test func whatTheConnectionIsTold() throws {
    let store = try open(folder + "/shop.db")
    let expected: [(String, Int64)] = [
      ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("secure_delete", 1),
      ("cell_size_check", 1), ("wal_autocheckpoint", 0), ("user_version", 2),
      ("application_id", Schema.applicationID),
    ]
    for (name, value) in expected {
      #expect(try store.connection.integer("PRAGMA \(name)") == value, "\(name)")
    }
    #expect(try store.connection.first("PRAGMA journal_mode") { $0.text() } == "wal")
    let reader = try Store.open(folder + "/shop.db", access: .reader, actor: "test")
    #expect(try reader.connection.integer("PRAGMA cache_size") == -2800)
    #expect(try reader.connection.integer("PRAGMA query_only") == 1)
  }

  @Test func aFolderThatCannotBeMadeIsSaidSo() throws {
    _ = FileManager.default.createFile(atPath: folder + "/file", contents: nil)
    #expect(throws: StoreError.readOnly) { try open(folder + "/file/shop.db") }
  }
}
