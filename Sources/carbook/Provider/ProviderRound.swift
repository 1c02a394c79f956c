import Domain
import Store
import Telephony

/// One look at what is to be done with the providers: pushes, fetches, who is online. Belongs to the
/// thread of the one process that does it.
final class ProviderRound {
  /// Between two questions who is online, in seconds, while calls are routed by it.
  private static let presence: Int64 = 30

  private let store: Store
  private let sync: AddressBookSync
  private let fetch: CallsFetch
  private let ask: ProviderLine
  private let log: (String) -> Void
  /// When a job is due, by the monotonic clock.
  private var fetchDue: [Integration.ID: Int64] = [:]
  private var presenceDue: [Integration.ID: Int64] = [:]
  private var versions: [Integration.ID: Int] = [:]
  /// What was said last of an integration's jobs, so that it is said once.
  private var said: [Integration.ID: [ProviderJob: ProviderProblem]] = [:]

  init(
    store: Store, plan: NumberPlan, curl: Curl, log: @escaping (String) -> Void,
    goesOn: @escaping @Sendable () -> Bool
  ) {
    self.store = store
    self.log = log
    let ask = ProviderRound.line(store: store, curl: curl, goesOn: goesOn)
    self.ask = ask
    sync = AddressBookSync(store: store, ask: ask)
    fetch = CallsFetch(store: store, plan: plan, ask: ask)
  }

  /// The way to an integration's provider, whose clock is compared with ours on the way.
  static func line(
    store: Store, curl: Curl = Curl(), goesOn: @escaping @Sendable () -> Bool = { true }
  ) -> ProviderLine {
    { (request, integration) throws(ProviderProblem) in
      let answer = try ProviderConnection(project: integration.project, curl: curl)
        .ask(request, goesOn: goesOn)
      if let date = answer.date {
        // Another time, where the store is busy.
        try? store.setSkew(date.seconds(since: Clock.now), of: integration.id)
      }
      return answer
    }
  }

  /// After a gap in listening.
  func fetchNow() {
    fetchDue = [:]
  }

  /// Does what is due.
  /// - Returns: milliseconds until the next look; the store may change before.
  func turn() throws(StoreError) -> Int64 {
    var pause: Int64 = 60_000
    for integration in try store.integrations() {
      // What was refused may be granted now.
      let known = versions.updateValue(integration.version, forKey: integration.id)
      if known != integration.version { fetchDue[integration.id] = nil }
      pause = min(pause, try push(integration))
      pause = min(pause, try fetchIfDue(integration))
      try askWhoIsOnline(integration)
    }
    return pause
  }

  private func push(_ integration: Integration) throws(StoreError) -> Int64 {
    switch try sync.turn(integration, now: Clock.now) {
    case .idle: return .max
    case .sent: return 0
    case .resting(let until):
      try report(.push, integration)
      return until.map { max(100, $0.milliseconds - Clock.now.milliseconds) } ?? .max
    }
  }

  private func fetchIfDue(_ integration: Integration) throws(StoreError) -> Int64 {
    let now = Clock.monotonicMilliseconds()
    let due = fetchDue[integration.id] ?? 0
    guard now >= due else { return due - now }
    var pause = CallsFetch.interval * 1000
    switch try fetch.turn(integration, now: Clock.now) {
    case .idle: pause = 60_000
    case .done(let tally):
      if tally.new > 0 { log("\(tally.new) calls that no webhook told of were fetched") }
    case .resting(let until):
      try report(.fetch, integration)
      if let until { pause = max(1000, until.milliseconds - Clock.now.milliseconds) }
    }
    fetchDue[integration.id] = now + pause
    return pause
  }

  private func askWhoIsOnline(_ integration: Integration) throws(StoreError) {
    let now = Clock.monotonicMilliseconds()
    guard integration.isAvailable, integration.project.isComplete,
      now >= presenceDue[integration.id] ?? 0,
      try store.wantsOnlineLogins(of: integration.id)
    else { return }
    presenceDue[integration.id] = now + ProviderRound.presence * 1000
    // What is not known is old soon, and then nobody goes by it.
    guard let answer = try? ask(SIPStatus.online.request, integration),
      let online = try? SIPStatus.logins(in: answer.body)
    else { return }
    try store.setOnlineLogins(OnlineLogins(online: online, at: Clock.now), of: integration.id)
  }

  /// Without the provider's own words, which may name anybody.
  private func report(_ job: ProviderJob, _ integration: Integration) throws(StoreError) {
    guard let trouble = try store.trouble(of: job, with: integration, now: Clock.now) else {
      return
    }
    let problem = ProviderProblem(trouble.problem.cause, code: trouble.problem.code)
    guard said[integration.id]?[job] != problem else { return }
    said[integration.id, default: [:]][job] = problem
    log("integration \(integration.id.rawValue): \(problem.text(in: .english))")
  }
}
