/// The first line of a request (RFC 9112 section 3): method, target, version, one space between.
struct RequestLine: Sendable {
  let method: String
  let target: String
  let path: String
  let query: String?
  let version: Request.Version

  init(parsing line: ArraySlice<UInt8>) throws(Refusal) {
    guard let afterMethod = line.firstIndex(of: ASCII.space),
      let afterTarget = line[(afterMethod + 1)...].firstIndex(of: ASCII.space)
    else { throw .malformed("The request line must be a method, a target and a version.") }
    let methodBytes = line[..<afterMethod]
    guard !methodBytes.isEmpty, methodBytes.allSatisfy(ASCII.isToken) else {
      throw .malformed("The method must be a token.")
    }
    let targetBytes = line[(afterMethod + 1)..<afterTarget]
    guard !targetBytes.isEmpty, targetBytes.allSatisfy(ASCII.isTarget) else {
      throw .malformed("The request target holds a character that it may not hold.")
    }
    version = try Self.version(line[(afterTarget + 1)...])
    method = ASCII.text(methodBytes)
    target = ASCII.text(targetBytes)
    let resource = try Self.resource(targetBytes, method: method)
    let mark = resource.firstIndex(of: UInt8(ascii: "?"))
    query = mark.map { ASCII.text(resource[($0 + 1)...]) }
    path = mark == resource.startIndex ? "/" : ASCII.text(resource[..<(mark ?? resource.endIndex)])
  }

  /// `HTTP/` digit `.` digit, in exactly this case (RFC 9112 section 2.3).
  private static func version(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> Request.Version {
    let text = Array(bytes)
    guard text.count == 8, text.starts(with: "HTTP/".utf8), ASCII.isDigit(text[5]),
      text[6] == UInt8(ascii: "."), ASCII.isDigit(text[7])
    else { throw .malformed("The version must be HTTP/ and two digits with a point between.") }
    guard text[5] == UInt8(ascii: "1") else { throw .unknownVersion }
    return text[7] == UInt8(ascii: "0") ? .http10 : .http11
  }

  /// Path and query of a target in one of the four forms of RFC 9112 section 3.2; a fragment,
  /// which has no place there but is sent by some, is cut off.
  private static func resource(
    _ target: ArraySlice<UInt8>, method: String
  ) throws(Refusal) -> ArraySlice<UInt8> {
    if method == "CONNECT" {
      guard Authority.isHostAndPort(target) else {
        throw .malformed("The target of CONNECT must be a host and a port.")
      }
      return target[target.endIndex...]
    }
    if target.elementsEqual("*".utf8), method == "OPTIONS" { return target }
    let hash = target.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let absolute = target[..<hash]
    if absolute.first == UInt8(ascii: "/") { return absolute }
    for scheme in ["http://", "https://"] {
      let prefix = absolute.prefix(scheme.utf8.count)
      guard ASCII.equalIgnoringCase(prefix, scheme.utf8) else { continue }
      let rest = absolute[prefix.endIndex...]
      let end =
        rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
      guard Authority.isValidInTarget(rest[..<end]) else { break }
      return end == rest.endIndex ? [UInt8(ascii: "/")] : rest[end...]
    }
    throw .malformed("The request target must be a path or an http address.")
  }
}
