import Glibc

/// The listener's thread: turn after turn it reads every socket that is ready, hands all complete
/// requests to the handler at once, sends the answers, and ends what is late.
final class EventLoop {
  /// Bounds of one turn, so that no client and no flood of them keeps the others waiting.
  private static let readSize = 64 * 1024
  private static let acceptsPerTurn = 128
  /// How long nobody is accepted after the system refused a descriptor.
  private static let acceptPause: Int64 = 100
  /// How often the sockets are looked at again, as long as that brings more requests, before the
  /// handler is to decide those it has left open: whoever asks at the same time is answered at the
  /// same time, and one commit does for all.
  private static let looks = 4
  private static let logPause: Int64 = 60_000
  /// How long nobody is read from while the clients' share of the memory is used up.
  private static let fullPause: Int32 = 5

  private let limits: Limits
  private let capacity: Int
  private let listening: ListeningSocket
  private let control: LoopControl
  private let log: @Sendable (String) -> Void
  private let handler: any RequestHandler

  private var table: ConnectionTable
  private var now = Clock.monotonicMilliseconds()
  private var nextID: UInt64 = 1
  private var scratch = [UInt8](repeating: 0, count: readSize)
  private var exchanges: [Exchange] = []
  /// Answered connections whose next request has begun to come already.
  private var pipelined: [Connection] = []
  /// Looks in a row that have brought requests.
  private var looks = 0
  /// Which of the ready connections is served first; it goes round, so that for want of memory not
  /// always the same are put off.
  private var offset = 0
  /// No connection's deadline is earlier than this.
  private var nextSweep = Int64.max
  private var acceptsAgain: Int64 = 0
  private var isAccepting = true
  private var isListening = true
  private var quietUntil: Int64 = 0
  /// When a graceful stop ends what is left; nil before it.
  private var stopsAt: Int64?
  private var date = (second: -1, text: "")
  private var memo = ResponseMemo()

  init(
    listening: ListeningSocket, capacity: Int, limits: Limits, control: LoopControl,
    log: @escaping @Sendable (String) -> Void, handler: any RequestHandler
  ) {
    self.listening = listening
    self.capacity = capacity
    self.limits = limits
    self.control = control
    self.log = log
    self.handler = handler
    table = ConnectionTable(wake: control.pipe.readEnd, listening: listening.descriptor)
  }

  /// Runs until it is told to stop; every descriptor but the pipe's is closed after it.
  func run() {
    while turn() {}
    closeListening()
    for connection in table.connections {
      connection.end()
      settle(connection)
    }
  }

  private func turn() -> Bool {
    // What is held can only become less by the handler's answers: sockets that are ready all the
    // time are not asked in a tight loop.
    if isFull { control.pipe.wait(milliseconds: Self.fullPause) }
    let ready = table.wait(milliseconds: timeout())
    now = Clock.monotonicMilliseconds()
    if table.isWakeReady { control.pipe.drain() }
    let order = control.order
    guard order != .stopNow else {
      send(handler.resume(now: now))
      return false
    }

    let waiting = pipelined
    pipelined = []
    for connection in waiting { take(connection.advance(now: now), from: connection) }
    offset = ready.isEmpty ? 0 : (offset + 1) % ready.count
    for (connection, events) in ready[offset...] + ready[..<offset] {
      serve(connection, events: events)
    }
    if table.isListenReady { acceptClients(limit: Self.acceptsPerTurn) }
    if order == .stopGracefully, stopsAt == nil { beginStopping() }

    let complete = exchanges
    exchanges = []
    if !complete.isEmpty {
      send(handler.handle(complete))
      looks += 1
      if looks < Self.looks { return true }
    }
    looks = 0
    send(handler.resume(now: now))
    if now >= nextSweep { sweep() }
    guard let stopsAt else { return true }
    return now < stopsAt && !table.connections.isEmpty
  }

  /// Until the next deadline of anybody.
  private func timeout() -> Int32 {
    guard pipelined.isEmpty, looks == 0 else { return 0 }
    var until = min(nextSweep, stopsAt ?? .max)
    if !isAccepting, isListening {
      if acceptsAgain <= now { watchForClients() } else { until = min(until, acceptsAgain) }
    }
    // The handler may have taken its time since `now` was read.
    let present = Clock.monotonicMilliseconds()
    var wait = until == .max ? Int64.max : max(0, until - present)
    if let milliseconds = handler.timeoutMilliseconds {
      wait = min(wait, Int64(max(0, milliseconds)))
    }
    return wait == .max ? -1 : Int32(clamping: wait)
  }

  // MARK: Clients

  private func serve(_ connection: Connection, events: Int16) {
    if events & Int16(POLLOUT) != 0 { flush(connection) }
    if events & Int16(POLLIN) != 0 {
      guard !isFull else { return settle(connection) }
      take(connection.receive(&scratch, now: now), from: connection)
    } else if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      // Reset by the client. A client who only ended his sending is not reported here and still
      // gets his answer.
      connection.end()
    }
    settle(connection)
  }

  private func take(_ exchange: Exchange?, from connection: Connection) {
    if let exchange { exchanges.append(exchange) }
    settle(connection)
  }

  /// Brings table and timer up to date with what happened to the connection.
  private func settle(_ connection: Connection) {
    if stopsAt != nil, connection.isIdle { connection.end() }
    table.update(connection)
    if isFull { makeRoom() }
    guard connection.phase == .closed else {
      nextSweep = min(nextSweep, connection.deadline)
      return
    }
    // A request of this very turn is handled all the same: it came in full.
    guard let id = connection.takeAbandoned(), !exchanges.contains(where: { $0.id == id }) else {
      return
    }
    handler.abandoned(id)
  }

  private var isFull: Bool { table.memory > limits.memory }

  /// Gives up the oldest of the requests that take more than an even share, so that a client with
  /// a delivery of usual size never pays for those who send large ones slowly.
  private func makeRoom() {
    guard let burden = table.oldestBurden(over: limits.memory / capacity) else { return }
    report("too much is being received, the oldest large request is refused")
    burden.refuseForRoom(now: now)
    settle(burden)
  }

  private func send(_ answers: [Answer]) {
    guard !answers.isEmpty else { return }
    let date = currentDate()
    for answer in answers {
      guard let connection = table[answer.id.connection], connection.exchange == answer.id else {
        continue
      }
      connection.answer(
        answer.response, mayPersist: stopsAt == nil, date: date, now: now, memo: &memo)
      flush(connection)
      settle(connection)
    }
  }

  private func flush(_ connection: Connection) {
    let wasReading = connection.phase == .reading
    connection.flush(now: now)
    if !wasReading, connection.hasInput { pipelined.append(connection) }
  }

  /// Ends what is late, and finds the next deadline. Deadlines that moved away since cost one
  /// early sweep, not an ordered queue.
  private func sweep() {
    nextSweep = .max
    for connection in table.connections {
      if connection.deadline <= now { connection.expire(now: now) }
      settle(connection)
    }
  }

  private func currentDate() -> String {
    let second = Clock.unixSeconds()
    if second != date.second { date = (second, Clock.httpDate(unixSeconds: second)) }
    return date.text
  }

  // MARK: Accepting

  private func acceptClients(limit: Int) {
    var hasEvicted = false
    for _ in 0..<limit {
      let isFull = table.connections.count >= capacity
      let victim = isFull ? table.leastWanted : nil
      guard !isFull || victim != nil else {
        return pauseAccepting("every connection waits for its answer")
      }
      switch listening.accept() {
      case .none: return
      case .exhausted:
        // One is given up for the next client; if that does not help, others hold the files.
        guard !hasEvicted, let victim = table.leastWanted else {
          return pauseAccepting("no descriptors left")
        }
        hasEvicted = true
        evict(victim)
      case .client(let descriptor, let peer):
        hasEvicted = false
        if let victim { evict(victim) }
        add(
          Connection(id: nextID, descriptor: descriptor, peer: peer, limits: limits, now: now))
      }
    }
  }

  private func evict(_ connection: Connection) {
    report("no room for another connection, the oldest unfinished one is closed")
    connection.end()
    settle(connection)
  }

  private func add(_ connection: Connection) {
    nextID += 1
    table.add(connection)
    // Most clients have sent their request by now.
    take(isFull ? nil : connection.receive(&scratch, now: now), from: connection)
  }

  private func pauseAccepting(_ reason: String) {
    report("accepting pauses: \(reason)")
    isAccepting = false
    acceptsAgain = now + Self.acceptPause
    table.watchListening(-1)
  }

  private func watchForClients() {
    isAccepting = true
    table.watchListening(listening.descriptor)
  }

  /// Logs what a flood of clients would otherwise write a thousand times.
  private func report(_ event: String) {
    guard now >= quietUntil else { return }
    quietUntil = now + Self.logPause
    log(event)
  }

  // MARK: Stopping

  /// Takes what has been sent to us until now, then nothing more: the provider may never send a
  /// delivery again.
  private func beginStopping() {
    stopsAt = now + limits.stopTime
    acceptClients(limit: capacity)
    closeListening()
    for connection in table.connections {
      connection.beginStopping(now: now)
      take(connection.receive(&scratch, now: now), from: connection)
    }
  }

  private func closeListening() {
    guard isListening else { return }
    isListening = false
    table.watchListening(-1)
    listening.discard()
  }
}
