import Glibc

/// A TCP connection to a port of this machine that sends what no well-behaved client would.
final class Socket {
  struct Response: Equatable {
    let status: Int
    let head: String
    let body: String
  }

  private var descriptor: Int32
  private var received: [UInt8] = []

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let wait = timeval(tv_sec: time_t(patience), tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      withUnsafePointer(to: wait) {
        _ = setsockopt(
          descriptor, SOL_SOCKET, option, $0, socklen_t(MemoryLayout<timeval>.size))
      }
    }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      disconnect()
      throw HarnessError("connect: errno \(code)")
    }
  }

  deinit { disconnect() }

  func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw HarnessError("send: errno \(errno)") }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Sends a request and reads its answer, which must have a length.
  func ask(_ request: String) throws -> Response {
    try send(request)
    return try response()
  }

  func response() throws -> Response {
    let end = Array("\r\n\r\n".utf8)
    while true {
      let text = String(decoding: received, as: UTF8.self)
      if let gap = text.utf8.firstRange(of: end) {
        let head = String(text.utf8[..<gap.lowerBound]) ?? ""
        let lines = head.split(separator: "\r\n")
        let length = lines.compactMap { line in
          line.hasPrefix("Content-Length: ") ? Int(line.dropFirst(16)) : nil
        }.first
        let start = text.utf8.distance(from: text.startIndex, to: gap.upperBound)
        if let length, received.count >= start + length, let line = lines.first {
          let body = String(decoding: received[start..<start + length], as: UTF8.self)
          received.removeFirst(start + length)
          return Response(
            status: Int(line.dropFirst(9).prefix(3)) ?? 0, head: head, body: body)
        }
      }
      guard try fill() else { throw HarnessError("ended after \(text.debugDescription)") }
    }
  }

  /// Whether the other side has closed; what it still sends is kept.
  func isClosed() throws -> Bool {
    while try fill() {}
    return true
  }

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
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw HarnessError("recv: errno \(errno)") }
    received += bytes[..<count]
    return count > 0
  }

  /// Lets this process open that many files.
  static func allow(_ count: UInt) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, count))
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
