import Domain
import Server
import Store
import TUI

/// Turns webhook requests into deliveries that can be stored, on the listener's thread, and answers
/// them 200 only when the thread that writes has put them on disk (`DeliveryDesk`). Meanwhile it goes
/// on reading, and answers questions of routing.
final class WebhookHandler: RequestHandler {
  private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE"]
  /// So many deliveries are handed over at once: the other thread writes them while the rest of those
  /// that came with them are decoded.
  private static let handful = 8

  private let intake: Intake
  private let queue: WriteQueue
  private let thread: DeliveryThread?
  private let reader: StoreReader
  private let desk: RouteDesk
  /// What this look at the sockets has brought.
  private var work = WriteQueue.Work()
  /// As they were at the beginning of this turn.
  private var integrations: [Integration] = []

  /// Starts the thread that writes, on the thread that reads.
  /// - Parameters:
  ///   - log: told of operation, never of a request's contents.
  ///   - report: told when deliveries begin or cease to be spooled.
  ///   - wake: lets `resume` be called.
  convenience init(
    path: String, plan: NumberPlan, log: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (SpoolStatus) -> Void, wake: @escaping @Sendable () -> Void
  ) {
    let queue = WriteQueue(wake: wake)
    let thread = DeliveryThread(queue: queue) {
      DeliveryWriter(path: path, intake: Intake(plan: plan), log: log, report: report)
    }
    self.init(path: path, plan: plan, queue: queue, thread: thread, log: log)
  }

  /// - Parameter thread: ended with this; nil for tests, which take the queue's turns themselves.
  init(
    path: String, plan: NumberPlan, queue: WriteQueue, thread: DeliveryThread? = nil,
    log: @escaping @Sendable (String) -> Void
  ) {
    intake = Intake(plan: plan)
    self.queue = queue
    self.thread = thread
    reader = StoreReader(path: path)
    desk = RouteDesk(reader: reader, plan: plan, log: log)
  }

  deinit {
    desk.writeAnswers { queue.offer($0) }
    thread?.stop()
  }

  // MARK: RequestHandler

  func handle(_ exchanges: [Exchange]) -> [Answer] {
    let deadline = Clock.monotonicMilliseconds() + RouteDesk.patience
    integrations = reader.integrations()
    let decided = exchanges.compactMap { exchange in
      if work.deliveries.count == WebhookHandler.handful { handOver() }
      return receive(exchange, deadline: deadline).map { Answer(id: exchange.id, response: $0) }
    }
    handOver()
    return decided + queue.takeReplies()
  }

  private func handOver() {
    queue.add(work)
    work = WriteQueue.Work()
  }

  func resume(now: Int64) -> [Answer] {
    queue.endReading()
    desk.prepare()
    desk.writeAnswers { queue.offer($0) }
    return queue.takeReplies()
  }

  var timeoutMilliseconds: Int? { desk.timeoutMilliseconds }

  /// A delivery whose sender has gone is stored all the same: it may never be sent again.
  func abandoned(_ id: ExchangeID) {}

  // MARK: Requests

  /// The answer, or nil where it has to wait for the thread that writes.
  /// - Parameter deadline: of routing questions, in monotonic milliseconds.
  private func receive(_ exchange: Exchange, deadline: Int64) -> Response? {
    let request = exchange.request
    switch WebhookRoute(path: request.path) {
    case .health:
      guard request.method == "GET" || request.method == "HEAD" else {
        return Response(status: 405, headers: ["Allow": "GET, HEAD"])
      }
      work.questions.append(exchange.id)
      return nil
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
    let (item, reply) = intake.item(received, of: integration)
    work.deliveries.append(
      PendingDelivery(exchange: exchange.id, received: received, item: item, reply: reply))
  }
}
