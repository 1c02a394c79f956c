import CSQLite
import Foundation
import Synchronization
import Testing

@testable import Store

/// The -wal is put back although there is always somebody who reads.
@Suite struct WALSizeTests {
  private static let mebibyte: Int64 = 1 << 20

  @Test func readersThatFollowOneAnotherDoNotLetItGrow() throws {
    let shop = try Shop()
    let relay = Relay(path: shop.path)
    defer { relay.stop() }
    let largest = try write(800, to: shop)
    #expect(relay.turns > 0)
    #expect(largest < 16 * WALSizeTests.mebibyte)
  }

  /// New blocks for each of them cost a third of a commit.
  @Test func theBlocksAreKeptForTheNextCommits() throws {
    let shop = try Shop()
    var lengths: [Int64] = []
    let largest = try write(400, to: shop) { lengths.append($0) }
    #expect(largest > WALRule.checkpointSize)
    #expect(largest < 5 * WALSizeTests.mebibyte)
    #expect(lengths == lengths.sorted())
    // It was begun anew, more than once.
    #expect(shop.store.connection.walPages * WALRule.frameSize < largest)
    #expect(StoreFiles.size(of: shop.store.files.database) > 0)
    Store.tidy(shop.path, actor: "tidy")
    #expect(shop.store.files.walSize == 0)
    #expect(try shop.store.callCount() == 1200)
  }

  @Test func whatAReaderLeftBehindIsTidied() throws {
    let shop = try Shop()
    let reader = try Reader(path: shop.path)
    reader.begin()
    // As large as it gets where readers are in the way, or the other test would say nothing.
    #expect(try write(800, to: shop) > 16 * WALSizeTests.mebibyte)
    Store.tidy(shop.path, actor: "tidy")
    #expect(shop.store.files.walSize > 16 * WALSizeTests.mebibyte)
    reader.end()
    Store.tidy(shop.path, actor: "tidy")
    #expect(shop.store.files.walSize == 0)
    #expect(try shop.store.callCount() == 2400)
  }

  /// Whoever waits for a commit is answered first: the -wal is put back when the caller says so.
  @Test func aHastyTransactionLeavesItToTheCaller() throws {
    let shop = try Shop()
    var number = 0
    while shop.store.files.walSize <= 5 * WALSizeTests.mebibyte {
      try #require(number < 2000)
      let item = shop.miss("call-\(number)", from: "38050\(1_000_000 + number)", at: Int64(number))
      #expect(try shop.store.tryIngest([item], now: Shop.noon)?.count == 1)
      number += 1
    }
    let lock = try FileLock(path: shop.path + ".lock", name: "petro")
    #expect(try lock.tryLock())
    shop.store.putBackDueWAL()
    lock.unlock()
    // Somebody else had the lock: nothing was done, and the next commit stands behind the others.
    _ = try shop.store.tryIngest([shop.miss("late", from: "0501112233")], now: Shop.noon)
    #expect(shop.store.connection.walPages * WALRule.frameSize > 5 * WALSizeTests.mebibyte)
    shop.store.putBackDueWAL()
    _ = try shop.store.tryIngest([shop.miss("later", from: "0501112233")], now: Shop.noon)
    #expect(shop.store.connection.walPages * WALRule.frameSize < WALSizeTests.mebibyte)
    #expect(try shop.store.callCount() == number + 2)
  }

  /// Small transactions, which make the -wal grow fastest.
  /// - Returns: the largest -wal that was seen.
  private func write(
    _ transactions: Int, to shop: Shop, seen: (Int64) -> Void = { _ in }
  ) throws -> Int64 {
    var largest: Int64 = 0
    for number in 0..<transactions {
      _ = try shop.store.ingest(
        (0..<3).map {
          let call = number * 3 + $0
          return shop.miss("call-\(call)", from: "38050\(1_000_000 + call)", at: Int64(call))
        }, now: Shop.noon)
      largest = max(largest, shop.store.files.walSize)
      seen(shop.store.files.walSize)
    }
    return largest
  }
}

/// A connection that is not ours.
private final class Reader {
  private var handle: OpaquePointer?

  init(path: String) throws {
    try #require(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func begin() {
    sqlite3_exec(handle, "BEGIN; SELECT count(*) FROM integration", nil, nil, nil)
  }

  func end() {
    sqlite3_exec(handle, "COMMIT", nil, nil, nil)
  }
}

/// Two readers of whom one always reads, each for 10 ms.
private final class Relay: Sendable {
  private let state = Mutex((turns: 0, isOver: false))
  private let ended = DispatchSemaphore(value: 0)

  init(path: String) {
    Thread { [self] in
      if let first = try? Reader(path: path), let second = try? Reader(path: path) {
        var readers = (present: first, next: second)
        readers.present.begin()
        while !state.withLock({ $0.isOver }) {
          usleep(10_000)
          readers.next.begin()
          readers.present.end()
          readers = (readers.next, readers.present)
          state.withLock { $0.turns += 1 }
        }
        readers.present.end()
      }
      ended.signal()
    }.start()
  }

  var turns: Int { state.withLock { $0.turns } }

  func stop() {
    state.withLock { $0.isOver = true }
    ended.wait()
  }
}
