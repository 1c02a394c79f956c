import Domain

/// The keys of orders and their statuses.
extension Bindings {
  static let changeStatus = Binding(
    .character("r"), does: .changeStatus, label: .doChangeStatus, hinted: true
  ) { $0.orderInHand == nil ? .whyNoOrders : nil }

  static let editOrder = Binding(
    .character("e"), does: .editOrder, label: .doEdit, hinted: true
  ) { $0.orderInHand == nil ? .whyNoOrders : nil }

  static let deleteOrder = Binding(.character("D"), does: .deleteOrder, label: .doDelete) {
    $0.orderInHand == nil ? .whyNoOrders : nil
  }

  /// For the client at hand.
  static let newOrder = Binding(.character("O"), does: .newOrder, label: .doNewOrder) {
    $0.clientInHand == nil ? .whyNoClient : nil
  }

  static let orders: [Binding] = [
    Binding(.enter, .character("o"), does: .order, label: .doOpen, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
    changeStatus, editOrder, deleteOrder,
    Binding(.character("f"), does: .filterStatus, label: .doFilterStatus, hinted: true),
    Binding(.character("/"), .character("."), does: .search, label: .doSearch, hinted: true),
    Binding(.character("N"), does: .newOrderFor, label: .doNewOrder, hinted: true),
    Binding(.escape, does: .clearSearch, label: .doAllOrders, hinted: true) {
      $0.orders.isNarrowed ? nil : .whyAllOrders
    },
    Binding(.character("c"), does: .contact, label: .doCustomer, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
    newOrder,
  ]

  /// In an order's card.
  static let orderCard: [Binding] = [
    Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    Binding(.enter, does: .open, label: .doOpenCall, hinted: true),
    Binding(.tab, does: .nextTab, label: .doNextTabOfOrder, hinted: true),
    changeStatus, editOrder, deleteOrder,
    Binding(.character("c"), does: .contact, label: .doCustomer, hinted: true),
    newOrder,
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
  ]

  /// In the list of repair statuses.
  static let statusEditor: [Binding] =
    retracing + [
      Binding(.character("a"), .function(4), does: .addStatus, label: .doAddStatus, hinted: true),
      Binding(.enter, .character("e"), does: .editStatus, label: .doEdit, hinted: true),
      Binding(.character("c"), does: .nextTone, label: .doNextTone, hinted: true),
      Binding(.character("K"), does: .statusUp, label: .doStatusUp, hinted: true),
      Binding(.character("J"), does: .statusDown, label: .doStatusDown, hinted: true),
      Binding(.character("D"), .delete, does: .removeStatus, label: .doRemove, hinted: true) {
        guard let status = $0.statusEditor?.selected else { return .whyNoRow }
        return $0.statuses.canLose(status) ? nil : .whyLastStatus
      },
      Binding(.up, .character("k"), does: .up, label: .doUp),
      Binding(.down, .character("j"), does: .down, label: .doDown),
      Binding(.home, .pageUp, does: .first, label: .doFirst),
      Binding(.end, .pageDown, does: .last, label: .doLast),
      Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
      Binding(.character("?"), does: .help, label: .doHelp),
    ]

  /// Letters and digits choose.
  static let statusMenu: [Binding] = [
    Binding(.enter, does: .chooseStatus, label: .doPick, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, .home, does: .first, label: .doFirst),
    Binding(.pageDown, .end, does: .last, label: .doLast),
    // The same place on a Ukrainian keyboard: letters are first letters here.
    Binding(
      .character("E"), .character("У"), does: .editStatuses, label: .doEditStatuses, hinted: true),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
  ]
}
