import Glibc

/// Posts to a listener on this machine: one blocking HTTP/1.1 request for each connection.
struct LoopbackClient: Sendable {
  /// How long connecting, sending and each wait for bytes may take, in seconds.
  var timeout = 5

  /// Longer answers are not read to their end: only the status counts.
  private static let longestAnswer = 65_536

  /// - Returns: the status code.
  func send(_ delivery: LiveDelivery, to url: String) throws(LoopbackFailure) -> Int {
    guard let link = LoopbackLink(url) else { throw .unusableLink }
    let descriptor = try connect(to: link)
    defer { close(descriptor) }
    let head = """
      \(delivery.method) \(link.target) HTTP/1.1\r
      Host: \(link.address)\r
      User-Agent: carbook-demo\r
      Content-Type: \(delivery.mediaType)\r
      Content-Length: \(delivery.body.count)\r
      Connection: close\r
      \r

      """
    try write(Array(head.utf8) + delivery.body, to: descriptor, link)
    return try readStatus(from: descriptor, link)
  }

  private func connect(to link: LoopbackLink) throws(LoopbackFailure) -> Int32 {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(link.host, String(link.port), &hints, &list) == 0, let entry = list else {
      throw .unusableLink
    }
    defer { freeaddrinfo(list) }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(entry.pointee.ai_family, kind, 0)
    guard descriptor >= 0 else { throw .unreachable(address: link.address) }
    // On Linux the sending timeout bounds connect(2) too: socket(7).
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    guard Glibc.connect(descriptor, entry.pointee.ai_addr, entry.pointee.ai_addrlen) == 0 else {
      let isTimeout = errno == EINPROGRESS || errno == EAGAIN || errno == ETIMEDOUT
      close(descriptor)
      if isTimeout { throw .timedOut(address: link.address) }
      throw .unreachable(address: link.address)
    }
    return descriptor
  }

  private func write(
    _ bytes: [UInt8], to descriptor: Int32, _ link: LoopbackLink
  ) throws(LoopbackFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        throw .timedOut(address: link.address)
      } else if errno != EINTR {
        // It may have answered before it had read all, and closed: the answer tells.
        return
      }
    }
  }

  /// Reads to the end, so that closing does not reset the connection under the answer.
  private func readStatus(
    from descriptor: Int32, _ link: LoopbackLink
  ) throws(LoopbackFailure) -> Int {
    var answer: [UInt8] = []
    var isLate = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while answer.count < LoopbackClient.longestAnswer {
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count > 0 {
        answer += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        isLate = count < 0 && errno == EAGAIN
        break
      }
    }
    if let status = LoopbackClient.status(answer) { return status }
    if isLate { throw .timedOut(address: link.address) }
    throw .notHTTP(address: link.address)
  }

  /// The code in `HTTP/1.x NNN …` (RFC 9112 section 4); nil for anything else.
  static func status(_ answer: [UInt8]) -> Int? {
    let line = answer.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard line.count < answer.count, words.count >= 2, words[0].count == 8,
      words[0].starts(with: "HTTP/1.".utf8), words[1].count == 3
    else { return nil }
    var code = 0
    for byte in words[1] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      code = code * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return code >= 100 ? code : nil
  }
}
