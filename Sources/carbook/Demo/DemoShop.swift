import Domain

/// A car repair shop in Kyiv that does not exist: its people, clients, repairs and a year of
/// calls. Everything follows from the seed by index, so ten million calls need no memory.
struct DemoShop: Sendable {
  let seed: UInt64
  let timeline: DemoTimeline
  let callCount: Int
  let contactCount: Int
  let staff = DemoEmployee.all
  let numbers: DemoNumbers

  /// Of `carbook demo`: the live feed has to know the clients that an earlier run stored.
  static let defaultSeed: UInt64 = 2_026
  static let defaultCallCount = 3_000

  /// - Parameters:
  ///   - now: the year ends here.
  ///   - zone: the shop's, which sets the rhythm of its days.
  ///   - calls: how many calls the year had.
  init(seed: UInt64 = DemoShop.defaultSeed, now: Timestamp, zone: Zone, calls: Int) {
    self.seed = seed
    timeline = DemoTimeline(now: now, zone: zone)
    callCount = max(0, calls)
    contactCount = min(300_000, max(20, calls / 12))
    numbers = DemoNumbers(seed: seed)
  }

  /// The year's calls, oldest first, each as the one delivery at its end.
  var calls: DemoCalls {
    DemoCalls(shop: self)
  }

  /// What the integration has to know as the shop's own.
  var ownNumbers: OwnNumbers {
    OwnNumbers(Set(DemoPool.all.map(\.number)))
  }

  /// A caller whom nobody has entered; in a small year the same ones call again.
  func stranger(_ random: inout SplitMix64) -> Int {
    let count = min(DemoNumbers.strangerLimit, max(20, callCount / 4))
    return DemoNumbers.strangers + random.below(count)
  }
}
