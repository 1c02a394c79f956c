import Glibc

@testable import Server

/// A client on a real loopback socket. Every wait ends after five seconds.
final class Client {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private var descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ listener: Listener, receiveBuffer: Int32? = nil) throws {
    guard let bound = listener.boundAddress, let name = SocketAddress(bound) else {
      throw Failure(description: "the listener does not run")
    }
    let descriptor = socket(name.family, Int32(SOCK_STREAM.rawValue), 0)
    let wait = timeval(tv_sec: 5, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      withUnsafePointer(to: wait) {
        _ = setsockopt(
          descriptor, SOL_SOCKET, option, $0, socklen_t(MemoryLayout<timeval>.size))
      }
    }
    if let receiveBuffer {
      Descriptor.setOption(descriptor, level: SOL_SOCKET, name: SO_RCVBUF, to: receiveBuffer)
    }
    self.descriptor = descriptor
    guard name.withPointer({ connect(descriptor, $0, $1) }) == 0 else {
      let code = errno
      disconnect()
      throw Failure(description: "connect: \(code)")
    }
  }

  deinit { disconnect() }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(description: "send: \(errno)") }
      sent += count
    }
  }

  /// Reads through `end`, and says what was read.
  func read(through end: String) throws -> String {
    let end = Array(end.utf8)
    while true {
      for start in 0...max(0, buffer.count - end.count) where buffer[start...].starts(with: end) {
        defer { buffer.removeSubrange(..<(start + end.count)) }
        return String(decoding: buffer[..<(start + end.count)], as: UTF8.self)
      }
      guard try fill() else { throw Failure(description: "ended after \(text(buffer))") }
    }
  }

  /// Reads one response with a Content-Length: its head and its body.
  func response(isHEAD: Bool = false) throws -> (head: String, body: String) {
    let head = try read(through: "\r\n\r\n")
    let lengths = head.split(separator: "\r\n").compactMap { line in
      line.hasPrefix("Content-Length: ") ? Int(line.dropFirst(16)) : nil
    }
    guard !isHEAD, let length = lengths.first else { return (head, "") }
    while buffer.count < length {
      guard try fill() else { throw Failure(description: "ended in a body") }
    }
    defer { buffer.removeSubrange(..<length) }
    return (head, text(buffer[..<length]))
  }

  /// Reads until the server closes.
  func readToEnd() throws -> String {
    while try fill() {}
    defer { buffer = [] }
    return text(buffer)
  }

  /// Sends a request and says the body of its answer.
  func ask(_ request: String) throws -> String {
    try send(request)
    return try response().body
  }

  func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Closes with a reset instead of an end.
  func reset() {
    var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    disconnect()
  }

  func disconnect() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  private func fill() throws -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw Failure(description: "recv: \(errno), read \(text(buffer))") }
    buffer += bytes[..<count]
    return count > 0
  }

  private func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
