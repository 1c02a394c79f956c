import Domain

@testable import TUI

/// A store in memory that answers the console's effects as the runtime would.
struct FakeStore {
  /// In any order.
  var calls: [Call] = []
  var contacts: [Contact] = []
  var orders: [Order] = []
  var statuses = RepairStatuses.standard
  /// Numbers with an open question, newest first.
  var prompts: [PhoneNumber] = []
  var figures = CallTally()
  var callBackCount = 0
  /// Who is owed a call, longest waiting first.
  var waiting: [CallBackEntry] = []
  var organizations: [Organization] = []
  var history: [HistoryEntry] = []
  /// What this user has not finished.
  var drafts: [FormDraft] = []
  var employees: [Employee] = []
  var routes: [Route] = []
  var integrations: [Integration] = []
  var stories: [Call.ID: CallStory] = [:]
  /// What `undo` takes back.
  var edit: HistoryEntry?
  var outbox: [OutboxItem] = []
  var provider: [ProviderStatus] = []
  /// Who is free; nil where the provider does not answer.
  var logins: OnlineLogins?
  /// Answers every write in place of what would be done.
  var refusal: Failure?
  /// Writes and other effects that are not loads, in the order they came.
  private(set) var written: [Effect] = []
  private(set) var loaded: [Effect] = []
  /// Loads for notices, which come with the time.
  private(set) var watched: [Effect] = []
  /// What the next session begins with.
  private(set) var kept: ViewState?

  mutating func answer(_ effect: Effect) -> [Event] {
    switch effect {
    case .loadLog(let request):
      loaded.append(effect)
      let found = listed(request.filter, request.sort)
      return [
        .logLoaded(
          request, page(found, request.anchor, request.limit),
          total: request.filter.isEmpty || request.contact != nil ? found.count : nil)
      ]
    case .countLog(let request):
      let found = listed(request.filter, request.before?.sort ?? .newestFirst)
      let before = request.before.map { place in found.filter { $0.position.precedes(place) }.count
      }
      return [.logCounted(request, total: found.count, before: before)]
    case .countNewer(let seen, let filter, let limit):
      let found = listed(filter, .newestFirst).filter { $0.position.precedes(seen) }
      return [.newerCounted(seen, filter, min(limit, found.count))]
    case .loadContacts(let request):
      let name = organizations.first { $0.id == request.organization }?.name
      let found = contacts.filter { contact in
        matches(contact, request.search) && name.map(contact.organizations.contains) ?? true
      }
      return [
        .contactsLoaded(request, page(found, request.anchor, request.limit), total: found.count)
      ]
    case .loadOrders(let request):
      let found = orders.filter { matches($0, request) }
      return [
        .ordersLoaded(request, page(found, request.anchor, request.limit), total: found.count)
      ]
    case .loadStatuses, .loadOrderCounts, .prepareOrder: return answerOrders(effect)
    case .createOrder, .updateOrder, .setStatus, .changeStatuses:
      written.append(effect)
      return refusal.map { [.failed(effect, $0)] } ?? answerOrders(effect)
    case .loadCall(let id):
      let call = calls.first { $0.id == id }
      return [.callLoaded(id, call, earlierCalls: call.map(earlierCalls) ?? 0)]
    case .loadContactCard(let id): return [.contactCardLoaded(id, card(id))]
    case .loadOrder(let id): return [.orderLoaded(id, orders.first { $0.id == id })]
    case .loadPrompts(let limit): return [.promptsLoaded(queue(limit: limit))]
    case .loadFigures: return [.figuresLoaded(figures, callBackCount: callBackCount)]
    case .loadCallBacks: return [.callBacksLoaded([])]
    case .loadStatistics(let days): return [.statisticsLoaded(days, Sample.statistics(days, []))]
    case .loadIntegrations:
      return [.integrationsLoaded(integrations, base: "http://127.0.0.1:8080")]
    case .loadCallStory(let id): return [.callStoryLoaded(id, stories[id])]
    case .loadNeighbor(let id, let isOlder):
      return [.neighborLoaded(of: id, isOlder: isOlder, neighbor(of: id, isOlder: isOlder))]
    case .undo, .redo:
      written.append(effect)
      guard let edit = refusal == nil ? edit : nil else {
        return [.failed(effect, refusal ?? .nothingToUndo)]
      }
      return [effect == .undo ? .undone(edit) : .redone(edit), .storeChanged]
    case .loadHistory(let request):
      let found = history.filter { request.subject == nil || $0.subject == request.subject }
      return [
        .historyLoaded(request, page(found, request.anchor, request.limit), total: found.count)
      ]
    case .loadOrganizations(let request):
      let found = organizations.filter {
        request.search.isEmpty || $0.name.lowercased().contains(request.search.lowercased())
      }
      return [
        .organizationsLoaded(
          request, page(found, request.anchor, request.limit), total: found.count)
      ]
    case .loadOrganization(let id):
      return [.organizationLoaded(id, organizations.first { $0.id == id })]
    case .loadConsequences(let id):
      let own = calls.filter { $0.contact?.id == id }.count
      return [
        .consequencesLoaded(
          id,
          ContactConsequences(calls: own, orders: orders.filter { $0.contact.id == id }.count))
      ]
    case .loadOrderConsequences(let id):
      return [.orderConsequencesLoaded(id, calls: calls.count { $0.order?.id == id })]
    case .deleteOrder(let id):
      written.append(effect)
      if let refusal { return [.failed(effect, refusal)] }
      orders.removeAll { $0.id == id }
      return [.done(effect), .storeChanged]
    case .loadMisses(let since):
      watched.append(effect)
      let missed = calls.filter { $0.start >= since && $0.status(at: Sample.now) == .missed }
      return [.missesLoaded(missed.sorted { $0.position.precedes($1.position) })]
    case .loadOverdue(let after, let end):
      watched.append(effect)
      if let refusal { return [.failed(effect, refusal)] }
      return [
        .overdueLoaded(
          waiting.filter {
            $0.callBack.firstMissStart > after && $0.callBack.firstMissStart <= end
          })
      ]
    case .loadOutbox(let request):
      return [
        .outboxLoaded(request, page(outbox, request.anchor, request.limit), total: outbox.count)
      ]
    case .loadProviderStatus: return [.providerStatusLoaded(provider)]
    case .loadPresence:
      loaded.append(effect)
      return [
        logins.map { .presenceLoaded($0, employees) }
          ?? .failed(effect, .provider(ProviderProblem(.timedOut)))
      ]
    case .findOrder(let number):
      return [.orderFound(number, orders.first { $0.number == number }?.id)]
    case .retryPush, .dropPush, .callBack:
      written.append(effect)
      return [refusal.map { .failed(effect, $0) } ?? .done(effect)]
    case .loadDrafts: return [.draftsLoaded(drafts)]
    case .loadEmployees: return [.employeesLoaded(employees)]
    case .loadRoutes: return [.routesLoaded(routes)]
    case .createEmployee, .updateEmployee, .deleteEmployee, .changeRoutes:
      written.append(effect)
      return refusal.map { [.failed(effect, $0)] } ?? answerRouting(effect)
    case .loadStaff: return [.staffLoaded(["Ганна К. (102)", "Петро С. (101)"])]
    case .saveDraft(let draft):
      drafts.removeAll { $0.id == draft.id }
      if let refusal { return [.failed(effect, refusal)] }
      drafts.append(draft)
      return []
    case .dropDraft(let id):
      drafts.removeAll { $0.id == id }
      return []
    case .updateContact, .mergeContacts:
      written.append(effect)
      return refusal.map { [.failed(effect, $0)] } ?? change(effect)
    case .deleteContact(let id):
      written.append(effect)
      if let refusal { return [.failed(effect, refusal)] }
      contacts.removeAll { $0.id == id }
      return [.done(effect), .storeChanged]
    case .renameOrganization(let id, let name):
      written.append(effect)
      if let refusal { return [.failed(effect, refusal)] }
      guard let index = organizations.firstIndex(where: { $0.id == id }) else {
        return [.failed(effect, .gone)]
      }
      let before = organizations[index]
      organizations[index] = Organization(id: id, name: name, memberCount: before.memberCount)
      contacts = contacts.map { contact in
        var draft = ContactDraft(contact)
        draft.organizations = draft.organizations.map { $0 == before.name ? name : $0 }
        return draft == ContactDraft(contact) ? contact : contact.changed(to: draft)
      }
      return [.done(effect), .storeChanged]
    case .deleteOrganization, .setNote, .detach, .attachOrder, .followRule, .setOrderNumber:
      written.append(effect)
      return refusal.map { [.failed(effect, $0)] } ?? [.done(effect), .storeChanged]
    case .createContact, .addNumber, .assign, .dismissPrompt, .settleCallBack, .copy:
      written.append(effect)
      if let refusal { return [.failed(effect, refusal)] }
      return write(effect)
    case .createIntegration, .updateIntegration, .setAvailable, .rotateToken, .removeIntegration,
      .testIntegration:
      written.append(effect)
      return refusal.map { [.failed(effect, $0)] } ?? []
    case .saveView(let view):
      kept = view
      return []
    case .playRecording, .stopPlayback, .togglePause, .seek, .changeSpeed, .copyRecordingLink:
      written.append(effect)
      return []
    case .export, .cancelExport, .openDemo, .quit, .suspend, .repaint, .showTheme, .announce,
      .setMouse:
      written.append(effect)
      return []
    }
  }

  private mutating func write(_ effect: Effect) -> [Event] {
    switch effect {
    case .createContact(let draft, _, let besideOwner):
      let owner = draft.numbers.compactMap { NumberPlan.ukraine.number($0.text) }.compactMap {
        number in
        calls.first { $0.client == number && $0.contact != nil }?.contact
      }.first
      if let owner, !besideOwner { return [.failed(effect, .taken(owner: owner, by: "petro"))] }
      let contact = Contact(
        id: Contact.ID(Int64(100 + contacts.count)), version: 1, name: draft.name,
        numbers: draft.numbers.compactMap {
          NumberPlan.ukraine.number($0.text).map { Contact.Number(number: $0, label: nil) }
        }, emails: draft.emails, organizations: [], responsible: nil, created: Sample.now,
        note: nil)
      contacts.append(contact)
      for number in contact.numbers { own(number.number, contact) }
      return [.contactSaved(contact), .storeChanged]
    case .addNumber(let number, let id, _, let besideOwner):
      guard let contact = contacts.first(where: { $0.id == id }) else {
        return [.failed(effect, .gone)]
      }
      if !besideOwner, let owner = owner(of: [number], but: id) {
        return [.failed(effect, .taken(owner: owner, by: "petro"))]
      }
      own(number, contact)
      return [.contactSaved(contact), .storeChanged]
    case .dismissPrompt(let number, _): prompts.removeAll { $0 == number }
    case .copy: return [.copied(.terminal)]
    default: break
    }
    return [.done(effect), .storeChanged]
  }

  /// Changes a contact that is there, or makes one of two.
  private mutating func change(_ effect: Effect) -> [Event] {
    let id: Contact.ID
    let changed: ContactDraft
    switch effect {
    case .updateContact(let contact, let version, let draft, let besideOwner):
      guard let present = contacts.first(where: { $0.id == contact }) else {
        return [.failed(effect, .gone)]
      }
      if present.version != version { return [.failed(effect, .conflict(current: present))] }
      let numbers = draft.numbers.compactMap { NumberPlan.ukraine.number($0.text) }
      if !besideOwner, let owner = owner(of: numbers, but: contact) {
        return [.failed(effect, .taken(owner: owner, by: nil))]
      }
      (id, changed) = (contact, draft)
    case .mergeContacts(let keep, let remove, let draft):
      contacts.removeAll { $0.id == remove.id }
      (id, changed) = (keep.id, draft)
    default: return []
    }
    guard let index = contacts.firstIndex(where: { $0.id == id }) else { return [] }
    contacts[index] = contacts[index].changed(to: changed)
    return [.contactSaved(contacts[index]), .storeChanged]
  }

  private func owner(of numbers: [PhoneNumber], but id: Contact.ID) -> ContactReference? {
    contacts.first { contact in
      contact.id != id && contact.numbers.contains { numbers.contains($0.number) }
    }?.reference
  }

  /// All calls of the number are the contact's from now on.
  mutating func own(_ number: PhoneNumber, _ contact: Contact) {
    prompts.removeAll { $0 == number }
    calls = calls.map { $0.client == number ? $0.owned(by: contact.reference) : $0 }
  }

  private func neighbor(of id: Call.ID, isOlder: Bool) -> Call? {
    guard let call = calls.first(where: { $0.id == id }) else { return nil }
    let own = calls.filter { other in
      call.contact.map { other.contact == $0 } ?? (other.client == call.client)
    }
    let newestFirst = own.sorted { $0.position.precedes($1.position) }
    guard let index = newestFirst.firstIndex(where: { $0.id == id }) else { return nil }
    let next = isOlder ? index + 1 : index - 1
    return newestFirst.indices.contains(next) ? newestFirst[next] : nil
  }

  private func queue(limit: Int) -> PromptQueue {
    let open = prompts.compactMap { number in
      calls.filter { $0.client == number }.max { $1.position.precedes($0.position) }.map {
        Prompt(number: number, call: $0, earlierCalls: earlierCalls($0))
      }
    }
    return PromptQueue(prompts: Array(open.prefix(limit)), total: open.count)
  }

  private func earlierCalls(_ call: Call) -> Int {
    calls.filter { $0.client == call.client && call.position.precedes($0.position) }.count
  }

  private func card(_ id: Contact.ID) -> ContactCard? {
    contacts.first { $0.id == id }.map { contact in
      let own = calls.filter { $0.contact?.id == id }
      return ContactCard(
        contact: contact, callCount: own.count, lastCall: own.map(\.start).max(),
        lastMissed: own.filter { $0.status(at: Sample.now) == .missed }.map(\.start).max(),
        orders: orders.filter { $0.contact.id == id })
    }
  }

  private func matches(_ contact: Contact, _ search: String) -> Bool {
    let digits = search.filter(\.isASCIIDigit)
    return search.isEmpty
      || (contact.name ?? "").lowercased().contains(search.lowercased())
      || (!digits.isEmpty && contact.numbers.contains { $0.number.digits.contains(digits) })
  }

  private func page<Row: ListRow>(
    _ rows: [Row], _ anchor: Anchor<Row.Position>, _ limit: Int
  ) -> Page<Row> {
    let all = rows.sorted { Row.precedes($0.position, $1.position) }
    let range: Range<Int>
    switch anchor {
    case .first: range = 0..<min(limit, all.count)
    case .last: range = max(0, all.count - limit)..<all.count
    case .after(let place):
      let start = all.firstIndex { Row.precedes(place, $0.position) } ?? all.count
      range = start..<min(all.count, start + limit)
    case .before(let place):
      let end = all.firstIndex { !Row.precedes($0.position, place) } ?? all.count
      range = max(0, end - limit)..<end
    case .around(let place):
      let middle = all.firstIndex { !Row.precedes($0.position, place) } ?? all.count
      let start = max(0, middle - limit / 2)
      range = start..<min(all.count, start + limit)
    case .from(let place):
      let start = all.firstIndex { !Row.precedes($0.position, place) } ?? all.count
      range = max(0, min(start, all.count - limit))..<min(all.count, start + limit)
    }
    return Page(
      rows: Array(all[range]), hasBefore: range.lowerBound > 0,
      hasAfter: range.upperBound < all.count)
  }
}

extension Contact {
  /// The next version, as a draft says it.
  func changed(to draft: ContactDraft) -> Contact {
    Contact(
      id: id, version: version + 1, name: draft.name.isEmpty ? nil : draft.name,
      numbers: draft.numbers.compactMap { typed in
        NumberPlan.ukraine.number(typed.text).map {
          Contact.Number(number: $0, label: typed.label.isEmpty ? nil : typed.label)
        }
      }, emails: draft.emails, organizations: draft.organizations,
      responsible: draft.responsible.isEmpty ? nil : draft.responsible, created: created,
      note: draft.note.isEmpty ? nil : draft.note)
  }
}
