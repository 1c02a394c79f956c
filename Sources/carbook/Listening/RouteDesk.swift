import Domain
import Server
import Store
import Telephony

/// Answers "where is this caller to be connected?" while he waits, on the listener's thread: by that
/// thread's reading connection, so that no lock is waited for and nobody outside is asked. The
/// reasons are kept until the writer has a moment.
final class RouteDesk {
  /// The questions of one turn have so many milliseconds together; the rest get the default.
  static let patience: Int64 = 150
  /// Reasons that wait for the store; what is beyond them is answered and not logged.
  static let queueLimit = 5_000
  /// Logged together at most so often, in milliseconds: each time every console looks at the store.
  private static let logPause: Int64 = 250

  private let reader: StoreReader
  private let plan: NumberPlan
  private let log: @Sendable (String) -> Void

  // What is asked of the store before a caller waits, as of `stamp`.
  private var stamp: StoreReader.Stamp?
  private var routes: [Route] = []
  private var roster = Roster()
  private var online: [Integration.ID: OnlineLogins] = [:]

  private var waiting: [RouteAnswer] = []
  private var unlogged = 0
  private var logsAgain: Int64 = 0

  /// - Parameter log: told of operation, never of a question's contents.
  init(reader: StoreReader, plan: NumberPlan, log: @escaping @Sendable (String) -> Void) {
    self.reader = reader
    self.plan = plan
    self.log = log
  }

  /// Opens the store, which may take a moment: not while somebody waits.
  func prepare() {
    if reader.prepare() { refresh() }
  }

  /// Milliseconds until `writeAnswers` has something to write.
  var timeoutMilliseconds: Int? {
    guard !waiting.isEmpty else { return nil }
    return Int(max(0, logsAgain - Clock.monotonicMilliseconds()))
  }

  // MARK: Questions

  /// - Parameter deadline: of the turn, in monotonic milliseconds.
  func answer(
    _ delivery: Delivery, scheme: String, of integration: Integration, deadline: Int64
  ) -> Response {
    refresh()
    let dialect = RingostatDialect(zone: integration.zone, plan: plan)
    let question = dialect.question(delivery, own: integration.own)
    let route = route(scheme, of: integration)
    let decision = decide(
      question, by: route, of: integration, at: delivery.received, deadline: deadline)
    keep(
      RouteAnswer(
        at: delivery.received, integration: integration.id, scheme: route.scheme,
        call: question.call, reason: decision.reason, employee: decision.employee,
        destination: decision.destination))
    let reply = RingostatDialect.reply(
      decision.destination, to: question, as: route.settings.reply)
    return Response(status: 200, mediaType: reply.mediaType, body: reply.body)
  }

  /// The scheme's own, else the one of all schemes, else one that knows nobody.
  private func route(_ scheme: String, of integration: Integration) -> Route {
    let own = routes.filter { $0.integration == integration.id }
    return own.first { $0.scheme == scheme } ?? own.first(where: \.scheme.isEmpty)
      ?? Route(id: Route.ID(0), integration: integration.id)
  }

  private func decide(
    _ question: RoutingQuestion, by route: Route, of integration: Integration, at now: Timestamp,
    deadline: Int64
  ) -> Router.Decision {
    let known = online[integration.id].flatMap { $0.isFresh(at: now) ? $0.online : nil }
    let router = Router(
      route, roster: roster, zone: integration.zone,
      online: known.map { Set($0.map { $0.lowercased() }) })
    guard integration.isAvailable else { return router.off }
    guard let store = reader.store, Clock.monotonicMilliseconds() < deadline else {
      return router.late
    }
    do throws(StoreError) {
      return try store.asking(Interruption(deadline: deadline)) { () throws(StoreError) in
        // Looked up once, and only where a rule is about him.
        var client: Store.RoutedClient??
        return try router.decide(at: now) { (rule) throws(StoreError) in
          let known: Store.RoutedClient?
          if let client {
            known = client
          } else {
            known = try self.client(of: question, integration, in: store)
            client = .some(known)
          }
          return try known.flatMap { (client) throws(StoreError) in
            try store.employee(rule, of: client, roster: roster, plan: plan, now: now)
          }
        }
      }
    } catch {
      if case .interrupted = error {} else { reader.drop() }
      return router.late
    }
  }

  /// Who calls: as the question says, else as the deliveries before it.
  private func client(
    of question: RoutingQuestion, _ integration: Integration, in store: Store
  ) throws(StoreError) -> Store.RoutedClient? {
    var number = question.client
    if number == nil, let call = question.call {
      number = try store.client(ofCall: call, of: integration.id)
    }
    guard let number, !number.isInternal else { return nil }
    return try store.routedClient(number)
  }

  /// Routes and employees as they are now; as they were where the store cannot be read.
  private func refresh() {
    guard let store = reader.store, let current = reader.stamp, current != stamp,
      let routes = try? store.routes(), let roster = try? store.roster()
    else { return }
    (self.routes, self.roster, stamp) = (routes, roster, current)
    online = [:]
    for route in routes where route.settings.onlineOnly {
      online[route.integration] = (try? store.onlineLogins(of: route.integration)) ?? nil
    }
  }

  // MARK: Reasons

  private func keep(_ answer: RouteAnswer) {
    if waiting.isEmpty { logsAgain = Clock.monotonicMilliseconds() + RouteDesk.logPause }
    if waiting.count < RouteDesk.queueLimit {
      waiting.append(answer)
    } else {
      unlogged += 1
    }
  }

  /// Gives what waits to `write`, and keeps it where that says that it cannot be written now.
  func writeAnswers(_ write: ([RouteAnswer]) -> Bool) {
    let now = Clock.monotonicMilliseconds()
    guard !waiting.isEmpty, now >= logsAgain else { return }
    logsAgain = now + RouteDesk.logPause
    guard write(waiting) else { return }
    waiting.removeAll(keepingCapacity: false)
    if unlogged > 0 { log("\(unlogged) answers to routing questions were not written down") }
    unlogged = 0
  }
}
