/// The pages of the settings screen, in the order that Tab turns them.
enum SettingsPage: String, CaseIterable, Sendable {
  case integrations
  case outbox
  case employees
  case routing

  var title: Phrase {
    switch self {
    case .integrations: .pageIntegrations
    case .outbox: .pageOutbox
    case .employees: .settingsEmployees
    case .routing: .settingsRouting
    }
  }

  /// What shows it in the command line.
  var command: String { rawValue }

  /// Whose keys act on it.
  var context: KeyContext {
    switch self {
    case .integrations: .settings
    case .outbox: .outbox
    case .employees: .employees
    case .routing: .routing
    }
  }
}

extension ConsoleState {
  /// `Settings`, and behind it the pages where there are several, the present one in brackets.
  var settingsTitle: String {
    let pages = SettingsPage.allCases.map { page in
      page == settings.page ? "[\(words(page.title))]" : words(page.title)
    }
    return ([words(.settings)] + (pages.count > 1 ? pages : [])).joined(separator: "  ")
  }

  mutating func show(_ page: SettingsPage) {
    show(Screen.settings)
    settings.page = page
  }

  /// Tab: the next page, behind the last one the first.
  mutating func turnSettings(by steps: Int) {
    let pages = SettingsPage.allCases
    let index = pages.firstIndex(of: settings.page) ?? 0
    show(pages[(index + steps + pages.count) % pages.count])
  }

  func drawSettings(in frame: inout Frame) {
    switch settings.page {
    case .integrations: drawIntegrations(in: &frame)
    case .outbox: drawOutbox(in: &frame)
    case .employees: drawEmployees(in: &frame)
    case .routing: drawRouting(in: &frame)
    }
  }

  mutating func moveInSettings(_ action: Action) {
    switch settings.page {
    case .integrations: settings.move(action)
    case .outbox: outbox.list.move(action)
    case .employees: moveInEmployees(action)
    case .routing: moveInRouting(action)
    }
  }

  var hasSettingsSelection: Bool {
    switch settings.page {
    case .integrations: settings.integration != nil
    case .outbox: outbox.list.selected != nil
    case .employees: selectedEmployee != nil
    case .routing: selectedRoutingRow != nil
    }
  }
}
