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

  /// Each answer differs from the one before it in one thing, and every second one is the same.
  @Test func whatIsRememberedIsWhatWouldBeEncoded() {
    let first = ResponseMemo.Key(
      response: Response(status: 200, mediaType: "text/plain", body: Array("ok".utf8)),
      version: .http11, isHEAD: false, isPersistent: true, date: "today")
    func changed(
      _ response: Response? = nil, _ version: Request.Version = .http11, isHEAD: Bool = false,
      isPersistent: Bool = true, _ date: String = "today"
    ) -> ResponseMemo.Key {
      ResponseMemo.Key(
        response: response ?? first.response, version: version, isHEAD: isHEAD,
        isPersistent: isPersistent, date: date)
    }
    let others = [
      changed(Response(status: 503, mediaType: "text/plain", body: Array("ok".utf8))),
      changed(Response(status: 200, mediaType: "text/plain", body: Array("no".utf8))),
      changed(Response(status: 200, mediaType: "text/html", body: Array("ok".utf8))),
      changed(nil, .http10), changed(isHEAD: true), changed(isPersistent: false),
      changed(nil, .http11, "tomorrow"),
    ]
    var memo = ResponseMemo()
    for key in others.flatMap({ [first, first, $0] }) {
      let bytes = ResponseEncoder.encode(
        key.response, version: key.version, isHEAD: key.isHEAD, isPersistent: key.isPersistent,
        date: key.date)
      #expect(memo.bytes(of: key) == bytes)
    }
  }

  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"),
  ]) func dates(seconds: Int, text: String) {
    #expect(Clock.httpDate(unixSeconds: seconds) == text)
  }
}
