import Foundation
import Testing

@testable import carbook

@Suite struct CurlTests {
  private func request(_ address: String, limit: Int = 1 << 20) -> Curl.Request {
    Curl.Request(address: address, limit: limit, seconds: 20)
  }

  @Test func bodiesAndHeadersGoThereAndComeBack() throws {
    let server = try WebServer { _ in
      .response(200, ["Content-Type: application/json"], body: Array(#"{"ok":true}"#.utf8))
    }
    var request = request(server.origin + "/minicrm?a=1")
    request.method = "POST"
    request.headers = ["auth-key: \"quoted\\secret", "Content-Type: application/json"]
    request.body = "{\"name\":\"Олена \\\"О\\\"\"}\n"
    let response = try Curl().perform(request)
    #expect(response.status == 200)
    #expect(response.mediaType == "application/json")
    #expect(response.body == Array(#"{"ok":true}"#.utf8))
    let seen = try #require(server.requests.first)
    #expect(seen.method == "POST")
    #expect(seen.target == "/minicrm?a=1")
    #expect(seen.headers["auth-key"] == "\"quoted\\secret")
    #expect(seen.body == request.body)
  }

  @Test func redirectsAreToldAndNotFollowed() throws {
    let server = try WebServer { _ in .response(302, ["Location: /elsewhere?x=1"]) }
    let response = try Curl().perform(request(server.origin + "/x"))
    #expect(response.status == 302)
    #expect(response.redirect == server.origin + "/elsewhere?x=1")
    #expect(server.requests.count == 1)
  }

  @Test func aPauseThatIsAskedForIsTold() throws {
    let server = try WebServer { _ in .response(429, ["Retry-After: 7"]) }
    let response = try Curl().perform(request(server.origin))
    #expect((response.status, response.retryAfter) == (429, "7"))
  }

  static let broken: [(String, [UInt8], Curl.Failure)] = [
    ("nothing", [], .noConnection),
    ("half a body", Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".utf8), .badAnswer),
    ("no HTTP", Array("SSH-2.0-OpenSSH\r\n".utf8), .badAnswer),
    (
      "said to be too long", Array("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n".utf8),
      .tooBig
    ),
    (
      "too long and not said",
      Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
        + [UInt8](repeating: 65, count: 1_200_000), .tooBig
    ),
  ]

  @Test(arguments: broken) func brokenAnswers(
    _ name: String, _ bytes: [UInt8], _ failure: Curl.Failure
  ) throws {
    let server = try WebServer { _ in .bytes(bytes) }
    #expect(throws: failure) { try Curl().perform(request(server.origin)) }
  }

  @Test func whoDoesNotListenIsNoConnection() throws {
    let server = try WebServer { _ in .bytes([]) }
    let origin = server.origin
    server.stop()
    #expect(throws: Curl.Failure.noConnection) { try Curl().perform(request(origin)) }
  }

  @Test func withoutCurlItSaysSo() {
    #expect(throws: Curl.Failure.noProgram) {
      try Curl(program: nil).perform(request("http://127.0.0.1:1/"))
    }
    #expect(throws: Curl.Failure.noProgram) {
      try Curl(program: "/nonexistent/curl").perform(request("http://127.0.0.1:1/"))
    }
  }

  @Test func aHangingServerCanBeLeftAtAnyTime() throws {
    let server = try WebServer { _ in
      .beginning(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12345".utf8))
    }
    var seen: (Int, Int?) = (0, nil)
    #expect(throws: Curl.Failure.cancelled) {
      try Curl().perform(request(server.origin)) { received, whole in
        seen = (received, whole)
        return received < 5
      }
    }
    #expect(seen == (5, 100))
  }

  @Test func theWholeExchangeHasADeadline() throws {
    let server = try WebServer { _ in .beginning([]) }
    var request = request(server.origin)
    request.seconds = 1
    #expect(throws: Curl.Failure.timedOut) { try Curl().perform(request) }
  }

  @Test func aFileTakesTheBody() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try WebServer { _ in .response(200, body: [1, 2, 3]) }
    var request = request(server.origin)
    request.output = folder.appending(path: "a \"b\".wav").path
    #expect(try Curl().perform(request).body.isEmpty)
    #expect(try Data(contentsOf: folder.appending(path: "a \"b\".wav")) == Data([1, 2, 3]))
    request.output = folder.appending(path: "missing/x").path
    #expect(throws: Curl.Failure.disk) { try Curl().perform(request) }
  }
}
