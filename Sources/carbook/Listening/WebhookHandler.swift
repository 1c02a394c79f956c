import Domain
import Server
import Store
import TUI

/// Turns webhook requests into stored calls, on the listener's thread with a connection of its own.
///
/// All deliveries of one turn are put on disk together and answered 200 only then. The store's lock
/// is taken without waiting: where somebody else writes, the deliveries are tried again for a moment,
/// while new requests go on being read, and then spooled.
final class WebhookHandler: RequestHandler {
  /// A delivery that is not on disk yet.
  private struct Pending {
    let exchange: ExchangeID
    let received: ReceivedDelivery
    let item: IngestItem
    let reply: (mediaType: String, body: [UInt8])
  }

  /// The lock is asked for again after this many milliseconds.
  private static let retry = 5
  private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE"]

  private let intake: Intake
  private let writer: DeliveryWriter
  private let desk: RouteDesk
  private var pending: [Pending] = []
  private var pendingSince: Int64 = 0
  /// As they were at the beginning of this turn.
  private var integrations: [Integration] = []

  /// The store is opened by the first turn, on the thread that makes it.
  /// - Parameters:
  ///   - log: told of operation, never of a request's contents.
  ///   - report: told when deliveries begin or cease to be spooled.
  init(
    path: String, plan: NumberPlan, log: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (SpoolStatus) -> Void
  ) {
    intake = Intake(plan: plan)
    writer = DeliveryWriter(path: path, intake: intake, log: log, report: report)
    desk = RouteDesk(path: path, plan: plan, log: log)
  }

  deinit {
    desk.writeAnswers { writer.write($0) }
  }

  // MARK: RequestHandler

  func handle(_ exchanges: [Exchange]) -> [Answer] {
    let deadline = Clock.monotonicMilliseconds() + RouteDesk.patience
    integrations = writer.integrations()
    // Who is answered already does not wait for the others' commit: `resume` is called behind this.
    return exchanges.compactMap { exchange in
      receive(exchange, deadline: deadline).map { Answer(id: exchange.id, response: $0) }
    }
  }

  func resume(now: Int64) -> [Answer] {
    desk.prepare()
    desk.writeAnswers { writer.write($0) }
    return commit()
  }

  var timeoutMilliseconds: Int? {
    guard pending.isEmpty else { return WebhookHandler.retry }
    return [writer.timeoutMilliseconds, desk.timeoutMilliseconds].compactMap { $0 }.min()
  }

  /// A delivery whose sender has gone is stored all the same: it may never be sent again.
  func abandoned(_ id: ExchangeID) {}

  // MARK: Requests

  /// The answer, or nil where it has to wait for the commit.
  /// - Parameter deadline: of routing questions, in monotonic milliseconds.
  private func receive(_ exchange: Exchange, deadline: Int64) -> Response? {
    let request = exchange.request
    switch WebhookRoute(path: request.path) {
    case .health: return health(request)
    case .hook(let token, let occasion):
      guard let integration = integration(token: token) else { return WebhookHandler.notFound }
      guard WebhookHandler.methods.contains(request.method) else {
        return WebhookHandler.notAllowed
      }
      keep(exchange, from: integration, occasion)
      return nil
    case .route(let token, let scheme):
      guard let integration = integration(token: token) else { return WebhookHandler.notFound }
      guard WebhookHandler.methods.contains(request.method) else {
        return WebhookHandler.notAllowed
      }
      return desk.answer(
        Intake.unpacked(WebhookHandler.raw(request), .before, Clock.now), scheme: scheme,
        of: integration, deadline: deadline)
    case .unknown:
      // A wrong path takes the time a wrong token takes.
      _ = integration(token: "")
      return WebhookHandler.notFound
    }
  }

  private static var notFound: Response {
    Response(status: 404, text: "not found\n")
  }

  private static var notAllowed: Response {
    Response(status: 405, headers: ["Allow": "GET, POST, PUT, DELETE"])
  }

  private static func raw(_ request: Request) -> RawDelivery {
    RawDelivery(
      method: request.method, query: request.query ?? "",
      mediaType: request.headers["Content-Type"],
      headers: Intake.relevant(request.headers.fields.map { ($0.name, $0.value) }),
      body: request.body)
  }

  /// The integration whose token this is. Every token is compared, whatever the first one says.
  private func integration(token: String) -> Integration? {
    var found: Integration?
    let now = Clock.now
    for integration in integrations {
      for accepted in integration.acceptedTokens(at: now) where Token.matches(token, accepted) {
        found = integration
      }
    }
    return found
  }

  private func keep(_ exchange: Exchange, from integration: Integration, _ occasion: Occasion) {
    let received = ReceivedDelivery(
      integration: integration.id, occasion: occasion, origin: .delivered, received: Clock.now,
      raw: WebhookHandler.raw(exchange.request), makesCall: integration.isAvailable)
    if pending.isEmpty { pendingSince = Clock.monotonicMilliseconds() }
    let (item, reply) = intake.item(received, of: integration)
    pending.append(
      Pending(exchange: exchange.id, received: received, item: item, reply: reply))
  }

  private func health(_ request: Request) -> Response {
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(status: 405, headers: ["Allow": "GET, HEAD"])
    }
    let health = writer.health()
    let status = health.isWritable ? "ok" : health.isRefusing ? "failing" : "spooling"
    let body = """
      {"status":"\(status)","version":"\(version)",\
      "store":"\(health.isWritable ? "writable" : "not writable")","spooled":\(health.spooled)}

      """
    return Response(
      status: health.isRefusing ? 503 : 200, mediaType: "application/json",
      body: Array(body.utf8))
  }

  // MARK: Answers

  private func commit() -> [Answer] {
    let waited = Clock.monotonicMilliseconds() - pendingSince
    switch writer.write(pending.map { ($0.received, $0.item) }, waited: waited) {
    case .onDisk:
      return answer { Response(status: 200, mediaType: $0.mediaType, body: $0.body) }
    case .tooEarly: return []
    case .refused:
      return answer { _ in
        Response(
          status: 503, mediaType: "text/plain", headers: ["Retry-After": "5"],
          body: Array("try again later\n".utf8))
      }
    }
  }

  private func answer(_ response: ((mediaType: String, body: [UInt8])) -> Response) -> [Answer] {
    defer { pending.removeAll() }
    return pending.map { Answer(id: $0.exchange, response: response($0.reply)) }
  }
}
