/// Where to listen: an address literal of this machine, and a port.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  /// An IPv4 literal, an IPv6 literal without brackets, or `localhost`, which is 127.0.0.1.
  public let host: String
  /// 0 lets the system pick one.
  public let port: UInt16

  /// - Throws: `ListenError.badAddress` for a host that is no literal; no name is looked up.
  public init(host: String, port: UInt16) throws(ListenError) {
    self.init(checkedHost: host, port: port)
    guard SocketAddress(self) != nil else { throw .badAddress(description) }
  }

  /// Reads `HOST:PORT`; an IPv6 host stands in brackets, `[::1]:8080`.
  public init(parsing text: String) throws(ListenError) {
    guard let colon = text.utf8.lastIndex(of: ASCII.colon),
      let port = Self.port(text.utf8[colon...].dropFirst())
    else { throw .badAddress(text) }
    let host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    guard isBracketed == host.utf8.contains(ASCII.colon) else { throw .badAddress(text) }
    self.init(checkedHost: String(isBracketed ? host.dropFirst().dropLast() : host), port: port)
    guard SocketAddress(self) != nil else { throw .badAddress(text) }
  }

  /// 127.0.0.1, which no other machine reaches.
  public init(loopbackPort port: UInt16) {
    self.init(checkedHost: "127.0.0.1", port: port)
  }

  init(checkedHost host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Whether no other machine reaches it.
  public var isLoopback: Bool {
    host == "localhost" || IPAddress(parsing: host)?.isLoopback == true
  }

  /// `HOST:PORT`, as it stands in an http address.
  public var description: String {
    host.utf8.contains(ASCII.colon) ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  private static func port(_ digits: some Collection<UInt8>) -> UInt16? {
    guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return UInt16(exactly: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
