/// Who a request comes from, and whether he may send any.
public struct PeerRules: Sendable, Equatable {
  /// Empty: everybody may.
  public var allowed: [AddressRange]
  /// Whose `X-Forwarded-For` is believed.
  public var trustedProxies: [AddressRange]

  public init(allowed: [AddressRange] = [], trustedProxies: [AddressRange] = []) {
    self.allowed = allowed
    self.trustedProxies = trustedProxies
  }

  /// The other side of the connection; where that is a trusted proxy, the last hop before the
  /// trusted ones, since all further left could have been written by anybody. Nil where a trusted
  /// proxy names something that is no address.
  public func client(of request: Request) -> IPAddress? {
    guard let peer = IPAddress(parsing: request.peer) else { return nil }
    guard isTrusted(peer) else { return peer }
    var client = peer
    let hops = request.headers.values(of: "X-Forwarded-For").joined(separator: ",")
    for hop in hops.split(separator: ",").reversed() {
      var text = hop.drop { $0 == " " || $0 == "\t" }
      while text.last == " " || text.last == "\t" { text.removeLast() }
      guard let address = IPAddress(hop: text) else { return nil }
      client = address
      guard isTrusted(address) else { break }
    }
    return client
  }

  /// - Parameter client: as `client(of:)` gives it.
  public func admits(_ client: IPAddress?) -> Bool {
    guard !allowed.isEmpty else { return true }
    guard let client else { return false }
    return allowed.contains { $0.contains(client) }
  }

  private func isTrusted(_ address: IPAddress) -> Bool {
    trustedProxies.contains { $0.contains(address) }
  }
}
