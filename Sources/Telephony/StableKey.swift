/// A short name for bytes that have none: the same on every machine and in every run.
enum StableKey {
  /// 64-bit FNV-1a, in 16 hexadecimal digits. No secret: who could forge a collision bears the
  /// token and may say what he likes anyway.
  static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
