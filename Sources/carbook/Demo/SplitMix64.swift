import Glibc

/// A small, fast generator whose numbers are the same on every machine and in every version of
/// Swift, which the standard library does not promise of its own (Steele, Lea and Flood, 2014).
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A generator for one thing of the demo: the same thing gets the same numbers whatever was
  /// drawn before.
  init(seed: UInt64, stream: Stream, index: Int = 0) {
    let place = SplitMix64.mix(UInt64(truncatingIfNeeded: index) &+ stream.rawValue << 56)
    state = seed ^ place
  }

  enum Stream: UInt64 {
    case contact = 1
    case number, source, vehicle, order, moment, day, calls, provider, live
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.mix(state)
  }

  /// 0..<`bound`; `bound` is at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// 0..<1
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// One of a table that is not empty.
  mutating func pick<Element>(_ table: [Element]) -> Element {
    table[below(table.count)]
  }

  mutating func exponential(mean: Double) -> Double {
    -mean * log(1 - fraction())
  }

  /// Four uniform draws stand in for the normal one: close enough, and no tail to cut off.
  mutating func logNormal(median: Double, spread: Double) -> Double {
    let sum = fraction() + fraction() + fraction() + fraction() - 2
    return median * exp(sum * spread * 1.732)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
