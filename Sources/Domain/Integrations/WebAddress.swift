/// The address of a server, written as a URL without user, query and fragment (RFC 3986).
///
/// Parsed by hand: `URL` takes user information, backslashes and numbers for hosts.
public struct WebAddress: Equatable, Sendable {
  public let isEncrypted: Bool
  /// In lower case; an IPv6 address in brackets.
  public let host: String
  /// `scheme://host[:port][/path]`, without a slash at the end.
  public let text: String

  /// The longest, in characters.
  public static let limit = 500

  /// Nil for anything else than `http://` or `https://`, a host name or address, a port, and a path
  /// of plain characters.
  public init?(_ typed: String) {
    let trimmed = typed.trimmed
    guard trimmed.utf8.count <= WebAddress.limit,
      let colon = trimmed.firstIndex(of: ":"), trimmed[colon...].hasPrefix("://")
    else { return nil }
    let scheme = trimmed[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = trimmed[colon...].dropFirst(3)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let (host, port) = WebAddress.authority(rest[..<slash]) else { return nil }
    var path = rest[slash...]
    guard path.utf8.allSatisfy(WebAddress.isPlain), !path.contains("//") else { return nil }
    while path.hasSuffix("/") { path.removeLast() }
    isEncrypted = scheme == "https"
    self.host = host
    text = "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
  }

  /// Whether it is this machine, so that nothing travels in the clear.
  public var isLoopback: Bool {
    host == "localhost" || host == "[::1]" || host.hasPrefix("127.") && WebAddress.isIPv4(host)
  }

  private static func authority(_ text: Substring) -> (host: String, port: UInt16?)? {
    var host = text
    var port: UInt16?
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
      let digits = text[text.index(after: colon)...]
      guard (1...5).contains(digits.utf8.count), digits.allSatisfy(\.isASCIIDigit),
        let number = UInt16(digits), number > 0
      else { return nil }
      port = number
      host = text[..<colon]
    }
    let name = host.lowercased()
    return isName(name) || isIPv4(name) || isIPv6(name) ? (name, port) : nil
  }

  /// A last label of digits is a number in another spelling, or an address that is none.
  private static func isName(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.utf8.count <= 253, let last = labels.last,
      last.contains(where: { !$0.isASCIIDigit }),
      !last.hasPrefix("0x")
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.allSatisfy(\.isASCIIDigit)
          && UInt8(part).map { String($0) == part } ?? false
      }
  }

  /// Only that its characters are right: whoever connects takes it apart.
  private static func isIPv6(_ host: String) -> Bool {
    host.hasPrefix("[") && host.hasSuffix("]") && (4...41).contains(host.utf8.count)
      && host.dropFirst().dropLast().contains(":")
      && host.dropFirst().dropLast().utf8.allSatisfy { byte in
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
          || Character(Unicode.Scalar(byte)).isHexDigit
      }
  }

  /// Unreserved characters and slashes (RFC 3986 section 2.3).
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || "-._~/".utf8.contains(byte)
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
