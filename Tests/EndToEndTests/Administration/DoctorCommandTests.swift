import Foundation
import Testing

/// `carbook doctor`, as a person and as a script reads it.
@Suite struct DoctorCommandTests {
  let folder: TemporaryFolder
  let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.path("shop.db")
  }

  /// State and message of each check.
  private func checks() throws -> (exit: Program.Exit, findings: [String: [String]]) {
    let run = try Product.run("doctor", "--store", store, "--format", "json", in: folder)
    var findings: [String: [String]] = [:]
    for line in run.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      findings[object?["check"] ?? ""] = [object?["state"] ?? "", object?["message"] ?? ""]
    }
    return (run.exit, findings)
  }

  @Test func `a store that nobody listens for`() throws {
    _ = try Product.run("links", "--store", store, in: folder)
    let (exit, findings) = try checks()
    #expect(exit == .status(0))
    for name in [
      "store", "schema", "integrity", "counts", "owners", "sqlite", "wal", "lock", "readers",
      "filesystem",
      "space",
      "spool", "permissions", "clock", "terminal",
    ] {
      #expect(findings[name]?.first == "ok", "\(name): \(findings[name] ?? [])")
    }
    #expect(findings["listener"]?.first == "warn")
    #expect(
      findings["delivery"]
        == ["warn", "No delivery has come yet: carbook links prints what to paste."])
    let text = try Product.run("doctor", "--store", store, "--full", in: folder)
    #expect(text.exit == .status(0))
    #expect(
      text.output.contains("\nok    integrity    SQLite finds nothing wrong with the store.\n"))
  }

  @Test(arguments: [
    (
      "counts", "UPDATE call_count SET missed = missed + 1",
      "The counts were wrong and are right again."
    ),
    (
      "owners", "UPDATE number SET owner_name = 'nobody' WHERE owners = 1",
      "The log was wrong about whose some numbers are, and is right again."
    ),
  ])
  func `what follows from the calls is found spoilt and mended`(
    check: String, spoiling: String, said: String
  ) throws {
    _ = try Product.run("demo", "--store", store, "--calls", "300", in: folder)
    #expect(try checks().findings[check]?.first == "ok")
    _ = try Program.run(["sqlite3", store, spoiling], in: folder)
    #expect(try checks().findings[check]?.first == "fail")
    let replay = try Product.run("replay", "--store", store, in: folder)
    #expect(replay.output.hasSuffix("\n\(said)\n"))
    #expect(try checks().findings[check]?.first == "ok")
  }

  @Test func `a listener answers, and one that hangs does not`() throws {
    let listener = try Product.start(
      "listen", "--store", store, "--listen", "127.0.0.1:0", in: folder)
    try listener.waitForOutput("listening on")
    #expect(try checks().findings["listener"]?.first == "ok")
    listener.signal(SIGSTOP)
    let (exit, findings) = try checks()
    #expect(exit == .status(1))
    #expect(findings["listener"]?.first == "fail")
    #expect(findings["listener"]?.last?.hasPrefix("\(listener.pid) (") == true)
  }

  @Test func `no store, a foreign file and a torn one`() throws {
    #expect(try checks().exit == .status(1))
    #expect(try checks().findings["store"] == ["fail", "There is no store at \(store)."])
    _ = try Product.run("demo", "--store", store, "--calls", "500", in: folder)
    let copy = folder.path("copy.db")
    _ = try Product.run("backup", copy, "--store", store, in: folder)
    let whole = [UInt8](FileManager.default.contents(atPath: copy) ?? Data())
    // Wherever it is torn, from the schema on.
    for part in 0..<8 {
      var bytes = whole
      let start = bytes.count * part / 8 + 100
      for index in start..<(start + 20_000) { bytes[index] = 0x55 }
      for suffix in ["", "-wal", "-shm"] { unlink(store + suffix) }
      #expect(FileManager.default.createFile(atPath: store, contents: Data(bytes)))
      let (exit, findings) = try checks()
      #expect(exit == .status(1))
      #expect(findings["integrity"]?.first == "fail", "torn at \(start) of \(bytes.count)")
      #expect(findings["permissions"]?.first == "warn")
    }
  }
}
