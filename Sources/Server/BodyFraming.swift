/// Where a request's body ends (RFC 9112 section 6.3): decided once, from the whole head, and
/// refused wherever two readers could come to different answers.
enum BodyFraming: Sendable, Equatable {
  case length(Int)
  case chunked

  init(_ headers: Headers, version: Request.Version, limits: Limits) throws(Refusal) {
    let lengths = headers.values(of: "Content-Length")
    let codings = headers.values(of: "Transfer-Encoding")
    guard codings.isEmpty else {
      guard lengths.isEmpty else {
        throw .malformed("Transfer-Encoding and Content-Length exclude each other.")
      }
      guard version == .http11 else {
        throw .malformed("HTTP/1.0 has no Transfer-Encoding.")
      }
      try Self.checkCodings(codings)
      self = .chunked
      return
    }
    guard let length = lengths.first else {
      self = .length(0)
      return
    }
    // Section 6.3 allows equal repetitions; nobody needs them and proxies disagree about them.
    guard lengths.count == 1 else { throw .malformed("There must be one Content-Length.") }
    self = .length(try Self.length(length, limit: limits.body))
  }

  private static func length(_ text: String, limit: Int) throws(Refusal) -> Int {
    guard !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) else {
      throw .malformed("Content-Length must be digits.")
    }
    var length = 0
    for digit in text.utf8 {
      let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(digit - 0x30))
      guard !overflow, !carry, sum <= limit else { throw .largeBody }
      length = sum
    }
    return length
  }

  /// Lets pass what ends with `chunked`, once. `identity` before it changes nothing and is
  /// allowed; any other coding would have to be undone (section 6.1: 501).
  private static func checkCodings(_ values: [String]) throws(Refusal) {
    let codings = values.flatMap { value in
      value.utf8.split(separator: ASCII.comma, omittingEmptySubsequences: false)
        .map { ASCII.trimmingBlanks($0) }
    }
    guard codings.allSatisfy({ $0.first.map(ASCII.isToken) ?? false }) else {
      throw .malformed("Transfer-Encoding is not a list of codings.")
    }
    func isNamed(_ coding: Substring.UTF8View, _ name: String) -> Bool {
      ASCII.equalIgnoringCase(coding, name.utf8)
    }
    if let chunked = codings.firstIndex(where: { isNamed($0, "chunked") }),
      chunked < codings.count - 1
    {
      throw .malformed("chunked must be the last transfer coding.")
    }
    guard codings.allSatisfy({ isNamed($0, "chunked") || isNamed($0, "identity") }) else {
      throw .unknownCoding
    }
    guard let last = codings.last, isNamed(last, "chunked") else {
      throw .malformed("chunked must be the last transfer coding.")
    }
  }
}
