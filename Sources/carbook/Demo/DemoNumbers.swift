import Domain

/// Telephone numbers by the slot: each slot is one number and no two slots share one, so nothing
/// has to be remembered. Contacts have the slots from 0, callers nobody has entered those from
/// `strangers` on.
struct DemoNumbers: Sendable {
  let seed: UInt64

  // Not a round number: a stranger's would differ from a client's by one digit.
  static let strangers = 1_000_003
  /// How many slots there are for strangers.
  static let strangerLimit = 2_999_000

  /// The number of a slot below `strangers + strangerLimit`.
  func number(_ slot: Int) -> PhoneNumber {
    var random = SplitMix64(seed: seed, stream: .number, index: slot)
    // Multiplying by a factor that shares none with the modulus only shuffles the slots.
    let shuffled = slot * 6_180_339 + Int(seed % 1_000_003)
    let subscriber = (shuffled % 10_000_000).padded(to: 7)
    let kind = random.below(100)
    let digits =
      switch kind {
      case 0..<6: "38044\(2_000_000 + shuffled % 4_000_000)"
      case 6..<9: random.pick(DemoNumbers.foreignPrefixes) + subscriber
      default: "380" + random.pick(DemoNumbers.mobileCodes) + subscriber
      }
    return PhoneNumber(kind: .international, text: "+" + digits)
  }

  /// The codes of the Ukrainian mobile operators.
  static let mobileCodes = [
    "50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99",
  ]

  /// Poland, Germany, Britain, Moldova: mobile numbers without their last seven digits.
  private static let foreignPrefixes = ["4860", "4850", "491512", "44750", "3736"]
}
