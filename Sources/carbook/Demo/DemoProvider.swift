import Domain

/// What the telephony provider says of the demo's calls once they have ended.
struct DemoProvider: Sendable {
  private let shop: DemoShop
  private var random: SplitMix64
  /// The running number in the calls' ids.
  private var sequence = 12_669_000

  init(shop: DemoShop) {
    self.shop = shop
    random = SplitMix64(seed: shop.seed, stream: .provider)
  }

  /// The delivery at the end of a call that began at that second since the epoch.
  mutating func event(_ plan: DemoCallPlan, at second: Int64) -> CallEvent {
    var fields = CallFields()
    sequence += 1 + random.below(6)
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
    let fittingWait = max(0, min(Int(wait), 150, room))
    return (fittingWait, max(0, min(Int(talk), 2700, room - fittingWait)))
  }
}
