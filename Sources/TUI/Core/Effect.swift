import Domain

/// What `update` wants done. The runtime does it off the main thread where it can be slow, and
/// answers loads and writes with an `Event`; a load asked again is answered again.
public enum Effect: Equatable, Sendable {
  // Answered by the event of the same name.
  case loadLog(LogRequest)
  case loadCall(Call.ID)
  case loadContactCard(Contact.ID)
  case loadOrder(Order.ID)
  case loadContacts(ContactRequest)
  case loadOrders(OrderRequest)
  /// The newest `limit` prompts and how many there are.
  case loadPrompts(limit: Int)
  /// Calls that start in `from..<to`, and the count of clients to call back.
  case loadFigures(from: Timestamp, to: Timestamp)
  case loadCallBacks
  /// Both days included, in the shop's zone.
  case loadStatistics(ClosedRange<CivilDate>)
  case loadIntegrations

  // Records and what people did to them, each answered by the event of the same name.
  case loadCallStory(Call.ID)
  /// The client's call before this one or behind it.
  case loadNeighbor(of: Call.ID, isOlder: Bool)
  case loadHistory(HistoryRequest)
  case loadOrganizations(OrganizationRequest)
  /// Its members are `loadContacts`.
  case loadOrganization(Organization.ID)
  /// What `deleteContact` would do.
  case loadConsequences(Contact.ID)
  /// What `deleteOrder` would do.
  case loadOrderConsequences(Order.ID)
  /// This user's, the newest last.
  case loadDrafts
  // Finding. Answered by the events of the same names; a question for a page of the log takes the
  // place of a count that is not answered yet.
  case countLog(LogCount)
  /// Calls of the log that stand before that place, counted up to `NewRows.limit`.
  case countNewer(LogPosition, CallFilter)
  /// Who may be a contact's responsible employee.
  case loadStaff

  // The provider. Loads are answered by the events of the same names.
  case loadOutbox(OutboxRequest)
  case loadProviderStatus
  /// By its number. Answered by `orderFound`.
  case findOrder(String)
  /// Who of the colleagues is free: asks the provider.
  case loadPresence
  // Answered by `done` or `failed`.
  /// Has the provider connect an employee (number or SIP login) with a client.
  case callBack(PhoneNumber, employee: String)
  /// Nil for all that was refused.
  case retryPush(OutboxItem.ID?)
  case dropPush(OutboxItem.ID)

  // Orders: loads, answered by the events of the same names.
  case loadStatuses
  case loadOrderCounts
  /// What a new order for that client begins with; `orderPrepared` opens the form.
  case prepareOrder(for: Contact.ID, from: Call.ID?)
  // Answered by `orderSaved` or `failed`.
  /// `from`: the call it is made from, which is about this order from then on.
  case createOrder(OrderDraft, from: Call.ID?)
  /// `version`: of the order that the user has edited.
  case updateOrder(Order.ID, version: Int, OrderDraft)
  /// `before`: the status that the user has seen.
  case setStatus(Order.ID, RepairStatus, before: RepairStatus)
  // Answered by `statusesChanged` or `failed`.
  case changeStatuses(RepairStatusChange)
  /// How many calls stand before that place; not counted further than `limit`.
  case countNewer(LogPosition, CallFilter, limit: Int)

  // Employees and call routing: loads, answered by the events of the same names.
  case loadEmployees
  case loadRoutes
  // Answered by `employeeSaved` or `failed`.
  case createEmployee(EmployeeDraft)
  /// `version`: of the employee that the user has edited.
  case updateEmployee(Employee.ID, version: Int, EmployeeDraft)
  // Answered by `done` or `failed`.
  case deleteEmployee(Employee.ID)
  // Answered by `routesChanged` or `failed`.
  case changeRoutes(RouteChange)

  // Answered by `contactSaved` or `failed`.
  /// `from`: the call whose "New client" dialog led here; its prompt closes. `besideOwner`: the
  /// user has been told whose number it is, and insists.
  case createContact(ContactDraft, from: Call.ID?, besideOwner: Bool = false)
  case addNumber(PhoneNumber, to: Contact.ID, from: Call.ID?, besideOwner: Bool = false)
  /// `version`: of the contact that the user has edited.
  case updateContact(Contact.ID, version: Int, ContactDraft, besideOwner: Bool = false)
  /// The draft is what the kept one becomes; everything else of both is his.
  case mergeContacts(keep: Contact.Edition, remove: Contact.Edition, ContactDraft)

  // Answered by `done` or `failed`.
  /// Says by hand which of several owners of a number called.
  case assign(Call.ID, to: Contact.ID)
  /// "Not now": closes the prompt until the number calls again.
  case dismissPrompt(PhoneNumber, Call.ID)
  /// "Dealt with".
  case settleCallBack(PhoneNumber)
  /// Empty to take the note away.
  case setNote(Call.ID, String)
  /// The call is nobody's.
  case detach(Call.ID)
  /// Nil: the call is about no order.
  case attachOrder(Call.ID, to: Order.ID?)
  /// Whose it is and what it is about follow from the rules again.
  case followRule(Call.ID)
  /// With his orders.
  case deleteContact(Contact.ID)
  case deleteOrder(Order.ID)
  /// What orders' numbers look like, by an example; empty: they go on from the newest one's.
  case setOrderNumber(String)
  case renameOrganization(Organization.ID, String)
  case deleteOrganization(Organization.ID)

  // Notices. Answered by the events of the same names.
  /// Incoming calls since then that nobody took.
  case loadMisses(since: Timestamp)
  /// Who waits for a call, and called in vain for the first time between the two.
  case loadOverdue(after: Timestamp, upTo: Timestamp)
  /// Tells a person who looks elsewhere. Not answered.
  case announce(Notice)

  // Integrations. Answered by `integrationSaved` or `failed`.
  case createIntegration(IntegrationDraft)
  /// `version`: of the integration that the user has edited.
  case updateIntegration(Integration.ID, version: Int, IntegrationDraft)
  case setAvailable(Integration.ID, Bool)
  /// Seconds for which the old links go on working.
  case rotateToken(Integration.ID, graceful: Int64)
  // Answered by `done` or `failed`.
  case removeIntegration(Integration.ID)
  /// Answered by `integrationTested`, after seconds where nobody answers it.
  case testIntegration(Integration.ID)

  // Answered by `undone`, `redone` or `failed`: this console's latest edit.
  case undo
  case redo

  /// Shows the console in another theme, until it ends. Not answered.
  case showTheme(Theme)

  /// Keeps how the user has arranged things, for his next session. Answered by `failed` alone.
  case saveView(ViewState)

  /// Answered by `exportProgressed` and then `exported` or `failed`.
  case export(ExportRequest)
  /// The export that is on its way fails with `cancelled`, and leaves nothing.
  case cancelExport

  // Recordings. Answered by `playbackChanged`.
  /// Instead of what is played.
  case playRecording(Call.ID)
  case stopPlayback
  case togglePause
  /// So many seconds on, or back.
  case seek(Int)
  /// So many steps faster, or slower.
  case changeSpeed(Int)
  /// Puts the link on the user's clipboard. Answered by `done` or `failed`.
  case copyRecordingLink(Call.ID)

  /// Puts text on the user's clipboard. Answered by `copied`.
  case copy(String)

  // Not answered. A draft is written within a second; the latest of each form is.
  case saveDraft(FormDraft)
  case dropDraft(FormDraft.ID)

  // Not answered.
  /// Opens `demo.db`, a store of its own, filled where it is new; this console goes on with it.
  case openDemo
  case quit
  /// Ctrl-Z: the listener is closed, the terminal given back, the process stopped.
  case suspend
  /// Ctrl-L: forget what the terminal shows and draw all of it.
  case repaint
  /// Clicks and the wheel are keys from now on, or are the terminal's own again.
  case setMouse(Bool)
}
