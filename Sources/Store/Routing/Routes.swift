import Domain

/// How questions "where is this caller to be connected?" are answered, project by project.
extension Store {
  /// Every route, by integration and scheme; a project has none until something is set.
  public func routes() throws(StoreError) -> [Route] {
    let rules = try connection.rows(
      """
      SELECT route_id, id, kind, days, staff_id, line_kind, line FROM route_rule
      ORDER BY route_id, place
      """
    ) { row in
      let route = row.integer()
      let id: Route.Entry.ID = row.id()
      return (route: route, entry: Store.rule(row: &row).map { Route.Entry(id: id, rule: $0) })
    }
    return try connection.rows(
      """
      SELECT id, version, integration_id, scheme, form, name, online_only, hours, holidays,
        fallback_staff_id, fallback_kind, fallback_line
      FROM route ORDER BY integration_id, scheme
      """
    ) { row in
      let id: Route.ID = row.id()
      return Route(
        id: id, version: row.int(), integration: row.id(), scheme: row.text(),
        settings: Store.settings(row: &row),
        rules: rules.filter { $0.route == id.rawValue }.compactMap(\.entry))
    }
  }

  /// The route of a scheme, made where there is none yet: it begins with what is set for all schemes.
  /// - Parameter scheme: empty for all that have no route of their own.
  public func makeRoute(
    scheme: String, of integration: Integration.ID, now: Timestamp
  ) throws(StoreError) -> Route {
    let scheme = scheme.trimmed
    guard scheme.count <= Route.schemeLimit else { throw .invalid }
    let all = try routes().filter { $0.integration == integration }
    if let present = all.first(where: { $0.scheme == scheme }) { return present }
    let model = all.first { $0.scheme.isEmpty }
    try write { () throws(StoreError) in
      // Another console may have been quicker.
      try connection.run(
        """
        INSERT OR IGNORE INTO route (integration_id, scheme, form, name, hours, holidays)
        VALUES (?, ?, '', '', '', '')
        """, integration, scheme)
      guard connection.changes == 1 else { return }
      let id = Route.ID(connection.lastInsertedID)
      try fill(id, from: model?.settings ?? RouteSettings())
      for entry in model?.rules ?? [] { try insert(entry.rule, into: id) }
      try record(.setRouting, .integration(integration), now: now)
    }
    guard
      let made = try routes().first(where: { $0.integration == integration && $0.scheme == scheme })
    else { throw .missing }
    return made
  }

  /// - Parameter version: of the route that the user has seen; nil whatever it has become.
  /// - Throws: `routeConflict` where somebody else has changed it since.
  public func setRoute(
    _ id: Route.ID, version: Int?, to settings: RouteSettings, now: Timestamp
  ) throws(StoreError) {
    try changeRoute(id, now: now) { (present) throws(StoreError) in
      if let version, present.version != version { throw .routeConflict(current: present) }
      try fill(id, from: settings)
      try connection.run("UPDATE route SET version = version + 1 WHERE id = ?", id)
    }
  }

  /// Its scheme is answered as all others from then on.
  public func removeRoute(_ id: Route.ID, now: Timestamp) throws(StoreError) {
    try changeRoute(id, now: now) { (_) throws(StoreError) in
      try connection.run("DELETE FROM route WHERE id = ?", id)
    }
  }

  /// A rule behind the others.
  public func addRule(
    _ rule: RoutingRule, to route: Route.ID, now: Timestamp
  ) throws(StoreError) -> Route.Entry.ID {
    try changeRoute(route, now: now) { (present) throws(StoreError) in
      guard present.rules.count < Store.ruleLimit else { throw .invalid }
      return try insert(rule, into: route)
    }
  }

  /// - Parameter before: the rule that the user has seen; nil whatever it has become.
  /// - Throws: `missing` where it is not that rule any more.
  public func setRule(
    _ id: Route.Entry.ID, of route: Route.ID, from before: RoutingRule?, to rule: RoutingRule,
    now: Timestamp
  ) throws(StoreError) {
    try changeRoute(route, now: now) { (present) throws(StoreError) in
      guard let entry = present.rules.first(where: { $0.id == id }),
        before.map({ $0 == entry.rule }) ?? true
      else { throw .missing }
      try fill(id, from: rule)
    }
  }

  public func removeRule(
    _ id: Route.Entry.ID, of route: Route.ID, now: Timestamp
  ) throws(StoreError) {
    try changeRoute(route, now: now) { (_) throws(StoreError) in
      try connection.run("DELETE FROM route_rule WHERE id = ? AND route_id = ?", id, route)
      guard connection.changes == 1 else { throw .missing }
    }
  }

  /// Up (negative) or down its list, no further than to the end of it.
  public func moveRule(
    _ id: Route.Entry.ID, of route: Route.ID, by steps: Int, now: Timestamp
  ) throws(StoreError) {
    try changeRoute(route, now: now) { (present) throws(StoreError) in
      var ids = present.rules.map(\.id)
      guard let index = ids.firstIndex(of: id) else { throw .missing }
      ids.insert(ids.remove(at: index), at: min(max(0, index + steps), ids.count - 1))
      for (place, id) in ids.enumerated() {
        try connection.run("UPDATE route_rule SET place = ? WHERE id = ?", place, id)
      }
    }
  }

  // MARK: - Rows

  /// More rules than anybody needs; each costs the waiting caller a little time.
  private static let ruleLimit = 100

  private func changeRoute<Result>(
    _ id: Route.ID, now: Timestamp, _ body: (Route) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try write { () throws(StoreError) in
      guard let present = try routes().first(where: { $0.id == id }) else { throw .missing }
      let result = try body(present)
      try record(.setRouting, .integration(present.integration), now: now)
      return result
    }
  }

  private func fill(_ id: Route.ID, from settings: RouteSettings) throws(StoreError) {
    guard RouteReply.isName(settings.reply.name) else { throw .invalid }
    let (staff, line) = Store.parts(of: settings.fallback)
    try connection.run(
      """
      UPDATE route SET form = ?, name = ?, online_only = ?, hours = ?, holidays = ?,
        fallback_staff_id = ?, fallback_kind = ?, fallback_line = ? WHERE id = ?
      """, settings.reply.form.rawValue, settings.reply.name, settings.onlineOnly,
      settings.hours.daysText(), settings.hours.holidaysText, staff, line?.kind.rawValue,
      line?.text, id)
  }

  @discardableResult
  private func insert(
    _ rule: RoutingRule, into route: Route.ID
  ) throws(StoreError) -> Route.Entry.ID {
    try connection.run(
      """
      INSERT INTO route_rule (route_id, place, kind)
      SELECT ?1, (SELECT coalesce(max(place), -1) + 1 FROM route_rule WHERE route_id = ?1), ''
      """, route)
    let id = Route.Entry.ID(connection.lastInsertedID)
    try fill(id, from: rule)
    return id
  }

  private func fill(_ id: Route.Entry.ID, from rule: RoutingRule) throws(StoreError) {
    var (days, destination): (Int?, Destination?) = (nil, nil)
    switch rule {
    case .responsible, .openOrder: break
    case .lastTalked(let limit):
      guard (1...RoutingRule.daysLimit).contains(limit) else { throw .invalid }
      days = limit
    case .hours(_, let there): destination = there
    }
    let (staff, line) = Store.parts(of: destination)
    try connection.run(
      """
      UPDATE route_rule SET kind = ?, days = ?, staff_id = ?, line_kind = ?, line = ? WHERE id = ?
      """, rule.reason.rawValue, days, staff, line?.kind.rawValue, line?.text, id)
  }

  private static func parts(of destination: Destination?) -> (Employee.ID?, PhoneNumber?) {
    switch destination {
    case .employee(let id): (id, nil)
    case .line(let line): (nil, line)
    case nil: (nil, nil)
    }
  }

  /// Three columns: staff_id, kind, line.
  private static func destination(row: inout Row) -> Destination? {
    let staff: Employee.ID? = row.optionalID()
    let line = row.optionalNumber()
    return staff.map(Destination.employee) ?? line.map(Destination.line)
  }

  private static func settings(row: inout Row) -> RouteSettings {
    let form = RouteReply.Form(rawValue: row.text()) ?? .json
    return RouteSettings(
      reply: RouteReply(form, name: row.text()), onlineOnly: row.bool(),
      hours: WorkingHours(days: row.text(), holidays: row.text()) ?? WorkingHours(),
      fallback: destination(row: &row))
  }

  /// Nil for a kind that only a newer program knows.
  private static func rule(row: inout Row) -> RoutingRule? {
    let kind = RouteReason(rawValue: row.text())
    let days = row.optionalInt()
    let destination = destination(row: &row)
    switch kind {
    case .responsible: return .responsible
    case .lastTalked: return .lastTalked(days: days ?? 30)
    case .openOrder: return .openOrder
    case .open: return .hours(isOpen: true, destination)
    case .closed: return .hours(isOpen: false, destination)
    default: return nil
    }
  }
}

extension Store {
  /// - Returns: all routes, as they are with the change.
  /// - Throws: as the single changes do.
  public func changeRoutes(_ change: RouteChange, now: Timestamp) throws(StoreError) -> [Route] {
    switch change {
    case .settings(let integration, let scheme, let version, let settings):
      let route = try makeRoute(scheme: scheme, of: integration, now: now)
      try setRoute(route.id, version: version, to: settings, now: now)
    case .remove(let route): try removeRoute(route, now: now)
    case .addRule(let integration, let scheme, let rule):
      let route = try makeRoute(scheme: scheme, of: integration, now: now)
      _ = try addRule(rule, to: route.id, now: now)
    case .setRule(let entry, let route, let rule):
      try setRule(entry.id, of: route, from: entry.rule, to: rule, now: now)
    case .removeRule(let entry, let route): try removeRule(entry, of: route, now: now)
    case .moveRule(let entry, let route, let steps):
      try moveRule(entry, of: route, by: steps, now: now)
    }
    return try routes()
  }
}
