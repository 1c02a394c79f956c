import Domain

extension Bindings {
  private static let moving: [Binding] = [
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.pageUp, .control("b"), does: .pageUp, label: .doPageUp),
    Binding(.pageDown, .control("f"), .character(" "), does: .pageDown, label: .doPageDown),
    Binding(.home, .character("g"), does: .first, label: .doFirst),
    Binding(.end, .character("G"), does: .last, label: .doLast),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]

  private static let rename = Binding(
    .character("e"), does: .renameOrganization, label: .doRename, hinted: true
  ) { $0.organizationInHand == nil ? .whyNoRow : nil }

  static let organizations: [Binding] =
    [
      Binding(.enter, does: .openOrganization, label: .doOpenOrganization, hinted: true) {
        $0.organizationInHand == nil ? .whyNoRow : nil
      },
      Binding(.character("/"), does: .searchOrganizations, label: .doSearch, hinted: true),
      rename,
      Binding(.character("D"), does: .deleteOrganization, label: .doDelete, hinted: true) {
        $0.organizationInHand == nil ? .whyNoRow : nil
      },
      Binding(
        .escape, .character("q"), does: .leaveOrganizations, label: .doClose, hinted: true),
    ] + moving

  static let organizationSearch: [Binding] = [
    Binding(.enter, does: .keepOrganizations, label: .doKeepSearch, hinted: true),
    Binding(.escape, does: .leaveOrganizations, label: .doEndSearch, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
  ]

  static let organization: [Binding] =
    [
      Binding(.enter, .character("c"), does: .openMember, label: .doContact, hinted: true) {
        guard case .organization(let card) = $0.layers.last else { return .whyNoRow }
        return card.members.selected == nil ? .whyNoRow : nil
      },
      rename,
      Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    ] + moving
}

extension ConsoleState {
  /// The one that is selected in the list, or whose card is open.
  var organizationInHand: (id: Organization.ID, name: String)? {
    switch layers.last {
    case .organizations(let view): view.list.selected.map { ($0.id, $0.name) }
    case .organization(let card): (card.id, card.name)
    default: nil
    }
  }

  var organizationContext: KeyContext {
    guard case .organizations(let view) = layers.last else { return .organization }
    return view.search.isTyping ? .organizationSearch : .organizations
  }

  mutating func performOnOrganizations(_ action: Action) -> [Effect] {
    switch action {
    case .organizations: layers.append(.organizations(OrganizationsView()))
    case .openOrganization:
      guard case .organizations(let view) = layers.last, let selected = view.list.selected else {
        return []
      }
      layers.append(.organization(OrganizationCard(selected.id, name: selected.name)))
    case .openMember:
      guard case .organization(let card) = layers.last, let member = card.members.selected else {
        return []
      }
      layers.append(.client(ClientCard(member.id)))
    case .renameOrganization:
      guard let (id, name) = organizationInHand else { return [] }
      open(OrganizationForm(organization: id, name: name))
    case .deleteOrganization:
      return organizationInHand.map { [.deleteOrganization($0.id)] } ?? []
    case .searchOrganizations: updateOrganizations { $0.beginSearch() }
    case .keepOrganizations: updateOrganizations { $0.keepSearch() }
    case .leaveOrganizations:
      guard case .organizations(let view) = layers.last else { return [] }
      if view.search.field == nil { close() } else { updateOrganizations { $0.clearSearch() } }
    default: moveInOrganizations(action)
    }
    return []
  }

  private mutating func moveInOrganizations(_ action: Action) {
    updateOrganizations { $0.list.move(action) }
    guard case .organization(var card) = layers.last else { return }
    card.members.move(action)
    layers[layers.count - 1] = .organization(card)
  }

  mutating func open(_ form: OrganizationForm) {
    open(FormDialog(form.form, for: .organization(form)))
  }

  /// A key without a binding, while a name is searched for.
  mutating func editOrganizationSearch(_ key: Key) {
    updateOrganizations { $0.edit(key) }
  }

  /// Changes the list that keys go to.
  private mutating func updateOrganizations(_ change: (inout OrganizationsView) -> Void) {
    guard case .organizations(var view) = layers.last else { return }
    change(&view)
    layers[layers.count - 1] = .organizations(view)
  }

  // MARK: Loading

  /// Changes every list of organizations and every card of one.
  mutating func updateAllOrganizations(
    _ change: (inout OrganizationsView) -> Void, _ changeCard: (inout OrganizationCard) -> Void
  ) {
    for index in layers.indices {
      switch layers[index] {
      case .organizations(var view):
        change(&view)
        layers[index] = .organizations(view)
      case .organization(var card):
        changeCard(&card)
        layers[index] = .organization(card)
      default: break
      }
    }
  }

  mutating func organizationLoads() -> [Effect] {
    var effects: [Effect] = []
    updateAllOrganizations {
      if let request = $0.nextRequest() { effects.append(.loadOrganizations(request)) }
    } _: {
      if let request = $0.nextRequest() { effects.append(.loadContacts(request)) }
    }
    if let id = organization.request(openOrganization) { effects.append(.loadOrganization(id)) }
    return effects
  }

  private var openOrganization: Organization.ID? {
    for case .organization(let card) in layers.reversed() { return card.id }
    return nil
  }

  /// One that is gone takes its card with it.
  mutating func organizationLoaded(_ id: Organization.ID, _ loaded: Organization?) {
    organization.load(id, loaded)
    guard let loaded else {
      layers.removeAll { if case .organization(let card) = $0 { card.id == id } else { false } }
      return
    }
    updateAllOrganizations { _ in
    } _: {
      if $0.id == id { $0.name = loaded.name }
    }
  }

  mutating func organizationsLoaded(
    _ request: OrganizationRequest, _ page: Page<Organization>, total: Int
  ) {
    updateAllOrganizations {
      guard $0.request(request.anchor, request.limit) == request else { return }
      $0.list.load(page, at: request.anchor, total: total)
    } _: { _ in
    }
  }

  mutating func membersLoaded(_ request: ContactRequest, _ page: Page<Contact>, total: Int) {
    updateAllOrganizations { _ in
    } _: {
      if $0.id == request.organization {
        $0.members.load(page, at: request.anchor, total: total)
      }
    }
  }

  mutating func organizationLoadFailed(_ effect: Effect) {
    updateAllOrganizations {
      if case .loadOrganizations(let request) = effect { $0.list.loadFailed(request.anchor) }
    } _: {
      if case .loadContacts(let request) = effect, $0.id == request.organization {
        $0.members.loadFailed(request.anchor)
      }
    }
  }

  /// - Returns: drops the draft of the new name.
  mutating func organizationRenamed(_ id: Organization.ID, _ name: String) -> [Effect] {
    let draft = FormDraft.ID(kind: .organization, subject: id.rawValue)
    layers.removeAll { if case .form(let dialog) = $0 { dialog.user.id == draft } else { false } }
    message = Message(text: words(.organizationRenamed, name), role: .success)
    return dropDraft(draft)
  }
}
