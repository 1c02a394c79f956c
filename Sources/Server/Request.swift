/// One complete request, as it came: nothing is percent-decoded.
public struct Request: Sendable, Equatable {
  /// The protocol versions spoken here (RFC 9112 section 2.3); a later 1.x counts as 1.1.
  public enum Version: Sendable, Equatable { case http10, http11 }

  /// A token, case kept; whether it is a known one is the handler's business.
  public var method: String
  /// The request target as it came, in one of the four forms of RFC 9112 section 3.2.
  public var target: String
  /// The undecoded path: `*` in asterisk form, empty in authority form, else it starts with `/`.
  public var path: String
  /// What follows the first `?`, undecoded and without a fragment; nil where there is no `?`.
  public var query: String?
  public var version: Version
  public var headers: Headers
  /// The content, chunks joined; trailers are dropped.
  public var body: [UInt8]
  /// The address of the other side, without its port. Behind a proxy it is the proxy's.
  public var peer: String

  public init(
    method: String, target: String, path: String, query: String? = nil,
    version: Version = .http11, headers: Headers = [:], body: [UInt8] = [], peer: String = ""
  ) {
    self.method = method
    self.target = target
    self.path = path
    self.query = query
    self.version = version
    self.headers = headers
    self.body = body
    self.peer = peer
  }

  /// Whether the client may send another request on this connection (RFC 9112 section 9.3).
  public var isPersistent: Bool {
    if headers.list("Connection", contains: "close") { return false }
    return version == .http11 || headers.list("Connection", contains: "keep-alive")
  }
}
