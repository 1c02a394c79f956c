import Domain

/// What is read for the screen, and when it is read again.
extension ConsoleState {
  /// Lists that could not be read may be asked for again.
  mutating func wakeLists() {
    log.list.wake()
    updatePickers { $0.list.wake() }
    updateOrderPickers { $0.list.wake() }
    contacts.list.wake()
    orders.list.wake()
    outbox.list.wake()
    callBack.list.wake()
    updateCards(ClientCard.self) { $0.wake() }
    updateAllOrganizations {
      $0.list.wake()
    } _: {
      $0.members.wake()
    }
    updateCards(OrderCard.self) { $0.wake() }
  }

  /// All that was read may be out of date; what is on the screen is asked for again.
  mutating func invalidate() {
    log.invalidate()
    updatePickers { $0.list.invalidate() }
    updateOrderPickers { $0.list.invalidate() }
    call.invalidate()
    story.invalidate()
    contactCard.invalidate()
    order.invalidate()
    promptsFreshness.invalidate()
    figuresFreshness.invalidate()
    contacts.invalidate()
    orders.invalidate()
    callBack.list.invalidate()
    updateCards(ClientCard.self) { $0.invalidate() }
    updateAllOrganizations {
      $0.list.invalidate()
    } _: {
      $0.members.invalidate()
    }
    consequences.invalidate()
    orderConsequences.invalidate()
    organization.invalidate()
    staffFreshness.invalidate()
    draftsFreshness.invalidate()
    updateCards(OrderCard.self) { $0.invalidate() }
    statusesFreshness.invalidate()
    orderCountsFreshness.invalidate()
    latestCalls.invalidate()
    statistics.invalidate()
    settings.freshness.invalidate()
    outbox.list.invalidate()
    providerFreshness.invalidate()
    settings.employeesFreshness.invalidate()
    settings.routesFreshness.invalidate()
  }

  /// Gives every list the lines that the layout has for it.
  mutating func arrange() {
    let logLines = Layout(size: size, panes: log.panes).logLines
    log.list.resize(height: logLines - (log.search.isTyping ? 1 : 0))
    let contactLines = Layout(size: size, panes: contacts.panes).logLines
    contacts.list.resize(height: contactLines - (contacts.search.field == nil ? 0 : 1))
    let orderLines = Layout(size: size, panes: orders.panes).logLines
    orders.list.resize(height: orderLines - (orders.isNarrowed ? 1 : 0))
    callBack.list.resize(height: Layout(size: size, panes: callBack.panes).logLines)
    if let card = card(ClientCard.self) {
      let lines = layout(of: card).listLines
      updateCards(ClientCard.self) { $0.resize(height: lines) }
    }
    let organizationLines = max(1, layout.card.rows - 3)
    updateAllOrganizations {
      $0.resize(height: organizationLines)
    } _: {
      $0.members.resize(height: organizationLines)
    }
    outbox.list.resize(height: max(1, layout.body.rows - 3))
    arrangeOrderCards()
    let lines = ContactPicker.listLines(in: size)
    updatePickers { $0.list.resize(height: lines) }
    updateOrderPickers { $0.list.resize(height: lines) }
  }

  /// What has to be read for what is on the screen now.
  /// - Parameter isIdle: only then the log reads ahead, so that no key waits for it.
  mutating func loads(isIdle: Bool) -> [Effect] {
    var effects: [Effect] = []
    effects += screenLoads(isIdle: isIdle)
    updatePickers { picker in
      if let (anchor, limit) = picker.list.nextRequest() {
        effects.append(.loadContacts(picker.request(anchor, limit)))
      }
    }
    updateOrderPickers { picker in
      if let (anchor, limit) = picker.list.nextRequest() {
        effects.append(.loadOrders(picker.request(anchor, limit)))
      }
    }
    if let id = call.request(wantedCall) { effects.append(.loadCall(id)) }
    if let id = story.request(wantedStory) { effects.append(.loadCallStory(id)) }
    if let id = contactCard.request(wantedContact) { effects.append(.loadContactCard(id)) }
    if let id = consequences.request(deleteQuestion?.subject.contact) {
      effects.append(.loadConsequences(id))
    }
    if let id = orderConsequences.request(deleteQuestion?.subject.order) {
      effects.append(.loadOrderConsequences(id))
    }
    effects += organizationLoads()
    if offersStaff, staffFreshness.request() { effects.append(.loadStaff) }
    if let id = order.request(wantedOrder) { effects.append(.loadOrder(id)) }
    if draftsFreshness.request() { effects.append(.loadDrafts) }
    effects += providerLoads()
    effects += orderLoads()
    effects += notices.loads(configuration.notices, now: now)
    if promptsFreshness.request() { effects.append(.loadPrompts(limit: PromptDialog.limit)) }
    if figuresFreshness.request() {
      let day = configuration.zone.date(at: now)
      effects.append(
        .loadFigures(
          from: configuration.zone.start(of: day),
          to: configuration.zone.start(of: day.advanced(byDays: 1))))
    }
    return effects
  }

  private mutating func screenLoads(isIdle: Bool) -> [Effect] {
    var effects: [Effect] = []
    switch screen {
    case .log: effects += log.loads(isIdle: isIdle)
    case .contacts: effects += contacts.requests().map { .loadContacts($0) }
    case .orders:
      effects += orders.requests().map { .loadOrders($0) }
    case .callBack:
      if callBack.list.nextRequest() != nil { effects.append(.loadCallBacks) }
    case .statistics:
      if let days = statistics.request(at: Moment(now, in: configuration.zone)) {
        effects.append(.loadStatistics(days))
      }
    case .settings:
      if settings.page != .integrations, settings.employeesFreshness.request() {
        effects.append(.loadEmployees)
      }
      if settings.page == .routing, settings.routesFreshness.request() {
        effects.append(.loadRoutes)
      }
    }
    // Every screen's header says which integrations are off.
    if settings.freshness.request() { effects.append(.loadIntegrations) }
    if let id = latestCalls.request(wantedLatestCalls) {
      effects.append(.loadLog(ConsoleState.latestCalls(of: id)))
    }
    updateCards(ClientCard.self) { effects += $0.loads() }
    updateCards(OrderCard.self) { effects += $0.loads() }
    return effects
  }
}
