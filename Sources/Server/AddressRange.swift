/// Addresses that begin with the same bits: `10.0.0.0/8`, `2001:db8::/32`, or one address alone.
public struct AddressRange: Sendable, Hashable {
  private let first: UInt128
  private let mask: UInt128

  /// Nil for anything but `ADDRESS` or `ADDRESS/PREFIX`. What stands beyond the prefix is
  /// overlooked.
  public init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first.flatMap({ IPAddress(parsing: $0) }) else { return nil }
    let width = address.isIPv4 ? 32 : 128
    var prefix = width
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard (1...3).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
      prefix = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard prefix <= width else { return nil }
    }
    // Shifting by all 128 bits gives 0, as it should.
    mask = UInt128.max << UInt128(width - prefix)
    first = address.bits & mask
  }

  public func contains(_ address: IPAddress) -> Bool {
    address.bits & mask == first
  }
}
