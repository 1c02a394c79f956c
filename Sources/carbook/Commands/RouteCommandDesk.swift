import Domain
import Store
import TUI

/// One invocation of `carbook route`, on one project's route.
struct RouteCommandDesk {
  private let store: Store
  private let invocation: Invocation
  private let options: RouteOptions
  let roster: Roster

  init(_ store: Store, _ invocation: Invocation) throws {
    self.store = store
    self.invocation = invocation
    options = invocation.route
    roster = try store.roster()
  }

  // MARK: What is asked for

  private func integration() throws -> Integration {
    let all = try store.integrations()
    let name = options.integration ?? ""
    let found = all.filter {
      name.isEmpty || String($0.id.rawValue) == name || NameKey($0.name) == NameKey(name)
    }
    guard let one = found.first, found.count == 1 else {
      throw CommandFailure(
        all.isEmpty
          ? "There is no integration yet: carbook links makes one."
          : "Say which integration: --integration NAME.")
    }
    return one
  }

  private func route() throws -> Route {
    let integration = try integration()
    let own = try store.routes().filter { $0.integration == integration.id }
    let scheme = options.scheme ?? ""
    guard let route = own.first(where: { $0.scheme == scheme }) else {
      throw CommandFailure("There is no such route yet: carbook route add or set makes it.")
    }
    return route
  }

  /// The rule that stands at the place said, counted from 1.
  private func entry(of route: Route) throws -> Route.Entry {
    let text = invocation.secondOperand
    guard text.allSatisfy(\.isASCIIDigit), let place = Int(text),
      route.rules.indices.contains(place - 1)
    else {
      throw CommandFailure("There is no rule \(quoted(text)): carbook route list counts them.")
    }
    return route.rules[place - 1]
  }

  private func destination(_ text: String) throws -> Destination? {
    if text == "none" { return nil }
    if let employee = roster.employee(named: text) { return .employee(employee.id) }
    let line = NumberPlan.ukraine.number(text)
    let isLine: Bool =
      switch line?.kind {
      case .international, .local, .extension: true
      case .login: EmployeeDraft.isLogin(text)
      default: false
      }
    guard let line, isLine else {
      throw CommandFailure(
        "\(quoted(text)) is neither an employee, a number nor a login, nor none.")
    }
    return .line(line)
  }

  private func rule(_ kind: RouteReason, before: RoutingRule? = nil) throws -> RoutingRule {
    switch kind {
    case .responsible: return .responsible
    case .openOrder: return .openOrder
    case .lastTalked:
      var days = options.days ?? 30
      if options.days == nil, case .lastTalked(let present) = before { days = present }
      return .lastTalked(days: days)
    case .open, .closed:
      var there: Destination?
      if case .hours(_, let present) = before { there = present }
      if let text = options.destination { there = try destination(text) }
      return .hours(isOpen: kind == .open, there)
    default:
      throw UsageError("A rule is responsible, last, order, open or closed.")
    }
  }

  // MARK: Verbs

  func list() throws {
    let integrations = try store.integrations()
    var records: [Record] = []
    for route in try store.routes() {
      let name = integrations.first { $0.id == route.integration }?.name
      for (place, entry) in route.rules.enumerated() {
        records.append(record(route, name, String(place + 1), text(entry.rule)))
      }
      let settings = route.settings
      records.append(record(route, name, "default", text(settings.fallback)))
      records.append(
        record(route, name, "reply", "\(settings.reply.form.rawValue) \(settings.reply.name)"))
      records.append(record(route, name, "hours", settings.hours.daysText()))
      records.append(record(route, name, "holidays", settings.hours.holidaysText))
      records.append(record(route, name, "online", settings.onlineOnly ? "on" : "off"))
    }
    try print(records)
    if records.isEmpty { Printer.complain("No route yet: carbook route add.") }
  }

  private func record(
    _ route: Route, _ integration: String?, _ place: String, _ text: String
  ) -> Record {
    var record = Record()
    record.add("integration", .text(integration), inTable: true)
    record.add("scheme", .text(route.scheme), inTable: true)
    record.add("place", .text(place), inTable: true)
    record.add("rule", .text(text), inTable: true)
    return record
  }

  private func print(_ records: [Record]) throws {
    var writer = invocation.format.writer
    let lines = writer.lines(for: records)
    if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
  }

  func add(now: Timestamp) throws {
    guard let kind = RouteReason(rawValue: invocation.secondOperand) else {
      throw UsageError("carbook route add wants a rule: responsible, last, order, open or closed.")
    }
    let rule = try rule(kind)
    let integration = try integration()
    let routes = try store.changeRoutes(
      .addRule(integration.id, scheme: options.scheme ?? "", rule), now: now)
    let route = routes.first {
      $0.integration == integration.id && $0.scheme == options.scheme ?? ""
    }
    try Printer.line("Rule \(route?.rules.count ?? 0) is \(text(rule)).")
  }

  func set(now: Timestamp) throws {
    if !invocation.secondOperand.isEmpty {
      let route = try route()
      let entry = try entry(of: route)
      let rule = try rule(entry.rule.reason, before: entry.rule)
      _ = try store.changeRoutes(.setRule(entry, of: route.id, to: rule), now: now)
      return try Printer.line("Rule \(invocation.secondOperand) is \(text(rule)).")
    }
    try change(now: now) { settings in
      if let form = options.form { settings.reply.form = form }
      if let key = options.key { settings.reply.name = key }
      if let online = options.onlineOnly { settings.onlineOnly = online }
      let hours = options.hours ?? settings.hours.daysText()
      let holidays = options.holidays ?? settings.hours.holidaysText
      guard let read = WorkingHours(days: hours, holidays: holidays) else {
        throw CommandFailure(
          "Hours are like \"mon-fri 09:00-18:00, sat 10:00-15:00\", "
            + "holidays like \"01-01, 2026-12-25\".")
      }
      settings.hours = read
    }
    try Printer.line("The route is set.")
  }

  func setDefault(now: Timestamp) throws {
    let there = try destination(invocation.secondOperand)
    try change(now: now) { $0.fallback = there }
    try Printer.line("The default is \(text(there)).")
  }

  private func change(now: Timestamp, _ change: (inout RouteSettings) throws -> Void) throws {
    let integration = try integration()
    let route = try store.makeRoute(
      scheme: options.scheme ?? "", of: integration.id, now: now)
    var settings = route.settings
    try change(&settings)
    guard RouteReply.isName(settings.reply.name) else {
      throw CommandFailure("--key wants Latin letters, digits, _ - or . — up to 64.")
    }
    try store.setRoute(route.id, version: route.version, to: settings, now: now)
  }

  func remove(now: Timestamp) throws {
    let route = try route()
    if invocation.secondOperand.isEmpty {
      guard !route.scheme.isEmpty else {
        throw UsageError("carbook route remove wants the place of a rule, or --scheme NAME.")
      }
      try store.removeRoute(route.id, now: now)
      return try Printer.line("The scheme is answered as all others.")
    }
    try store.removeRule(entry(of: route).id, of: route.id, now: now)
    try Printer.line("Rule \(invocation.secondOperand) is removed.")
  }

  func move(now: Timestamp) throws {
    let route = try route()
    let entry = try entry(of: route)
    let text = invocation.thirdOperand
    guard text.allSatisfy(\.isASCIIDigit), let target = Int(text),
      let place = Int(invocation.secondOperand)
    else { throw UsageError("carbook route move wants two places: from where, and to where.") }
    try store.moveRule(entry.id, of: route.id, by: target - place, now: now)
    try Printer.line("The rule stands at place \(min(max(1, target), route.rules.count)).")
  }

  /// What a caller would be answered now, rule by rule.
  func test(now: Timestamp) throws {
    let integration = try integration()
    guard let number = NumberPlan.ukraine.number(invocation.secondOperand) else {
      throw UsageError("carbook route test wants the caller's number.")
    }
    let router = Router(try route(), roster: roster, zone: integration.zone, online: nil)
    let client = try store.routedClient(number)
    let decision = try router.decide(at: now) { (rule) throws(StoreError) in
      try client.flatMap { (client) throws(StoreError) in
        try store.employee(rule, of: client, roster: roster, plan: .ukraine, now: now)
      }
    }
    for step in decision.steps {
      try Printer.line("\(step.rule.map(text) ?? "default"): \(text(step.outcome))")
    }
    try Printer.line("Answer: \(decision.destination ?? "none").")
  }

  func log() throws {
    let integrations = try store.integrations()
    try print(
      store.routeAnswers(limit: invocation.limit).map { answer in
        var record = Record()
        record.add("at", .text(answer.at.iso8601), inTable: true)
        record.add(
          "integration", .text(integrations.first { $0.id == answer.integration }?.name),
          inTable: true)
        record.add("scheme", .text(answer.scheme))
        record.add("provider_id", .text(answer.call), inTable: true)
        record.add("reason", .text(answer.reason.rawValue), inTable: true)
        record.add(
          "employee", .text(answer.employee.flatMap { roster[$0]?.name }), inTable: true)
        record.add("destination", .text(answer.destination), inTable: true)
        return record
      })
  }
}
