import Glibc

/// One client: his socket, his parser and what is still to be sent to him. Requests of a
/// connection are taken one by one: the next is not even parsed before the last is answered, so
/// answers keep their order and a pipelining client is held back by his own socket.
///
/// Methods that touch the socket leave the connection in some phase; the loop then asks for its
/// `interest` and `deadline`.
final class Connection {
  enum Phase: Equatable {
    case reading
    /// The handler has the request.
    case handling
    /// The answer is there, and its time has not come.
    case delayed
    /// An answer is being sent.
    case flushing(thenCloses: Bool)
    /// Answered and closed for sending; what still comes is thrown away.
    case lingering
    case closed
  }

  let id: UInt64
  let descriptor: Int32
  /// The slot in the poll set; the table keeps it.
  var slot = 0
  private(set) var phase = Phase.reading
  private var phaseDeadline: Int64
  /// No deadline of receiving or lingering is later than this, once the listener stops.
  private var latest = Int64.max
  /// When the request being read began; of a new connection, when that was made.
  private(set) var began: Int64

  private let limits: Limits
  private var parser: RequestParser
  /// Bytes of the request that the handler has.
  private var handled = 0
  /// What the table has counted of `memory`; the table keeps it.
  var countedMemory = 0
  private var served: UInt64 = 0
  private var version = Request.Version.http11
  private var isHEAD = false
  private var isPersistent = false
  private var output: [UInt8] = []
  private var sent = 0
  private var lingered = 0
  private var abandoned: ExchangeID?

  init(id: UInt64, descriptor: Int32, peer: String, limits: Limits, now: Int64) {
    self.id = id
    self.descriptor = descriptor
    self.limits = limits
    parser = RequestParser(limits: limits, peer: peer)
    began = now
    phaseDeadline = now + limits.headTime
  }

  var exchange: ExchangeID { ExchangeID(connection: id, number: served) }

  /// Kept open after an answer, and nothing of a next request has come.
  var isIdle: Bool { phase == .reading && served > 0 && parser.isBetweenRequests }

  /// Bytes of a next request are here already; no event of the socket will tell.
  var hasInput: Bool { phase == .reading && !parser.isBetweenRequests }

  /// Which of two connections to give up first when there are too many: the lower rank, then the
  /// older one. Nil for those who wait for an answer.
  var evictionRank: Int? {
    switch phase {
    case .delayed: 0
    case .reading where isIdle: 3
    case .reading: parser.isInHead ? 1 : 4
    case .lingering: 2
    case .handling, .flushing, .closed: nil
    }
  }

  /// The bytes that the client makes us keep.
  var memory: Int { phase == .closed ? 0 : parser.memory + handled }

  /// What `poll` is to watch for.
  var interest: Int16 {
    switch phase {
    case .reading: Int16(POLLIN) | (output.isEmpty ? 0 : Int16(POLLOUT))
    case .handling: output.isEmpty ? 0 : Int16(POLLOUT)
    case .flushing: Int16(POLLOUT)
    case .lingering: Int16(POLLIN)
    case .delayed, .closed: 0
    }
  }

  /// When `expire` is to be called, on the monotonic clock.
  var deadline: Int64 {
    switch phase {
    case .reading, .lingering: min(phaseDeadline, latest)
    default: phaseDeadline
    }
  }

  // MARK: Events

  /// Reads once, at most the size of `scratch`, and understands what came.
  /// - Returns: a request that is now complete.
  func receive(_ scratch: inout [UInt8], now: Int64) -> Exchange? {
    guard phase == .reading || phase == .lingering else { return nil }
    let count = recv(descriptor, &scratch, scratch.count, 0)
    guard count > 0 else {
      // An end of input in the middle of a request is answered by nothing: nobody can tell what
      // the rest would have been.
      if count == 0 || (errno != EAGAIN && errno != EINTR) { end() }
      return nil
    }
    guard phase == .reading else {
      lingered += count
      if lingered > limits.lingerBytes { end() }
      return nil
    }
    if isIdle { began = now }
    parser.append(scratch[..<count])
    return advance(now: now)
  }

  /// Understands what has been received. Call it again only after the request is answered.
  func advance(now: Int64) -> Exchange? {
    while phase == .reading {
      let held = parser.memory
      switch parser.next() {
      case .needMore:
        if !isIdle {
          phaseDeadline = began + (parser.isInHead ? limits.headTime : limits.requestTime)
        }
        return nil
      case .expectContinue:
        output += ResponseEncoder.goOn
        flush(now: now)
      case .request(let request):
        phase = .handling
        phaseDeadline = .max
        handled = held
        served += 1
        version = request.version
        isHEAD = request.method == "HEAD"
        isPersistent = request.isPersistent
        return Exchange(id: exchange, request: request)
      case .refusal(let refusal):
        refuse(refusal, now: now)
      }
    }
    return nil
  }

  /// Takes the answer to the request that is being handled; `flush` sends it.
  func answer(
    _ response: Response, mayPersist: Bool, date: String, now: Int64, memo: inout ResponseMemo
  ) {
    guard phase == .handling else { return }
    handled = 0
    isPersistent = isPersistent && mayPersist && !response.closes
    output += memo.bytes(
      of: .init(
        response: response, version: version, isHEAD: isHEAD, isPersistent: isPersistent, date: date
      ))
    guard response.delay > 0, mayPersist else { return beginFlushing(now: now) }
    phase = .delayed
    // Of many that wait, those of one tenth of a second are looked at together.
    phaseDeadline = (now + Int64(response.delay) + 99) / 100 * 100
  }

  private func beginFlushing(now: Int64) {
    phase = .flushing(thenCloses: !isPersistent)
    phaseDeadline = now + limits.writeTime
  }

  /// Sends as much as the socket takes.
  func flush(now: Int64) {
    guard phase != .closed, phase != .delayed else { return }
    while sent < output.count {
      let count = output.withUnsafeBytes {
        send(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        if errno != EAGAIN { end() }
        return
      }
      sent += count
    }
    output.removeAll(keepingCapacity: output.capacity <= 16 * 1024)
    sent = 0
    guard case .flushing(let closes) = phase else { return }
    if closes {
      linger(now: now)
    } else {
      phase = .reading
      began = now
      phaseDeadline = now + limits.idleTime
    }
  }

  /// The deadline is over: a delayed answer is sent, a request in the middle is answered 408,
  /// anything else just ends.
  func expire(now: Int64) {
    if phase == .delayed {
      beginFlushing(now: now)
      flush(now: now)
    } else if hasInput {
      refuse(parser.isInHead ? .lateHead : .lateBody, now: now)
    } else {
      end()
    }
  }

  /// Gives up what is coming, to have its memory.
  func refuseForRoom(now: Int64) {
    guard phase == .reading else { return end() }
    parser.refuse(.overloaded)
    refuse(.overloaded, now: now)
  }

  /// The listener stops: what has begun to come may come until then, but not for long.
  func beginStopping(now: Int64) {
    latest = now + limits.stopReceiveTime
    if phase == .lingering { linger(now: now) }
    if phase == .delayed { expire(now: now) }
  }

  /// Closes the socket at once.
  func end() {
    guard phase != .closed else { return }
    if phase == .handling { abandoned = exchange }
    phase = .closed
    close(descriptor)
  }

  /// The exchange that was open when the connection ended, told once.
  func takeAbandoned() -> ExchangeID? {
    defer { abandoned = nil }
    return abandoned
  }

  // MARK: Closing answers

  private func refuse(_ refusal: Refusal, now: Int64) {
    output += ResponseEncoder.encode(
      refusal.response, isHEAD: parser.isReadingHEAD, isPersistent: false)
    phase = .flushing(thenCloses: true)
    phaseDeadline = now + limits.writeTime
    flush(now: now)
  }

  /// Closing with unread input would reset the connection and could take the answer away from
  /// the client (RFC 9112 section 9.6).
  private func linger(now: Int64) {
    phase = .lingering
    let isStopping = latest != .max
    phaseDeadline =
      now + (isStopping ? min(limits.lingerTime, limits.stopLingerTime) : limits.lingerTime)
    shutdown(descriptor, Int32(SHUT_WR))
  }
}
