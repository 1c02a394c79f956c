import Domain
import Foundation
import Testing

@testable import Store

/// Several connections, threads and processes on one store.
struct SharingTests {
  @Test func aWatchTellsOfAnotherConnectionsCommitWithinFiftyMilliseconds() throws {
    let shop = try Shop()
    let reader = try Store.open(shop.path, access: .reader, actor: "")
    let watch = try ChangeWatch(store: shop.path)
    _ = watch.drain()
    let before = try reader.dataVersion
    for round in 0..<20 {
      let version = try reader.dataVersion
      let began = FileLock.clock()
      try shop.take(shop.miss("\(round)", from: "0501112233", at: Int64(round)))
      let committed = FileLock.clock()
      #expect(try wait(watch, milliseconds: 50) { try reader.dataVersion != version })
      #expect(try reader.callCount() == round + 1)
      #expect(FileLock.clock() - committed <= 50, "commit took \(committed - began) ms")
    }
    #expect(try reader.dataVersion != before)
    // A reader's own reading changes nothing.
    let version = try reader.dataVersion
    _ = try reader.calls(LogRequest(anchor: .first, limit: 9))
    #expect(try reader.dataVersion == version)
  }

  @Test func whatIsReadAtOnceIsOfOneState() throws {
    let shop = try Shop()
    let reader = try Store.open(shop.path, access: .reader, actor: "")
    try shop.take(shop.miss("1", from: "0501112233"))
    try reader.reading { () throws(StoreError) in
      #expect(try reader.callCount() == 1)
      _ = try? shop.take(shop.miss("2", from: "0501112233", at: 1))
      #expect(try shop.store.callCount() == 2)
      #expect(try reader.callCount() == 1)
      #expect(try reader.calls(LogRequest(anchor: .first, limit: 9)).rows.count == 1)
    }
    #expect(try reader.callCount() == 2)
    // What fails in between leaves nothing open.
    #expect(throws: StoreError.missing) {
      try reader.reading { () throws(StoreError) in
        _ = try reader.callCount()
        throw .missing
      }
    }
    try shop.take(shop.miss("3", from: "0501112233", at: 2))
    #expect(try reader.callCount() == 3)
    #expect(try shop.store.checkpoint())
  }

  @Test func aForeignWritersCommitIsSeenThoughItTouchesNoTick() throws {
    let shop = try Shop()
    let reader = try Store.open(shop.path, access: .reader, actor: "")
    let foreign = try Connection(path: shop.path)
    let watch = try ChangeWatch(store: shop.path)
    _ = watch.drain()
    #expect(watch.nextRetryMilliseconds == nil)
    let version = try reader.dataVersion
    try foreign.run("UPDATE tally SET value = 7 WHERE name = 'call'")
    #expect(try wait(watch, milliseconds: 200) { try reader.dataVersion != version })
    #expect(try reader.callCount() == 7)
  }

  /// Polls as the console does until the watch reports and `isDone` says so.
  private func wait(
    _ watch: ChangeWatch, milliseconds: Int64, until isDone: () throws -> Bool
  ) throws -> Bool {
    let deadline = FileLock.clock() + milliseconds
    while FileLock.clock() <= deadline {
      var descriptor = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
      let rest = max(0, deadline - FileLock.clock())
      poll(&descriptor, 1, Int32(min(rest, Int64(watch.nextRetryMilliseconds ?? Int(rest)))))
      if watch.drain(), try isDone() { return true }
    }
    return false
  }

  @Test func whileTheLockIsTakenNothingIsWrittenAndThenItIs() throws {
    let shop = try Shop()
    let lock = try FileLock(path: shop.path + ".lock", name: "petro")
    #expect(try lock.tryLock())
    #expect(try shop.store.tryIngest([shop.miss("1", from: "0501112233")], now: Shop.noon) == nil)
    #expect(try shop.store.checkpoint() == false)
    #expect(try shop.store.callCount() == 0)
    #expect(lock.holder == "\(getpid()) petro")
    lock.unlock()
    #expect(
      try shop.store.tryIngest([shop.miss("1", from: "0501112233")], now: Shop.noon)?.count == 1)
  }

  @Test func aForeignWritersTransactionIsALockToo() throws {
    let shop = try Shop()
    let foreign = try Connection(path: shop.path)
    try foreign.run("BEGIN IMMEDIATE")
    let began = FileLock.clock()
    #expect(try shop.store.tryIngest([shop.miss("1", from: "0501112233")], now: Shop.noon) == nil)
    #expect(FileLock.clock() - began < 500)
    try foreign.run("ROLLBACK")
    #expect(try shop.store.tryIngest([shop.miss("1", from: "0501112233")], now: Shop.noon) != nil)
  }

  @Test func aKilledHoldersLockIsFree() throws {
    let shop = try Shop()
    let path = shop.path + ".lock"
    var child = pid_t()
    // `flock FILE COMMAND` of util-linux takes the same lock; `cat` holds it until it is killed.
    var pipes: [Int32] = [0, 0]
    #expect(pipe(&pipes) == 0)
    defer { for pipe in pipes { close(pipe) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let words = ["flock", "--no-fork", path, "sh", "-c", "echo held; exec tail -f /dev/null"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    #expect(posix_spawnp(&child, "flock", &actions, nil, &arguments, environ) == 0)
    var byte: UInt8 = 0
    #expect(read(pipes[0], &byte, 1) == 1)
    let item = shop.miss("1", from: "0501112233")
    #expect(try shop.store.tryIngest([item], now: Shop.noon) == nil)
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    #expect(try shop.store.tryIngest([item], now: Shop.noon)?.map(\.isNew) == [true])
  }

  /// Four writers, each a thread with a connection of its own, the same calls again and again.
  @Test func writersNeverLoseACallNorMakeItTwice() throws {
    let shop = try Shop()
    let path = shop.path
    let integration = shop.integration
    let failures = LockedList()
    let threads = DispatchGroup()
    for writer in 0..<4 {
      DispatchQueue(label: "writer \(writer)").async(group: threads) {
        do {
          let store = try Store.open(path, access: .writer, actor: "\(writer)")
          for call in 0..<50 {
            var event = CallEvent(
              providerID: "\(call)", occasion: .after,
              received: Shop.noon.advanced(bySeconds: Int64(call)))
            event.fields.caller = PhoneNumber(kind: .international, text: "+38050111\(1000 + call)")
            event.fields.talk = writer
            let item = IngestItem(
              integration: integration, occasion: .after, origin: .delivered, raw: nil,
              content: .event(event), own: OwnNumbers())
            _ = try store.ingest([item], now: Shop.noon)
          }
          store.close()
        } catch {
          failures.append("\(error)")
        }
      }
    }
    threads.wait()
    #expect(failures.all == [])
    #expect(try shop.store.callCount() == 50)
    let calls = try shop.log().rows
    #expect(calls.count == 50)
    #expect(calls.allSatisfy { $0.talk == 3 })
    #expect(try shop.store.promptQueue(limit: 1).total == 50)
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func theWALIsPutBackWhenItGrowsAndOnLeaving() throws {
    let shop = try Shop()
    let body = String(repeating: "x", count: 200_000)
    var largest: Int64 = 0
    for index in 0..<60 {
      try shop.take(
        shop.item("\(index)", body: body) { $0.caller = Shop.number("0501112233") })
      largest = max(largest, shop.store.files.walSize)
    }
    #expect(largest > 0 && largest < 5 << 20)
    #expect(shop.store.files.walSize > 0)
    shop.store.close()
    #expect(shop.store.files.walSize == 0)
    #expect(try shop.log().rows.count == 60)
  }

  /// What comes meanwhile is spooled, as by every other holder of the lock.
  @Test func whileTheFileIsWrittenAnewNobodyElseWritesAndNobodyFails() throws {
    let shop = try Shop()
    let path = shop.path
    try shop.store.connection.run("CREATE TABLE filler AS SELECT randomblob(40000000) AS bytes")
    let failures = LockedList()
    let compacting = DispatchGroup()
    DispatchQueue(label: "compact").async(group: compacting) {
      do {
        let store = try Store.open(path, access: .writer, actor: "petro")
        if try !store.compact() { failures.append("the -wal stays") }
      } catch {
        failures.append("\(error)")
      }
    }
    var (taken, kept) = (0, 0)
    repeat {
      let item = shop.miss("\(taken)", from: "0501112233", at: Int64(taken))
      if try shop.store.tryIngest([item], now: Shop.noon) == nil { kept += 1 } else { taken += 1 }
    } while compacting.wait(timeout: .now() + .milliseconds(5)) == .timedOut
    #expect(failures.all == [])
    #expect(kept > 0)
    #expect(try shop.store.callCount() == taken)
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func aSleepingReaderDelaysNoDeliveryAndTheWALShrinksAfterIt() throws {
    let shop = try Shop()
    let sleeper = try Connection(path: shop.path)
    try sleeper.run("BEGIN")
    _ = try sleeper.integer("SELECT count(*) FROM call")
    let body = String(repeating: "x", count: 200_000)
    for index in 0..<40 {
      let began = FileLock.clock()
      try shop.take(shop.item("\(index)", body: body) { $0.talk = 1 })
      #expect(FileLock.clock() - began < 1000)
    }
    #expect(shop.store.files.walSize > 5 << 20)
    #expect(try shop.store.checkpoint() == false)
    try sleeper.run("COMMIT")
    #expect(try shop.store.checkpoint())
    #expect(shop.store.files.walSize == 0)
  }
}

/// A list that threads add to.
final class LockedList: @unchecked Sendable {
  private let lock = NSLock()
  private var items: [String] = []

  func append(_ item: String) {
    lock.withLock { items.append(item) }
  }

  var all: [String] {
    lock.withLock { items }
  }
}
