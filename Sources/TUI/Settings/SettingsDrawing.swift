import Domain

extension ConsoleState {
  func drawIntegrations(in frame: inout Frame) {
    frame.pane([], title: settingsTitle, in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    var lines = aboutLines(columns: inside.columns) + [PaneLine("")]
    var selected: Range<Int>?
    for integration in settings.integrations ?? [] {
      lines += integrationLines(integration, columns: inside.columns)
      let shown = settings.isRevealed ? integration : integration.masked
      for (occasion, url) in shown.links(base: settings.base) {
        let link = SettingsScreen.Link(integration: integration.id, occasion: occasion)
        let start = lines.count
        lines += linkLines(occasion, url, columns: inside.columns)
        if link == selectedLink { selected = start..<lines.count }
      }
      lines.append(PaneLine(""))
    }
    if settings.integrations?.isEmpty == true {
      lines += wrapped(words(.noIntegration), columns: inside.columns, .warning)
    }
    // The selected link is always in sight.
    let scroll = max(0, (selected?.upperBound ?? 0) - inside.rows)
    frame.lines(lines, in: inside, scroll: scroll)
    guard let selected else { return }
    let first = max(0, selected.lowerBound - scroll)
    frame.restyle(
      Rect(
        column: inside.column, row: inside.row + first, columns: inside.columns,
        rows: selected.upperBound - scroll - first), role: .selected)
    frame.cursor = inside.position(row: first)
  }

  private func aboutLines(columns: Int) -> [PaneLine] {
    let about = words(.storeAndVersion, configuration.storeName, configuration.version)
    return wrapped(listenerText, columns: columns, .plain) + wrapped(about, columns: columns, .dim)
  }

  private var listenerText: String {
    switch listener {
    case .listening(let address): words(.listensHere, address)
    case .other(let pid, let user, let address):
      words(.listenerOther, user, String(pid), address)
    case .waiting(let address): words(.listenerWaiting, address)
    case .off: words(.nobodyListens)
    case .failed(let sentence): sentence
    }
  }

  private func integrationLines(_ integration: Integration, columns: Int) -> [PaneLine] {
    let state = words(integration.isAvailable ? .integrationOn : .integrationOff)
    let own = words(.ownNumbers, String(integration.own.numbers.count))
    return [
      PaneLine(
        (integration.name, .strong),
        (" · " + state, integration.isAvailable ? .success : .warning)),
      PaneLine("\(integration.zone.identifier) · \(own)", .dim),
    ]
  }

  /// The link beside its name where there is room, else whole below it.
  private func linkLines(_ occasion: Occasion, _ url: String, columns: Int) -> [PaneLine] {
    let labels = Occasion.allCases.map { $0.rawValue.count }.max() ?? 0
    if 2 + labels + 2 + DisplayWidth.of(url) <= columns {
      let label = SafeText.fitted(occasion.rawValue, columns: labels)
      return [PaneLine(("  " + label + "  ", .label), (url, .link))]
    }
    return [PaneLine("  " + occasion.rawValue, .label)]
      + TextWrap.lines(url, columns: columns - 4).map { PaneLine("    " + $0, .link) }
  }

  private func wrapped(_ text: String, columns: Int, _ role: Role) -> [PaneLine] {
    TextWrap.lines(text, columns: columns).map { PaneLine($0, role) }
  }
}
