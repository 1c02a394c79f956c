import Foundation
import Glibc

/// Posts to a listener on this machine over one connection that it keeps. For one thread.
final class HTTPClient {
  private let port: UInt16
  private let target: String
  private let timeout: Int
  private var descriptor: Int32 = -1

  /// - Parameter timeout: seconds for each wait.
  init(port: UInt16, target: String, timeout: Int = 10) {
    self.port = port
    self.target = target
    self.timeout = timeout
  }

  deinit {
    disconnect()
  }

  /// The status; nil where the connection was refused, broke or was silent for too long: whether
  /// the delivery was taken is then not known.
  func post(_ body: [UInt8]) -> Int? {
    if descriptor < 0 { descriptor = HTTPClient.connect(port: port, timeout: timeout) }
    guard descriptor >= 0 else { return nil }
    let head =
      "POST \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    let bytes = Array(head.utf8) + body
    guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count,
      let status = readAnswer()
    else {
      disconnect()
      return nil
    }
    return status
  }

  func disconnect() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Answers -1 where nobody accepts.
  static func connect(port: UInt16, timeout: Int) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { return -1 }
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var noDelay: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
    var address = loopback(port)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if isConnected { return descriptor }
    close(descriptor)
    return -1
  }

  /// A port of 127.0.0.1 that is free now.
  static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw StressError("no port is free") }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  /// Reads one answer with its body (RFC 9112; the listener always sends a Content-Length).
  private func readAnswer() -> Int? {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 2048)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      answer += buffer[..<count]
      let text = String(decoding: answer, as: UTF8.self)
      guard let head = text.range(of: "\r\n\r\n") else { continue }
      let fields = text[..<head.lowerBound].split(separator: "\r\n")
      let length = fields.first { $0.lowercased().hasPrefix("content-length:") }
        .flatMap { Int($0.split(separator: " ").last ?? "") }
      guard let length, text[head.upperBound...].utf8.count >= length else { continue }
      return fields.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") }
    }
  }
}
