import Testing

@testable import Server

/// Every limit at one less, at itself, and at one more.
@Suite struct LimitTests {
  /// The status for a text that uses `size` of the limit; 200 stands for an accepted request.
  private func status(_ text: String, _ limits: Limits) -> Int {
    let bytes = Array(text.utf8)
    #expect(Reading.firstDifference(bytes, limits: limits) == nil)
    let reading = Reading(bytes, limits: limits)
    return reading.refusal?.status ?? (reading.requests.isEmpty ? 0 : 200)
  }

  private func a(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test(arguments: [(63, 200), (64, 200), (65, 414), (66, 414), (200, 414)])
  func requestLine(size: Int, expected: Int) {
    var limits = Limits()
    limits.line = 64
    let line = "GET /" + a(size - 14) + " HTTP/1.1"
    #expect(line.utf8.count == size)
    #expect(status(line + "\r\nHost: h\r\n\r\n", limits) == expected)
  }

  @Test(arguments: [(63, 200), (64, 200), (65, 431), (66, 431), (200, 431)])
  func fieldLine(size: Int, expected: Int) {
    var limits = Limits()
    limits.line = 64
    #expect(
      status("GET / HTTP/1.1\r\nHost: h\r\nX: \(a(size - 3))\r\n\r\n", limits) == expected)
  }

  /// A line that is too long is refused for that, at the byte that proves it, not for what it
  /// holds.
  @Test(arguments: [(63, 0), (64, 0), (65, 414)]) func unendedLine(size: Int, expected: Int) {
    var limits = Limits()
    limits.line = 64
    #expect(status(String(repeating: "\u{1}", count: size), limits) == expected)
  }

  @Test(arguments: [(99, 200), (100, 200), (101, 431), (102, 431)])
  func head(size: Int, expected: Int) {
    var limits = Limits()
    limits.head = 100
    let head = "GET / HTTP/1.1\r\nHost: h\r\nX: " + a(size - 32) + "\r\n\r\n"
    #expect(head.utf8.count == size)
    #expect(status(head, limits) == expected)
    #expect(status("\r\n\r\n" + head, limits) == expected)
  }

  @Test(arguments: [(2, 200), (3, 200), (4, 431)]) func fields(count: Int, expected: Int) {
    var limits = Limits()
    limits.fields = 3
    let more = String(repeating: "X: y\r\n", count: count - 1)
    #expect(status("GET / HTTP/1.1\r\nHost: h\r\n\(more)\r\n", limits) == expected)
  }

  @Test(arguments: [(9, 200), (10, 200), (11, 413)]) func body(size: Int, expected: Int) {
    var limits = Limits()
    limits.body = 10
    let head = "PUT / HTTP/1.1\r\nHost: h\r\n"
    #expect(status(head + "Content-Length: \(size)\r\n\r\n" + a(size), limits) == expected)
    let chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
    let size16 = String(size, radix: 16)
    #expect(status(chunked + "\(size16)\r\n\(a(size))\r\n0\r\n\r\n", limits) == expected)
    let singles = String(repeating: "1\r\na\r\n", count: size)
    #expect(status(chunked + singles + "0\r\n\r\n", limits) == expected)
  }

  @Test(arguments: [(1, 200), (2, 200), (3, 400)])
  func leadingEmptyLines(count: Int, expected: Int) {
    var limits = Limits()
    limits.leadingEmptyLines = 2
    let lines = String(repeating: "\r\n", count: count)
    #expect(status(lines + "GET / HTTP/1.1\r\nHost: h\r\n\r\n", limits) == expected)
  }

  @Test(arguments: [(59, 200), (60, 200), (61, 400)])
  func chunkExtensions(size: Int, expected: Int) {
    var limits = Limits()
    limits.head = 60
    let chunks = "1;" + a(29) + "\r\na\r\n0;" + a(size - 31) + "\r\n\r\n"
    #expect(
      status("PUT / HTTP/1.1\r\nHost:\r\nTransfer-Encoding:chunked\r\n\r\n\(chunks)", limits)
        == expected)
  }

  @Test(arguments: [(63, 200), (64, 200), (65, 400)]) func chunkLine(size: Int, expected: Int) {
    var limits = Limits()
    limits.line = 64
    let zeros = String(repeating: "0", count: size)
    #expect(
      status(
        "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\(zeros)\r\n\r\n", limits)
        == expected)
  }

  @Test(arguments: [(59, 200), (60, 200), (61, 431)])
  func trailers(size: Int, expected: Int) {
    var limits = Limits()
    limits.head = 60
    let trailers = "X: " + a(27) + "\r\nX: " + a(size - 33) + "\r\n"
    #expect(
      status(
        "PUT / HTTP/1.1\r\nHost:\r\nTransfer-Encoding:chunked\r\n\r\n0\r\n\(trailers)\r\n", limits)
        == expected)
  }

  @Test(arguments: [(2, 200), (3, 200), (4, 431)]) func trailerCount(count: Int, expected: Int) {
    var limits = Limits()
    limits.fields = 3
    let trailers = String(repeating: "X: y\r\n", count: count)
    #expect(
      status(
        "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\(trailers)\r\n",
        limits) == expected)
  }

  @Test func theUsualLimits() {
    let limits = Limits()
    #expect(limits.line == 8_192 && limits.head == 32_768 && limits.fields == 100)
    #expect(limits.body == 1_048_576 && limits.connections >= 2_048)
    #expect(limits.memory == 32 << 20)
    #expect(limits.headTime == 10_000 && limits.requestTime == 30_000)
  }
}
