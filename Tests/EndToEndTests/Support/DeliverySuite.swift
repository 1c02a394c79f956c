import Foundation
import Testing

/// Tests that deliver calls `s-…` to a listener and then count them in the store.
protocol DeliverySuite {
  var folder: TemporaryFolder { get }
  var store: String { get }
}

extension DeliverySuite {
  /// Starts a listener and waits until it accepts.
  /// - Parameter limit: a shell command that comes first.
  func listen(_ limit: String = ":") throws -> Program {
    let command = "\(limit); exec \"$0\" listen --store \"$1\" --listen 127.0.0.1:0"
    let program = try Program(["sh", "-c", command, Product.path(), store], in: folder)
    try program.waitForOutput("listening on")
    return program
  }

  func link() throws -> String {
    let links = try Product.run("links", "--store", store, in: folder).output
    guard let line = links.split(separator: "\n").first(where: { $0.hasPrefix("after ") }) else {
      throw HarnessError("no link in \(links)")
    }
    return String(line.dropFirst("after ".count))
  }

  func post(_ id: String, to link: String, size: Int = 200) throws -> Int {
    let path = folder.path("body")
    let note = String(repeating: "x", count: size)
    let body = #"{"call_id":"\#(id)","type":"in","caller":"380501112233","note":"\#(note)"}"#
    try body.write(toFile: path, atomically: false, encoding: .utf8)
    return try Curl.request(link, body: "@" + path, in: folder).status
  }

  func post(_ ids: [String], to link: String) throws {
    for id in ids { #expect(try post(id, to: link) == 200, "\(id)") }
  }

  /// What `/health` says.
  func health(_ link: String) throws -> String {
    guard let end = link.range(of: "/hook/") else { throw HarnessError("\(link)") }
    return try Curl.request(link[..<end.lowerBound] + "/health", in: folder).body
  }

  func ask(_ question: String) throws -> [String] {
    let (exit, output, errors) = try Program.run(
      ["sqlite3", "-readonly", store, question], in: folder)
    guard exit == .status(0) else { throw HarnessError("sqlite3: \(errors)") }
    return output.split(separator: "\n").map(String.init)
  }

  /// Waits until nothing is spooled, then compares calls and journal.
  func expectOnce(_ ids: [String]) throws {
    try wait(upTo: 20, for: "an empty spool, \(spooled) bytes") { spooled == 0 ? true : nil }
    let ours = "provider_id LIKE 's-%'"
    #expect(try ask("SELECT provider_id FROM call WHERE \(ours)").sorted() == ids.sorted())
    #expect(
      try ask(
        "SELECT provider_id FROM event JOIN call ON call.id = call_id WHERE \(ours) ORDER BY event.id"
      ) == ids)
    #expect(try ask("PRAGMA integrity_check") == ["ok"])
  }

  /// Bytes in the spool.
  var spooled: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: store + ".spool")
    return attributes?[.size] as? Int ?? 0
  }

  /// What has been committed is said a moment later.
  func waitForLog(_ text: String, of listener: Program) throws {
    try wait(upTo: patience, for: "\(text) in the log") {
      listener.errors.contains(text) ? true : nil
    }
  }
}

/// The store's lock, taken by the test itself.
final class StoreLock {
  let descriptor: Int32

  init(_ store: String) throws {
    descriptor = open(store + ".lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw HarnessError("no lock file: errno \(errno)") }
  }

  deinit {
    close(descriptor)
  }

  func take() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  func release() {
    flock(descriptor, LOCK_UN)
  }
}
