import Domain

/// Takes one event in and says what is to be done for it. Pure: the same state and event give the
/// same state and effects.
public func update(_ state: inout ConsoleState, _ event: Event) -> [Effect] {
  var effects = state.take(event)
  state.arrange()
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
      if request.contact == nil { log.list.load(page, at: request.anchor, total: total) }
    case .callLoaded(let id, let call, let earlier):
      self.call.load(id, call.map { CallDetail(call: $0, earlierCalls: earlier) })
      callChanged(id, call, earlierCalls: earlier)
    case .contactCardLoaded(let id, let card): contactCard.load(id, card)
    case .orderLoaded(let id, let order): self.order.load(id, order)
    case .contactsLoaded(let request, let page, let total):
      updatePickers { picker in
        guard picker.request(request.anchor, request.limit) == request else { return }
        picker.list.load(page, at: request.anchor, total: total)
      }
    case .promptsLoaded(let queue): return promptsChanged(queue)
    case .figuresLoaded(let figures, let callBackCount):
      figuresFreshness.settle()
      self.figures = figures
      self.callBackCount = callBackCount
    case .contactSaved(let contact): contactSaved(contact)
    case .done(let effect): done(effect)
    case .failed(let effect, let failure): failed(effect, failure)
    case .listenerChanged(let status): listener = status
    case .ordersLoaded, .callBacksLoaded, .statisticsLoaded, .integrationsLoaded: break
    }
    return []
  }

  private mutating func tick(_ now: Timestamp) {
    let zone = configuration.zone
    if zone.date(at: now) != zone.date(at: self.now) { figuresFreshness.invalidate() }
    self.now = now
    log.list.wake()
  }

  /// All that was read may be out of date; what is on the screen is asked for again.
  private mutating func invalidate() {
    log.list.invalidate()
    updatePickers { $0.list.invalidate() }
    call.invalidate()
    contactCard.invalidate()
    order.invalidate()
    promptsFreshness.invalidate()
    figuresFreshness.invalidate()
  }

  /// Gives every list the lines that the layout has for it.
  fileprivate mutating func arrange() {
    log.list.resize(height: layout.logLines)
    let lines = ContactPicker.listLines(in: size)
    updatePickers { $0.list.resize(height: lines) }
  }

  /// What has to be read for what is on the screen now.
  fileprivate mutating func loads() -> [Effect] {
    var effects: [Effect] = []
    if screen == .log, let (anchor, limit) = log.list.nextRequest() {
      effects.append(.loadLog(LogRequest(anchor: anchor, limit: limit)))
    }
    updatePickers { picker in
      if let (anchor, limit) = picker.list.nextRequest() {
        effects.append(.loadContacts(picker.request(anchor, limit)))
      }
    }
    if let id = call.request(wantedCall) { effects.append(.loadCall(id)) }
    if let id = contactCard.request(wantedContact) { effects.append(.loadContactCard(id)) }
    if let id = order.request(wantedOrder) { effects.append(.loadOrder(id)) }
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

  private var wantedCall: Call.ID? {
    for layer in layers.reversed() {
      switch layer {
      case .card(let card):
        if case .call(let id) = card.subject { return id }
      case .prompt(let dialog): return dialog.call
      case .form(let form):
        if let origin = form.origin { return origin }
      case .picker(let picker):
        if let origin = picker.call { return origin }
      case .help, .quitQuestion: break
      }
    }
    return selectedCall.flatMap { $0.isFromNewClient ? $0.id : nil }
  }

  private var wantedContact: Contact.ID? {
    for case .card(let card) in layers.reversed() {
      if case .contact(let id) = card.subject { return id }
    }
    return selectedCall?.contact?.id
  }

  private var wantedOrder: Order.ID? {
    for case .card(let card) in layers.reversed() {
      if case .order(let id) = card.subject { return id }
    }
    return selectedCall?.order?.id
  }

  /// The call that the panes and the verbs are about.
  var selectedCall: Call? {
    screen == .log ? log.list.selected : nil
  }
}
