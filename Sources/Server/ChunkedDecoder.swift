/// Joins the chunks of a body (RFC 9112 section 7.1). Extensions and trailers are checked,
/// counted and dropped.
struct ChunkedDecoder: Sendable {
  private enum State: Sendable {
    case size
    case data(Int)
    case dataEnd, trailers
  }

  private let limits: Limits
  private var state = State.size
  /// Bytes of extensions and trailers so far.
  private var overhead = 0
  private var trailers = 0
  private(set) var body: [UInt8] = []

  /// The bytes of memory it holds.
  var capacity: Int { body.capacity }

  init(limits: Limits) {
    self.limits = limits
  }

  /// Takes what has come of the body from `input`; true once its last byte is taken.
  mutating func decode(_ input: inout InputBuffer) throws(Refusal) -> Bool {
    while true {
      switch state {
      case .size:
        guard let line = try takeLine(&input, tooLong: .malformed("A chunk line is too long."))
        else { return false }
        let size = try chunkSize(line)
        state = size == 0 ? .trailers : .data(size)
      case .data(let left):
        let taken = input.take(atMost: left)
        body.append(contentsOf: taken)
        guard taken.count == left else {
          state = .data(left - taken.count)
          return false
        }
        state = .dataEnd
      case .dataEnd:
        // A limit of 0 lets only the line break itself pass, and names a wrong byte at once.
        switch input.takeLine(limit: 0) {
        case .complete: state = .size
        case .incomplete: return false
        case .tooLong, .bare: throw .malformed("A chunk must end with CR LF.")
        }
      case .trailers:
        guard let line = try takeLine(&input, tooLong: .largeHead) else { return false }
        if line.isEmpty { return true }
        try checkTrailer(line)
      }
    }
  }

  private func takeLine(
    _ input: inout InputBuffer, tooLong: Refusal
  ) throws(Refusal) -> ArraySlice<UInt8>? {
    switch input.takeLine(limit: limits.line) {
    case .complete(let line): return line
    case .incomplete: return nil
    case .tooLong: throw tooLong
    case .bare: throw .bareLineBreak
    }
  }

  private mutating func chunkSize(_ line: ArraySlice<UInt8>) throws(Refusal) -> Int {
    let digits = line.prefix { ASCII.hexadecimal($0) != nil }
    guard !digits.isEmpty else { throw .malformed("A chunk must begin with its size.") }
    var size = 0
    for digit in digits {
      let (shifted, overflow) = size.multipliedReportingOverflow(by: 16)
      guard !overflow else { throw .malformed("A chunk size is too large to be read.") }
      // The low four bits are free after the shift, so this cannot overflow.
      size = shifted | (ASCII.hexadecimal(digit) ?? 0)
    }
    try checkExtensions(line[digits.endIndex...])
    guard size <= limits.body - body.count else { throw .largeBody }
    return size
  }

  private mutating func checkExtensions(_ text: ArraySlice<UInt8>) throws(Refusal) {
    guard !text.isEmpty else { return }
    guard text.first(where: { !ASCII.isBlank($0) }) == ASCII.semicolon,
      text.allSatisfy(ASCII.isFieldValue)
    else { throw .malformed("A chunk size must be hexadecimal digits.") }
    overhead += text.count
    guard overhead <= limits.head else { throw .malformed("The chunk extensions are too large.") }
  }

  /// Fields that frame or route a message may not come after it (RFC 9110 section 6.5.1).
  private mutating func checkTrailer(_ line: ArraySlice<UInt8>) throws(Refusal) {
    overhead += line.count
    trailers += 1
    guard overhead <= limits.head else { throw .largeHead }
    guard trailers <= limits.fields else { throw .manyFields }
    let name = try FieldLine.parse(line).name
    for forbidden in ["Content-Length", "Transfer-Encoding", "Host"]
    where ASCII.equalIgnoringCase(name, forbidden) {
      throw .malformed("A trailer may not frame or route the message.")
    }
  }
}
