import Domain

extension ConsoleState {
  func drawRouting(in frame: inout Frame) {
    var lines: [PaneLine] = []
    var selected: Int?
    for (integration, route) in shownRoutes {
      if !lines.isEmpty { lines.append(PaneLine("")) }
      if selectedRoutingRow?.rule == nil, selectedRoute == route { selected = lines.count }
      lines += routeLines(route, of: integration)
      for (place, entry) in route.rules.enumerated() {
        if entry.id == selectedRoutingRow?.rule { selected = lines.count }
        lines.append(
          PaneLine(("\((place + 1))".leftPadded(to: 4) + "  ", .dim), (text(entry.rule), .plain)))
      }
      lines.append(PaneLine(("      ", .dim), (words(.routingElse, fallback(route)), .dim)))
    }
    drawPage(
      lines, selected: selected,
      empty: settings.integrations == nil ? .loading : .noIntegration, in: &frame)
  }

  /// `Ringostat · every scheme  JSON "number_01" · online only`, and its hours below.
  private func routeLines(_ route: Route, of integration: Integration) -> [PaneLine] {
    let settings = route.settings
    let scheme = route.scheme.isEmpty ? words(.everyScheme) : words(.scheme, route.scheme)
    let reply =
      settings.reply.form == .text
      ? settings.reply.form.name : "\(settings.reply.form.name) \(settings.reply.name)"
    let head = PaneLine(
      (integration.name, .strong), (" · \(scheme)", .plain),
      (" · \(reply)", .dim), (settings.onlineOnly ? " · " + words(.onlineOnly) : "", .dim))
    let hours = settings.hours
    guard !hours.isEmpty || !hours.holidays.isEmpty else { return [head] }
    let holidays = hours.holidays.isEmpty ? "" : " · " + words(.holidays, hours.holidaysText)
    return [head, PaneLine("      " + hours.daysText(dayWords) + holidays, .dim)]
  }

  private var dayWords: [String] {
    configuration.language == .ukrainian
      ? WorkingHours.ukrainianDayWords : WorkingHours.dayWords
  }

  private func text(_ rule: RoutingRule) -> String {
    switch rule {
    case .responsible: words(.ruleResponsible)
    case .lastTalked(let days): words(.ruleLast, String(days))
    case .openOrder: words(.ruleOrder)
    case .hours(let isOpen, let destination):
      words(isOpen ? .ruleOpen : .ruleClosed) + " → " + text(destination)
    }
  }

  private func fallback(_ route: Route) -> String {
    route.settings.fallback.map { text($0) } ?? words(.leftToProvider)
  }

  private func text(_ destination: Destination?) -> String {
    switch destination {
    case .employee(let id): settings.employees?.first { $0.id == id }?.name ?? words(.loading)
    case .line(let line): line.grouped
    case nil: words(.leftToProvider)
    }
  }
}

extension RouteReply.Form {
  /// In every language.
  var name: String {
    switch self {
    case .json: "JSON"
    case .text: "HTTP"
    case .jsonRPC: "JSON-RPC"
    }
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
