import Foundation
import Glibc
import Synchronization

/// A server on a port of its own that answers as a test wants: any bytes, late, or never.
package final class WebServer: Sendable {
  package struct Request: Equatable, Sendable {
    package let method: String
    package let target: String
    /// Names in small letters.
    package let headers: [String: String]
    package let body: String
  }

  package enum Answer: Sendable {
    case bytes([UInt8])
    /// Sends these and leaves the connection open until the server goes.
    case beginning([UInt8])

    package static func response(
      _ status: Int, _ headers: [String] = [], body: [UInt8] = []
    ) -> Answer {
      let head = ["HTTP/1.1 \(status) x", "Content-Length: \(body.count)", "Connection: close"]
      return .bytes(Array(((head + headers).joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }
  }

  package let port: UInt16
  private let listener: Int32
  private let visitors = Visitors()

  private final class Visitors: Sendable {
    let seen = Mutex<[Request]>([])
    let held = Mutex<[Int32]>([])
  }

  package init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRINUSE) }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [visitors] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread { WebServer.serve(connection, visitors, answer) }
      }
    }
  }

  deinit { stop() }

  package func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    visitors.held.withLock { held in
      for connection in held { close(connection) }
      held = []
    }
  }

  /// What was asked so far.
  package var requests: [Request] { visitors.seen.withLock { $0 } }

  package var origin: String { "http://127.0.0.1:\(port)" }

  private static func serve(
    _ connection: Int32, _ visitors: Visitors, _ answer: @Sendable (Request) -> Answer
  ) {
    guard let request = read(connection) else {
      close(connection)
      return
    }
    visitors.seen.withLock { $0.append(request) }
    switch answer(request) {
    case .bytes(let bytes):
      send(bytes, to: connection)
      close(connection)
    case .beginning(let bytes):
      send(bytes, to: connection)
      visitors.held.withLock { $0.append(connection) }
    }
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      if let request = parse(bytes) { return request }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
    }
  }

  private static func parse(_ bytes: [UInt8]) -> Request? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let words = lines[0].components(separatedBy: " ")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let body = String(text[end.upperBound...])
    guard body.utf8.count >= headers["content-length"].flatMap(Int.init) ?? 0 else { return nil }
    return Request(method: words[0], target: words[1], headers: headers, body: body)
  }
}
