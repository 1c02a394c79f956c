import Domain
import Store
import TUI

/// Answers the loads a screen asks for, from a store.
struct Readings {
  let zone: Zone
  let plan: NumberPlan
  /// `http://HOST:PORT`, for integrations without a public URL.
  let base: String

  private static let callBackLimit = 500
  /// More missed calls at once than anybody counts.
  private static let missLimit = 100

  /// Nil where the effect is no load.
  func answer(_ effect: Effect, from store: Store, now: Timestamp) throws(StoreError) -> Event? {
    switch effect {
    case .loadLog(let request):
      // What is left out is counted later.
      var total: Int?
      if let contact = request.contact {
        total = try store.callCount(of: contact, since: request.filter.since)
      } else if request.filter.isEmpty {
        total = try store.callCount()
      }
      let page = try store.calls(request, at: Moment(now, in: zone))
      return .logLoaded(request, page, total: total)
    case .countLog(let count):
      let total = try store.callCount(of: count.filter, at: Moment(now, in: zone))
      let before = try count.before.map { place throws(StoreError) in
        try self.count(before: place, count.filter, store, now, limit: nil)
      }
      return .logCounted(count, total: total, before: before)
    case .countNewer(let place, let filter, let limit):
      let count = try self.count(before: place, filter, store, now, limit: limit)
      return .newerCounted(place, filter, count)
    case .loadCall(let id):
      let call = try store.call(id)
      let earlier = try call.map { call throws(StoreError) in try store.earlierCalls(than: call) }
      return .callLoaded(id, call, earlierCalls: earlier ?? 0)
    case .loadContactCard(let id): return .contactCardLoaded(id, try store.contactCard(id))
    case .loadOrder(let id): return .orderLoaded(id, try store.order(id))
    case .loadContacts(let request):
      return .contactsLoaded(
        request, try store.contacts(request),
        total: try store.contactCount(matching: request.search, in: request.organization))
    case .loadOrders(let request):
      return .ordersLoaded(
        request, try store.orders(request),
        total: try store.orderCount(of: request.contact, filter: request.filter))
    case .loadStatuses: return .statusesLoaded(try store.repairStatuses())
    case .loadOrderCounts: return .orderCountsLoaded(try store.orderCounts())
    case .prepareOrder(let contact, let call):
      guard let new = try store.newOrder(for: contact, from: call, now: now) else {
        throw .missing
      }
      return .orderPrepared(new.draft, client: new.client, from: call)
    case .loadPrompts(let limit): return .promptsLoaded(try store.promptQueue(limit: limit))
    case .loadFigures(let from, let to):
      return .figuresLoaded(
        try store.figures(from: from, to: to), callBackCount: try store.callBackCount(now: now))
    case .loadCallBacks:
      return .callBacksLoaded(try store.callBacks(now: now, limit: Readings.callBackLimit))
    case .loadMisses(let since):
      var filter = CallFilter()
      filter.statuses = [.missed]
      filter.since = since
      let request = LogRequest(anchor: .first, limit: Readings.missLimit, filter: filter)
      return .missesLoaded(try store.calls(request, at: Moment(now, in: zone)).rows)
    case .loadOverdue(let after, let end):
      return .overdueLoaded(try store.callBacks(firstMissedAfter: after, upTo: end))
    case .loadStatistics(let days):
      return .statisticsLoaded(days, try store.statistics(of: days, in: zone))
    case .loadIntegrations:
      return .integrationsLoaded(try store.integrations(), base: base)
    case .loadCallStory(let id):
      return .callStoryLoaded(id, try CallStories(plan: plan).story(of: id, in: store))
    case .loadNeighbor(let id, let isOlder):
      return .neighborLoaded(of: id, isOlder: isOlder, try store.neighbor(of: id, isOlder: isOlder))
    case .loadHistory(let request):
      return .historyLoaded(
        request, try store.history(request), total: try store.historyCount(of: request.subject))
    case .loadOrganizations(let request):
      return .organizationsLoaded(
        request, try store.organizations(request),
        total: try store.organizationCount(matching: request.search))
    case .loadOrganization(let id): return .organizationLoaded(id, try store.organization(id))
    case .loadConsequences(let id):
      return .consequencesLoaded(id, try store.consequences(ofDeleting: id))
    case .loadOrderConsequences(let id):
      return .orderConsequencesLoaded(id, calls: try store.calls(about: id))
    case .loadDrafts: return .draftsLoaded(try store.drafts())
    case .loadEmployees: return .employeesLoaded(try store.employees())
    case .loadRoutes: return .routesLoaded(try store.routes())
    case .loadStaff: return .staffLoaded(try store.staffNames())
    case .findOrder(let number): return .orderFound(number, try store.order(number: number)?.id)
    case .loadOutbox(let request):
      let count = try store.outboxCount()
      return .outboxLoaded(
        request, try store.outbox(request), total: count.waiting + count.refused)
    case .loadProviderStatus: return .providerStatusLoaded(try store.providerStatus(now: now))
    default: return nil
    }
  }

  /// How many calls of a filter stand before a place of the log by date.
  private func count(
    before place: LogPosition, _ filter: CallFilter, _ store: Store, _ now: Timestamp, limit: Int?
  ) throws(StoreError) -> Int {
    if filter.isEmpty { return try store.callsNewer(than: place, limit: limit ?? .max) }
    let moment = Moment(now, in: zone)
    var later = filter
    later.since = Timestamp(milliseconds: min(place.start.milliseconds, .max - 1) + 1)
    let ties = try store.calls(
      LogRequest(anchor: .before(place), limit: 100, filter: filter), at: moment
    ).rows.filter { $0.start == place.start }.count
    return ties + (try store.callCount(of: later, at: moment, limit: limit))
  }
}
