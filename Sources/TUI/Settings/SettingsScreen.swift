import Domain

/// The settings: who is connected and by which links, and what this console is. The links hold a
/// secret: it is masked until asked for, and again as soon as the screen is left.
struct SettingsScreen: Equatable, Sendable {
  /// What a link is for.
  enum LinkName: Hashable, Sendable {
    case webhook(Occasion)
    case routing

    static let all = Occasion.allCases.map { LinkName.webhook($0) } + [.routing]

    /// As it stands in the link, and in what `carbook links` prints.
    var word: String {
      switch self {
      case .webhook(let occasion): occasion.rawValue
      case .routing: "route"
      }
    }
  }

  /// What can be selected: an integration, and below the selected one its links.
  struct Item: Hashable, Sendable {
    let integration: Integration.ID
    /// Nil for the integration itself.
    var link: LinkName?
  }

  /// How a sample delivery went, and when.
  struct Test: Equatable, Sendable {
    /// Nil while it is on its way.
    var result: SampleResult?
    let at: Timestamp
  }

  var page = SettingsPage.integrations
  /// Nil until they are read.
  private(set) var integrations: [Integration]?
  private(set) var base = ""
  var freshness = Freshness()
  var isRevealed = false
  var tests: [Integration.ID: Test] = [:]
  private var selected: Item?
  /// Nil until they are read, both.
  var employees: [Employee]?
  var routes: [Route]?
  var employeesFreshness = Freshness()
  var routesFreshness = Freshness()
  /// What was chosen on the other pages.
  var employee: Employee.ID?
  var routing: RoutingRow?

  /// The integration that was chosen, the first one until then.
  var integration: Integration? {
    let integrations = integrations ?? []
    return integrations.first { $0.id == selected?.integration } ?? integrations.first
  }

  /// The line that was chosen; the integration itself where its line is gone.
  var selectedItem: Item? {
    integration.map {
      Item(integration: $0.id, link: $0.id == selected?.integration ? selected?.link : nil)
    }
  }

  private var items: [Item] {
    (integrations ?? []).flatMap { integration -> [Item] in
      let links = integration.id == self.integration?.id ? LinkName.all : []
      return [Item(integration: integration.id)]
        + links.map { Item(integration: integration.id, link: $0) }
    }
  }

  mutating func load(_ integrations: [Integration], base: String) {
    freshness.settle()
    self.integrations = integrations
    self.base = base
    tests = tests.filter { id, _ in integrations.contains { $0.id == id } }
  }

  mutating func select(_ id: Integration.ID) {
    select(Item(integration: id))
  }

  mutating func select(_ item: Item) {
    // A secret is shown of the integration that it was asked of.
    if item.integration != integration?.id { isRevealed = false }
    selected = item
  }

  mutating func move(_ action: Action) {
    let items = items
    guard let item = selectedItem, let index = items.firstIndex(of: item) else { return }
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp, .first: 0
      default: items.count - 1
      }
    select(items[min(max(0, target), items.count - 1)])
  }

  /// The selected link with its secret, for the clipboard; nil on no link.
  var selectedURL: String? {
    guard let link = selectedItem?.link else { return nil }
    return integration.map { $0.url(of: link, base: base) }
  }

  /// Those that are off.
  var switchedOff: [Integration] {
    (integrations ?? []).filter { !$0.isAvailable }
  }
}

extension Integration {
  func url(of link: SettingsScreen.LinkName, base: String) -> String {
    switch link {
    case .webhook(let occasion): links(base: base).first { $0.occasion == occasion }?.url ?? ""
    case .routing: routingLink(base: base)
    }
  }
}
