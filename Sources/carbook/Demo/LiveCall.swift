import Domain

/// A call of the live feed, and what the provider would send of it.
struct LiveCall: Equatable, Sendable {
  let id: String
  let start: Timestamp
  let isOutgoing: Bool
  /// Nil where the caller hides his number.
  let client: PhoneNumber?
  /// The name the client's telephone gives out.
  let displayName: String?
  /// Who answers, or who calls.
  let employee: DemoEmployee
  let origin: DemoOrigin
  /// Seconds until somebody answers or the caller gives up.
  let wait: Int
  /// Seconds; 0 where nobody answers.
  let talk: Int

  /// The deliveries in their order; an outgoing call has none when it is picked up.
  /// - Parameters:
  ///   - zone: the project's, in which the provider writes dates.
  ///   - pace: what a second of the call takes, in seconds.
  func deliveries(_ dialect: LiveDialect, zone: Zone, pace: Double) -> [LiveDelivery] {
    var steps: [(occasion: Occasion, second: Int)] = [
      (isOutgoing ? .beforeOutgoing : .before, 0)
    ]
    if talk > 0 && !isOutgoing { steps.append((.answered, wait)) }
    steps.append((isOutgoing ? .afterOutgoing : .after, wait + talk))
    return steps.map { step in
      LiveDelivery(
        delay: Double(step.second) * pace, occasion: step.occasion, method: "POST",
        mediaType: dialect == .form ? "application/x-www-form-urlencoded" : "application/json",
        body: Array(body(dialect, step.occasion.phase, zone).utf8))
    }
  }

  private func body(_ dialect: LiveDialect, _ phase: Phase, _ zone: Zone) -> String {
    let date = zone.civilTime(at: start).iso8601.replacing("T", with: " ")
    let utm = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"]
    let source: LiveBody.Pairs =
      isOutgoing ? [] : zip(utm, origin.utm).compactMap { name, value in value.map { (name, $0) } }
    switch dialect {
    case .flatJSON:
      return LiveBody.json(
        [("uniqueid", id), ("calldate", date)] + sides + source + result(phase))
    case .nestedJSON:
      return LiveBody.json(
        [("uniqueid", id), ("calldate", date)], nested: "additional_call_data",
        sides + source + result(phase))
    case .form:
      return LiveBody.form(
        [("call_id", id), ("date", date)] + softPhoneSides + source + softPhoneResult(phase))
    }
  }

  /// In the words of the webhook's own parameters.
  private var sides: LiveBody.Pairs {
    isOutgoing
      ? [
        ("call_type", "out"), ("caller", employee.login.text), ("dst", digits),
        ("outbound_number", DemoPool.service.number.digits),
      ]
      : [
        ("call_type", "in"), ("userfield", digits), ("E164", client?.text ?? ""),
        ("dst", origin.pool.number.digits), ("pool_name", origin.pool.name),
      ]
  }

  private func result(_ phase: Phase) -> LiveBody.Pairs {
    let employee: LiveBody.Pairs = [("connected_with", employee.name)]
    switch phase {
    case .before: return []
    case .answered: return employee + [("waittime", "\(wait)")]
    case .after:
      let times: LiveBody.Pairs = [
        ("disposition", talk > 0 ? "ANSWERED" : "NO ANSWER"), ("duration", "\(wait + talk)"),
        ("waittime", "\(wait)"), ("billsec", "\(talk)"),
      ]
      return (talk > 0 || isOutgoing ? employee : []) + times + recording
    }
  }

  /// In the words of the provider's soft phone.
  private var softPhoneSides: LiveBody.Pairs {
    let login = employee.login.text
    return isOutgoing
      ? [
        ("type", "out"), ("caller", "\"\(login)\" <\(login)>"), ("callee", digits),
        ("outbound_number", DemoPool.service.number.digits),
      ]
      : [
        ("type", "in"), ("caller", displayName.map { "\"\($0)\" <\(digits)>" } ?? digits),
        ("callee", origin.pool.number.digits), ("n_alias", origin.pool.name),
      ]
  }

  private func softPhoneResult(_ phase: Phase) -> LiveBody.Pairs {
    let person: LiveBody.Pairs = [
      ("employee_fio", employee.name), ("staffid", employee.staffID), ("department", "Сервіс"),
    ]
    switch phase {
    case .before: return []
    case .answered: return person + [("status", "IN PROGRESS"), ("waiting", "\(wait)")]
    case .after:
      let times: LiveBody.Pairs = [
        ("status", talk > 0 ? "ANSWERED" : "NO ANSWER"), ("call_duration", "\(wait + talk)"),
        ("waiting", "\(wait)"), ("dialog", "\(talk)"),
      ]
      return (talk > 0 || isOutgoing ? person : []) + times + recording
    }
  }

  private var recording: LiveBody.Pairs {
    talk > 0
      ? [
        ("has_recording", "1"),
        ("recording_wav", "https://app.ringostat.com/recordings/\(id).wav?token=demo"),
      ] : [("has_recording", "0"), ("recording_wav", "")]
  }

  private var digits: String {
    client?.digits ?? ""
  }
}
