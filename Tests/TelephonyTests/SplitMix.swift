/// SplitMix64: the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let morsels = [
    "{", "}", "[", "]", "\"", "\\", "\\u", ",", ":", "&", "=", "%", "+", "<", ">", "\u{0}", "-1",
    "99999999999999999999", "1e999", "null", "\\ud800", "--\r\n", "[a]", "Ї",
  ].map { Array($0.utf8) }

  mutating func mutate(_ bytes: inout [UInt8]) {
    let position = Int.random(in: 0...bytes.count, using: &self)
    let end = min(bytes.count, position + Int.random(in: 0...12, using: &self))
    switch Int.random(in: 0..<4, using: &self) {
    case 0: bytes.removeSubrange(position..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
    case 2:
      let morsel = SplitMix.morsels[Int.random(in: 0..<SplitMix.morsels.count, using: &self)]
      bytes.insert(contentsOf: morsel, at: position)
    default: if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &self) }
    }
  }
}
