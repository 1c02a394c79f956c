import Foundation
import Testing

/// Every delivery is answered 200 and stands in the store once, whatever the store goes through.
@Suite(.serialized) struct SpoolTests: DeliverySuite {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
    // Makes the store and its integration.
    #expect(try Product.run("links", "--store", store, in: folder).exit == .status(0))
  }

  @Test func `another process holds the lock`() throws {
    let listener = try listen()
    let link = try link()
    try post(["s-0"], to: link)
    let lock = try StoreLock(store)
    #expect(lock.take())
    let ids = (1...20).map { "s-\($0)" }
    try post(ids, to: link)
    #expect(try health(link).contains(#""status":"spooling""#))
    #expect(try health(link).contains(#""spooled":20"#))
    #expect(try ask("SELECT count(*) FROM call") == ["1"])
    lock.release()
    try expectOnce(["s-0"] + ids)
    #expect(try health(link).contains(#""store":"writable","spooled":0"#))
    #expect(listener.errors.contains("deliveries are kept in the spool: The store is locked by"))
    try waitForLog("20 spooled deliveries are in the store", of: listener)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test(arguments: [SIGCONT, SIGKILL])
  func `the holder is stopped in the middle of a write`(ending: Int32) throws {
    let listener = try listen()
    let link = try link()
    let holder = try Product.start(
      "demo", "--store", store, "--calls", "20000", in: folder)
    let lock = try StoreLock(store)
    try wait(upTo: 20, for: "the holder stopped with the lock: \(holder.errors)") {
      holder.signal(SIGSTOP)
      try wait(upTo: 5, for: "the stop") {
        let state = try String(contentsOfFile: "/proc/\(holder.pid)/stat", encoding: .utf8)
        if state.contains(") Z ") { throw HarnessError("it ended: \(holder.errors)") }
        return state.contains(") T ") ? true : nil
      }
      if !lock.take() { return true }
      lock.release()
      holder.signal(SIGCONT)
      return nil
    }
    let ids = (0..<10).map { "s-\($0)" }
    try post(ids, to: link)
    #expect(try health(link).contains(#""spooled":10"#))
    #expect(listener.errors.contains("locked by \(holder.pid) "))
    holder.signal(ending)
    try expectOnce(ids)
    if ending == SIGCONT { #expect(try holder.waitForExit(upTo: 60) == .status(0)) }
  }

  @Test func `the listener is killed while it takes the spool in`() throws {
    var all: [String] = []
    let lock = try StoreLock(store)
    for round in 0..<6 {
      let listener = try listen()
      let link = try link()
      // It may be taking in what the one before it left.
      try wait(upTo: 10, for: "the lock") { lock.take() ? true : nil }
      let ids = (0..<8).map { "s-\(round)-\($0)" }
      try post(ids, to: link)
      all += ids
      lock.release()
      // At another moment each time: before, in and after the transaction.
      usleep(UInt32(round * 20_000))
      listener.signal(SIGKILL)
      try listener.waitForExit()
    }
    let listener = try listen()
    try expectOnce(all)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `a console takes in what a listener left`() throws {
    let lock = try StoreLock(store)
    let listener = try listen()
    #expect(lock.take())
    try post(["s-1", "s-2"], to: link())
    listener.signal(SIGKILL)
    try listener.waitForExit()
    lock.release()
    let tmux = try Tmux(
      [try Product.path(), "--store", store, "--listen", "off"], in: folder)
    try tmux.waitFor("Carbook")
    try expectOnce(["s-1", "s-2"])
  }

  @Test func `the console says that calls are kept, why, and when they are in`() throws {
    let tmux = try Tmux(
      [try Product.path(), "--store", store, "--listen", "127.0.0.1:0"], in: folder)
    try tmux.waitFor("● :")
    let lock = try StoreLock(store)
    #expect(lock.take())
    try post(["s-1"], to: link())
    try tmux.waitFor("Calls are kept in a file:")
    try tmux.waitFor("! :")
    lock.release()
    try expectOnce(["s-1"])
    try tmux.waitFor("● :")
    // The question about the new client has the message's line: the message is on the next one.
    try tmux.waitFor("The calls that were kept in a file are in the log now.")
  }

  @Test func `a console that does not listen says it too`() throws {
    let listener = try listen()
    let console = try Tmux(
      [try Product.path(), "--store", store, "--listen", "off"], in: folder)
    try console.waitFor("Carbook")
    let lock = try StoreLock(store)
    #expect(lock.take())
    try post(["s-1"], to: link())
    try console.waitFor("Calls are kept in a file: the console that listens says why.")
    lock.release()
    try console.waitFor("The calls that were kept in a file are in the log now.")
    try expectOnce(["s-1"])
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `files may not grow`() throws {
    // 512-byte blocks: enough for the database, not for many commits.
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int)
    let limited = try listen("ulimit -f \(size / 512 + 200)")
    let link = try link()
    let ids = (0..<30).map { "s-\($0)" }
    try post(ids, to: link)
    #expect(spooled > 0)
    limited.signal(SIGTERM)
    #expect(try limited.waitForExit() == .status(0))
    let listener = try listen()
    try expectOnce(ids)
    try waitForLog("spooled deliveries are in the store", of: listener)
  }

  @Test(.enabled(if: SmallDisk.isPermitted, "mounting a file system is not permitted here"))
  func `the disk is full`() throws {
    let disk = try SmallDisk(at: folder.path("disk"), in: folder)
    let test = try SpoolTests(folder: folder, store: disk.path + "/shop.db")
    let listener = try test.listen()
    let link = try test.link()
    try test.post(["s-0"], to: link)
    try disk.fill()
    let ids = (1...20).map { "s-\($0)" }
    try test.post(ids, to: link)
    #expect(test.spooled > 0)
    #expect(listener.errors.contains("deliveries are kept in the spool: The disk is full"))
    // More than there is room for in the spool.
    let large = (0..<6).map { "s-large-\($0)" }
    let statuses = try large.map { try test.post($0, to: link, size: 300_000) }
    #expect(statuses.first == 200 && statuses.last == 503)
    #expect(try test.health(link).contains(#""status":"failing""#))
    try disk.empty()
    let answered = zip(large, statuses).filter { $1 == 200 }.map(\.0)
    try test.expectOnce(["s-0"] + ids + answered)
    try test.post(["s-last"], to: link)
    #expect(try test.health(link).contains(#""status":"ok""#))
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  init(folder: TemporaryFolder, store: String) throws {
    self.folder = folder
    self.store = store
    #expect(try Product.run("links", "--store", store, in: folder).exit == .status(0))
  }
}

/// A disk of four megabytes.
final class SmallDisk {
  let path: String
  private let folder: TemporaryFolder

  static var isPermitted: Bool {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    return (try? SmallDisk(at: folder.path("disk"), in: folder)) != nil
  }

  init(at path: String, in folder: TemporaryFolder) throws {
    self.path = path
    self.folder = folder
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let (exit, _, errors) = try Program.run(
      ["mount", "-t", "tmpfs", "-o", "size=4m,mode=0700", "tmpfs", path], in: folder)
    guard exit == .status(0) else { throw HarnessError("mount: \(errors)") }
  }

  deinit {
    // Also while somebody still has a file open there.
    _ = try? Program.run(["umount", "-l", path], in: folder)
  }

  /// Leaves not a byte.
  func fill() throws {
    let (exit, _, errors) = try Program.run(
      ["dd", "if=/dev/zero", "of=\(path)/filler", "bs=4096"], in: folder)
    guard exit == .status(1) else { throw HarnessError("dd: \(errors)") }
  }

  func empty() throws {
    try FileManager.default.removeItem(atPath: path + "/filler")
  }
}
