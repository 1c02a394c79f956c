import Foundation
import Testing

/// `carbook backup` and `restore`, as typed.
@Suite struct BackupCommandTests {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
  }

  @Test func `a store is backed up, lost and restored`() throws {
    let links = try Product.run("links", "--store", store, in: folder)
    #expect(links.exit == .status(0))
    let backup = folder.path("copy.db")
    let made = try Product.run("backup", backup, "--store", store, in: folder)
    #expect(made.exit == .status(0))
    #expect(made.output == "The store is copied to \(backup).\n")
    let again = try Product.run("backup", backup, "--store", store, in: folder)
    #expect(again.exit == .status(1))
    #expect(again.errors == "carbook: \(backup) exists already; nothing was written.\n")
    for suffix in ["", "-wal", "-shm"] { unlink(store + suffix) }
    let restored = try Product.run("restore", backup, "--store", store, in: folder)
    #expect(restored.exit == .status(0))
    #expect(restored.output == "\(store) is now what \(backup) holds.\n")
    #expect(try Product.run("links", "--store", store, in: folder).output == links.output)
    let second = try Product.run("restore", backup, "--store", store, in: folder)
    #expect(second.output.hasPrefix("The store that was there is kept as \(store).replaced-20"))
  }

  @Test func `what is spooled is taken in first, or is said to be missing`() throws {
    let shop = try Shop()
    let listener = try shop.listen()
    try shop.ring("1", from: "0501112233")
    let lock = open(shop.store + ".lock", O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    try shop.ring("2", from: "0501112233")
    try shop.ring("3", from: "0501112233")
    listener.signal(SIGKILL)
    try listener.waitForExit()
    let (locked, free) = (shop.folder.path("locked.db"), shop.folder.path("free.db"))
    #expect(
      try shop.run("backup", locked) == """
        The store is copied to \(locked).
        2 deliveries wait to be taken in and are not in the copy: \(shop.store).spool

        """)
    #expect(
      try shop.run("doctor").contains(
        "2 deliveries wait in \"\(shop.store).spool\": whoever writes next takes them in."))
    close(lock)
    #expect(try shop.run("backup", free) == "The store is copied to \(free).\n")
    for (copy, count) in [(locked, 1), (free, 3)] {
      let calls = try Product.run("calls", "--store", copy, "--format", "json", in: shop.folder)
      #expect(calls.output.split(separator: "\n").count == count)
    }
  }

  @Test func `a listener keeps its store`() throws {
    let backup = folder.path("copy.db")
    _ = try Product.run("links", "--store", store, in: folder)
    _ = try Product.run("backup", backup, "--store", store, in: folder)
    let listener = try Product.start(
      "listen", "--store", store, "--listen", "127.0.0.1:0", in: folder)
    try listener.waitForOutput("listening on")
    let refused = try Product.run("restore", backup, "--store", store, in: folder)
    #expect(refused.exit == .status(1))
    #expect(refused.errors.hasPrefix("carbook: The store is open in \(listener.pid) ("))
    listener.signal(SIGTERM)
    try listener.waitForExit()
    #expect(try Product.run("restore", backup, "--store", store, in: folder).exit == .status(0))
  }
}
