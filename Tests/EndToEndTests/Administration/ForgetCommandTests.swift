import Foundation
import Testing

/// `carbook forget` and `purge`, while a listener has the store.
@Suite struct ForgetCommandTests {
  let folder: TemporaryFolder
  let store: String
  let listener: Program
  let link: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
    let links = try Product.run("links", "--store", store, in: folder)
    let path = links.output.split(separator: "/hook/").dropFirst().first?.split(separator: "/")
      .first
    listener = try Product.start(
      "listen", "--store", store, "--listen", "127.0.0.1:0", in: folder)
    let line = try listener.waitForOutput("\n")
    let base = line.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
    link = "\(base)/hook/\(path ?? "")/after"
  }

  private func deliver(_ body: String) throws {
    #expect(try Curl.request(link, body: body, in: folder).status == 200)
  }

  private func calls() throws -> Int {
    let run = try Product.run("calls", "--store", store, "--format", "json", in: folder)
    return run.output.split(separator: "\n").count
  }

  @Test func `a number is forgotten everywhere`() throws {
    try deliver("{\"call_id\":\"1.1\",\"type\":\"in\",\"caller\":\"+380501112233\"}")
    try deliver("call_id=2.1&type=in&caller=%2B380501112233")
    try deliver("call_id=3.1&type=in&caller=0671112233&note=050+111+22+33")
    #expect(try calls() == 3)
    let refused = try Product.run("forget", "0501112233", "--store", store, in: folder)
    #expect(refused.exit == .status(1))
    #expect(
      refused.errors
        == "carbook: This cannot be undone, and there is no terminal to ask on: say --yes to do it.\n"
    )
    #expect(refused.output == "2 calls of that number are in the store.\n")
    #expect(try calls() == 3)
    let done = try Product.run(
      "forget", "050 111 22 33", "--yes", "--store", store, in: folder)
    #expect(done.exit == .status(0), "\(done.errors)")
    #expect(
      done.output.hasSuffix(
        "Forgotten: 2 calls, 1 deliveries of other calls, 0 notes and other texts cleared.\n"))
    #expect(try calls() == 1)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("shop.db") {
      let bytes = FileManager.default.contents(atPath: folder.path(name)) ?? Data()
      for spelling in ["501112233", "50+111+22+33"] {
        #expect(bytes.range(of: Data(spelling.utf8)) == nil, "\(name)")
      }
    }
    try deliver("call_id=2.1&type=in&caller=%2B380501112233")
    #expect(try calls() == 1)
    try deliver("call_id=4.1&type=in&caller=%2B380501112233")
    #expect(try calls() == 2)
  }

  @Test func `a number that waits beside the store is forgotten too`() throws {
    try deliver("call_id=1.1&type=in&caller=0671112233")
    let lock = open(store + ".lock", O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    try deliver("call_id=2.1&type=in&caller=%2B380501112233")
    listener.signal(SIGKILL)
    try listener.waitForExit()
    close(lock)
    // A record that is damaged, and one of an integration that is not there any more.
    let bytes = FileManager.default.contents(atPath: store + ".spool") ?? Data()
    #expect(!bytes.isEmpty)
    let damaged = bytes.dropLast(9) + Data("\n".utf8)
    #expect(
      FileManager.default.createFile(atPath: store + ".spool.aside", contents: Data(damaged)))
    let done = try Product.run("forget", "0501112233", "--yes", "--store", store, in: folder)
    #expect(done.exit == .status(0), "\(done.errors)")
    #expect(
      done.output == """
        1 calls of that number are in the store.
        Forgotten: 1 calls, 0 deliveries of other calls, 0 notes and other texts cleared.
        1 deliveries that could not be taken in are gone: they named it, or nobody could read them.

        """)
    #expect(try calls() == 1)
    let body = Data("call_id=2.1&type=in&caller=%2B380501112233".utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("shop.db") {
      let bytes = FileManager.default.contents(atPath: folder.path(name)) ?? Data()
      for trace in [body.base64EncodedData(), Data("501112233".utf8)] {
        #expect(bytes.range(of: trace) == nil, "\(name)")
      }
    }
  }

  @Test func `an older backup does not bring it back`() throws {
    try deliver("call_id=1.1&type=in&caller=0501112233")
    try deliver("call_id=2.1&type=in&caller=0671112233")
    let backup = folder.path("copy.db")
    _ = try Product.run("backup", backup, "--store", store, in: folder)
    _ = try Product.run("forget", "0501112233", "--yes", "--store", store, in: folder)
    listener.signal(SIGTERM)
    try listener.waitForExit()
    let restored = try Product.run("restore", backup, "--store", store, in: folder)
    let lines = restored.output.split(separator: "\n")
    #expect(
      lines.dropFirst() == [
        "1 numbers or calls that were forgotten since are forgotten again.",
        "\(store) is now what \(backup) holds.",
      ])
    #expect(try calls() == 1)
    // Its name is of this second.
    let kept = try #require(lines.first?.split(separator: " ").last?.dropLast())
    #expect(unlink(String(kept)) == 0)
    // A store that is no store any more cannot say what it had forgotten.
    #expect(FileManager.default.createFile(atPath: store, contents: Data("no database".utf8)))
    let blind = try Product.run("restore", backup, "--store", store, in: folder)
    #expect(
      blind.output.hasPrefix(
        "The present store cannot be read: what was forgotten since the backup was made comes back "
          + "with it, so forget it again.\nThe store that was there is kept as "))
    #expect(try calls() == 2)
  }

  @Test func `it asks on a terminal`() throws {
    try deliver("{\"call_id\":\"1.1\",\"type\":\"in\",\"caller\":\"+380501112233\"}")
    let words = [try Product.path(), "forget", "0501112233", "--store", store]
    let expected: [(keys: [String], exit: Program.Exit, calls: Int)] = [
      (["Enter"], .status(1), 1), (["C-c"], .signal(SIGINT), 1), (["y", "Enter"], .status(0), 0),
    ]
    for (keys, exit, count) in expected {
      let terminal = try Tmux(words, in: try TemporaryFolder())
      try terminal.waitFor("Go on? [y/N]")
      for key in keys { try terminal.sendKeys(key) }
      #expect(try terminal.waitForExit() == exit, "\(keys)")
      #expect(try calls() == count, "\(keys)")
    }
  }

  @Test func `old calls are purged`() throws {
    try deliver("call_id=1.1&type=in&caller=0501112233&date=2025-03-01+12:00:00")
    try deliver("call_id=2.1&type=in&caller=0501112233&date=2025-03-02+00:00:00")
    let done = try Product.run(
      "purge", "--before", "2025-03-02", "--yes", "--store", store, in: folder)
    #expect(done.exit == .status(0), "\(done.errors)")
    #expect(done.output == "1 calls from before 2025-03-02 are deleted.\n")
    #expect(try calls() == 1)
    let future = try Product.run(
      "purge", "--before", "9999-01-01", "--yes", "--store", store, in: folder)
    #expect(future.exit == .status(1))
    #expect(try calls() == 1)
  }
}
