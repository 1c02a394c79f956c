/// Tries a route's rules in order. Asks for what only the store knows, and only where a rule needs
/// it; everything else is at hand.
public struct Router: Sendable {
  public let route: Route
  public let roster: Roster
  /// The project's, whose clock the working hours are of.
  public let zone: Zone
  /// The logins that are connected now, in lower case; nil where that is not known, and then nobody
  /// is passed over for it.
  public let online: Set<String>?

  public init(_ route: Route, roster: Roster, zone: Zone, online: Set<String>? = nil) {
    self.route = route
    self.roster = roster
    self.zone = zone
    self.online = online
  }

  /// Where a caller goes, and why.
  public struct Decision: Equatable, Sendable {
    public let reason: RouteReason
    public let employee: Employee.ID?
    /// Nil to leave the caller to the provider.
    public let line: PhoneNumber?
    /// The rules that were tried, in order, and what came of each.
    public let steps: [Step]

    /// What the provider is told: digits, or a login.
    public var destination: String? {
      line.map { $0.kind == .login ? $0.text : $0.digits }
    }
  }

  /// What came of a rule.
  public struct Step: Equatable, Sendable {
    public enum Outcome: Hashable, Sendable {
      case answered
      /// The rule names nobody: no such client, employee, order or talk.
      case names
      /// The clock says otherwise.
      case notNow
      case away(Employee.ID)
      case offline(Employee.ID)
      /// He has neither a login nor a number.
      case noLine(Employee.ID)
    }

    /// Nil for the default.
    public let rule: RoutingRule?
    public let outcome: Outcome
  }

  /// - Parameter ask: whom a rule about the client names.
  public func decide<Failure: Error>(
    at now: Timestamp, asking ask: (RoutingRule) throws(Failure) -> Employee.ID?
  ) throws(Failure) -> Decision {
    var steps: [Step] = []
    let isOpen = route.settings.hours.isOpen(at: now, in: zone)
    for entry in route.rules {
      let rule = entry.rule
      if case .hours(let wantsOpen, let destination) = rule {
        guard wantsOpen == isOpen else {
          steps.append(Step(rule: rule, outcome: .notNow))
          continue
        }
        guard let destination else {
          steps.append(Step(rule: rule, outcome: .answered))
          return Decision(reason: rule.reason, employee: nil, line: nil, steps: steps)
        }
        if let found = take(destination, rule, &steps) { return found }
      } else if let id = try ask(rule) {
        if let found = take(.employee(id), rule, &steps) { return found }
      } else {
        steps.append(Step(rule: rule, outcome: .names))
      }
    }
    return fallback(steps)
  }

  /// The default, without a look at any rule: where there was no time for them.
  public var late: Decision {
    let decision = fallback([])
    return Decision(
      reason: .late, employee: decision.employee, line: decision.line, steps: decision.steps)
  }

  /// While the integration is off nobody is sent anywhere.
  public var off: Decision {
    Decision(reason: .off, employee: nil, line: nil, steps: [])
  }

  private func fallback(_ steps: [Step]) -> Decision {
    var steps = steps
    if let destination = route.settings.fallback, let found = take(destination, nil, &steps) {
      return found
    }
    return Decision(reason: .nobody, employee: nil, line: nil, steps: steps)
  }

  private func take(
    _ destination: Destination, _ rule: RoutingRule?, _ steps: inout [Step]
  ) -> Decision? {
    let reason = rule?.reason ?? .fallback
    switch destination {
    case .line(let line):
      steps.append(Step(rule: rule, outcome: .answered))
      return Decision(reason: reason, employee: nil, line: line, steps: steps)
    case .employee(let id):
      guard let employee = roster[id] else {
        steps.append(Step(rule: rule, outcome: .names))
        return nil
      }
      let obstacle = obstacle(employee)
      steps.append(Step(rule: rule, outcome: obstacle ?? .answered))
      guard obstacle == nil else { return nil }
      return Decision(reason: reason, employee: id, line: employee.line, steps: steps)
    }
  }

  /// Why he cannot be called now; nil where he can. Whoever has no login is called on his telephone,
  /// of which the provider does not know whether it is on.
  private func obstacle(_ employee: Employee) -> Step.Outcome? {
    if employee.isAway { return .away(employee.id) }
    if employee.line == nil { return .noLine(employee.id) }
    guard route.settings.onlineOnly, let online, let login = employee.login else { return nil }
    return online.contains(login.lowercased()) ? nil : .offline(employee.id)
  }
}

extension RoutingRule {
  public var reason: RouteReason {
    switch self {
    case .responsible: .responsible
    case .lastTalked: .lastTalked
    case .openOrder: .openOrder
    case .hours(let isOpen, _): isOpen ? .open : .closed
    }
  }
}
