import Domain
import Store
import TUI

/// `carbook fetch --from DATE [--to DATE]`: takes older calls over from the provider's log, newest
/// first. Broken off, the same command goes on where it was.
enum FetchCommand {
  /// Fetched at a stretch and then written down as done, in seconds.
  private static let stretch: Int64 = 24 * 3600

  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    let ready = try store.integrations().filter { $0.isAvailable && $0.project.isComplete }
    guard !ready.isEmpty else {
      throw CommandFailure(
        "No integration that is on has a project id and an auth key: carbook integration set.")
    }
    for integration in ready {
      let name = ready.count > 1 ? integration.name : nil
      for period in try periods(invocation, of: integration, store, now: now) {
        try run(period, of: integration, store, name: name)
      }
    }
  }

  /// Without an end: what was broken off that began there, and all since.
  private static func periods(
    _ invocation: Invocation, of integration: Integration, _ store: Store, now: Timestamp
  ) throws -> [ClosedRange<Timestamp>] {
    let period = try period(invocation, integration.zone, now: now)
    guard invocation.to == nil,
      let end = try store.unfinishedFetch(from: period.lowerBound, of: integration.id), end < now
    else { return [period] }
    return [period.lowerBound...end, end...now]
  }

  /// Of days both are whole.
  private static func period(
    _ invocation: Invocation, _ zone: Zone, now: Timestamp
  ) throws(UsageError) -> ClosedRange<Timestamp> {
    let today = zone.date(at: now)
    guard let from = time(invocation.from, zone, today) else {
      throw UsageError(
        "carbook fetch wants to know since when: --from 2026-08-31, or \"2026-08-31 09:00\".")
    }
    guard let typed = invocation.to else {
      guard from.start < now else { throw UsageError("--from has to be before now.") }
      return from.start...now
    }
    guard let to = time(typed, zone, today) else {
      throw UsageError(
        "--to wants a day or a time like \"2026-08-31 09:00\", not \(quoted(typed)).")
    }
    let end = min(to.end, now)
    guard from.start < end else {
      throw UsageError("--from has to be before --to, and before now.")
    }
    return from.start...end
  }

  private static func time(
    _ text: String?, _ zone: Zone, _ today: CivilDate
  ) -> (start: Timestamp, end: Timestamp)? {
    guard let text, let time = CivilTime(typed: text, today: today) else { return nil }
    let start = zone.instants(of: time)[0]
    guard text.contains(":") else {
      let next = zone.start(of: time.date.advanced(byDays: 1))
      return (start, next.advanced(bySeconds: -1))
    }
    return (start, start)
  }

  private static func run(
    _ period: ClosedRange<Timestamp>, of integration: Integration, _ store: Store, name: String?
  ) throws {
    var progress = ProgressLine()
    defer { progress.clear() }
    let fetch = CallsFetch(store: store, plan: .ukraine, ask: ProviderRound.line(store: store))
    var from = period.lowerBound
    if let floor = try store.fetchFloor(), floor > from {
      Printer.complain(
        "What was before \(floor.iso8601) has been deleted for good and is not fetched again.")
      from = floor
    }
    var reached = try store.reached(period, of: integration.id)
    if reached < period.upperBound {
      try Printer.line("Going on where it was broken off: \(reached.iso8601).")
    }
    var tally = CallsFetch.Tally()
    while reached > from {
      let start = max(from, reached.advanced(bySeconds: -stretch))
      let left = reached.seconds(since: from) * 100 / max(1, period.upperBound.seconds(since: from))
      progress.show("\(100 - left) %, \(tally.listed) calls listed, \(tally.new) new")
      var seen: Timestamp?
      do throws(CallsFetch.Stop) {
        tally += try fetch.fetch(start...reached, of: integration, now: Clock.now, seen: &seen)
      } catch {
        progress.clear()
        throw failure(error, at: reached, tally)
      }
      reached = start
      try store.setReached(start > from ? start : period.lowerBound, in: period, of: integration.id)
    }
    progress.clear()
    try Printer.line(
      "\(name.map { quoted($0) + ": " } ?? "")\(tally.listed) calls listed, \(tally.new) new, "
        + "\(tally.changed) changed.")
  }

  private static func failure(
    _ stop: CallsFetch.Stop, at reached: Timestamp, _ tally: CallsFetch.Tally
  ) -> CommandFailure {
    let why =
      switch stop {
      case .store(let error): error.description
      case .provider(let problem): problem.text(in: .english)
      }
    return CommandFailure(
      "\(why) What came after \(reached.iso8601) is here (\(tally.new) new calls); the same command "
        + "goes on from there.")
  }
}
