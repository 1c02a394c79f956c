import Foundation
import Testing

/// Consoles that do not listen, with nobody else about.
@Suite struct IdleConsoleTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private var walSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: shop.store + "-wal")
    return attributes?[.size] as? Int ?? 0
  }

  @Test func `a large -wal is put back five seconds after a foreign reader ends`() throws {
    try shop.run("links")
    let consoles = try (0..<2).map { _ in try shop.openConsole(listening: "off") }
    let sleeper = try Program(
      [
        "sh", "-c",
        "(echo 'BEGIN; SELECT count(*) FROM call;'; exec tail -f /dev/null) | sqlite3 \"$0\"",
        shop.store,
      ], in: shop.folder)
    try sleeper.waitForOutput("0\n")
    let (exit, _, errors) = try Program.run(
      ["sqlite3", shop.store, "CREATE TABLE filler AS SELECT randomblob(20000000) AS bytes"],
      in: shop.folder)
    #expect(exit == .status(0), "\(errors)")
    #expect(walSize > 16 << 20)
    kill(-sleeper.pid, SIGKILL)
    try wait(upTo: 5, for: "a small -wal, \(walSize) bytes") { walSize < 16 << 20 ? true : nil }
    for console in consoles { #expect(try console.capture().contains { $0.contains("Call Log") }) }
  }

  /// Seconds of the processor that a process has used (proc(5): the 14th and the 15th field, in
  /// ticks).
  private func processorTime(of pid: pid_t) throws -> Double {
    let stat = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    let fields = try #require(stat.split(separator: ")").last).split(separator: " ")
    let ticks = try [fields[11], fields[12]].map { try #require(Double($0)) }
    return (ticks[0] + ticks[1]) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Writes to the -wal as sqlite3's shell does: nobody touches the tick behind it.
  @Test func `what another program wrote is shown, and costs nothing afterwards`() throws {
    try shop.run("links")
    let console = try shop.openConsole(listening: "off")
    try console.sendKeys("2")
    try console.waitFor("┌ Contacts ")
    let writing = """
      INSERT INTO contact (name, name_key, created, search) VALUES ('Ольга', 'ольга', 0, 'ольга');
      UPDATE tally SET value = 1 WHERE name = 'contact';
      """
    let (exit, _, errors) = try Program.run(["sqlite3", shop.store, writing], in: shop.folder)
    #expect(exit == .status(0), "\(errors)")
    try console.waitFor("│ Ольга")
    // A second of looking, not of waiting: whoever polls without end uses it up.
    let before = try processorTime(of: console.pid())
    let begin = ContinuousClock.now
    try wait(upTo: 5, for: "a second") { ContinuousClock.now - begin > .seconds(1) ? true : nil }
    #expect(try processorTime(of: console.pid()) - before < 0.2)
  }

  @Test func `a store that a newer program has migrated asks for a restart`() throws {
    let listener = try shop.listen()
    let console = try shop.openConsole(listening: "off")
    try shop.ring("newer-1", from: "380501112233")
    try console.waitFor("☎ New client on Carbook")
    let (exit, _, errors) = try Program.run(
      ["sqlite3", shop.store, "PRAGMA user_version = 99"], in: shop.folder)
    #expect(exit == .status(0), "\(errors)")
    try console.sendKeys("n")
    try console.waitFor("┌ New client on Carbook")
    try console.sendKeys("l")
    try console.waitFor("restart")
    try shop.ring("newer-2", from: "380671112233")
    // The open question has the line where the sentence would stand.
    try console.waitFor("! off")
    #expect(listener.errors.contains("restart with the newer program"))
  }
}
