import Testing

@testable import Server

@Suite struct ResponseEncoderTests {
  private func encode(
    _ response: Response, version: Request.Version = .http11, isHEAD: Bool = false,
    isPersistent: Bool = true, date: String? = nil
  ) -> String {
    String(
      decoding: ResponseEncoder.encode(
        response, version: version, isHEAD: isHEAD, isPersistent: isPersistent, date: date),
      as: UTF8.self)
  }

  @Test func theLengthIsInBytes() {
    #expect(
      encode(Response(status: 200, text: "Київ"))
        == "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 8\r\n\r\nКиїв"
    )
  }

  @Test func headSaysTheLengthOfTheBodyItLeavesOut() {
    #expect(
      encode(Response(status: 404, body: [1, 2, 3]), isHEAD: true, date: "D")
        == "HTTP/1.1 404 Not Found\r\nDate: D\r\nContent-Length: 3\r\n\r\n")
  }

  @Test func theConnectionIsNamedWhereTheVersionDoesNotSayIt() {
    let response = Response(status: 200)
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"
    #expect(encode(response) == head + "\r\n")
    #expect(encode(response, isPersistent: false) == head + "Connection: close\r\n\r\n")
    #expect(encode(response, version: .http10) == head + "Connection: keep-alive\r\n\r\n")
    #expect(
      encode(response, version: .http10, isPersistent: false) == head + "Connection: close\r\n\r\n")
  }

  @Test(arguments: [204, 304]) func someStatusesHaveNoContent(status: Int) {
    let text = encode(Response(status: status, text: "x"))
    #expect(!text.contains("Content-"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func noHeaderCanBreakTheFraming() {
    let response = Response(
      status: 200, mediaType: "a/b\r\nX: y",
      headers: [
        "Allow": "GET, POST", "Content-Length": "9", "transfer-encoding": "chunked",
        "Connection": "upgrade", "Split": "a\r\nb: c", "Na me": "x", "": "y",
      ])
    #expect(
      encode(response) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAllow: GET, POST\r\n\r\n")
  }

  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"),
  ]) func dates(seconds: Int, text: String) {
    #expect(Clock.httpDate(unixSeconds: seconds) == text)
  }
}
