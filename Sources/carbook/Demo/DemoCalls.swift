import Domain

/// The calls of a demo year, oldest first, each as the one delivery at its end. Memory does not
/// grow with their number.
struct DemoCalls: Sequence, IteratorProtocol, Sendable {
  private let shop: DemoShop
  private var calendar: DemoCalendar
  private var random: SplitMix64
  private var followUps = DemoFollowUps()
  /// The running number in the provider's ids.
  private var sequence = 12_669_000
  private var hour: Int64 = .min
  private var isOpen = false
  private var missRate = 0.0

  init(shop: DemoShop) {
    self.shop = shop
    calendar = DemoCalendar(seed: shop.seed, timeline: shop.timeline, calls: shop.callCount)
    random = SplitMix64(seed: shop.seed, stream: .calls)
  }

  mutating func next() -> CallEvent? {
    guard let beginning = calendar.next() else { return nil }
    let start = beginning.seconds
    if start / 3600 != hour { enterHour(of: start) }
    sequence += 1 + random.below(6)
    guard let last = beginning.last else {
      let plan = plan(at: start)
      if plan.isMiss || plan.attempt > 0 { followUp(plan, at: start) }
      return event(plan, at: start)
    }
    return event(lastPlan(last, at: start), at: start)
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

  // MARK: What happens

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

  // MARK: What the provider says of it

  private mutating func event(_ plan: DemoCallPlan, at second: Int64) -> CallEvent {
    var fields = CallFields()
    let id = "ua\(random.below(10))_-\(second).\(sequence)"
    let employee = random.pick(shop.staff)
    let (wait, talk) = seconds(of: plan, room: Int(shop.timeline.now.seconds - second))
    // A talk cut off by the end of the year was none.
    let isTalk = plan.outcome == .answered && talk > 0
    fields.start = Timestamp(seconds: second)
    fields.wait = wait
    fields.talk = talk
    fields.duration = wait + talk
    fields.disposition = disposition(plan, isTalk: isTalk, talk: talk)
    if isTalk || plan.type == .outgoing {
      fields.connectedWith = employee.name
      fields.staffID = employee.staffID
      fields.department = "Сервіс"
    }
    setSides(of: plan, employee: employee, &fields)
    let isRecorded = talk > 0 && random.chance(0.96)
    fields.hasRecording = isRecorded
    if isRecorded { fields.recording = "https://app.ringostat.com/recordings/\(id).wav?token=demo" }
    let isOutgoing = plan.type == .outgoing || plan.type == .internal
    return CallEvent(
      providerID: id, occasion: isOutgoing ? .afterOutgoing : .after,
      received: Timestamp(seconds: second + Int64(wait + talk)), fields: fields)
  }

  private mutating func setSides(
    of plan: DemoCallPlan, employee: DemoEmployee, _ fields: inout CallFields
  ) {
    let client = plan.slot.map(shop.numbers.number)
    switch plan.type {
    case .internal:
      let others = shop.staff.filter { $0 != employee }
      fields.type = .outgoing
      fields.caller = employee.extension
      fields.called = random.pick(others).extension
    case .outgoing:
      fields.type = .outgoing
      fields.caller = employee.login
      fields.called = client
      fields.outbound = DemoPool.service.number
    case .incoming, .callback:
      let origin = DemoOrigin(seed: shop.seed, slot: plan.slot ?? random.below(1000))
      fields.type = plan.type
      fields.caller = client
      fields.called = origin.pool.number
      fields.pool = origin.pool.name
      fields.utmSource = origin.utm[0]
      fields.utmMedium = origin.utm[1]
      fields.utmCampaign = origin.utm[2]
      fields.utmContent = origin.utm[3]
      fields.utmTerm = origin.utm[4]
    }
  }

  private mutating func disposition(
    _ plan: DemoCallPlan, isTalk: Bool, talk: Int
  ) -> Disposition? {
    let word =
      switch plan.outcome {
      case .answered where !isTalk: "NO ANSWER"
      case .answered where plan.type == .incoming && talk > 20:
        random.pick(plan.attempt > 0 ? ["REPEATED"] : ["ANSWERED", "PROPER", "REPEATED", "PROPER"])
      case .answered: "ANSWERED"
      case .noAnswer: plan.type == .callback ? "CLIENT NO ANSWER" : "NO ANSWER"
      case .busy: "BUSY"
      case .voicemail: "VOICEMAIL"
      case .failed: random.chance(0.7) ? "FAILED" : "NO FORWARD"
      }
    return Disposition(word)
  }

  /// - Parameter room: seconds until now: nothing lasts longer.
  private mutating func seconds(of plan: DemoCallPlan, room: Int) -> (wait: Int, talk: Int) {
    let isOutgoing = plan.type == .outgoing
    let (wait, talk): (Double, Double) =
      switch plan.outcome {
      case .answered:
        (
          3 + random.exponential(mean: isOutgoing ? 11 : 8),
          3 + random.logNormal(median: isOutgoing ? 65 : 95, spread: 0.95)
        )
      case .noAnswer: ((isOutgoing ? 15 : 7) + random.exponential(mean: 16), 0)
      case .busy: (1 + random.exponential(mean: 4), 0)
      case .voicemail: (18 + random.exponential(mean: 8), 5 + random.exponential(mean: 14))
      case .failed: (random.exponential(mean: 1), 0)
      }
    let fittingWait = Swift.max(0, Swift.min(Int(wait), 150, room))
    return (fittingWait, Swift.max(0, Swift.min(Int(talk), 2700, room - fittingWait)))
  }
}
