/// Keys: which binding has them, and what their actions do.
extension ConsoleState {
  /// Where the next key goes.
  var keyContext: KeyContext {
    switch layers.last {
    case nil: screen == .log ? .log : .list
    case .card: .card
    case .prompt: .dialog
    case .form: .form
    case .picker: .picker
    case .help: .help
    case .quitQuestion: .question
    }
  }

  mutating func press(_ key: Key) -> [Effect] {
    if isTooSmall {
      // Nothing that could act unseen; the terminal itself still obeys.
      return key == .control("l") ? [.repaint] : key == .control("z") ? [.suspend] : []
    }
    message = nil
    log.list.wake()
    updatePickers { $0.list.wake() }
    if case .prompt(let dialog) = layers.last {
      if dialog.ending != nil { layers.removeLast() }
      guard dialog.ending == nil, dialog.isPainted else { return [] }
    }
    let context = keyContext
    let pressed = context.takesLettersAsKeys ? key.byPlace : key
    guard let binding = context.bindings.first(where: { $0.keys.contains(pressed) }) else {
      edit(key)
      return []
    }
    if let reason = binding.whyNot(self) {
      message = Message(text: words(reason), role: .warning)
      return []
    }
    return perform(binding.action)
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(action)
    case .open: open()
    case .contact: openContact()
    case .order: log.list.selected?.order.map { layers.append(.card(Card(subject: .order($0.id)))) }
    case .nextPane: log.nextPane(in: layout)
    case .zoom: log.isZoomed.toggle()
    case .copyNumber: return selectedCall?.client.map { [.copy($0.text)] } ?? []
    case .demo: return [.openDemo]
    case .newClient: openPrompt()
    case .help: toggleHelp()
    case .quit:
      if drafts.isEmpty { return [.quit] }
      layers.append(.quitQuestion)
    case .quitAnyway: return [.quit]
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .show(let screen): self.screen = screen
    case .close: close()
    case .create: createFromPrompt()
    case .add: addFromPrompt()
    case .notNow: return dismissPrompt()
    case .nextPrompt: turnPrompt(by: 1)
    case .previousPrompt: turnPrompt(by: -1)
    case .save: return saveForm()
    case .nextField: updateTopForm { $0.moveFocus(by: 1) }
    case .previousField: updateTopForm { $0.moveFocus(by: -1) }
    case .pick: return pick()
    case .newContact: createFromPicker()
    }
    return []
  }

  private mutating func move(_ action: Action) {
    switch layers.last {
    case nil:
      if screen == .log { log.list.move(action) }
    case .picker: updateTopPicker { $0.list.move(action) }
    case .card(var card):
      card.scroll = scrolled(
        card.scroll, action, lines: cardLines(card).count, in: layout.card.rows)
      layers[layers.count - 1] = .card(card)
    case .help(var help):
      help.scroll = scrolled(
        help.scroll, action, lines: HelpView.lines(words).count, in: layout.card.rows)
      layers[layers.count - 1] = .help(help)
    case .prompt, .form, .quitQuestion: break
    }
  }

  private func scrolled(_ scroll: Int, _ action: Action, lines: Int, in boxRows: Int) -> Int {
    let view = max(1, boxRows - 2)
    let last = max(0, lines - view)
    let target =
      switch action {
      case .up: scroll - 1
      case .down: scroll + 1
      case .pageUp: scroll - view
      case .pageDown: scroll + view
      case .last: last
      default: 0
      }
    return min(max(0, target), last)
  }

  private mutating func open() {
    guard screen == .log, let call = log.list.selected else { return }
    layers.append(.card(Card(subject: .call(call.id))))
  }

  /// The contact's card, or for a new client the way to one.
  private mutating func openContact() {
    guard let call = log.list.selected else { return }
    if let contact = call.contact {
      layers.append(.card(Card(subject: .contact(contact.id))))
    } else if call.isFromNewClient {
      openPrompt(for: call)
    } else if let number = call.client {
      layers.append(.picker(ContactPicker(assigning: call.id, of: number)))
    }
  }

  private mutating func toggleHelp() {
    if case .help = layers.last {
      layers.removeLast()
    } else {
      layers.append(.help(HelpView()))
    }
  }

  /// Takes the topmost layer away. A form's text is not lost with it: it becomes a draft.
  private mutating func close() {
    guard let layer = layers.popLast() else { return }
    if case .form(let form) = layer, form.hasUnsavedText {
      drafts.removeAll { $0.isSameClient(as: form) }
      drafts.append(form)
      message = Message(text: words(.draftKept), role: .warning)
    }
  }

  /// A key without a binding: text, where there is a field.
  private mutating func edit(_ key: Key) {
    switch keyContext {
    case .form: updateTopForm { $0.edit(key) }
    case .picker: updateTopPicker { $0.edit(key) }
    default: break
    }
  }
}

extension KeyedList {
  mutating func move(_ action: Action) {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: page(by: -1)
    case .pageDown: page(by: 1)
    case .first: moveToFirst()
    case .last: moveToLast()
    default: break
    }
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
