import Domain

/// Takes one event in and says what is to be done for it. Pure: the same state and event give the
/// same state and effects.
public func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  let view = state.view
  var effects = state.take(event)
  effects += state.keepDrafts()
  state.arrange()
  state.noteView()
  if state.view != view { effects.append(.saveView(state.view)) }
  effects += state.loads()
  return effects
}

extension ConsoleState {
  fileprivate mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resized(let size): self.size = size
    case .painted: painted()
    case .clock(let now): tick(now)
    case .storeChanged: invalidate()
    case .logLoaded(let request, let page, let total):
      logLoaded(request, page, total: total)
    case .callLoaded(let id, let call, let earlier):
      self.call.load(id, call.map { CallDetail(call: $0, earlierCalls: earlier) })
      callChanged(id, call, earlierCalls: earlier)
      return draftedCallLoaded(id, call)
    case .contactCardLoaded(let id, let card):
      contactCard.load(id, card)
      updateClientCards { if $0.id == id { $0.isGone = card == nil } }
      return draftedContactLoaded(id, card?.contact)
    case .orderLoaded(let id, let order):
      self.order.load(id, order)
      updateOrderCards { if $0.id == id { $0.isGone = order == nil } }
      return draftedOrderLoaded(id, order)
    case .contactsLoaded(let request, let page, let total) where request.organization != nil:
      membersLoaded(request, page, total: total)
    case .organizationsLoaded(let request, let page, let total):
      organizationsLoaded(request, page, total: total)
    case .consequencesLoaded(let id, let found): consequences.load(id, found)
    case .orderConsequencesLoaded(let id, let calls): orderConsequences.load(id, calls)
    case .contactsLoaded(let request, let page, let total):
      updatePickers { picker in
        guard picker.request(request.anchor, request.limit) == request else { return }
        picker.load(page, at: request.anchor, total: total)
      }
      clientsLoaded(request, page)
      contacts.load(request, page, total: total)
    case .promptsLoaded(let queue): return promptsChanged(queue)
    case .figuresLoaded(let figures, let callBackCount):
      figuresFreshness.settle()
      self.figures = figures
      self.callBackCount = callBackCount
    case .statusesLoaded(let statuses): statusesLoaded(statuses)
    case .statusesChanged(let change, let statuses): return statusesChanged(change, statuses)
    case .orderCountsLoaded(let counts):
      orderCountsFreshness.settle()
      orderCounts = counts
    case .orderPrepared(let draft, let client, let call):
      openOrderForm(draft, for: client, from: call)
    case .orderSaved(let order): return orderSaved(order)

    case .outboxLoaded(let request, let page, let total):
      outbox.list.load(page, at: request.anchor, total: total)
    case .providerStatusLoaded(let status):
      providerFreshness.settle()
      provider = status
    case .presenceLoaded(let logins, let employees): presenceLoaded(logins, employees)
    case .linkOpened(let link): return follow(link)
    case .orderFound(let number, let id): show(orderNumbered: number, id)

    case .contactSaved(let contact): return contactSaved(contact)
    case .integrationSaved(let effect, let integration):
      return integrationSaved(effect, integration)
    case .integrationTested(let id, let result): integrationTested(id, result)
    case .done(let effect): return done(effect)
    case .undone(let entry): edited(entry, .undone)
    case .redone(let entry): edited(entry, .redone)
    case .callStoryLoaded(let id, let story): self.story.load(id, story)
    case .neighborLoaded(let id, let isOlder, let call):
      neighborLoaded(of: id, isOlder: isOlder, call)
    case .draftsLoaded(let drafts): draftsLoaded(drafts)
    case .staffLoaded(let names): staffLoaded(names)
    case .organizationLoaded(let id, let organization): organizationLoaded(id, organization)
    case .historyLoaded(let request, let page, let total):
      updateClientCards { card in
        if request.subject == .contact(card.id) {
          card.history.load(page, at: request.anchor, total: total)
        }
      }
      updateOrderCards { card in
        if request.subject == .order(card.id) {
          card.history.load(page, at: request.anchor, total: total)
        }
      }
    case .failed(let effect, let failure): failed(effect, failure)
    case .exportProgressed(let request, let rows): exportProgressed(request, rows: rows)
    case .exported(let request, let rows): exported(request, rows: rows)
    case .playbackChanged(let playback): playbackChanged(playback)
    case .listenerChanged(let status): listener = status
    case .openedToOthers(let address):
      message = Message(text: words(.openedToOthers, address), role: .warning)
    case .ordersLoaded(let request, let page, let total):
      ordersLoaded(request, page, total: total)
    case .callBacksLoaded(let entries): callBack.load(entries)
    case .statisticsLoaded(let figures): statistics.load(figures)
    case .employeesLoaded(let employees): employeesLoaded(employees)
    case .employeeSaved(let employee): return employeeSaved(employee)
    case .routesLoaded(let routes): routesLoaded(routes)
    case .routesChanged(let change, let routes): return routesChanged(change, routes)
    case .integrationsLoaded(let integrations, let base): settings.load(integrations, base: base)
    case .logCounted(let request, let total, let before):
      log.loadCount(request, total: total, before: before)
    case .newerCounted(let seen, let filter, let count):
      log.loadNews(than: seen, filter, count)
    case .spoolChanged(let status): spoolChanged(status)
    }
    return []
  }

  private mutating func logLoaded(_ request: LogRequest, _ page: Page<Call>, total: Int?) {
    guard let contact = request.contact else {
      log.load(request, page, total: total)
      landed()
      return
    }
    if request == ConsoleState.latestCalls(of: contact) {
      latestCalls.load(contact, page.rows)
      return
    }
    updateClientCards { card in
      if card.asks(for: request) { card.calls.load(page, at: request.anchor, total: total) }
    }
    updateOrderCards { card in
      if card.asks(for: request) { card.calls.load(page, at: request.anchor, total: total) }
    }
  }

  private mutating func ordersLoaded(_ request: OrderRequest, _ page: Page<Order>, total: Int) {
    updateOrderPickers { picker in
      guard picker.request(request.anchor, request.limit) == request else { return }
      picker.list.load(page, at: request.anchor, total: total)
    }
    guard let contact = request.contact else {
      orders.load(request, page, total: total)
      return
    }
    updateClientCards { card in
      if card.id == contact { card.orders.load(page, at: request.anchor, total: total) }
    }
  }

  private mutating func tick(_ now: Timestamp) {
    let zone = configuration.zone
    if zone.date(at: now) != zone.date(at: self.now) {
      figuresFreshness.invalidate()
      // "Today" are other calls now.
      if log.filter.period != nil { log.list.invalidate() }
    }
    self.now = now
    wakeLists()
    refreshPresence()
  }

  /// Lists that could not be read may be asked for again.
  mutating func wakeLists() {
    log.list.wake()
    updatePickers { $0.list.wake() }
    updateOrderPickers { $0.list.wake() }
    contacts.list.wake()
    orders.list.wake()
    outbox.list.wake()
    callBack.list.wake()
    updateClientCards { $0.wake() }
    updateAllOrganizations {
      $0.list.wake()
    } _: {
      $0.members.wake()
    }
    updateOrderCards { $0.wake() }
  }

  /// All that was read may be out of date; what is on the screen is asked for again.
  private mutating func invalidate() {
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
    updateClientCards { $0.invalidate() }
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
    updateOrderCards { $0.invalidate() }
    statusesFreshness.invalidate()
    orderCountsFreshness.invalidate()
    latestCalls.invalidate()
    statistics.figures.invalidate()
    settings.freshness.invalidate()
    outbox.list.invalidate()
    providerFreshness.invalidate()
    settings.employeesFreshness.invalidate()
    settings.routesFreshness.invalidate()
  }

  /// Gives every list the lines that the layout has for it.
  fileprivate mutating func arrange() {
    let logLines = Layout(size: size, panes: log.panes).logLines
    log.list.resize(height: logLines - (log.search.isTyping ? 1 : 0))
    let contactLines = Layout(size: size, panes: contacts.panes).logLines
    contacts.list.resize(height: contactLines - (contacts.search.field == nil ? 0 : 1))
    let orderLines = Layout(size: size, panes: orders.panes).logLines
    orders.list.resize(height: orderLines - (orders.isNarrowed ? 1 : 0))
    callBack.list.resize(height: Layout(size: size, panes: callBack.panes).logLines)
    if let card = clientCard {
      let lines = layout(of: card).listLines
      updateClientCards { $0.resize(height: lines) }
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
  fileprivate mutating func loads() -> [Effect] {
    var effects: [Effect] = []
    effects += screenLoads()
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

  private mutating func screenLoads() -> [Effect] {
    var effects: [Effect] = []
    switch screen {
    case .log: effects += log.loads()
    case .contacts: effects += contacts.requests().map { .loadContacts($0) }
    case .orders:
      effects += orders.requests().map { .loadOrders($0) }
    case .callBack:
      if callBack.list.nextRequest() != nil { effects.append(.loadCallBacks) }
    case .statistics:
      let days = statistics.days(today: configuration.zone.date(at: now))
      if let days = statistics.figures.request(days) {
        effects.append(.loadStatistics(from: days.from, to: days.to))
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
    updateClientCards { effects += $0.loads() }
    updateOrderCards { effects += $0.loads() }
    return effects
  }
}
