import Domain

/// The keys of the screens on 2 to 6, and of a client's card.
extension Bindings {
  /// The question about a new client: the open one, else about the selected call.
  static let newClient = Binding(
    .character("n"), does: .newClient, label: .doNewClient, hinted: true
  ) {
    if !$0.prompts.prompts.isEmpty { return nil }
    guard let call = $0.selectedCall else { return .noPrompt }
    return call.isFromNewClient ? nil : .notANewClient
  }

  /// On every screen whose rows are of clients or orders.
  static let list: [Binding] = [
    newClient,
    Binding(.tab, does: .nextPane, label: .doNextPane, hinted: true) {
      $0.layout.showsEverything ? .whyAllShown : nil
    },
    Binding(.character("z"), does: .zoom, label: .doWholeList),
    Binding(.character("g"), .home, does: .first, label: .doFirst),
    Binding(.character("G"), .end, does: .last, label: .doLast),
  ]

  private static func open(_ label: Phrase) -> Binding {
    Binding(.enter, .character("c"), does: .contact, label: label, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    }
  }

  private static let order = Binding(
    .character("o"), does: .order, label: .doOrder, hinted: true
  ) {
    if !$0.hasSelection { return .whyNoRow }
    return $0.selectedOrderID == nil ? .whyNoOrders : nil
  }

  static let contacts: [Binding] =
    [
      open(.doOpen), order,
      Binding(.character("/"), does: .search, label: .doSearch, hinted: true),
      Binding(.escape, does: .clearSearch, label: .doClearSearch, hinted: true) {
        $0.contacts.search.field == nil ? .whyNoSearch : nil
      },
      Binding(
        .character("N"), .function(4), .control("n"), does: .newContact, label: .doNewContact,
        hinted: true),
    ] + contactVerbs

  static let search: [Binding] = [
    Binding(.enter, does: .keepSearch, label: .doKeepSearch, hinted: true),
    Binding(.escape, does: .clearSearch, label: .doClearSearch, hinted: true),
    Binding(.function(4), .control("n"), does: .newContact, label: .doNewContact, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
  ]

  static let callBack: [Binding] = [
    Binding(.character("b"), does: .settle, label: .doSettle, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
    open(.doContact), order, newOrder, contactOfCall,
  ]

  static let client: [Binding] =
    [
      Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
      Binding(.enter, does: .open, label: .doOpen, hinted: true),
      Binding(.tab, does: .nextTab, label: .doNextTab, hinted: true),
      // What the selected call is about.
      Binding(.character("o"), does: .order, label: .doOrder) {
        guard let call = $0.currentCall else { return .whyNoCall }
        return call.order == nil ? .whyNoOrder : nil
      },
      Binding(.character("r"), does: .changeStatus, label: .doChangeStatus) {
        $0.orderInHand == nil ? .whyNoOrders : nil
      },
      Binding(.up, .character("k"), does: .up, label: .doUp),
      Binding(.down, .character("j"), does: .down, label: .doDown),
      Binding(.pageUp, does: .pageUp, label: .doPageUp),
      Binding(.pageDown, .character(" "), does: .pageDown, label: .doPageDown),
      Binding(.home, .character("g"), does: .first, label: .doFirst),
      Binding(.end, .character("G"), does: .last, label: .doLast),
      Binding(.character("n"), does: .newClient, label: .doNewClient) {
        $0.prompts.prompts.isEmpty ? .noPrompt : nil
      },
      Binding(.character("?"), does: .help, label: .doHelp),
    ] + contactVerbs
}
