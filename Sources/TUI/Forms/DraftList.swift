import Domain

/// The unfinished forms, to go on with one or to drop it.
struct DraftList: Equatable, Sendable {
  /// Index in `leftDrafts`.
  var selected = 0
  /// The one that opens as soon as its record is read.
  var opening: FormDraft.ID?
}

extension Bindings {
  /// On every list.
  static let drafts = Binding(.character("R"), does: .drafts, label: .doDrafts) {
    $0.leftDrafts.isEmpty ? .whyNoDrafts : nil
  }

  static let draftList: [Binding] = [
    Binding(.enter, does: .openDraft, label: .doOpenDraft, hinted: true),
    Binding(.character("D"), does: .dropDraft, label: .doDropDraft, hinted: true),
    Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]
}

extension ConsoleState {
  private var topDraftList: DraftList? {
    if case .drafts(let list) = layers.last { list } else { nil }
  }

  private func selectedDraft(_ list: DraftList) -> FormDraft? {
    let drafts = leftDrafts
    return drafts.isEmpty ? nil : drafts[min(list.selected, drafts.count - 1)]
  }

  mutating func performInDraftList(_ action: Action) -> [Effect] {
    guard var list = topDraftList else {
      layers.append(.drafts(DraftList()))
      return []
    }
    switch action {
    case .up, .down:
      list.selected = min(max(0, list.selected + (action == .up ? -1 : 1)), leftDrafts.count - 1)
      layers[layers.count - 1] = .drafts(list)
    case .openDraft: return openDraft(in: &list)
    case .dropDraft:
      guard let draft = selectedDraft(list) else { return [] }
      let effects = dropDraft(draft.id)
      if leftDrafts.isEmpty { layers.removeLast() }
      message = Message(text: words(.draftDropped), role: .success)
      return effects
    default: break
    }
    return []
  }

  private mutating func openDraft(in list: inout DraftList) -> [Effect] {
    guard let draft = selectedDraft(list) else { return [] }
    switch draft.id.kind {
    case .newContact:
      layers.removeLast()
      openForm(number: draft.id.number, from: draft.origin)
    case .organization:
      guard let id = draft.id.subject else { return [] }
      layers.removeLast()
      // What it was called is not what the draft is about.
      open(OrganizationForm(organization: Organization.ID(id), name: ""))
    case .contact, .order, .callNote:
      // As it is now, also where it was read before.
      call.invalidate()
      contactCard.invalidate()
      order.invalidate()
      list.opening = draft.id
      layers[layers.count - 1] = .drafts(list)
    case .newOrder:
      layers.removeLast()
      return draft.id.subject.map { [.prepareOrder(for: Contact.ID($0), from: draft.origin)] } ?? []
    case .newIntegration:
      layers.removeLast()
      openIntegrationForm(nil)
    case .integration:
      layers.removeLast()
      guard
        let present = settings.integrations?.first(where: { $0.id.rawValue == draft.id.subject })
      else {
        message = Message(text: words(.gone), role: .error)
        return dropDraft(draft.id)
      }
      openIntegrationForm(present)
    case .newEmployee:
      layers.removeLast()
      openEmployeeForm(nil)
    case .employee, .newRoute, .route, .newRoutingRule, .routingRule:
      // The form is opened there, and has what was typed.
      layers.removeLast()
      show(draft.id.kind == .employee ? .employees : .routing)
      message = Message(text: words(.draftOnPage), role: .success)
    case .repairStatus:
      layers.removeLast()
      openStatusForm(statuses.entries.first { StatusForm.id(of: $0) == draft.id })
    }
    return []
  }

  /// The contact that an unfinished form is about; it has to be read before the form opens.
  var draftedContact: Contact.ID? {
    guard let id = topDraftList?.opening, id.kind == .contact else { return nil }
    return id.subject.map { Contact.ID($0) }
  }

  /// The same of an order.
  var draftedOrder: Order.ID? {
    guard let id = topDraftList?.opening, id.kind == .order else { return nil }
    return id.subject.map { Order.ID($0) }
  }

  /// The same of a call that a note is about.
  var draftedCall: Call.ID? {
    guard let id = topDraftList?.opening, id.kind == .callNote else { return nil }
    return id.subject.map { Call.ID($0) }
  }

  /// - Returns: drops the draft of one that is gone.
  mutating func draftedCallLoaded(_ id: Call.ID, _ call: Call?) -> [Effect] {
    guard let opening = topDraftList?.opening, draftedCall == id else { return [] }
    layers.removeLast()
    guard let call else {
      message = Message(text: words(.gone), role: .error)
      return dropDraft(opening)
    }
    openNote(on: call)
    return []
  }

  /// - Returns: drops the draft of one that is gone.
  mutating func draftedOrderLoaded(_ id: Order.ID, _ order: Order?) -> [Effect] {
    guard let opening = topDraftList?.opening, draftedOrder == id else { return [] }
    layers.removeLast()
    guard let order else {
      message = Message(text: words(.gone), role: .error)
      return dropDraft(opening)
    }
    openOrderForm(order)
    return []
  }

  /// A contact was read that an unfinished form waits for.
  /// - Returns: drops the draft of one that is gone.
  mutating func draftedContactLoaded(_ id: Contact.ID, _ contact: Contact?) -> [Effect] {
    guard let list = topDraftList, let opening = list.opening, draftedContact == id else {
      return []
    }
    layers.removeLast()
    guard let contact else {
      message = Message(text: words(.gone), role: .error)
      return dropDraft(opening)
    }
    openForm(ContactForm(editing: contact))
    return []
  }

  // MARK: Drawing

  func draw(_ list: DraftList, in frame: inout Frame) {
    let drafts = leftDrafts
    let room = Layout.dialogs(in: size)
    let box = room.centered(Size(columns: 70, rows: min(room.rows, max(4, drafts.count + 3))))
    frame.dialog([], title: words(.draftsTitle), in: box)
    let inside = box.inset(columns: 2, rows: 1)
    let (rows, footer) = inside.split(bottom: 1)
    let selected = min(list.selected, max(0, drafts.count - 1))
    let first = max(0, selected - rows.rows + 1)
    for (row, draft) in drafts.dropFirst(first).prefix(rows.rows).enumerated() {
      let place = rows.position(row: row)
      let isSelected = row + first == selected
      frame.put(
        description(of: draft), at: place, width: rows.columns,
        role: isSelected ? .selected : .dialog, padded: true)
      guard isSelected else { continue }
      frame.cursor = place
      frame.answerClicks(
        in: rows.split(top: drafts.count - first).top, .lines(selected: place.row))
    }
    frame.lines([keyLine(.drafts)], in: footer, plain: .dialog)
  }

  /// `New contact  +380 50 123 45 67  Ганна`
  private func description(of draft: FormDraft) -> String {
    let kind: Phrase =
      switch draft.id.kind {
      case .newContact: .newContact
      case .contact: .changeContact
      case .newOrder: .newOrder
      case .order: .order
      case .repairStatus: .editStatus
      case .organization: .renameTitle
      case .newEmployee: .newEmployee
      case .employee: .editEmployee
      case .newRoute: .newScheme
      case .route: .editRoute
      case .newRoutingRule: .newRule
      case .routingRule: .editRule
      case .callNote: .callNote
      case .newIntegration: .newIntegration
      case .integration: .changeIntegration
      }
    // Of an order's client a draft has the row id.
    let isIntegration = [.integration, .newIntegration].contains(draft.id.kind)
    let fields = draft.fields.lazy.filter {
      isIntegration
        ? $0.name.hasPrefix(IntegrationForm.Field.name.rawValue + ".")
        : !$0.name.hasPrefix(OrderForm.Field.contact.rawValue)
    }
    let texts = fields.map(\.text).filter { !$0.isEmpty }.prefix(3)
    return ([words(kind)] + texts).joined(separator: "  ")
  }
}
