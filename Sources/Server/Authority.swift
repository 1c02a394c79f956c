import Glibc

/// The check of `host[:port]`, as it stands in a `Host` field or a request target
/// (RFC 9110 section 7.2, RFC 3986 section 3.2).
enum Authority {
  /// Whether the bytes are a host, perhaps empty, and perhaps a port.
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    let afterHost: ArraySlice<UInt8>
    if bytes.first == UInt8(ascii: "[") {
      guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")),
        isIPv6(bytes[(bytes.startIndex + 1)..<bracket])
      else { return false }
      afterHost = bytes[(bracket + 1)...]
    } else {
      let end = bytes.firstIndex(of: ASCII.colon) ?? bytes.endIndex
      guard isRegisteredName(bytes[..<end]) else { return false }
      afterHost = bytes[end...]
    }
    guard let colon = afterHost.first else { return true }
    return colon == ASCII.colon && isPort(afterHost.dropFirst())
  }

  /// Whether the bytes are the authority of an absolute target: a host, perhaps with user
  /// information, which is taken from nobody but not an error.
  static func isValidInTarget(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      return isNamed(bytes) && isValid(bytes)
    }
    let host = bytes[(at + 1)...]
    return bytes[..<at].allSatisfy { ASCII.isRegisteredName($0) || $0 == ASCII.colon }
      && isNamed(host) && isValid(host)
  }

  /// Whether the bytes are `host:port`, both given: the target of CONNECT.
  static func isHostAndPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, ASCII.isDigit(last), isNamed(bytes), isValid(bytes),
      let colon = bytes.lastIndex(of: ASCII.colon)
    else { return false }
    return bytes[colon...].dropFirst().allSatisfy(ASCII.isDigit)
  }

  private static func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { $0 != ASCII.colon } ?? false
  }

  private static func isRegisteredName(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digitsDue = 0
    for byte in bytes {
      if digitsDue > 0 {
        guard ASCII.hexadecimal(byte) != nil else { return false }
        digitsDue -= 1
      } else if byte == UInt8(ascii: "%") {
        digitsDue = 2
      } else if !ASCII.isRegisteredName(byte) {
        return false
      }
    }
    return digitsDue == 0
  }

  private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    var address = in6_addr()
    return inet_pton(AF_INET6, ASCII.text(bytes), &address) == 1
  }

  /// Digits up to 65535; none is allowed, "host:" (RFC 3986 section 3.2.3).
  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    var port = 0
    for byte in bytes {
      guard ASCII.isDigit(byte) else { return false }
      port = port * 10 + Int(byte - 0x30)
      guard port <= 65_535 else { return false }
    }
    return true
  }
}
