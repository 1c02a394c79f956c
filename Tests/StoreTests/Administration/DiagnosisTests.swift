import Domain
import Foundation
import Testing

@testable import Store

/// What can be told of a store from outside.
struct DiagnosisTests {
  @Test func aReaderThatSleepsInATransactionIsNamedAndABusyOneIsNot() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    #expect(Diagnosis(store: shop.path, milliseconds: 50).sleepers == [])
    let sleeper = try Connection(path: shop.path)
    try sleeper.run("BEGIN")
    _ = try sleeper.integer("SELECT count(*) FROM call")
    let diagnosis = Diagnosis(store: shop.path, milliseconds: 50)
    #expect(diagnosis.sleepers.map(\.pid) == [getpid()])
    #expect(diagnosis.users.map(\.pid) == [getpid()])
    try sleeper.run("COMMIT")
    #expect(Diagnosis(store: shop.path, milliseconds: 50).sleepers == [])
  }

  @Test func theKernelsTableOfLocksIsRead() {
    let table = """
      1: POSIX  ADVISORY  READ 100 08:01:77 128 128
      2: POSIX  ADVISORY  READ 101 08:01:77 124 124
      2: -> POSIX  ADVISORY  WRITE 102 08:01:77 124 124
      3: POSIX  ADVISORY  READ 103 08:01:78 124 124
      4: FLOCK  ADVISORY  READ 104 08:01:77 0 EOF
      5: POSIX  ADVISORY  READ 105 08:01:77 0 EOF
      6: POSIX  ADVISORY  WRITE 106 08:01:77 120 122
      what is this
      """
    #expect(ReadLocks.holders(in: table, inode: 77) == [101, 105])
    #expect(ReadLocks.holders(in: "", inode: 77) == [])
  }

  @Test func whoKeepsTheLockIsNamed() throws {
    let shop = try Shop()
    #expect(Diagnosis(store: shop.path, milliseconds: 50).lockHolder == nil)
    let lock = try FileLock(path: shop.path + ".lock", name: "petro")
    #expect(try lock.tryLock())
    #expect(Diagnosis(store: shop.path, milliseconds: 50).lockHolder == "\(getpid()) petro")
    lock.unlock()
    #expect(Diagnosis(store: shop.path, milliseconds: 50).lockHolder == nil)
  }

  @Test func filesThatOthersMayReadAreNamed() throws {
    let shop = try Shop()
    let path = StoreFiles(path: shop.path).database
    #expect(Diagnosis(store: path, milliseconds: 50).files.filter(\.isTooOpen) == [])
    #expect(chmod(path, 0o644) == 0)
    let open = Diagnosis(store: path, milliseconds: 50).files.filter(\.isTooOpen)
    #expect(open.map(\.path) == [path])
    #expect(open.first?.mode == 0o644)
  }

  @Test func faultsAreFound() throws {
    let shop = try Shop()
    _ = try shop.store.ingest(
      (0..<2000).map { shop.miss("\($0)", from: "0501112233") }, now: Shop.noon)
    #expect(try shop.store.faults(isFull: false) == [])
    #expect(try shop.store.faults(isFull: true) == [])
    let path = shop.folder.path + "/torn.db"
    try shop.store.backUp(to: path)
    var bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    let start = bytes.count / 4 * 3
    for index in start..<(start + 9000) { bytes[index] = 0x55 }
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    let torn = try Store.open(path, access: .reader, actor: "")
    #expect(try !torn.faults(isFull: false).isEmpty)
  }

  @Test func theLastDelivery() throws {
    let shop = try Shop()
    #expect(try shop.store.lastDelivery() == nil)
    try shop.take(shop.item("1", body: "x") { $0.talk = 1 })
    #expect(try shop.store.lastDelivery() == Shop.noon)
  }
}
