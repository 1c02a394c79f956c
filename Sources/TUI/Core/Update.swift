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
  effects += state.loads(isIdle: event.isIdle)
  return effects
}

extension Event {
  fileprivate var isIdle: Bool {
    if case .idle = self { true } else { false }
  }
}

extension ConsoleState {
  fileprivate mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .typed(let characters):
      return characters.reduce(into: []) { $0 += press(.character($1)) }
    case .resized(let size): self.size = size
    case .painted: painted()
    case .idle: break
    case .resumed: notices.restart()
    case .clock(let now): return tick(now)
    case .storeChanged: invalidate()
    case .logLoaded(let request, let page, let total):
      logLoaded(request, page, total: total)
    case .callLoaded(let id, let call, let earlier):
      self.call.load(id, call.map { CallDetail(call: $0, earlierCalls: earlier) })
      callChanged(id, call, earlierCalls: earlier)
      return draftedCallLoaded(id, call)
    case .contactCardLoaded(let id, let card):
      contactCard.load(id, card)
      updateCards(ClientCard.self) { if $0.id == id { $0.isGone = card == nil } }
      return draftedContactLoaded(id, card?.contact)
    case .orderLoaded(let id, let order):
      self.order.load(id, order)
      updateCards(OrderCard.self) { if $0.id == id { $0.isGone = order == nil } }
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
      if figures.missed > self.figures.missed { notices.expectMisses() }
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

    case .missesLoaded(let calls): return notices.take(misses: calls)
    case .overdueLoaded(let entries): return notices.take(overdue: entries)
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
    case .copied(let way):
      message = Message(text: words.copied(way), role: .success)
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
      updateCards(ClientCard.self) { card in
        if request.subject == .contact(card.id) {
          card.history.load(page, at: request.anchor, total: total)
        }
      }
      updateCards(OrderCard.self) { card in
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
    case .statisticsLoaded(let days, let figures): statistics.load(days, figures)
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
    updateCards(ClientCard.self) { card in
      if card.asks(for: request) { card.calls.load(page, at: request.anchor, total: total) }
    }
    updateCards(OrderCard.self) { card in
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
    updateCards(ClientCard.self) { card in
      if card.id == contact { card.orders.load(page, at: request.anchor, total: total) }
    }
  }

  private mutating func tick(_ now: Timestamp) -> [Effect] {
    let zone = configuration.zone
    if zone.date(at: now) != zone.date(at: self.now) {
      figuresFreshness.invalidate()
      // "Today" are other calls now.
      if log.filter.period != nil { log.list.invalidate() }
    }
    self.now = now
    wakeLists()
    refreshPresence()
    return notices.tick(configuration.notices, now: now)
  }
}
