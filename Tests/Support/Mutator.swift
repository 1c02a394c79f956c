/// Changes bytes as a fuzzer does, the same for the same seed: takes some away, doubles some, changes
/// one, puts in what often breaks a reader of the format.
public struct Mutator: Sendable {
  public var random: SplitMix
  private let morsels: [[UInt8]]

  /// - Parameter morsels: at least one.
  public init(seed: UInt64, morsels: [String]) {
    random = SplitMix(seed: seed)
    self.morsels = morsels.map { Array($0.utf8) }
  }

  /// - Parameter limit: how many changes are made at most; one at least.
  public mutating func mutated(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...limit, using: &random) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let position = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, position + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(position..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[position..<end]), at: position)
    case 2:
      bytes.insert(contentsOf: morsels.randomElement(using: &random) ?? [], at: position)
    default:
      if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &random) }
    }
  }
}
