/// Makes requests of the bytes of one connection (RFC 9112, read strictly). A pure value: it
/// knows no socket and no clock, and its verdicts do not depend on how the bytes were split.
public struct RequestParser: Sendable {
  public enum Progress: Sendable, Equatable {
    case needMore
    /// The head is accepted, its body is not all there, and the client waits for `100 Continue`.
    /// Said once for a request.
    case expectContinue
    case request(Request)
    /// Final: the connection is to be answered and closed.
    case refusal(Refusal)
  }

  private enum State: Sendable {
    case start, fields
    case length(Int)
    case chunked
    /// After a refusal, or after a request that was its client's last one.
    case refused(Refusal)
    case ended
  }

  private let limits: Limits
  private let peer: String
  private var input = InputBuffer()
  private var state = State.start
  private var emptyLines = 0
  private var headCount = 0
  private var line: RequestLine?
  private var headers = Headers()
  private var chunks: ChunkedDecoder
  private var continueIsDue = false

  public init(limits: Limits = Limits(), peer: String = "") {
    self.limits = limits
    self.peer = peer
    chunks = ChunkedDecoder(limits: limits)
  }

  /// Whether a head has been begun or waited for: its deadline is the shorter one.
  public var isInHead: Bool {
    switch state {
    case .start, .fields: true
    default: false
    }
  }

  /// Whether nothing of a next request has come.
  public var isBetweenRequests: Bool {
    if case .start = state { return input.isEmpty }
    return false
  }

  /// Whether the request being read is a HEAD, whose answer has no body, refusals included.
  public var isReadingHEAD: Bool { line?.method == "HEAD" }

  /// The bytes of memory that the unfinished request holds; its head counts as long as it was
  /// received.
  public var memory: Int { input.capacity + chunks.capacity + headCount }

  /// Gives the unfinished request up for good.
  mutating func refuse(_ refusal: Refusal) {
    input.removeAll()
    forgetHeadAndChunks()
    state = .refused(refusal)
  }

  /// Feeds bytes as they came. After the last request of a connection they are dropped.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    switch state {
    case .refused, .ended: return
    default: input.append(bytes)
    }
  }

  /// The next thing that can be said about what was fed. Call it until it says `needMore`, or,
  /// to answer requests in their order, once after each answer.
  public mutating func next() -> Progress {
    do throws(Refusal) {
      return try advance()
    } catch {
      refuse(error)
      return .refusal(error)
    }
  }

  private mutating func advance() throws(Refusal) -> Progress {
    while true {
      switch state {
      case .start:
        guard let bytes = try takeHeadLine(tooLong: .longTarget) else { return .needMore }
        try begin(bytes)
      case .fields:
        guard let bytes = try takeHeadLine(tooLong: .largeHead) else { return .needMore }
        if bytes.isEmpty {
          try endHead()
        } else {
          try addField(bytes)
        }
      case .length(let length):
        guard input.count >= length else { return needMoreBody() }
        return .request(finish(body: Array(input.take(atMost: length))))
      case .chunked:
        guard try chunks.decode(&input) else { return needMoreBody() }
        return .request(finish(body: chunks.body))
      case .refused(let refusal): return .refusal(refusal)
      case .ended: return .needMore
      }
    }
  }

  private mutating func takeHeadLine(tooLong: Refusal) throws(Refusal) -> ArraySlice<UInt8>? {
    switch input.takeLine(limit: min(limits.line, limits.head - headCount - 2)) {
    case .complete(let bytes):
      headCount += bytes.count + 2
      return bytes
    case .incomplete: return nil
    case .tooLong: throw tooLong
    case .bare: throw .bareLineBreak
    }
  }

  private mutating func begin(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    if bytes.isEmpty {
      emptyLines += 1
      headCount = 0
      guard emptyLines <= limits.leadingEmptyLines else {
        throw .malformed("There are too many empty lines before the request line.")
      }
      return
    }
    line = try RequestLine(parsing: bytes)
    state = .fields
  }

  private mutating func addField(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    guard headers.fields.count < limits.fields else { throw .manyFields }
    headers.append(try FieldLine.parse(bytes))
  }

  private mutating func endHead() throws(Refusal) {
    guard let version = line?.version else { return }
    let hosts = headers.values(of: "Host")
    guard hosts.count == 1 || (hosts.isEmpty && version == .http10) else {
      throw .malformed("There must be one Host field.")
    }
    guard hosts.allSatisfy({ Authority.isValid(Array($0.utf8)[...]) }) else {
      throw .malformed("The Host field is not a host.")
    }
    guard headers.values(of: "Content-Type").count <= 1 else {
      throw .malformed("There must be one Content-Type.")
    }
    let framing = try BodyFraming(headers, version: version, limits: limits)
    try checkExpectation(version)
    switch framing {
    case .length(let length): state = .length(length)
    case .chunked: state = .chunked
    }
  }

  /// RFC 9110 section 10.1.1; an HTTP/1.0 client's expectation is to be overlooked.
  private mutating func checkExpectation(_ version: Request.Version) throws(Refusal) {
    guard version == .http11 else { return }
    let expectations = headers.values(of: "Expect")
    guard expectations.allSatisfy({ ASCII.equalIgnoringCase($0, "100-continue") }) else {
      throw .unknownExpectation
    }
    continueIsDue = !expectations.isEmpty
  }

  private mutating func needMoreBody() -> Progress {
    guard continueIsDue else { return .needMore }
    continueIsDue = false
    return .expectContinue
  }

  private mutating func finish(body: [UInt8]) -> Request {
    let request = Request(
      method: line?.method ?? "", target: line?.target ?? "", path: line?.path ?? "",
      query: line?.query, version: line?.version ?? .http11, headers: headers, body: body,
      peer: peer)
    state = .start
    emptyLines = 0
    continueIsDue = false
    line = nil
    forgetHeadAndChunks()
    input.releaseIfEmpty()
    if !request.isPersistent {
      state = .ended
      input.removeAll()
    }
    return request
  }

  private mutating func forgetHeadAndChunks() {
    headCount = 0
    headers = Headers()
    chunks = ChunkedDecoder(limits: limits)
  }
}
