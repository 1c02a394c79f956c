import Domain

/// The page of integrations: one line each, and below the selected one all it is set to.
extension ConsoleState {
  func drawIntegrations(in frame: inout Frame) {
    frame.pane([], title: settingsTitle, in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    var lines = aboutLines(columns: inside.columns) + [PaneLine("")]
    var items: [(item: SettingsScreen.Item, lines: Range<Int>)] = []
    func add(_ item: SettingsScreen.Item, _ own: [PaneLine]) {
      items.append((item, lines.count..<lines.count + own.count))
      lines += own
    }
    for integration in settings.integrations ?? [] {
      add(SettingsScreen.Item(integration: integration.id), [headLine(of: integration)])
      guard integration.id == settings.integration?.id else { continue }
      lines += details(of: integration, columns: inside.columns)
      let shown = settings.isRevealed ? integration : integration.masked
      for link in SettingsScreen.LinkName.all {
        add(
          SettingsScreen.Item(integration: integration.id, link: link),
          linkLines(link.word, shown.url(of: link, base: settings.base), columns: inside.columns))
      }
    }
    if settings.integrations?.isEmpty == true {
      lines += wrapped(words(.noIntegration), columns: inside.columns, .warning)
    }
    let selected = items.first { $0.item == settings.selectedItem }?.lines
    // The selected line is always in sight.
    let scroll = max(0, (selected?.upperBound ?? 0) - inside.rows)
    frame.lines(lines, in: inside, scroll: scroll)
    /// Where lines stand that are in sight.
    func place(_ lines: Range<Int>) -> Rect {
      let rows = lines.clamped(to: scroll..<scroll + inside.rows)
      return Rect(
        column: inside.column, row: inside.row + rows.lowerBound - scroll,
        columns: inside.columns, rows: rows.count)
    }
    for item in items { frame.answerClicks(in: place(item.lines), .integration(item.item)) }
    guard let selected else { return }
    frame.restyle(place(selected), role: .selected)
    frame.cursor = place(selected).origin
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

  /// `Ringostat · SIP, Ringostat · on`
  private func headLine(of integration: Integration) -> PaneLine {
    PaneLine(
      (integration.name, .strong),
      (" · \(integration.connection.name), \(integration.api.name) · ", .dim),
      (
        words(integration.isAvailable ? .integrationOn : .integrationOff),
        integration.isAvailable ? .success : .warning
      ))
  }

  private func details(of integration: Integration, columns: Int) -> [PaneLine] {
    let project = integration.project
    let unset = words(.notSet)
    let numbers = integration.own.numbers.map(\.grouped).sorted().joined(separator: ", ")
    let logins = integration.sipLogins.sorted().joined(separator: ", ")
    let key = project.authKey.map(String.init(describing:)) ?? unset
    let values: [(Phrase, String)] = [
      (.fieldProject, project.id ?? unset), (.fieldAuthKey, key),
      (.fieldBaseURL, project.baseURL), (.fieldZone, integration.zone.identifier),
      (.fieldOwnNumbers, numbers.isEmpty ? unset : numbers),
      (.fieldSIPLogins, logins.isEmpty ? unset : logins),
      (.fieldPublicURL, integration.publicURL ?? words(.noPublicURL)),
      (
        .fieldNewNumbers,
        words(integration.newNumbers == .ask ? .newNumbersAsk : .newNumbersCreate)
      ),
    ]
    let labels = min(columns / 3, values.map { DisplayWidth.of(words($0.0)) }.max() ?? 0)
    return values.flatMap { label, value in
      labelled(words(label), value, labels: labels, columns: columns)
    } + tokenLines(of: integration, columns: columns) + testLines(of: integration, columns: columns)
  }

  private func labelled(
    _ label: String, _ value: String, labels: Int, columns: Int
  ) -> [PaneLine] {
    TextWrap.lines(value, columns: columns - labels - 4).enumerated().map { index, line in
      let text = SafeText.fitted(index == 0 ? label : "", columns: labels)
      return PaneLine(("  " + text + "  ", .label), (line, .value))
    }
  }

  /// Till when links with an earlier token are good.
  private func tokenLines(of integration: Integration, columns: Int) -> [PaneLine] {
    guard let last = integration.previousTokens.map(\.until).max(), now < last else { return [] }
    let text = words(.oldTokenUntil, wording.dateTime(last))
    return wrapped(text, columns: columns - 2, .warning).map(indented)
  }

  private func testLines(of integration: Integration, columns: Int) -> [PaneLine] {
    guard let test = settings.tests[integration.id] else { return [] }
    guard let result = test.result else {
      return [indented(PaneLine(words(.sampleSending), .dim))]
    }
    let text = words(.sampleTest, wording.clock(test.at), result.sentence(words))
    return wrapped(text, columns: columns - 2, result.isSuccess ? .success : .error).map(indented)
  }

  private func indented(_ line: PaneLine) -> PaneLine {
    PaneLine(spans: [("  ", .plain)] + line.spans)
  }

  /// The link beside its name where there is room, else whole below it.
  private func linkLines(_ name: String, _ url: String, columns: Int) -> [PaneLine] {
    let labels = SettingsScreen.LinkName.all.map(\.word.count).max() ?? 0
    if 2 + labels + 2 + DisplayWidth.of(url) <= columns {
      let label = SafeText.fitted(name, columns: labels)
      return [PaneLine(("  " + label + "  ", .label), (url, .link))]
    }
    return [PaneLine("  " + name, .label)]
      + TextWrap.lines(url, columns: columns - 4).map { PaneLine("    " + $0, .link) }
  }

  private func wrapped(_ text: String, columns: Int, _ role: Role) -> [PaneLine] {
    TextWrap.lines(text, columns: columns).map { PaneLine($0, role) }
  }
}

extension Integration {
  /// The same with dots in the secret's place.
  fileprivate var masked: Integration {
    Integration(
      id: id, name: name, token: "••••", zone: zone, publicURL: publicURL)
  }
}
