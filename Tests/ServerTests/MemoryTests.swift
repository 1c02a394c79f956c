import Testing

@testable import Server

/// What all clients together may make the listener keep.
@Suite(.serialized, .timeLimit(.minutes(1))) struct MemoryTests {
  private let desk = Desk()
  private let body = [UInt8](repeating: 0x61, count: 50_000)

  /// 100 kB in all, 10 kB as an even share.
  private func listener() throws -> Listener {
    var limits = Limits()
    limits.memory = 100_000
    limits.connections = 10
    let listener = Listener(address: ListenAddress(loopbackPort: 0), limits: limits) { [desk] in
      DeskHandler(desk, wake: $0)
    }
    try listener.start()
    return listener
  }

  private func put(_ target: String, length: Int = 50_000, more: String = "") -> String {
    "PUT \(target) HTTP/1.1\r\nHost: h\r\n\(more)Content-Length: \(length)\r\n\r\n"
  }

  /// Sends the head and all of the body but its last byte, and waits until it has arrived.
  private func sendMost(of target: String, to listener: Listener) throws -> Client {
    let client = try Client(listener)
    try client.send(put(target, more: "Expect: 100-continue\r\n"))
    #expect(try client.read(through: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    try client.send(Array(body.dropLast()))
    // The listener reads in the order in which bytes come: once this is answered it has read those.
    #expect(try Client(listener).ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n") == "GET / 0")
    return client
  }

  @Test func theOldestLargeRequestIsRefusedFirst() throws {
    let listener = try listener()
    let small = try Client(listener)
    try small.send(put("/small", length: 5_000))
    try small.send([UInt8](repeating: 0x61, count: 4_999))
    let first = try sendMost(of: "/first", to: listener)
    let second = try sendMost(of: "/second", to: listener)
    #expect(try first.readToEnd().hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
    #expect(try second.ask("a") == "PUT /second 50000")
    #expect(try small.ask("a") == "PUT /small 5000")
    listener.stop()
  }

  @Test func chunksCountAsWell() throws {
    let listener = try listener()
    let first = try Client(listener)
    try first.send("PUT /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in 1...60 {
      try first.send("400\r\n" + String(repeating: "a", count: 1_024) + "\r\n")
    }
    let second = try sendMost(of: "/second", to: listener)
    #expect(try first.readToEnd().hasPrefix("HTTP/1.1 503 "))
    #expect(try second.ask("a") == "PUT /second 50000")
    listener.stop()
  }

  @Test func whatIsBeingHandledIsPutBeforeWhatComes() throws {
    let listener = try listener()
    desk.deferLater()
    let waiting = try (1...2).map { _ in
      let client = try Client(listener)
      try client.send(put("/later"))
      try client.send(body)
      return client
    }
    #expect(desk.waitForRequests(2))
    let new = try Client(listener)
    try new.send("GET /new HTTP/1.1\r\nHost: h\r\n\r\n")
    desk.release()
    desk.wake()
    for client in waiting { #expect(try client.response().body == "PUT /later 50000") }
    #expect(try new.response().body == "GET /new 0")
    listener.stop()
  }

  @Test func memoryIsGivenBack() throws {
    let listener = try listener()
    for number in 1...20 {
      let client = try sendMost(of: "/\(number)", to: listener)
      #expect(try client.ask("a") == "PUT /\(number) 50000")
      // Half of them stay.
      if number % 2 == 0 { client.disconnect() }
    }
    listener.stop()
  }

  @Test func aKeptConnectionHoldsLittle() {
    var parser = RequestParser()
    parser.append(Array(put("/a").utf8) + body)
    #expect(parser.memory >= 50_000)
    guard case .request = parser.next() else {
      Issue.record("no request")
      return
    }
    #expect(parser.memory <= 4_096)
    parser.append(Array("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 7_000))\r\n".utf8))
    #expect(parser.next() == .needMore)
    #expect(parser.memory >= 7_000)
    parser.refuse(.overloaded)
    #expect(parser.memory == 0)
  }
}
