import Domain

/// What happened, from the terminal, the store or the listener: all that `update` hears of.
public enum Event: Equatable, Sendable {
  // From the terminal.
  case key(Key)
  /// Characters that came at once while `ConsoleState.takesText`: what they are typed for is read when
  /// all of them are there.
  case typed([Character])
  case resized(Size)
  /// The frame rendered after the last update stands on the screen. A dialog drops keys that were
  /// typed before it could be seen.
  case painted
  /// Nothing has happened for a moment: what the next keys may want can be read.
  case idle
  /// The console was suspended, and its user is back.
  case resumed
  /// The time: once at the start, each minute, and each second while
  /// `ConsoleState.ticksEachSecond`.
  case clock(Timestamp)

  // From the store. What answers a load bears the request, so that late answers are known.
  /// This console or another one has committed something.
  case storeChanged
  /// `total`: nil where it has to be counted.
  case logLoaded(LogRequest, Page<Call>, total: Int?)
  /// Nil where the call is gone. `earlierCalls`: calls of its client's number before it.
  case callLoaded(Call.ID, Call?, earlierCalls: Int)
  case contactCardLoaded(Contact.ID, ContactCard?)
  case orderLoaded(Order.ID, Order?)
  case contactsLoaded(ContactRequest, Page<Contact>, total: Int)
  case ordersLoaded(OrderRequest, Page<Order>, total: Int)
  case promptsLoaded(PromptQueue)

  // Notices.
  /// Newest first.
  case missesLoaded([Call])
  /// The longest waiting first.
  case overdueLoaded([CallBackEntry])
  // The provider.
  case outboxLoaded(OutboxRequest, Page<OutboxItem>, total: Int)
  case providerStatusLoaded([ProviderStatus])
  case presenceLoaded(OnlineLogins, [Employee])
  /// Nil where there is none of that number.
  case orderFound(String, Order.ID?)
  /// `carbook open` was given a link by this user.
  case linkOpened(CarbookLink)

  // Finding.
  /// `before`: how many of the calls stand before the place that was asked for.
  case logCounted(LogCount, total: Int, before: Int?)
  case newerCounted(LogPosition, CallFilter, Int)
  // Orders.
  case statusesLoaded(RepairStatuses)
  /// The list as it is with the change.
  case statusesChanged(RepairStatusChange, RepairStatuses)
  case orderCountsLoaded(OrderCounts)
  case orderPrepared(OrderDraft, client: ContactReference, from: Call.ID?)
  /// A write to an order is committed.
  case orderSaved(Order)

  // Employees and call routing.
  case employeesLoaded([Employee])
  /// A write to an employee is committed.
  case employeeSaved(Employee)
  case routesLoaded([Route])
  /// All routes as they are with the change.
  case routesChanged(RouteChange, [Route])

  case figuresLoaded(CallTally, callBackCount: Int)
  case callBacksLoaded([CallBackEntry])
  case statisticsLoaded(ClosedRange<CivilDate>, Statistics)
  /// `base`: `http://HOST:PORT` of the present listener, for integrations without a public URL.
  case integrationsLoaded([Integration], base: String)
  /// Nil where the call is gone.
  case callStoryLoaded(Call.ID, CallStory?)
  /// Nil where there is none.
  case neighborLoaded(of: Call.ID, isOlder: Bool, Call?)
  case historyLoaded(HistoryRequest, Page<HistoryEntry>, total: Int)
  case organizationsLoaded(OrganizationRequest, Page<Organization>, total: Int)
  case organizationLoaded(Organization.ID, Organization?)
  case consequencesLoaded(Contact.ID, ContactConsequences)
  /// `calls`: how many are about the order.
  case orderConsequencesLoaded(Order.ID, calls: Int)
  case draftsLoaded([FormDraft])
  /// Names, in the order of the Ukrainian alphabet.
  case staffLoaded([String])

  // What became of an effect.
  /// `createContact`, `addNumber`, `updateContact` or `mergeContacts` is committed.
  case contactSaved(Contact)
  /// The integration as that effect has left it.
  case integrationSaved(Effect, Integration)
  case integrationTested(Integration.ID, SampleResult)
  /// The edit that was taken back, and the one that was done again.
  case undone(HistoryEntry)
  case redone(HistoryEntry)
  /// Text is on the clipboard, or should be.
  case copied(ClipboardWay)
  /// Any other write is committed.
  case done(Effect)
  /// A load or a write that could not be done.
  case failed(Effect, Failure)

  /// So many rows are written.
  case exportProgressed(ExportRequest, rows: Int)
  case exported(ExportRequest, rows: Int)

  /// Nil where nothing is played any more.
  case playbackChanged(Playback?)

  case listenerChanged(ListenerStatus)
  /// This console listens at an address that other machines reach, without encryption.
  case openedToOthers(address: String)
  case spoolChanged(SpoolStatus)
}

/// Why an effect was not done.
public enum Failure: Equatable, Sendable {
  /// Another program holds the store for too long.
  case storeBusy
  /// The disk took nothing more.
  case storeFull
  case storeReadOnly
  /// A newer carbook has changed the store under us.
  case storeNewer
  /// The record was deleted meanwhile.
  case gone
  /// A contact has the number already; `by`: who gave it to him, where that is known.
  case taken(owner: ContactReference, by: String?)
  /// Somebody else has changed the contact meanwhile.
  case conflict(current: Contact)
  /// Nothing of this console's can be taken back, or done again.
  case nothingToUndo
  /// Somebody has changed the same meanwhile: it cannot be taken back any more.
  case changedSince(by: String)
  /// Another one has the name already.
  case nameTaken
  /// An organization with members is not deleted.
  case hasMembers
  case export(ExportFailure)
  /// What the provider's API was asked was not done.
  case provider(ProviderProblem)
  case recording(RecordingProblem)
  /// Somebody else has changed the order meanwhile.
  case orderConflict(current: Order)
  /// Another order has the number.
  case orderNumberTaken(String)
  /// Somebody else has changed the employee meanwhile.
  case employeeConflict(current: Employee)
  /// Routing rules send callers to the employee.
  case employeeInUse
  /// Somebody else has changed the route's settings meanwhile.
  case routeConflict(current: Route)
  /// So many orders are in the repair status.
  case statusInUse(orders: Int)
  /// Somebody else has changed the integration meanwhile.
  case integrationConflict(current: Integration)
  /// Calls or deliveries came by it.
  case integrationInUse
  /// One sentence for the user, without numbers or names.
  case other(String)
}

/// Who takes the provider's deliveries for this store.
public enum ListenerStatus: Equatable, Sendable {
  /// This console, at `HOST:PORT`.
  case listening(address: String)
  /// Another process of this store.
  case other(pid: Int32, user: String, address: String)
  /// This console would, but a stranger holds `HOST:PORT`; it is tried each second.
  case waiting(address: String)
  /// `--listen off`, and nobody else listens.
  case off
  /// One sentence for the user.
  case failed(String)
}
