import Domain

/// What became of effects.
extension ConsoleState {
  /// - Returns: drops the draft of what is stored now.
  mutating func contactSaved(_ contact: Contact) -> [Effect] {
    let name = wording.name(contact.reference)
    for index in layers.indices.reversed() {
      switch layers[index] {
      case .form(let dialog) where dialog.isSaving:
        layers.remove(at: index)
        let isNew = dialog.user.version == nil
        message = Message(
          text: words(isNew ? .contactCreated : .contactChanged, name), role: .success)
        if screen == .contacts { contacts.list.select(contact.id, at: contact.position) }
        return dropDraft(dialog.user.id)
      case .picker(let picker) where picker.isSaving:
        layers.remove(at: index)
        message = Message(text: words(.numberAdded, name), role: .success)
        return []
      case .comparison(let comparison) where comparison.isSaving:
        layers.remove(at: index)
        message = Message(text: words(.contactsMerged, name), role: .success)
        if case .merge(let keep, let remove) = comparison.purpose {
          contactMerged(remove.id, into: keep.id)
        }
        return []
      default: break
      }
    }
    return []
  }

  /// - Returns: drops the draft of what is stored now.
  mutating func done(_ effect: Effect) -> [Effect] {
    let phrase: Phrase
    switch effect {
    case .deleteContact(let id): return contactDeleted(id)
    case .deleteOrder(let id): return orderDeleted(id)
    case .setOrderNumber(let example):
      message = Message(
        text: example.isEmpty ? words(.orderNumberFree) : words(.orderNumberSet, example),
        role: .success)
      return []
    case .renameOrganization(let id, let name): return organizationRenamed(id, name)
    case .deleteOrganization: phrase = .organizationDeleted
    case .removeIntegration: phrase = .integrationRemoved
    case .dismissPrompt: phrase = .promptDismissed
    case .deleteEmployee: phrase = .employeeDeleted
    case .settleCallBack: phrase = .settled
    case .callBack(let number, let employee):
      message = Message(
        text: words(.callingBack, employee, number.grouped), role: .success)
      return []
    case .retryPush: phrase = .pushRetried
    case .dropPush: phrase = .pushDropped
    case .copyRecordingLink: phrase = .linkCopied
    case .assign:
      phrase = .assigned
      layers.removeAll {
        if case .picker(let picker) = $0 { picker.isSaving } else { false }
      }
    case .setNote(let call, let note):
      message = Message(text: words(note.isEmpty ? .noteRemoved : .noteSaved), role: .success)
      return noteSaved(call)
    case .detach: phrase = .detached
    case .followRule: phrase = .followsRule
    case .attachOrder(_, let order):
      phrase = order == nil ? .orderDetached : .orderAttached
      layers.removeAll {
        if case .orderPicker(let picker) = $0 { picker.isSaving } else { false }
      }
    default: return []
    }
    message = Message(text: words(phrase), role: .success)
    return []
  }

  mutating func failed(_ effect: Effect, _ failure: Failure) {
    switch effect {
    case .loadLog(let request): logFailed(request)
    case .loadContacts(let request) where request.organization != nil:
      organizationLoadFailed(effect)
    case .loadContacts(let request):
      updatePickers { $0.list.loadFailed(request.anchor) }
      contacts.loadFailed(request)
    case .loadCall(let id): call.loadFailed(id)
    case .loadCallStory(let id): story.loadFailed(id)
    case .loadContactCard(let id): contactCard.loadFailed(id)
    case .loadOrder(let id): order.loadFailed(id)
    case .loadPrompts: promptsFreshness.settle()
    case .loadFigures: figuresFreshness.settle()
    case .createContact, .updateContact: if contactFailed(failure) { return }
    case .mergeContacts: mergeFailed(failure)
    case .deleteContact, .deleteOrder: deleteFailed()
    case .renameOrganization: updateForms { $0.isSaving = false }
    case .loadOrganizations: organizationLoadFailed(effect)
    case .loadConsequences(let id): consequences.loadFailed(id)
    case .loadOrderConsequences(let id): orderConsequences.loadFailed(id)
    case .loadOrganization(let id): organization.loadFailed(id)
    case .loadHistory(let request):
      updateCards(ClientCard.self) { card in
        if request.subject == .contact(card.id) { card.history.loadFailed(request.anchor) }
      }
      updateCards(OrderCard.self) { card in
        if request.subject == .order(card.id) { card.history.loadFailed(request.anchor) }
      }
    case .loadOutbox(let request): outbox.list.loadFailed(request.anchor)
    case .loadMisses:
      notices.missesFailed()
      return
    case .loadOverdue(let after, _):
      notices.overdueFailed(after: after, configuration.notices)
      return
    case .loadProviderStatus: providerFreshness.settle()
    case .loadPresence:
      presenceFailed(failure)
      return
    case .saveDraft(let draft): unkeptDrafts.insert(draft.id)
    case .loadDrafts: draftsFreshness.settle()
    case .loadStaff: staffFreshness.settle()
    case .addNumber(_, let contact, _, _):
      var isSaid = false
      updatePickers { picker in
        if picker.isSaving, case .taken(let owner, _) = failure {
          picker.refusal = ContactPicker.Refusal(contact: contact, owner: owner)
          isSaid = true
        }
        picker.isSaving = false
      }
      if isSaid { return }
    case .assign: updatePickers { $0.isSaving = false }
    case .loadOrders(let request):
      if request.contact == nil { orders.loadFailed(request) }
      updateOrderPickers { $0.list.loadFailed(request.anchor) }
      updateCards(ClientCard.self) { card in
        if card.id == request.contact { card.orders.loadFailed(request.anchor) }
      }
    case .loadStatuses: statusesFreshness.settle()
    case .loadOrderCounts: orderCountsFreshness.settle()
    case .createOrder, .updateOrder, .setStatus, .changeStatuses:
      if orderFailed(effect, failure) { return }
    case .createIntegration, .updateIntegration: if integrationFailed(failure) { return }
    case .setNote: noteFailed()
    case .attachOrder: updateOrderPickers { $0.isSaving = false }
    case .loadCallBacks: callBack.loadFailed()
    case .loadStatistics(let days): statistics.loadFailed(days)
    case .loadIntegrations: settings.freshness.settle()
    case .loadEmployees: settings.employeesFreshness.settle()
    case .loadRoutes: settings.routesFreshness.settle()
    case .createEmployee, .updateEmployee: if employeeFailed(failure) { return }
    case .changeRoutes: if routingFailed(failure) { return }
    case .export(let request): if exportFailed(request, failure) { return }
    case .saveView:
      message = Message(text: words(.viewNotKept, sentence(failure)), role: .warning)
      return
    case .countLog, .countNewer:
      log.countFailed(effect)
      return
    default: break
    }
    message = Message(text: sentence(failure), role: .error)
  }

  private mutating func logFailed(_ request: LogRequest) {
    guard let contact = request.contact else {
      log.loadFailed(request)
      return
    }
    if request == ConsoleState.latestCalls(of: contact) {
      latestCalls.loadFailed(contact)
      return
    }
    updateCards(ClientCard.self) { card in
      if card.asks(for: request) { card.calls.loadFailed(request.anchor) }
    }
    updateCards(OrderCard.self) { card in
      if card.asks(for: request) { card.calls.loadFailed(request.anchor) }
    }
  }

  /// Who was quicker.
  func taken(_ owner: ContactReference, by user: String?) -> String {
    guard let user else { return words(.numberBelongs, wording.name(owner)) }
    return words(.takenBy, user, wording.name(owner))
  }

  func sentence(_ failure: Failure) -> String {
    switch failure {
    case .storeBusy: words(.storeBusy)
    case .storeFull: words(.storeFull)
    case .storeReadOnly: words(.storeReadOnly)
    case .storeNewer: words(.storeNewer)
    case .gone: words(.gone)
    case .taken(let owner, let user): taken(owner, by: user)
    case .conflict(let current): words(.changedElsewhere, wording.name(current.reference))
    case .nothingToUndo: words(.nothingToUndo)
    case .changedSince(let user): words(.changedSince, user)
    case .nameTaken: words(.nameTaken)
    case .hasMembers: words(.hasMembers)
    case .export(let reason): words(reason.phrase)
    case .provider(let problem): words.sentence(problem)
    case .recording(let problem): words(.recordingNotAvailable, words(problem.phrase))
    case .orderConflict(let current): words(.changedElsewhere, current.number)
    case .orderNumberTaken(let number): words(.numberIsTaken, number)
    case .employeeConflict(let current): words(.changedElsewhere, current.name)
    case .employeeInUse: words(.employeeInUse)
    case .routeConflict: words(.changedElsewhere, words(.settingsRouting))
    case .statusInUse(let count): words(.statusInUse, String(count))
    case .integrationConflict(let current): words(.changedElsewhere, current.name)
    case .integrationInUse: words(.integrationInUse)
    case .other(let sentence): sentence
    }
  }

  /// Changes every picker that is open.
  mutating func updatePickers(_ change: (inout ContactPicker) -> Void) {
    for index in layers.indices {
      guard case .picker(var picker) = layers[index] else { continue }
      change(&picker)
      layers[index] = .picker(picker)
    }
  }

  /// Changes the picker that keys go to.
  mutating func updateTopPicker(_ change: (inout ContactPicker) -> Void) {
    guard case .picker(var picker) = layers.last else { return }
    change(&picker)
    layers[layers.count - 1] = .picker(picker)
  }
}
