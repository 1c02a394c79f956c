import Foundation
import Testing

/// What happens to a store's files under a listener, or before anybody starts: one clear sentence,
/// nothing destroyed, and no delivery lost.
@Suite(.serialized) struct StoreTroubleTests: DeliverySuite {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
    #expect(try Product.run("links", "--store", store, in: folder).exit == .status(0))
  }

  /// What befalls the store while it is open.
  enum Trouble: String, CaseIterable {
    case deleted
    case foreignFile
    case newerSchema
    case truncated
    case overwrittenPages

    /// What the log says of it, once.
    var sentence: String {
      switch self {
      case .deleted: "There is no store at "
      case .foreignFile: "is not a Carbook store; nothing was changed."
      case .newerSchema: "The store was written by a newer carbook (version 99, this one knows 2)"
      case .truncated, .overwrittenPages: "The store is damaged: restore a backup"
      }
    }
  }

  private func bring(_ trouble: Trouble) throws {
    switch trouble {
    case .deleted:
      for suffix in ["", "-wal", "-shm"] { rename(store + suffix, store + suffix + ".away") }
    case .foreignFile:
      try bring(.deleted)
      try "somebody's letter\n".write(toFile: store, atomically: false, encoding: .utf8)
    case .newerSchema: try change("PRAGMA user_version = 99")
    case .truncated:
      try emptyWAL()
      #expect(truncate(store, 20_000) == 0)
    case .overwrittenPages:
      try emptyWAL()
      let file = try #require(fopen(store, "r+"))
      defer { fclose(file) }
      let end = try #require(
        try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int)
      fseek(file, 8192, SEEK_SET)
      let garbage = [UInt8](repeating: 0x55, count: end - 8192)
      #expect(fwrite(garbage, 1, garbage.count, file) == garbage.count)
    }
  }

  private func change(_ script: String) throws {
    let (exit, _, errors) = try Program.run(["sqlite3", store, script], in: folder)
    #expect(exit == .status(0), "\(errors)")
  }

  /// So that the damage is not hidden by pages in the -wal.
  private func emptyWAL() throws {
    try change("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// - Returns: whether it is gone with the listener still there.
  private func end(_ trouble: Trouble, backup: String) throws -> Bool {
    switch trouble {
    case .deleted, .foreignFile:
      for suffix in ["", "-wal", "-shm"] { rename(store + suffix + ".away", store + suffix) }
      return true
    case .newerSchema:
      try change("PRAGMA user_version = 2")
      return true
    case .truncated, .overwrittenPages:
      return false
    }
  }

  @Test(arguments: Trouble.allCases)
  func `a listener goes on answering and says why it spools`(trouble: Trouble) throws {
    var listener = try listen()
    let link = try link()
    try post(["s-0"], to: link)
    let backup = folder.path("copy.db")
    #expect(try Product.run("backup", backup, "--store", store, in: folder).exit == .status(0))
    try bring(trouble)
    let harmed = FileManager.default.contents(atPath: store)
    let ids = (1...5).map { "s-\($0)" }
    try post(ids, to: link)
    #expect(try health(link).contains(#""status":"spooling""#))
    let said = listener.errors.split(separator: "\n").filter {
      $0.contains("deliveries are kept in the spool")
    }
    #expect(said.count == 1 && said[0].contains(trouble.sentence), "\(listener.errors)")
    if try !end(trouble, backup: backup) {
      #expect(FileManager.default.contents(atPath: store) == harmed)
      listener.signal(SIGTERM)
      #expect(try listener.waitForExit() == .status(0))
      let restored = try Product.run("restore", backup, "--store", store, in: folder)
      #expect(restored.exit == .status(0), "\(restored.errors)")
      listener = try listen()
    }
    try expectOnce(["s-0"] + ids)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test(arguments: [
    (Trouble.foreignFile, "listen"), (.newerSchema, "listen"), (.truncated, "links"),
  ])
  func `nobody who starts then changes anything`(trouble: Trouble, writer: String) throws {
    try bring(trouble)
    let before = FileManager.default.contents(atPath: store)
    for command in ["calls", writer] {
      let (exit, _, errors) = try Product.run(command, "--store", store, in: folder)
      #expect(exit == .status(1), "\(command)")
      #expect(errors.contains(trouble.sentence))
      #expect(errors.split(separator: "\n").count == 1, "\(errors)")
    }
    #expect(FileManager.default.contents(atPath: store) == before)
  }

  @Test(arguments: ["garbage", "nothing"])
  func `after a crash the -wal is`(what: String) throws {
    let listener = try listen()
    try post(["s-0"], to: link())
    try emptyWAL()
    try post(["s-1"], to: link())
    listener.signal(SIGKILL)
    try listener.waitForExit()
    unlink(store + "-shm")
    if what == "nothing" {
      unlink(store + "-wal")
    } else {
      let garbage = Data([UInt8](repeating: 0x55, count: 60_000))
      #expect(FileManager.default.createFile(atPath: store + "-wal", contents: garbage))
    }
    let again = try listen()
    #expect(again.errors.isEmpty)
    // What stood in the -wal alone is gone with it; what the provider sends again is taken in.
    try expectOnce(["s-0"])
    try post(["s-1", "s-2"], to: link())
    try expectOnce(["s-0", "s-1", "s-2"])
  }

  @Test(.enabled(if: Stranger.isPermitted, "needs root and setpriv"))
  func `the database file may not be written`() throws {
    let listener = try listen()
    try post(["s-0"], to: link())
    listener.signal(SIGTERM)
    try listener.waitForExit()
    #expect(chmod(store, 0o444) == 0)
    let stranger = try Stranger(owning: folder)
    for command in ["links", "listen"] {
      let (exit, _, errors) = try stranger.run([Product.path(), command, "--store", store])
      #expect(exit == .status(1))
      #expect(errors == "carbook: The store or its folder cannot be written.\n")
    }
    let read = try stranger.run([Product.path(), "calls", "--store", store, "--format", "json"])
    #expect(read.output.split(separator: "\n").count == 1, "\(read.errors)")
  }

  @Test(.enabled(if: Stranger.isPermitted, "needs root and setpriv"))
  func `the database file becomes one that may not be written`() throws {
    #expect(chmod(folder.path, 0o777) == 0)
    let stranger = try Stranger(owning: folder)
    let listener = try stranger.start(
      [Product.path(), "listen", "--store", store, "--listen", "127.0.0.1:0"])
    try listener.waitForOutput("listening on")
    let link = try link()
    try post(["s-0"], to: link)
    // Another file with the same contents in its place, as after a restore by another user.
    try emptyWAL()
    try FileManager.default.copyItem(atPath: store, toPath: store + ".new")
    #expect(chmod(store + ".new", 0o444) == 0)
    #expect(rename(store + ".new", store) == 0)
    let ids = ["s-1", "s-2", "s-3"]
    try post(ids, to: link)
    #expect(
      listener.errors.contains(
        "deliveries are kept in the spool: The store or its folder cannot be written."),
      "\(listener.errors)")
    #expect(chmod(store, 0o666) == 0)
    try expectOnce(["s-0"] + ids)
  }

  @Test(
    .enabled(if: FailingDisk.isPossible, "needs a C compiler"),
    arguments: ["pwrite64", "fdatasync"])
  func `the disk reports an error`(call: String) throws {
    let disk = try FailingDisk(call, in: folder)
    let listener = try listen("export LD_PRELOAD=\(disk.library)")
    let link = try link()
    try post(["s-0"], to: link)
    disk.fail()
    let ids = ["s-1", "s-2", "s-3"]
    try post(ids, to: link)
    #expect(spooled > 0)
    try waitForLog(
      "deliveries are kept in the spool: The disk could not be read or written (code",
      of: listener)
    disk.mend()
    try expectOnce(["s-0"] + ids)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }
}
