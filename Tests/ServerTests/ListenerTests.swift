import Testing

@testable import Server

/// The listener over real loopback sockets.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ListenerTests {
  private let desk = Desk()

  /// A started listener on a port that the system picks.
  private func listener(
    _ address: String = "127.0.0.1:0", timeout: Int? = nil,
    limits change: (inout Limits) -> Void = { _ in }
  ) throws -> Listener {
    var limits = Limits()
    change(&limits)
    let listener = Listener(address: try ListenAddress(parsing: address), limits: limits) {
      [desk] in DeskHandler(desk, timeout: timeout, wake: $0)
    }
    try listener.start()
    return listener
  }

  /// A fixed port that no test beside this one is given: outside the range that the system picks
  /// from, and on a loopback address of our own.
  private func ownAddress() throws -> ListenAddress {
    try ListenAddress(parsing: "127.9.8.7:\(Int.random(in: 20_000..<30_000))")
  }

  private func get(_ target: String, _ more: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: h\r\n\(more)\r\n"
  }

  private func milliseconds(_ body: () throws -> Void) throws -> Int64 {
    let start = Clock.monotonicMilliseconds()
    try body()
    return Clock.monotonicMilliseconds() - start
  }

  // MARK: Requests and answers

  @Test(arguments: ["127.0.0.1:0", "localhost:0", "[::1]:0", "[::]:0"])
  func anyAddressOfThisMachine(address: String) throws {
    let listener = try listener(address)
    #expect(listener.boundAddress?.port != 0)
    #expect(try Client(listener).ask(get("/a")) == "GET /a 0")
    listener.stop()
    #expect(listener.boundAddress == nil)
  }

  @Test func oneConnectionServesManyRequests() throws {
    let listener = try listener()
    let client = try Client(listener)
    for number in 1...20 { #expect(try client.ask(get("/\(number)")) == "GET /\(number) 0") }
    try client.send(get("/last", "Connection: close\r\n"))
    let end = try client.readToEnd()
    #expect(end.contains("\r\nConnection: close\r\n"))
    #expect(end.hasSuffix("GET /last 0"))
    listener.stop()
  }

  @Test func anAnswerIsComplete() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send(get("/a"))
    let (head, body) = try client.response()
    let lines = head.split(separator: "\r\n")
    #expect(lines.first == "HTTP/1.1 200 OK")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("Date: ") && lines[1].hasSuffix(" GMT"))
    #expect(lines[2] == "Content-Type: text/plain; charset=utf-8")
    #expect(lines[3] == "Content-Length: \(body.utf8.count)")
    listener.stop()
  }

  @Test func whoAsksMeanwhileIsDecidedTogetherWithTheFirst() throws {
    let listener = try listener()
    desk.hold()
    let first = try Client(listener)
    try first.send(get("/1"))
    #expect(desk.waitForTurns(1))
    let second = try Client(listener)
    try second.send(get("/2"))
    desk.release()
    #expect(try first.response().body == "GET /1 0")
    #expect(try second.response().body == "GET /2 0")
    #expect(desk.waitForResume(behindTurns: 2))
    #expect(desk.turns == [["/1"], ["/2"]])
    #expect(!desk.turnsBeforeResumes.contains(1))
    listener.stop()
  }

  @Test func pipelinedRequestsAreAnsweredInOrderOneATurn() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send((1...50).map { get("/\($0)") }.joined())
    for number in 1...50 { #expect(try client.response().body == "GET /\(number) 0") }
    #expect(desk.turns == (1...50).map { ["/\($0)"] })
    // However many follow one another, what was left open is decided in between.
    let decided = Set(desk.turnsBeforeResumes)
    #expect(
      (1...47).allSatisfy { first in (first..<(first + 4)).contains(where: decided.contains) })
    listener.stop()
  }

  @Test func oldClientsAreClosedUnlessTheyAskToBeKept() throws {
    let listener = try listener()
    let plain = try Client(listener)
    try plain.send("GET /a HTTP/1.0\r\n\r\n")
    #expect(try plain.readToEnd().hasSuffix("GET /a 0"))
    let kept = try Client(listener)
    for _ in 1...2 {
      try kept.send("GET /b HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
      let (head, body) = try kept.response()
      #expect(head.contains("\r\nConnection: keep-alive\r\n"))
      #expect(body == "GET /b 0")
    }
    listener.stop()
  }

  @Test func bodiesMayComeInPieces() throws {
    let listener = try listener()
    let client = try Client(listener)
    let request =
      "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    for byte in request.utf8 { try client.send([byte]) }
    #expect(try client.response().body == "POST /c 5")
    try client.send("PUT /l HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n")
    try client.send([UInt8](repeating: 0x61, count: 1_048_576))
    #expect(try client.response().body == "PUT /l 1048576")
    listener.stop()
  }

  @Test func aClientWhoAsksIsToldToGoOn() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send(
      "POST /e HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
    #expect(try client.read(through: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    #expect(try client.ask("ab") == "POST /e 2")
    try client.send(
      "POST /e HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1048577\r\n\r\n")
    #expect(try client.readToEnd().hasPrefix("HTTP/1.1 413 "))
    listener.stop()
  }

  @Test func headHasNoBody() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send("HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n")
    #expect(try client.response(isHEAD: true).head.contains("\r\nContent-Length: 9\r\n"))
    #expect(try client.ask(get("/next")) == "GET /next 0")
    try client.send("HEAD /h HTTP/1.1\r\n\r\n")
    let refusal = try client.readToEnd()
    #expect(refusal.hasPrefix("HTTP/1.1 400 ") && refusal.hasSuffix("\r\n\r\n"))
    listener.stop()
  }

  @Test func aHalfClosedClientGetsHisAnswer() throws {
    let listener = try listener()
    desk.deferLater()
    let client = try Client(listener)
    try client.send(get("/later"))
    client.endSending()
    #expect(desk.waitForTurns(1))
    desk.release()
    desk.wake()
    #expect(try client.readToEnd().hasSuffix("GET /later 0"))
    listener.stop()
  }

  @Test func aTruncatedRequestIsNotAnswered() throws {
    let listener = try listener()
    for part in [
      "GET", "GET / HTTP/1.1\r\nHost: h\r\n\r", "PUT / HTTP/1.0\r\nContent-Length: 2\r\n\r\na",
    ] {
      let client = try Client(listener)
      try client.send(part)
      client.endSending()
      #expect(try client.readToEnd() == "")
    }
    #expect(desk.turns.isEmpty)
    listener.stop()
  }

  // MARK: Turns and deferred answers

  @Test func theRequestsOfOneTurnComeTogether() throws {
    let listener = try listener()
    desk.hold()
    let first = try Client(listener)
    try first.send(get("/first"))
    #expect(desk.waitForTurns(1))
    let others = try (1...40).map { _ in try Client(listener) }
    for (number, client) in others.enumerated() { try client.send(get("/\(number)")) }
    desk.release()
    #expect(try first.response().body == "GET /first 0")
    for (number, client) in others.enumerated() {
      #expect(try client.response().body == "GET /\(number) 0")
    }
    #expect(desk.turns.map(\.count) == [1, 40])
    listener.stop()
  }

  @Test func aDeferredAnswerHoldsUpNobodyElse() throws {
    let listener = try listener()
    desk.deferLater()
    let waiting = try Client(listener)
    try waiting.send(get("/later") + get("/after"))
    let other = try Client(listener)
    #expect(try other.ask(get("/now")) == "GET /now 0")
    #expect(desk.turns.flatMap { $0 }.contains("/later"))
    desk.release()
    desk.wake()
    #expect(try waiting.response().body == "GET /later 0")
    #expect(try waiting.response().body == "GET /after 0")
    listener.stop()
  }

  @Test func theHandlersTimerCallsIt() throws {
    let listener = try listener(timeout: 10)
    desk.deferLater()
    let client = try Client(listener)
    try client.send(get("/later"))
    #expect(desk.waitForTurns(1))
    #expect(desk.waitForResumes(after: desk.resumeCount + 3))
    desk.release()
    #expect(try client.response().body == "GET /later 0")
    listener.stop()
  }

  @Test func wakingCallsTheHandler() throws {
    let listener = try listener()
    #expect(try Client(listener).ask(get("/a")) == "GET /a 0")
    let count = desk.resumeCount
    desk.wake()
    #expect(desk.waitForResumes(after: count))
    listener.stop()
    desk.wake()
  }

  @Test func aClientWhoResetsAbandonsHisRequest() throws {
    let listener = try listener()
    desk.deferLater()
    let client = try Client(listener)
    try client.send(get("/later"))
    #expect(desk.waitForTurns(1))
    client.reset()
    #expect(desk.waitForAbandoned(1))
    listener.stop()
  }

  // MARK: Refusals

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\n", 505),
    ("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("PUT / HTTP/1.1\r\nHost: h\r\nExpect: x\r\n\r\n", 417),
    ("GET /" + String(repeating: "a", count: 9_000), 414),
    ("GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 9_000), 431),
  ]) func refusalsAreAnsweredAndEndTheConnection(request: String, status: Int) throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send(get("/before") + request)
    #expect(try client.response().body == "GET /before 0")
    let answer = try client.readToEnd()
    #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    #expect(answer.contains("\r\nConnection: close\r\n"))
    #expect(desk.turns == [["/before"]])
    listener.stop()
  }

  /// A client who reads only after he has sent everything must find the answer, not a reset.
  @Test func aClientWhoStillSendsReadsTheRefusal() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 8388608\r\n\r\n")
    try client.send([UInt8](repeating: 0x61, count: 8_388_608))
    #expect(try client.readToEnd().hasPrefix("HTTP/1.1 413 "))
    listener.stop()
  }

  @Test func lingeringIsBounded() throws {
    let listener = try listener {
      $0.lingerBytes = 100_000
    }
    let client = try Client(listener)
    try client.send("GET / HTTP/1.1\r\n\r\n")
    #expect(throws: Client.Failure.self) {
      for _ in 1...1_000 { try client.send([UInt8](repeating: 0x61, count: 100_000)) }
    }
    listener.stop()
  }

  // MARK: Deadlines

  @Test func aSlowHeadIsAnsweredAfterItsTotalTime() throws {
    let listener = try listener { $0.headTime = 200 }
    let client = try Client(listener)
    // Each byte comes in time; together they do not.
    let waited = try milliseconds {
      try client.send("GET")
      #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 "))
    }
    #expect(waited >= 199)
    listener.stop()
  }

  @Test func bytesDoNotProlongADeadline() throws {
    let listener = try listener {
      $0.headTime = 200
      $0.requestTime = 400
      $0.lingerTime = 0
    }
    let client = try Client(listener)
    try client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\n")
    let waited = try milliseconds {
      // The server ends it, whatever is sent.
      while (try? client.send([0x61])) != nil {}
    }
    #expect(waited >= 350)
    listener.stop()
  }

  @Test func aSlowBodyIsAnswered() throws {
    let listener = try listener {
      $0.headTime = 100
      $0.requestTime = 300
    }
    let client = try Client(listener)
    let waited = try milliseconds {
      try client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na")
      #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 "))
    }
    #expect(waited >= 299)
    listener.stop()
  }

  @Test func connectionsWithoutARequestEndSilently() throws {
    let listener = try listener {
      $0.headTime = 100
      $0.idleTime = 200
    }
    let fresh = try Client(listener)
    #expect(try fresh.readToEnd() == "")
    let kept = try Client(listener)
    #expect(try kept.ask(get("/a")) == "GET /a 0")
    let waited = try milliseconds {
      let end = try kept.readToEnd()
      #expect(end == "")
    }
    #expect(waited >= 150)
    listener.stop()
  }

  @Test func aKeptConnectionsNextRequestHasItsOwnDeadline() throws {
    let listener = try listener { $0.headTime = 300 }
    let client = try Client(listener)
    #expect(try client.ask(get("/a")) == "GET /a 0")
    let waited = try milliseconds {
      try client.send("GET")
      #expect(try client.readToEnd().hasPrefix("HTTP/1.1 408 "))
    }
    #expect(waited >= 299)
    listener.stop()
  }

  @Test func anAnswerThatIsNotTakenIsGivenUp() throws {
    let listener = try listener { $0.writeTime = 200 }
    let client = try Client(listener, receiveBuffer: 4_096)
    try client.send(get("/large"))
    #expect(try Client(listener).ask(get("/a")) == "GET /a 0")
    let other = try Client(listener)
    // The writer's deadline passes while another client is served as usual.
    let end = Clock.monotonicMilliseconds() + 300
    while Clock.monotonicMilliseconds() < end {
      #expect(try other.ask(get("/b")) == "GET /b 0")
    }
    #expect((try? client.response()) == nil)
    listener.stop()
  }

  @Test func aSlowReaderGetsAllAndBlocksNobody() throws {
    let listener = try listener()
    let slow = try Client(listener, receiveBuffer: 4_096)
    try slow.send(get("/large"))
    #expect(desk.waitForTurns(1))
    #expect(try Client(listener).ask(get("/a")) == "GET /a 0")
    #expect(try slow.response().body.utf8.count == 8 << 20)
    #expect(try slow.ask(get("/b")) == "GET /b 0")
    listener.stop()
  }

  // MARK: Many connections

  @Test func theOldestUnfinishedHeadMakesRoom() throws {
    let listener = try listener { $0.connections = 3 }
    let oldest = try Client(listener)
    try oldest.send("GET /x")
    let kept = try Client(listener)
    #expect(try kept.ask(get("/kept")) == "GET /kept 0")
    let younger = try Client(listener)
    try younger.send("GET /y")
    let new = try Client(listener)
    #expect(try new.ask(get("/new")) == "GET /new 0")
    #expect(try oldest.readToEnd() == "")
    #expect(try kept.ask(get("/again")) == "GET /again 0")
    #expect(try younger.ask(" HTTP/1.1\r\nHost: h\r\n\r\n") == "GET /y 0")
    listener.stop()
  }

  @Test func thoseWhoWaitForAnswersAreNotEvicted() throws {
    let listener = try listener { $0.connections = 2 }
    desk.deferLater()
    let waiting = try (1...2).map { _ in try Client(listener) }
    for client in waiting { try client.send(get("/later")) }
    #expect(desk.waitForRequests(2))
    let new = try Client(listener)
    try new.send(get("/new"))
    desk.release()
    desk.wake()
    for client in waiting { #expect(try client.response().body == "GET /later 0") }
    #expect(try new.response().body == "GET /new 0")
    listener.stop()
  }

  @Test func aThousandSlowClientsAndOneGood() throws {
    let listener = try listener()
    let slow = try (1...1_000).map { _ in try Client(listener) }
    for client in slow { try client.send("GET") }
    #expect(try Client(listener).ask(get("/good")) == "GET /good 0")
    #expect(try slow[500].ask(" / HTTP/1.0\r\n\r\n") == "GET / 0")
    listener.stop(graceful: false)
  }

  // MARK: Answers that wait

  @Test func aDelayedAnswerWaitsAndEndsItsConnection() throws {
    let listener = try listener()
    let client = try Client(listener)
    let waited = try milliseconds {
      try client.send(get("/delayed") + get("/never"))
      #expect(try Client(listener).ask(get("/other")) == "GET /other 0")
      let answer = try client.readToEnd()
      #expect(answer.contains("\r\nConnection: close\r\n") && answer.hasSuffix("GET /delayed 0"))
    }
    #expect(waited >= 300)
    listener.stop()
  }

  @Test func thoseWhoWaitForADelayedAnswerAreTheFirstToGo() throws {
    let listener = try listener { $0.connections = 2 }
    let head = try Client(listener)
    try head.send("GET /x")
    let delayed = try Client(listener)
    try delayed.send(get("/delayed"))
    #expect(desk.waitForRequests(1))
    #expect(try Client(listener).ask(get("/new")) == "GET /new 0")
    #expect(try delayed.readToEnd() == "")
    #expect(try head.ask(" HTTP/1.1\r\nHost: h\r\n\r\n") == "GET /x 0")
    listener.stop()
  }

  @Test func aStopDoesNotWaitForThem() throws {
    let listener = try listener()
    let client = try Client(listener)
    try client.send(get("/delayed"))
    #expect(desk.waitForRequests(1))
    let waited = try milliseconds { listener.stop() }
    #expect(waited < 300)
    #expect(try client.readToEnd().hasSuffix("GET /delayed 0"))
  }

  // MARK: Starting and stopping

  @Test func aPortInUseIsSaid() throws {
    let address = try ownAddress()
    let first = try listener("\(address)")
    let second = Listener(address: address) { [desk] in DeskHandler(desk, wake: $0) }
    #expect(throws: ListenError.addressInUse(address)) { try second.start() }
    first.stop()
    try second.start()
    #expect(try Client(second).ask(get("/a")) == "GET /a 0")
    second.stop()
  }

  @Test func anAddressOfAnotherMachineIsSaid() throws {
    let address = try ListenAddress(parsing: "192.0.2.1:0")
    let listener = Listener(address: address) { [desk] in DeskHandler(desk, wake: $0) }
    #expect(throws: ListenError.addressNotAvailable(address)) { try listener.start() }
  }

  @Test func oneListenerStartsAndStopsAgainOnItsPort() throws {
    let address = try ownAddress()
    let listener = Listener(address: address) { [desk] in DeskHandler(desk, wake: $0) }
    for number in 1...5 {
      try listener.start()
      try listener.start()
      let client = try Client(listener)
      #expect(try client.ask(get("/\(number)")) == "GET /\(number) 0")
      listener.stop()
      listener.stop()
      #expect(try client.readToEnd() == "")
    }
  }

  @Test func aGracefulStopAnswersWhatWasReceived() throws {
    let listener = try listener()
    desk.hold()
    let first = try Client(listener)
    try first.send(get("/first"))
    #expect(desk.waitForTurns(1))
    // Sent, but not even accepted when the stop is ordered.
    let second = try Client(listener)
    try second.send(get("/second"))
    let half = try Client(listener)
    try half.send("PUT /half HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na")
    let stopping = Background { listener.stop() }
    #expect(stopping.hasBegun())
    desk.release()
    for (client, target) in [(first, "/first"), (second, "/second")] {
      #expect(try client.readToEnd().hasSuffix("GET \(target) 0"))
    }
    try half.send("b")
    let answer = try half.readToEnd()
    #expect(answer.hasSuffix("PUT /half 2"))
    #expect(answer.contains("\r\nConnection: close\r\n"))
    #expect(stopping.hasEnded())
    #expect(throws: Client.Failure.self) { try Client(listener) }
  }

  @Test func aGracefulStopDoesNotWaitForever() throws {
    let listener = try listener { $0.stopTime = 200 }
    desk.deferLater()
    let client = try Client(listener)
    try client.send(get("/later"))
    #expect(desk.waitForTurns(1))
    let waited = try milliseconds { listener.stop() }
    #expect(waited >= 199)
    #expect(desk.waitForAbandoned(1))
    #expect(try client.readToEnd() == "")
  }

  @Test func aStopAtOnceAbandonsWhatIsOpen() throws {
    let listener = try listener()
    desk.deferLater()
    let client = try Client(listener)
    try client.send(get("/later"))
    #expect(desk.waitForTurns(1))
    listener.stop(graceful: false)
    #expect(desk.waitForAbandoned(1))
  }
}
