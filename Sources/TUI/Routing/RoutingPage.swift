import Domain

/// Where callers are connected, among the settings: every project's routes and their rules.
struct RoutingRow: Hashable, Sendable {
  let integration: Integration.ID
  let scheme: String
  /// Nil for the route itself.
  let rule: Route.Entry.ID?
}

extension ConsoleState {
  /// Every project's, the one for all schemes first, also where nothing is set yet.
  var shownRoutes: [(integration: Integration, route: Route)] {
    (settings.integrations ?? []).flatMap { integration in
      let own = (settings.routes ?? []).filter { $0.integration == integration.id }
      let all =
        own.contains(where: \.scheme.isEmpty)
        ? own : [Route(id: Route.ID(0), integration: integration.id)] + own
      return all.map { (integration, $0) }
    }
  }

  private var routingRows: [RoutingRow] {
    shownRoutes.flatMap { _, route in
      let own = RoutingRow(integration: route.integration, scheme: route.scheme, rule: nil)
      return [own]
        + route.rules.map {
          RoutingRow(integration: route.integration, scheme: route.scheme, rule: $0.id)
        }
    }
  }

  var selectedRoutingRow: RoutingRow? {
    let rows = routingRows
    return settings.routing.flatMap { rows.contains($0) ? $0 : nil } ?? rows.first
  }

  var selectedRoute: Route? {
    guard let row = selectedRoutingRow else { return nil }
    return shownRoutes.map(\.route).first {
      $0.integration == row.integration && $0.scheme == row.scheme
    }
  }

  var selectedRule: Route.Entry? {
    selectedRoute?.rules.first { $0.id == selectedRoutingRow?.rule }
  }

  mutating func routesLoaded(_ routes: [Route]) {
    settings.routesFreshness.settle()
    settings.routes = routes
  }

  mutating func moveInRouting(_ action: Action) {
    let rows = routingRows
    let index = selectedRoutingRow.flatMap { rows.firstIndex(of: $0) } ?? 0
    settings.routing = rows[safe: action.moved(index, of: rows.count)]
  }

  mutating func performOnRouting(_ action: Action) -> [Effect] {
    guard let route = selectedRoute else { return [] }
    let rule = selectedRule
    switch action {
    case .newRule: openForm(RuleForm(nil, of: route, employees: settings.employees ?? []))
    case .editRouting where rule != nil:
      openForm(RuleForm(rule, of: route, employees: settings.employees ?? []))
    case .editRouting: openForm(RouteForm(route, employees: settings.employees ?? []))
    case .newScheme:
      openForm(RouteForm(route, isNew: true, employees: settings.employees ?? []))
    case .deleteRouting:
      let change: RouteChange =
        rule.map { .removeRule($0.id, of: route.id) } ?? .remove(route.id)
      return [.changeRoutes(change)]
    case .ruleUp, .ruleDown:
      let steps = action == .ruleUp ? -1 : 1
      return rule.map { [.changeRoutes(.moveRule($0.id, of: route.id, by: steps))] } ?? []
    default: break
    }
    return []
  }

  private mutating func openForm(_ rule: RuleForm) {
    open(FormDialog(rule.form(words), for: .routingRule(rule)))
  }

  private mutating func openForm(_ route: RouteForm) {
    open(FormDialog(route.form(words), for: .route(route)))
  }

  /// - Returns: drops the draft of what is stored now.
  mutating func routesChanged(_ change: RouteChange, _ routes: [Route]) -> [Effect] {
    let before = Set((settings.routes ?? []).flatMap { $0.rules.map(\.id) })
    routesLoaded(routes)
    message = Message(text: words(.routingSaved), role: .success)
    switch change {
    case .settings(let integration, let scheme, _, _):
      settings.routing = RoutingRow(integration: integration, scheme: scheme.trimmed, rule: nil)
    case .addRule(let integration, let scheme, _):
      let route = routes.first { $0.integration == integration && $0.scheme == scheme }
      if let added = route?.rules.last, !before.contains(added.id) {
        settings.routing = RoutingRow(integration: integration, scheme: scheme, rule: added.id)
      }
    default: break
    }
    return formSaved {
      switch $0 {
      case .route, .routingRule: true
      default: false
      }
    }
  }

  /// - Returns: whether what stands on the screen says why.
  mutating func routingFailed(_ failure: Failure) -> Bool {
    let employees = settings.employees ?? []
    return saveFailed { dialog in
      guard case .route(let form) = dialog.subject, case .routeConflict(let current) = failure
      else { return nil }
      return dialog.form.comparison(
        .conflict(form.id, version: current.version),
        with: RouteForm(current, employees: employees).values)
    }
  }
}

extension Bindings {
  static let routing: [Binding] = [
    Binding(.character("N"), .function(4), does: .newRule, label: .doNewRule, hinted: true) {
      $0.selectedRoute == nil ? .noIntegration : nil
    },
    Binding(.enter, .character("e"), does: .editRouting, label: .doEdit, hinted: true) {
      $0.selectedRoute == nil ? .noIntegration : nil
    },
    Binding(.character("K"), does: .ruleUp, label: .doRuleUp, hinted: true) { noRule($0) },
    Binding(.character("J"), does: .ruleDown, label: .doRuleDown, hinted: true) { noRule($0) },
    Binding(.character("D"), .delete, does: .deleteRouting, label: .doDelete, hinted: true) {
      if $0.selectedRule != nil { return nil }
      return $0.selectedRoute?.scheme.isEmpty == false ? nil : .whyRouteStays
    },
    Binding(.character("S"), does: .newScheme, label: .doNewScheme, hinted: true) {
      $0.selectedRoute == nil ? .noIntegration : nil
    },
  ]

  @Sendable private static func noRule(_ state: ConsoleState) -> Phrase? {
    state.selectedRule == nil ? .whyNoRule : nil
  }
}
