import Domain

/// Makes up calls as they would come in now: a third from the demo's clients, a third from numbers
/// that no contact owns, some outgoing, some missed.
struct LiveFeed: Sendable {
  private let shop: DemoShop
  /// Calls a minute.
  private let rate: Double
  private var random: SplitMix64
  private var sequence: Int
  private var made = 0

  /// - Parameters:
  ///   - shop: whose clients call; its zone is the provider's project's.
  ///   - rate: calls a minute, more than 0.
  ///   - seed: other calls for another seed.
  init(shop: DemoShop, rate: Double, seed: UInt64) {
    self.shop = shop
    self.rate = max(rate, 0.001)
    random = SplitMix64(seed: seed, stream: .live)
    sequence = 20_000_000 + random.below(9_000_000)
  }

  /// Seconds until the next call: calls come independently of each other.
  mutating func pause() -> Double {
    random.exponential(mean: 60 / rate)
  }

  /// The deliveries of a call that starts now, in their order.
  mutating func call(at now: Timestamp) -> [LiveDelivery] {
    let dialect = LiveDialect.allCases[made % LiveDialect.allCases.count]
    made += 1
    return makeCall(at: now).deliveries(dialect, zone: shop.timeline.zone, pace: pace)
  }

  /// About a dozen calls at once is what a screen can show: more often means shorter.
  private var pace: Double {
    min(1, 16 / rate)
  }

  mutating func makeCall(at now: Timestamp) -> LiveCall {
    sequence += 1 + random.below(6)
    let place = random.fraction()
    let isOutgoing = random.chance(0.18)
    let contact = random.below(shop.contactCount)
    let slot: Int? =
      switch place {
      case ..<0.34: shop.slots(ofContact: contact).lowerBound
      case ..<0.66: DemoNumbers.strangers + random.below(DemoNumbers.strangerLimit)
      case ..<0.68 where !isOutgoing: nil
      default: shop.stranger(&random)
      }
    let isAnswered = random.chance(0.74)
    let name = place < 0.34 && random.chance(0.3) ? shop.contact(contact).draft.name : ""
    return LiveCall(
      id: "ua\(random.below(10))_-\(now.seconds).\(sequence)",
      start: Timestamp(seconds: now.seconds),
      isOutgoing: isOutgoing, client: slot.map(shop.numbers.number),
      displayName: name.isEmpty ? nil : name, employee: random.pick(shop.staff),
      origin: DemoOrigin(seed: shop.seed, slot: slot ?? 0),
      wait: random.within(3...20), talk: isAnswered ? random.within(5...90) : 0)
  }
}
