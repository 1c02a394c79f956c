import Domain

/// What the panes and the verbs of the present screen are about.
extension ConsoleState {
  /// Which panes the present screen shows.
  var panes: PaneView {
    switch screen {
    case .log: log.panes
    case .contacts: contacts.panes
    case .orders: orders.panes
    case .callBack: callBack.panes
    case .statistics, .settings: PaneView()
    }
  }

  mutating func updatePanes(_ change: (inout PaneView) -> Void) {
    switch screen {
    case .log: change(&log.panes)
    case .contacts: change(&contacts.panes)
    case .orders: change(&orders.panes)
    case .callBack: change(&callBack.panes)
    case .statistics, .settings: break
    }
  }

  /// Whether the present screen has a row that is selected.
  var hasSelection: Bool {
    switch screen {
    case .log: log.list.selected != nil
    case .contacts: contacts.list.selected != nil
    case .orders: orders.list.selected != nil
    case .callBack: callBack.list.selected != nil
    case .statistics: false
    case .settings: hasSettingsSelection
    }
  }

  /// In the call-back list the client's latest missed call, once it is read.
  var selectedCall: Call? {
    switch screen {
    case .log: log.list.selected
    case .callBack:
      call.value.flatMap { $0.call.id == callBack.list.selected?.callBack.lastMiss ? $0.call : nil }
    case .contacts, .orders, .statistics, .settings: nil
    }
  }

  var selectedContact: ContactReference? {
    switch screen {
    case .log: log.list.selected?.contact
    case .contacts: contacts.list.selected?.reference
    case .orders: orders.list.selected?.contact
    case .callBack: callBack.list.selected?.contact
    case .statistics, .settings: nil
    }
  }

  /// The contact's first order is his newest open one, where he has any.
  var selectedOrder: Order? {
    switch screen {
    case .contacts:
      contactCard.value.flatMap {
        $0.contact.id == contacts.list.selectedID ? $0.orders.first : nil
      }
    case .orders: orders.list.selected
    case .log, .callBack: order.value.flatMap { $0.id == selectedOrderID ? $0 : nil }
    case .statistics, .settings: nil
    }
  }

  var selectedOrderID: Order.ID? {
    switch screen {
    case .log: log.list.selected?.order?.id
    case .callBack: callBack.list.selected?.order?.id
    case .contacts, .orders: selectedOrder?.id
    case .statistics, .settings: nil
    }
  }

  // MARK: What has to be read for it

  /// The call that panes, dialogs and forms need in full.
  var wantedCall: Call.ID? {
    if let id = draftedCall { return id }
    for layer in layers.reversed() {
      switch layer {
      case .call(let card): return card.id
      case .prompt(let dialog): return dialog.call
      case .form(let dialog):
        if let call = dialog.user.call { return call }
      case .picker(let picker):
        if let origin = picker.call { return origin }
      case .client, .order, .statusMenu, .statusEditor, .drafts, .comparison, .deleteQuestion,
        .organizations, .organization, .entry, .callQuestion, .presence, .columns, .menu, .note,
        .orderPicker, .help, .export, .exportQuestion, .line, .savedFilters, .quitQuestion:
        break
      }
    }
    if screen == .callBack { return callBack.list.selected?.callBack.lastMiss }
    return selectedCall.flatMap { $0.isFromNewClient ? $0.id : nil }
  }

  /// The call whose card is open, or of which somebody is about to say whose it is.
  var wantedStory: Call.ID? {
    for layer in layers.reversed() {
      if case .call(let card) = layer { return card.id }
      if case .menu(let menu) = layer, case .attach(let call) = menu.subject { return call }
    }
    return nil
  }

  var wantedContact: Contact.ID? {
    if let id = draftedContact { return id }
    if case .organization(let card) = layers.last { return card.members.selectedID }
    for layer in layers.reversed() {
      switch layer {
      case .client(let card): return card.id
      case .order(let card):
        if let order = order.value, order.id == card.id { return order.contact.id }
      case .form(let dialog):
        if let client = dialog.client { return client }
      case .call(let card):
        if let contact = knownCall(card.id)?.contact { return contact.id }
      case .statusMenu, .statusEditor, .prompt, .drafts, .comparison, .deleteQuestion,
        .organizations, .organization, .entry, .picker, .callQuestion, .presence, .columns, .menu,
        .note, .orderPicker, .help, .export, .exportQuestion, .line, .savedFilters, .quitQuestion:
        break
      }
    }
    return selectedContact?.id
  }

  var wantedOrder: Order.ID? {
    if let id = draftedOrder { return id }
    for layer in layers.reversed() {
      if case .order(let card) = layer { return card.id }
      if case .call(let card) = layer, let order = knownCall(card.id)?.order { return order.id }
    }
    // Where the list or the contact's card has the whole order none has to be read.
    return screen == .log || screen == .callBack ? selectedOrderID : nil
  }

  /// Whose latest calls a pane shows.
  var wantedLatestCalls: Contact.ID? {
    guard screen == .contacts || screen == .orders,
      layout.panes.contains(where: { $0.pane == .call })
    else { return nil }
    return selectedContact?.id
  }

  /// The latest calls of a contact: as many as the highest pane shows.
  static func latestCalls(of id: Contact.ID) -> LogRequest {
    LogRequest(anchor: .first, limit: 60, contact: id)
  }
}
