import Domain

/// The provider's links and what this console is. The links hold a secret: it is masked until
/// asked for, and again as soon as the screen is left.
struct SettingsScreen: Equatable, Sendable {
  struct Link: Hashable, Sendable {
    let integration: Integration.ID
    let occasion: Occasion
  }

  var page = SettingsPage.integrations
  /// Nil until they are read.
  private(set) var integrations: [Integration]?
  private(set) var base = ""
  var freshness = Freshness()
  var isRevealed = false
  private var selected: Link?

  var links: [Link] {
    (integrations ?? []).flatMap { integration in
      Occasion.allCases.map { Link(integration: integration.id, occasion: $0) }
    }
  }

  /// The link that was chosen, the first one until then.
  var selectedLink: Link? {
    let links = links
    return selected.flatMap { links.contains($0) ? $0 : nil } ?? links.first
  }

  mutating func load(_ integrations: [Integration], base: String) {
    freshness.settle()
    self.integrations = integrations
    self.base = base
  }

  mutating func move(_ action: Action) {
    let links = links
    guard let link = selectedLink, let index = links.firstIndex(of: link) else { return }
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp, .first: 0
      default: links.count - 1
      }
    selected = links[min(max(0, target), links.count - 1)]
  }

  /// The selected link with its secret, for the clipboard.
  var selectedURL: String? {
    guard let link = selectedLink,
      let integration = integrations?.first(where: { $0.id == link.integration })
    else { return nil }
    return integration.links(base: base).first { $0.occasion == link.occasion }?.url
  }
}

extension Integration {
  /// The same with dots in the secret's place.
  var masked: Integration {
    Integration(
      id: id, name: name, token: "••••", zone: zone, own: own, publicURL: publicURL,
      isAvailable: isAvailable)
  }
}

extension ConsoleState {
  var selectedLink: SettingsScreen.Link? { settings.selectedLink }

  /// `y`: the selected link, whole, whether or not its secret is shown.
  func copyLink() -> [Effect] {
    settings.selectedURL.map { [.copy($0)] } ?? []
  }
}
