import Domain

/// The calls of a demo year, oldest first, each as the one delivery at its end. Memory does not
/// grow with their number.
struct DemoCalls: Sequence, IteratorProtocol, Sendable {
  private let shop: DemoShop
  private var calendar: DemoCalendar
  private var random: SplitMix64
  private var provider: DemoProvider
  private var followUps = DemoFollowUps()
  private var hour: Int64 = .min
  private var isOpen = false
  private var missRate = 0.0

  init(shop: DemoShop) {
    self.shop = shop
    calendar = DemoCalendar(seed: shop.seed, timeline: shop.timeline, calls: shop.callCount)
    random = SplitMix64(seed: shop.seed, stream: .calls)
    provider = DemoProvider(shop: shop)
  }

  mutating func next() -> CallEvent? {
    guard let beginning = calendar.next() else { return nil }
    let start = beginning.seconds
    if start / 3600 != hour { enterHour(of: start) }
    guard let last = beginning.last else {
      let plan = plan(at: start)
      if plan.isMiss || plan.attempt > 0 { followUp(plan, at: start) }
      return provider.event(plan, at: start)
    }
    return provider.event(lastPlan(last, at: start), at: start)
  }

  private mutating func enterHour(of second: Int64) {
    hour = second / 3600
    let instant = Timestamp(seconds: second)
    isOpen = shop.timeline.isOpen(at: instant)
    let clock = shop.timeline.zone.civilTime(at: instant).hour
    missRate = isOpen ? DemoCalls.missRates[clock, default: 0.15] : 0.85
  }

  /// More are lost when everybody calls, at lunch and at closing time.
  private static let missRates: [Int: Double] = [
    8: 0.2, 9: 0.1, 10: 0.15, 11: 0.16, 12: 0.21, 13: 0.23, 14: 0.1, 15: 0.11, 16: 0.15, 17: 0.13,
    18: 0.24,
  ]

  private mutating func plan(at second: Int64) -> DemoCallPlan {
    if isOpen, let entry = followUps.take(at: second) {
      return DemoCallPlan(
        type: entry.isOutgoing ? .outgoing : .incoming, slot: entry.slot,
        outcome: entry.isOutgoing ? outgoingOutcome() : incomingOutcome(), attempt: entry.attempt)
    }
    switch isOpen ? random.fraction() : 0.5 {
    case ..<0.02:
      return DemoCallPlan(
        type: .internal, slot: nil, outcome: random.chance(0.85) ? .answered : .noAnswer)
    case ..<0.085:
      let slot = random.chance(0.9) ? client(at: second) : shop.stranger(&random)
      return DemoCallPlan(type: .outgoing, slot: slot, outcome: outgoingOutcome())
    case ..<0.115:
      let outcome: DemoCallPlan.Outcome = random.chance(0.85) ? .answered : .noAnswer
      return DemoCallPlan(type: .callback, slot: shop.stranger(&random), outcome: outcome)
    default:
      let slot =
        random.chance(0.57)
        ? client(at: second) : random.chance(0.035) ? nil : shop.stranger(&random)
      return DemoCallPlan(type: .incoming, slot: slot, outcome: incomingOutcome())
    }
  }

  /// The calls just before now: some answered, some missed and not called back yet.
  private mutating func lastPlan(_ index: Int, at second: Int64) -> DemoCallPlan {
    let isMissed = [0, 2, 6].contains(index)
    let slot = [0, 3, 6].contains(index) ? shop.stranger(&random) : client(at: second)
    return DemoCallPlan(
      type: index == 4 ? .outgoing : .incoming, slot: slot,
      outcome: isMissed ? .noAnswer : .answered)
  }

  private mutating func incomingOutcome() -> DemoCallPlan.Outcome {
    guard random.chance(missRate) else { return .answered }
    return switch random.below(100) {
    case 0..<82: .noAnswer
    case 82..<88: .busy
    case 88..<96: .voicemail
    default: .failed
    }
  }

  private mutating func outgoingOutcome() -> DemoCallPlan.Outcome {
    switch random.below(100) {
    case 0..<74: .answered
    case 74..<95: .noAnswer
    case 95..<99: .busy
    default: .failed
    }
  }

  /// Most who were missed are called back, some call again first, some are forgotten.
  private mutating func followUp(_ plan: DemoCallPlan, at second: Int64) {
    guard let slot = plan.slot, plan.outcome != .answered, plan.attempt < 3 else { return }
    let fate = random.fraction()
    let isOutgoing = fate < 0.55
    guard fate < 0.7 else { return }
    let pause =
      isOutgoing ? 300 + random.exponential(mean: 2400) : 90 + random.exponential(mean: 900)
    followUps.append(
      DemoFollowUps.Entry(
        due: second + Int64(pause), slot: slot, isOutgoing: isOutgoing, attempt: plan.attempt + 1))
  }

  /// A client's number; clients whose car is in the shop call most.
  private mutating func client(at second: Int64) -> Int {
    let instant = Timestamp(seconds: second)
    let inRepair = random.chance(0.45) ? shop.clientInRepair(&random, at: instant) : nil
    let slots = shop.slots(ofContact: inRepair ?? shop.client(&random, at: instant))
    return random.chance(0.8) ? slots.lowerBound : slots.upperBound
  }
}
