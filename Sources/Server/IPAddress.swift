/// An IPv4 or IPv6 address. The IPv4 ones stand among the IPv6 ones as `::ffff:0:0/96` (RFC 4291
/// section 2.5.5.2), so that both spellings of one client are one address.
public struct IPAddress: Sendable, Hashable {
  let bits: UInt128

  private static let mapped: UInt128 = 0xFFFF << 32

  /// Reads a literal as RFC 4291 section 2.2 and RFC 6943 section 3.1.1 have it: four decimals
  /// without leading zeros, or hexadecimal groups; no brackets, no zone.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)[...]
    guard let bits = bytes.contains(ASCII.colon) ? Self.six(bytes) : Self.mappedFour(bytes) else {
      return nil
    }
    self.bits = bits
  }

  /// Reads a member of `X-Forwarded-For`: a literal, with or without a port.
  init?(hop text: some StringProtocol) {
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      self.init(parsing: text[text.index(after: text.startIndex)..<end])
    } else if let colon = text.firstIndex(of: ":"), text.contains(".") && !text.hasPrefix(":"),
      text[text.index(after: colon)...].utf8.allSatisfy(ASCII.isDigit)
    {
      self.init(parsing: text[..<colon])
    } else {
      self.init(parsing: text)
    }
  }

  var isIPv4: Bool { bits >> 32 == 0xFFFF }

  /// Whether only this machine reaches it.
  public var isLoopback: Bool { isIPv4 ? bits >> 24 & 0xFF == 127 : bits == 1 }

  private static func mappedFour(_ text: ArraySlice<UInt8>) -> UInt128? {
    four(text).map { mapped | UInt128($0) }
  }

  private static func four(_ text: ArraySlice<UInt8>) -> UInt32? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy(ASCII.isDigit),
        part.count == 1 || part.first != UInt8(ascii: "0")
      else { return nil }
      let value = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
      guard value <= 255 else { return nil }
      address = address << 8 | value
    }
    return address
  }

  private static func six(_ text: ArraySlice<UInt8>) -> UInt128? {
    let gap = text.indices.dropLast().first {
      text[$0] == ASCII.colon && text[$0 + 1] == ASCII.colon
    }
    guard let gap else { return groups(text).flatMap { $0.count == 8 ? join($0) : nil } }
    guard let left = groups(text[..<gap], endInFour: false), let right = groups(text[(gap + 2)...]),
      left.count + right.count < 8
    else { return nil }
    return join(left + [UInt16](repeating: 0, count: 8 - left.count - right.count) + right)
  }

  /// The groups between colons; an IPv4 address may stand for the last two.
  private static func groups(
    _ text: ArraySlice<UInt8>, endInFour: Bool = true
  ) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ASCII.colon, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if endInFour, index == parts.count - 1, let four = four(part) {
        groups += [UInt16(four >> 16), UInt16(four & 0xFFFF)]
        continue
      }
      guard (1...4).contains(part.count) else { return nil }
      var group: UInt16 = 0
      for digit in part {
        guard let value = ASCII.hexadecimal(digit) else { return nil }
        group = group << 4 | UInt16(value)
      }
      groups.append(group)
    }
    return groups.count <= 8 ? groups : nil
  }

  private static func join(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }
}
