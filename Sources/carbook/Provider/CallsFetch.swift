import Domain
import Store
import Telephony

/// Asks the provider's log for calls that no webhook told us about, and takes them in as deliveries
/// are. Belongs to one thread.
struct CallsFetch {
  enum Outcome: Equatable {
    /// The integration is off, or has no project.
    case idle
    case done(Tally)
    case resting(until: Timestamp?)
  }

  /// What a fetch came to, in calls.
  struct Tally: Equatable {
    /// That the provider has listed.
    var listed = 0
    var new = 0
    /// Of which more is known now.
    var changed = 0

    static func += (left: inout Tally, right: Tally) {
      left.listed += right.listed
      left.new += right.new
      left.changed += right.changed
    }
  }

  /// Between two fetches, in seconds.
  static let interval: Int64 = 5 * 60
  /// A call stands in the list once it has ended: one that began so long before the last fetch may
  /// have ended since. In seconds.
  static let overlap: Int64 = 2 * 3600
  /// What the provider has heard of a call may reach its list later, in seconds.
  private static let delay: Int64 = 120
  /// Where nothing was ever fetched, in seconds.
  private static let firstPeriod: Int64 = 24 * 3600
  /// What is fetched at a stretch and then written down as done, in seconds.
  private static let stretch: Int64 = 24 * 3600
  /// Calls taken in by one transaction.
  private static let batch = 50

  let store: Store
  let plan: NumberPlan
  let ask: ProviderLine
  var chance: () -> Double = { Double.random(in: 0...1) }

  /// All since the last call that was surely complete.
  func turn(_ integration: Integration, now: Timestamp) throws(StoreError) -> Outcome {
    guard integration.isAvailable, integration.project.isComplete else { return .idle }
    if let trouble = try store.trouble(of: .fetch, with: integration, now: now) {
      return .resting(until: trouble.notBefore)
    }
    var tally = Tally()
    do throws(Stop) {
      tally = try fetchRecent(integration, now: now)
    } catch {
      switch error {
      case .store(let error): throw error
      case .provider(let problem):
        let trouble = try store.rest(
          .fetch, with: integration, because: problem, chance: chance(), now: now)
        return .resting(until: trouble.notBefore)
      }
    }
    try store.succeed(.fetch, with: integration.id)
    return .done(tally)
  }

  private func fetchRecent(
    _ integration: Integration, now: Timestamp
  ) throws(Stop) -> Tally {
    let id = integration.id
    let complete = try reading { () throws(StoreError) in try store.completelyFetched(id) }
    var from =
      complete.map { min($0, now).advanced(bySeconds: -CallsFetch.overlap) }
      ?? now.advanced(bySeconds: -CallsFetch.firstPeriod)
    if let floor = try reading({ () throws(StoreError) in try store.fetchFloor() }) {
      from = max(from, floor)
    }
    var tally = Tally()
    while from < now {
      let end = from.advanced(bySeconds: CallsFetch.stretch)
      // The end is open: a clock that is late by less than the delay loses nothing.
      let to = end < now ? end : now.advanced(bySeconds: CallsFetch.delay)
      var seen: Timestamp?
      tally += try fetch(from...to, of: integration, now: now, seen: &seen)
      // What the provider's clock has not reached is not complete, whatever ours says.
      let known = min(end, now, seen ?? now).advanced(bySeconds: -CallsFetch.delay)
      try reading { () throws(StoreError) in
        let unfinished = try store.earliestUnfinishedCall(
          of: id, since: now.advanced(bySeconds: -4 * 3600))
        let reached = min(known, unfinished ?? known)
        if complete.map({ reached > $0 || $0 > now }) ?? true {
          try store.setCompletelyFetched(reached, of: id)
        }
      }
      from = end
    }
    return tally
  }

  /// All calls of a period; where there are more than one answer holds, half by half.
  /// - Parameter seen: the provider's clock, as it said last.
  func fetch(
    _ period: ClosedRange<Timestamp>, of integration: Integration, now: Timestamp,
    seen: inout Timestamp?
  ) throws(Stop) -> Tally {
    let answer: [RawDelivery]
    do throws(ProviderProblem) {
      answer = try list(period, of: integration, seen: &seen)
    } catch {
      guard error.cause == .tooBig, let halves = CallsFetch.halves(of: period) else {
        throw .provider(error)
      }
      return try fetch(halves, of: integration, now: now, seen: &seen)
    }
    if answer.count >= CallsList.limit, let halves = CallsFetch.halves(of: period) {
      return try fetch(halves, of: integration, now: now, seen: &seen)
    }
    return try reading { () throws(StoreError) in
      try take(answer, in: period, of: integration, now: now)
    }
  }

  private func fetch(
    _ periods: [ClosedRange<Timestamp>], of integration: Integration, now: Timestamp,
    seen: inout Timestamp?
  ) throws(Stop) -> Tally {
    var tally = Tally()
    for period in periods { tally += try fetch(period, of: integration, now: now, seen: &seen) }
    return tally
  }

  /// A project that does not know one of the fields is asked for the few that every one knows.
  private func list(
    _ period: ClosedRange<Timestamp>, of integration: Integration, seen: inout Timestamp?
  ) throws(ProviderProblem) -> [RawDelivery] {
    do throws(ProviderProblem) {
      return try list(period, .all, of: integration, seen: &seen)
    } catch {
      guard error.cause == .incorrectField else { throw error }
      return try list(period, .core, of: integration, seen: &seen)
    }
  }

  private func list(
    _ period: ClosedRange<Timestamp>, _ fields: CallsList.Fields, of integration: Integration,
    seen: inout Timestamp?
  ) throws(ProviderProblem) -> [RawDelivery] {
    let request = CallsList.request(
      from: period.lowerBound, to: period.upperBound, zone: integration.zone, fields: fields)
    let answer = try ask(request, integration)
    seen = answer.date
    return try CallsList.deliveries(in: answer.body)
  }

  /// Nil for a second, which is not divided further.
  private static func halves(of period: ClosedRange<Timestamp>) -> [ClosedRange<Timestamp>]? {
    let seconds = period.upperBound.seconds(since: period.lowerBound)
    guard seconds > 1 else { return nil }
    let middle = period.lowerBound.advanced(bySeconds: seconds / 2)
    return [period.lowerBound...middle, middle...period.upperBound]
  }

  private func take(
    _ answer: [RawDelivery], in period: ClosedRange<Timestamp>, of integration: Integration,
    now: Timestamp
  ) throws(StoreError) -> Tally {
    let intake = Intake(plan: plan)
    var tally = Tally()
    tally.listed = answer.count
    var news: [IngestItem] = []
    for raw in answer {
      let item = intake.fetched(raw, received: now, of: integration)
      // The provider may read the period in another zone than it writes its dates in.
      if case .event(let event) = item.content, let start = event.fields.start,
        !period.contains(Timestamp(seconds: start.seconds))
      {
        continue
      }
      if try !store.knows(item) { news.append(item) }
    }
    // Oldest first, as they would have come.
    var rest = news.reversed()[...]
    while !rest.isEmpty {
      let results = try store.ingest(Array(rest.prefix(CallsFetch.batch)), now: now)
      tally.new += results.count(where: \.isNew)
      tally.changed += results.count { !$0.isNew }
      rest = rest.dropFirst(CallsFetch.batch)
    }
    return tally
  }

  /// What ends a fetch before its end.
  enum Stop: Error {
    case store(StoreError)
    case provider(ProviderProblem)
  }

  private func reading<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(Stop) -> Result {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }
}
