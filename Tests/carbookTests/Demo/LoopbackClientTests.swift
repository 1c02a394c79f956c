import Foundation
import Synchronization
import Testing

@testable import carbook

@Suite struct LoopbackClientTests {
  let delivery = LiveDelivery(
    delay: 0, occasion: .before, method: "POST", mediaType: "application/json",
    body: Array(#"{"call_id":"1"}"#.utf8))

  @Test func theRequestIsWholeAndTheStatusComesBack() throws {
    let peer = try LoopbackPeer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    #expect(try LoopbackClient().send(delivery, to: peer.url + "/hook/t/before") == 200)
    #expect(
      peer.received() == """
        POST /hook/t/before HTTP/1.1\r
        Host: 127.0.0.1:\(peer.port)\r
        User-Agent: carbook-demo\r
        Content-Type: application/json\r
        Content-Length: 15\r
        Connection: close\r
        \r
        {"call_id":"1"}
        """)
  }

  @Test func anyStatusIsAnAnswer() throws {
    let peer = try LoopbackPeer(answer: "HTTP/1.1 503 Service Unavailable\r\n\r\n")
    #expect(try LoopbackClient().send(delivery, to: peer.url) == 503)
  }

  @Test(arguments: ["", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200"])
  func whatIsNotHTTPIsSaidToBeSo(answer: String) throws {
    let peer = try LoopbackPeer(answer: answer)
    #expect(throws: LoopbackFailure.notHTTP(address: "127.0.0.1:\(peer.port)")) {
      try LoopbackClient().send(delivery, to: peer.url)
    }
  }

  @Test func aSilentListenerIsGivenUp() throws {
    let peer = try LoopbackPeer(answer: nil)
    #expect(throws: LoopbackFailure.timedOut(address: "127.0.0.1:\(peer.port)")) {
      try LoopbackClient(timeout: 1).send(delivery, to: peer.url)
    }
  }

  @Test func aClosedPortIsUnreachable() throws {
    let peer = try LoopbackPeer(answer: nil)
    peer.closeListener()
    let failure = LoopbackFailure.unreachable(address: "127.0.0.1:\(peer.port)")
    #expect(throws: failure) { try LoopbackClient().send(delivery, to: peer.url + "/hook/secret") }
    #expect(
      failure.description
        == "Nobody listens on 127.0.0.1:\(peer.port): start carbook or carbook listen first.")
  }

  @Test(arguments: ["https://127.0.0.1/", "http://1.2.3.4.5/", "http://999.1.1.1/"])
  func anotherLinkIsRefused(url: String) {
    #expect(throws: LoopbackFailure.unusableLink) {
      try LoopbackClient(timeout: 1).send(delivery, to: url)
    }
  }

  @Test(
    arguments: [
      ("HTTP/1.1 200 OK\r\n", 200), ("HTTP/1.0 404 Not Found\n", 404), ("HTTP/1.1 204\r\n", 204),
      ("HTTP/2 200 OK\r\n", nil), ("HTTP/1.1 20 OK\r\n", nil), ("HTTP/1.1 +20 OK\r\n", nil),
      ("HTTP/1.1 099 OK\r\n", nil), ("HTTP/1.1  \r\n", nil), ("\r\n", nil), ("", nil),
    ] as [(String, Int?)])
  func statusLines(answer: String, status: Int?) {
    #expect(LoopbackClient.status(Array(answer.utf8)) == status)
  }
}

/// A listening socket that takes one connection, reads one request and gives one answer; nil
/// never answers. Its thread ends with the connection.
final class LoopbackPeer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let done = DispatchSemaphore(value: 0)
  private let request = Mutex(Data())

  var url: String { "http://127.0.0.1:\(port)" }

  init(answer: String?) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { [listener] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 1) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    try #require(bound)
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve(answer) }
  }

  func closeListener() {
    shutdown(listener, Int32(SHUT_RDWR))
    done.wait()
  }

  /// The request, once the connection has ended.
  func received() -> String {
    done.wait()
    return request.withLock { String(decoding: $0, as: UTF8.self) }
  }

  private func serve(_ answer: String?) {
    let connection = accept(listener, nil, nil)
    close(listener)
    if connection >= 0 {
      var bytes = [UInt8](repeating: 0, count: 4096)
      var read = Data()
      // Without an answer this waits for the client to hang up.
      while answer == nil || !String(decoding: read, as: UTF8.self).hasSuffix("}") {
        let count = recv(connection, &bytes, bytes.count, 0)
        if count <= 0 { break }
        read += bytes[..<count]
      }
      let answer = Array((answer ?? "").utf8)
      _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
      request.withLock { [read] in $0 = read }
      close(connection)
    }
    done.signal()
  }
}
