import Domain

/// A webhook link of a listener on this machine, taken apart.
struct LoopbackLink: Equatable, Sendable {
  /// A numeric address, without brackets.
  let host: String
  let port: UInt16
  /// Begins with a slash; holds the token.
  let target: String

  /// Nil unless it is `http://HOST[:PORT][/…]` in printable ASCII (RFC 3986), HOST being an IPv4
  /// address, a bracketed IPv6 address or "localhost": nothing is looked up.
  init?(_ url: String) {
    guard url.hasPrefix("http://"), url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    let rest = url.dropFirst("http://".count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    target = slash == rest.endIndex ? "/" : String(rest[slash...])
    var name = authority
    var digits: Substring = "80"
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      name = authority[..<colon]
      digits = authority[authority.index(after: colon)...]
    }
    guard digits.allSatisfy(\.isASCIIDigit), let port = UInt16(digits), port > 0 else { return nil }
    self.port = port
    if name.hasPrefix("[") && name.hasSuffix("]") {
      host = String(name.dropFirst().dropLast())
    } else {
      host = name == "localhost" ? "127.0.0.1" : String(name)
      guard !host.contains(":") else { return nil }
    }
    guard !host.isEmpty, host.allSatisfy({ $0.isHexDigit || ".:".contains($0) }) else { return nil }
  }

  /// `HOST:PORT`, the host in brackets where it is an IPv6 address.
  var address: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
