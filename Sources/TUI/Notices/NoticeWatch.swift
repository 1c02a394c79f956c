import Domain

/// What this console has told its user of already.
struct NoticeWatch: Equatable, Sendable {
  /// Calls that came longer ago are no news, in seconds: they were fetched or imported late.
  private static let freshness: Int64 = 10 * 60

  /// Calls whose prompt is known; nil until the first answer, which announces nothing.
  private var prompts: Set<Call.ID>?
  private var misses: Set<Call.ID>?
  private var missesFreshness = Freshness()
  /// Up to when it is known whose call back was due; nil until the first tick.
  private var dueChecked: Timestamp?

  /// All that is there now is known: the user sees it.
  mutating func restart() {
    self = NoticeWatch()
  }

  /// The count of missed calls has grown.
  mutating func expectMisses() {
    missesFreshness.invalidate()
  }

  mutating func loads(_ settings: NoticeSettings, now: Timestamp) -> [Effect] {
    guard settings.missedCalls, missesFreshness.request() else { return [] }
    return [.loadMisses(since: now.advanced(bySeconds: -NoticeWatch.freshness))]
  }

  /// A minute has passed, or a second.
  mutating func tick(_ settings: NoticeSettings, now: Timestamp) -> [Effect] {
    guard settings.callBackDueMinutes > 0 else { return [] }
    let patience = Int64(settings.callBackDueMinutes) * 60
    guard let checked = dueChecked else {
      dueChecked = now
      return []
    }
    guard now.seconds(since: checked) >= 30 else { return [] }
    dueChecked = now
    return [
      .loadOverdue(
        after: checked.advanced(bySeconds: -patience), upTo: now.advanced(bySeconds: -patience))
    ]
  }

  /// The newest of questions that are new; the count says how many.
  mutating func take(_ queue: PromptQueue, _ settings: NoticeSettings) -> [Effect] {
    let known = prompts
    prompts = Set(queue.prompts.map(\.call.id))
    guard settings.newClients, let known, let newest = queue.prompts.first,
      !known.contains(newest.call.id)
    else { return [] }
    let count = queue.prompts.count { !known.contains($0.call.id) }
    return [
      .announce(Notice(.newClient, number: newest.number, at: newest.call.start, count: count))
    ]
  }

  /// - Parameter calls: newest first.
  mutating func take(misses calls: [Call]) -> [Effect] {
    missesFreshness.settle()
    let known = misses
    misses = Set(calls.map(\.id))
    guard let known else { return [] }
    let new = calls.filter { !known.contains($0.id) }
    guard let newest = new.first else { return [] }
    return [
      .announce(
        Notice(
          .missedCall, number: newest.client, name: newest.contact?.name, at: newest.start,
          count: new.count))
    ]
  }

  /// - Parameter entries: longest waiting first.
  func take(overdue entries: [CallBackEntry]) -> [Effect] {
    guard let longest = entries.first else { return [] }
    return [
      .announce(
        Notice(
          .callBackDue, number: longest.number, name: longest.contact?.name,
          at: longest.callBack.firstMissStart, count: entries.count))
    ]
  }

  mutating func missesFailed() {
    missesFreshness.settle()
  }

  /// The next tick asks for the same time again.
  mutating func overdueFailed(after: Timestamp, _ settings: NoticeSettings) {
    dueChecked = after.advanced(bySeconds: Int64(settings.callBackDueMinutes) * 60)
  }
}
