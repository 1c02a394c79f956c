import Foundation
import Testing

/// One program listens for a store; the others wait and take over.
@Suite(.serialized) struct TakeoverTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  @Test(arguments: [SIGTERM, SIGINT]) func `an ending signal is a clean end`(_ signal: Int32)
    throws
  {
    let listener = try shop.listen()
    try shop.ring("t-1", from: "380501112233")
    listener.signal(signal)
    #expect(try listener.waitForExit() == .status(0))
    #expect(listener.output.hasPrefix("listening on http://127.0.0.1:"))
    #expect(listener.errors == "")
    let wal = try FileManager.default.attributesOfItem(atPath: shop.store + "-wal")
    #expect(wal[.size] as? Int == 0)
    #expect(try shop.calls().count == 1)
  }

  /// A busy machine may hold up one of them: the quickest of three counts.
  @Test func `the next one takes over within two seconds of a kill`() throws {
    var present = try shop.listen()
    let address = try TakeoverTests.address(present)
    var waiting: [Program] = []
    for _ in 0..<3 {
      let program = try shop.startListener(at: address)
      let line = try program.waitForOutput("\n")
      #expect(line == "waiting for \(address) (\(NSUserName()), \(present.pid))\n")
      waiting.append(program)
    }
    var quickest = Duration.seconds(patience)
    while !waiting.isEmpty {
      present.signal(SIGKILL)
      let killed = ContinuousClock.now
      let next = try wait(for: "a listener after the killed one") {
        waiting.firstIndex { $0.output.contains("listening on http://\(address)\n") }
      }
      quickest = min(quickest, ContinuousClock.now - killed)
      present = waiting.remove(at: next)
      #expect(
        try shop.send("before", "uniqueid=k-\(waiting.count)&caller=0501112233").status == 200)
    }
    #expect(quickest < .seconds(2))
    #expect(try shop.calls().count == 3)
  }

  /// The stranger is a listener on another store.
  @Test func `a port held by a stranger is said and taken when free`() throws {
    let other = try Shop()
    let stranger = try other.listen()
    let address = try TakeoverTests.address(stranger)
    let program = try shop.startListener(at: address)
    let line = try program.waitForOutput("\n")
    #expect(line == "waiting for \(address) (held by another program)\n")
    stranger.signal(SIGTERM)
    try program.waitForOutput("listening on http://\(address)\n")
    #expect(try shop.send("before", "uniqueid=s-1&caller=0501112233").status == 200)
    program.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(0))
  }

  @Test func `a listener that waits ends on a signal too`() throws {
    let first = try shop.listen()
    let second = try shop.startListener()
    // Where the provider's deliveries go, not where this one would listen.
    let address = try TakeoverTests.address(first)
    try second.waitForOutput("waiting for \(address) (\(NSUserName()), \(first.pid))\n")
    second.signal(SIGTERM)
    #expect(try second.waitForExit() == .status(0))
    #expect(try shop.send("before", "uniqueid=w-1&caller=0501112233").status == 200)
    first.signal(SIGTERM)
    #expect(try first.waitForExit() == .status(0))
  }

  /// Ctrl-Z, or a TSTP from outside: the port is free for the next one, and asked back for on CONT.
  @Test func `a suspended listener hands over`() throws {
    let first = try shop.listen()
    let address = try TakeoverTests.address(first)
    let second = try shop.startListener(at: address)
    try second.waitForOutput("waiting for")
    first.signal(SIGTSTP)
    try second.waitForOutput("listening on http://\(address)")
    #expect(try shop.send("before", "uniqueid=z-1&caller=0501112233").status == 200)
    first.signal(SIGCONT)
    try first.waitForOutput("(\(NSUserName()), \(second.pid))\n")
    second.signal(SIGTERM)
    try wait(for: "the first one again: \(first.output)") {
      first.output.components(separatedBy: "listening on").count == 3 ? true : nil
    }
    shop.listenerChanged()
    #expect(try shop.send("before", "uniqueid=z-2&caller=0501112233").status == 200)
  }

  /// `127.0.0.1:40123` of a listener that has said so.
  static func address(_ listener: Program) throws -> String {
    let line = try listener.waitForOutput("listening on http://")
    guard let address = line.split(separator: "/").last else { throw HarnessError(line) }
    return address.trimmingCharacters(in: .newlines)
  }
}
