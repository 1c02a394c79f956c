/// Keys: which binding has them, and what their actions do.
extension ConsoleState {
  mutating func press(_ key: Key) -> [Effect] {
    if isTooSmall {
      // Nothing that could act unseen; the terminal itself still obeys.
      let action = bindings.first { $0.keys.contains(key) }?.action
      return action == .repaint ? [.repaint] : action == .suspend ? [.suspend] : []
    }
    if case .mouse(let event) = key, event.action == .release { return [] }
    message = nil
    wakeLists()
    if case .prompt(let dialog) = layers.last {
      if dialog.ending != nil { layers.removeLast() }
      guard dialog.ending == nil, dialog.isPainted else { return [] }
    }
    if case .mouse(let event) = key { return point(event) }
    let context = keyContext
    if case .paste(let text) = key, context.isScreen {
      let before = place
      searchPasted(text)
      if place != before { trail.leave(before) }
      return []
    }
    let pressed = context.takesLettersAsKeys ? key.byPlace : key
    guard let binding = bindings.first(where: { $0.keys.contains(pressed) }) else {
      return edit(key)
    }
    let (before, trailBefore) = (place, trail)
    let effects = obey(binding)
    // Going back and forward keeps the trail by itself.
    if place != before, trail == trailBefore { trail.leave(before) }
    return effects
  }

  mutating func obey(_ binding: Binding) -> [Effect] {
    if let reason = binding.whyNot(self) {
      message = Message(text: words(reason), role: .warning)
      return []
    }
    return perform(binding.action)
  }

  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up, .down, .pageUp, .pageDown, .first, .last: return move(action)
    // The newest call is the log's first row.
    case .newest: return move(.first)
    case .oldest: return move(.last)
    case .open: open()
    case .contact: openContact()
    case .order: currentOrderID.map { layers.append(.order(OrderCard($0))) }
    case .nextPane:
      let layout = layout
      updatePanes { $0.nextPane(in: layout) }
    case .zoom: updatePanes { $0.isZoomed.toggle() }
    case .copyNumber: return copyNumber()
    case .copyMenu: openCopyMenu()
    case .copyPart(let part): return copy(part)
    case .demo: return [.openDemo]
    case .newClient: openPrompt()
    case .help: toggleHelp()
    case .searchHelp, .keepHelpSearch, .endHelpSearch: searchHelp(action)
    case .quit:
      if unkeptDrafts.isEmpty { return [.quit] }
      layers.append(.quitQuestion)
    case .note: currentCall.map { openNote(on: $0) }
    case .attach: currentCall.map { openMenu(.attach($0.id)) }
    case .attachContact, .attachOrder, .detachContact, .detachOrder, .followRule:
      return attach(action)
    case .olderCall, .newerCall:
      return currentCall.map { [.loadNeighbor(of: $0.id, isOlder: action == .olderCall)] } ?? []
    case .nextSection, .previousSection: moveCallCard(action)
    case .back: travel(back: true)
    case .forward: travel(back: false)
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .sortMenu: openMenu(.sort)
    case .sort(let key):
      _ = closeMenu()
      sortLog(by: key)
    case .choose:
      guard case .menu(let menu) = layers.last else { return [] }
      return obey(menu.rows[menu.selected])
    case .columns: layers.append(.columns(ColumnsChooser()))
    case .toggleColumn, .moveColumn, .widenColumn, .automaticColumns: changeColumn(action)
    case .play, .pausePlayback, .stopPlayback, .copyRecording, .seek, .changeSpeed:
      return performOnRecording(action)
    case .export: openExport()
    case .cancelExport: return [.cancelExport]
    case .startExport: return startExport()
    case .exportFormat: updateTopExport { $0.turnFormat() }
    case .replaceFile: return replaceFile()
    case .keepFile: nameAnotherFile()
    case .quitAnyway: return [.quit]
    case .editContactOfCall: editContactOfCall()
    case .employeeOfCall: openEmployeeOfCall()
    case .newEmployee, .editEmployee, .deleteEmployee, .toggleAway:
      return performOnEmployees(action)
    case .newRule, .editRouting, .deleteRouting, .newScheme, .ruleUp, .ruleDown:
      return performOnRouting(action)
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .toggleMouse: return toggleMouse()
    case .show(let screen): show(screen)
    case .showSettings(let page): show(page)
    case .newIntegration, .editIntegration, .removeIntegration, .removeIntegrationAnyway,
      .switchIntegration, .testIntegration, .copyAuthKey, .rotateMenu, .rotateToken:
      return performOnIntegrations(action)
    case .nextPage: turnSettings(by: 1)
    case .previousPage: turnSettings(by: -1)
    case .close: close()
    case .create: createFromPrompt()
    case .add: addFromPrompt()
    case .notNow: return dismissPrompt()
    case .nextPrompt: turnPrompt(by: 1)
    case .previousPrompt: turnPrompt(by: -1)
    case .save:
      if case .note = layers.last { return saveNote() }
      return saveForm()
    case .openOwner: openOwner()
    case .nextField, .previousField, .nextLine, .previousLine, .rowToFront, .choices, .nextChoice,
      .previousChoice, .closeChoices:
      performInForm(action)
    case .drafts, .openDraft, .dropDraft: return performInDraftList(action)
    case .chooseLeft, .chooseRight, .chooseBoth, .preview, .saveChoices:
      return performInComparison(action)
    case .editContact: contactInHand.map { openForm(ContactForm(editing: $0)) }
    case .deleteContact:
      contactInHand.map { ask(.contact($0.reference)) }
    case .deleteAnyway: return deleteAnyway()
    case .callBack, .callAnyway, .presence, .retryPush, .retryAllPushes, .dropPush, .openPush:
      return performOnProvider(action)
    case .organizations, .openOrganization, .openMember, .renameOrganization, .deleteOrganization,
      .searchOrganizations, .keepOrganizations, .leaveOrganizations:
      return performOnOrganizations(action)
    case .mergeContact: contactInHand.map { layers.append(.picker(ContactPicker(merging: $0))) }
    case .pick:
      if case .orderPicker = layers.last { return pickOrder() }
      return pick()
    case .newContact: createContact()
    case .search: beginSearch()
    case .keepSearch: keepSearch()
    case .clearSearch: clearSearch()
    case .commandLine: openLine()
    case .filterLine: openFilterLine()
    case .jumpLine: openLine("goto")
    case .clearFilter: log.clearFilter()
    case .savedFilters: layers.append(.savedFilters(SavedFilterMenu()))
    case .enterLine: return enterLine()
    case .completeLine(let step): completeLine(by: step)
    case .recallLine(let step): recallLine(by: step)
    case .applySaved(let key): applySaved(key: key)
    case .applySelected: applySelected()
    case .saveFilter: openLine("save")
    case .deleteFilter: deleteSaved()
    case .changeStatus, .editOrder, .deleteOrder, .newOrder, .newOrderFor, .filterStatus,
      .chooseStatus,
      .editStatuses, .addStatus, .editStatus, .removeStatus, .nextTone, .statusUp, .statusDown:
      return performOnOrders(action)
    case .settle: return settleCallBack()
    case .copy: return copyLink()
    case .reveal: settings.isRevealed.toggle()
    case .nextTab:
      updateTopCard(ClientCard.self) { $0.nextTab(in: $1) }
      updateTopCard(OrderCard.self) { $0.nextTab(in: $1) }
    case .period, .periodMenu, .periodLine, .earlierPeriod, .laterPeriod, .nextFigures,
      .previousFigures, .figuresLeft, .figuresRight, .openFigures:
      return performOnStatistics(action)
    }
    return []
  }

  private mutating func open() {
    if case .client(let card) = layers.last { return openSelected(in: card) }
    if case .order(let card) = layers.last { return openSelected(in: card) }
    guard let call = selectedCall else { return }
    layers.append(.call(CallCard(call.id)))
  }

  /// The contact's card, or for a new client the way to one.
  private mutating func openContact() {
    if case .order(let card) = layers.last {
      guard let order = order.value, order.id == card.id else { return }
      layers.append(.client(ClientCard(order.contact.id)))
      return
    }
    if let contact = layers.isEmpty ? selectedContact : currentCall?.contact {
      layers.append(.client(ClientCard(contact.id)))
      return
    }
    guard let call = currentCall else { return }
    if call.isFromNewClient {
      openPrompt(for: call)
    } else if call.client != nil {
      layers.append(.picker(ContactPicker(assigning: call.id, of: call.client)))
    }
  }

  /// The form for somebody who has not called, or who turned out to be in no list.
  private mutating func createContact() {
    if case .picker = layers.last { return createFromPicker() }
    openForm(number: contacts.searchedNumber(plan: configuration.plan), from: nil)
  }

  private mutating func toggleHelp() {
    if case .help = layers.last {
      layers.removeLast()
    } else {
      layers.append(.help(HelpView()))
    }
  }

  /// A command may lead from a card to a screen: all that lies over it is left.
  mutating func show(_ screen: Screen) {
    while !layers.isEmpty { close() }
    self.screen = screen
    settings.isRevealed = false
  }

  /// Takes the topmost layer away. A form's text is not lost with it: it is a draft already.
  mutating func close() {
    guard let layer = layers.popLast() else { return }
    var isLost = false
    let isUnsaved =
      switch layer {
      case .form(let dialog): dialog.form.hasTextForDraft
      case .note(let note): note.hasUnsavedText
      default: false
      }
    if case .form(let dialog) = layer { isLost = dialog.form.hasUnsavedText && !isUnsaved }
    if isUnsaved { message = Message(text: words(.draftKept), role: .warning) }
    if isLost { message = Message(text: words(.secretNotKept), role: .warning) }
  }

  /// A key without a binding: text, where there is a field.
  private mutating func edit(_ key: Key) -> [Effect] {
    switch keyContext {
    case .form, .refusedForm, .choices: updateTopForm { $0.edit(key) }
    case .picker: updateTopPicker { $0.edit(key) }
    case .organizationSearch: editOrganizationSearch(key)
    case .search: contacts.edit(key)
    case .find: editSearch(key)
    case .helpSearch: editHelpSearch(key)
    case .line: updateTopLine { $0.edit(key) }
    case .export: updateTopExport { $0.edit(key) }
    case .statusMenu: return chooseInMenu(key)
    case .note: editNote(key)
    case .orderPicker:
      if case .orderPicker(var picker) = layers.last {
        picker.edit(key)
        layers[layers.count - 1] = .orderPicker(picker)
      }
    default: break
    }
    return []
  }
}

extension Key {
  /// The key that stands at this place on a US keyboard.
  var byPlace: Key {
    if case .character(let character) = self {
      .character(KeyboardLayout.latin(for: character))
    } else {
      self
    }
  }
}
