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
