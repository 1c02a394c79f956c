import Domain
import Server
import Store
import Telephony

/// Turns webhook requests into stored calls, on the listener's thread with a connection of its own.
///
/// All deliveries of one turn are committed together and answered 200 only then. The store's lock is
/// taken without waiting: where somebody else writes, the deliveries are kept and tried again, while
/// new requests go on being read.
final class WebhookHandler: RequestHandler {
  /// A delivery that is not on disk yet.
  private struct Pending {
    let exchange: ExchangeID
    let item: IngestItem
    let reply: (mediaType: String, body: [UInt8])
  }

  /// The lock is asked for again after this many milliseconds.
  private static let retry: Int64 = 5
  /// Nobody waits longer than this for a 200, in milliseconds: the provider gives up by itself.
  private static let patience: Int64 = 10_000
  private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE"]

  private let path: String
  private let plan: NumberPlan
  private let log: @Sendable (String) -> Void
  private var store: Store?
  private var integrations: [Integration] = []
  private var seenVersion: Int64 = -1
  private var pending: [Pending] = []
  private var pendingSince: Int64 = 0

  /// The store is opened by the first request, on the thread that asks.
  init(path: String, plan: NumberPlan, log: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.plan = plan
    self.log = log
  }

  deinit {
    store?.close()
  }

  // MARK: RequestHandler

  func handle(_ exchanges: [Exchange]) -> [Answer] {
    var answers: [Answer] = []
    for exchange in exchanges {
      if let response = receive(exchange) {
        answers.append(Answer(id: exchange.id, response: response))
      }
    }
    return answers + commit()
  }

  func resume(now: Int64) -> [Answer] {
    commit()
  }

  var timeoutMilliseconds: Int? {
    pending.isEmpty ? nil : Int(WebhookHandler.retry)
  }

  /// A delivery whose sender has gone is stored all the same: it may never be sent again.
  func abandoned(_ id: ExchangeID) {}

  // MARK: Requests

  /// The answer, or nil where it has to wait for the commit.
  private func receive(_ exchange: Exchange) -> Response? {
    let request = exchange.request
    switch WebhookRoute(path: request.path) {
    case .health: return health(request)
    case .hook(let token, let occasion):
      guard let integration = integration(token: token) else { return WebhookHandler.notFound }
      guard WebhookHandler.methods.contains(request.method) else {
        return Response(status: 405, headers: ["Allow": "GET, POST, PUT, DELETE"])
      }
      keep(exchange, from: integration, occasion)
      return nil
    case .unknown:
      // A wrong path takes the time a wrong token takes.
      _ = integration(token: "")
      return WebhookHandler.notFound
    }
  }

  private static var notFound: Response {
    Response(status: 404, text: "not found\n")
  }

  private func keep(_ exchange: Exchange, from integration: Integration, _ occasion: Occasion) {
    let request = exchange.request
    let delivery = Delivery(
      occasion: occasion, method: request.method, query: request.query,
      mediaType: request.headers["Content-Type"],
      headers: request.headers.fields.map { (name: $0.name, value: $0.value) }, body: request.body,
      received: Clock.now)
    let dialect = RingostatDialect(zone: integration.zone, plan: plan)
    let content: IngestItem.Content =
      switch dialect.read(delivery) {
      case .event(let event): .event(event)
      case .notUnderstood(let key): .notUnderstood(key: key, received: delivery.received)
      }
    let item = IngestItem(
      integration: integration.id, occasion: occasion, origin: .delivered,
      raw: RawDelivery(
        method: request.method, query: request.query ?? "", mediaType: delivery.mediaType,
        body: request.body),
      content: content, own: integration.own)
    if pending.isEmpty { pendingSince = Clock.monotonicMilliseconds() }
    pending.append(Pending(exchange: exchange.id, item: item, reply: dialect.reply(to: delivery)))
  }

  private func health(_ request: Request) -> Response {
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(status: 405, headers: ["Allow": "GET, HEAD"])
    }
    let isWritable = (try? open().isWritable) ?? false
    let body = """
      {"status":"\(isWritable ? "ok" : "failing")","version":"\(version)",\
      "store":"\(isWritable ? "writable" : "not writable")"}

      """
    return Response(
      status: isWritable ? 200 : 503, mediaType: "application/json", body: Array(body.utf8))
  }

  // MARK: The store

  private func open() throws(StoreError) -> Store {
    if let store { return store }
    let opened = try Store.open(path, access: .writer, actor: Actor.current)
    store = opened
    return opened
  }

  /// The integration whose token this is. Every token is compared, whatever the first one says.
  private func integration(token: String) -> Integration? {
    refreshIntegrations()
    var found: Integration?
    for integration in integrations where Token.matches(token, integration.token) {
      found = integration
    }
    return found
  }

  private func refreshIntegrations() {
    guard let store = try? open(), let version = try? store.dataVersion, version != seenVersion,
      let current = try? store.integrations()
    else { return }
    integrations = current
    seenVersion = version
  }

  private func commit() -> [Answer] {
    guard !pending.isEmpty else { return [] }
    do throws(StoreError) {
      let items = pending.map(\.item)
      guard try open().tryIngest(items, now: Clock.now) != nil else {
        let isOver = Clock.monotonicMilliseconds() - pendingSince > WebhookHandler.patience
        return isOver ? refuse("another program holds the store") : []
      }
      return answer { Response(status: 200, mediaType: $0.mediaType, body: $0.body) }
    } catch {
      return refuse(String(describing: error))
    }
  }

  private func refuse(_ reason: String) -> [Answer] {
    log("\(pending.count) deliveries refused: \(reason)")
    return answer { _ in
      Response(
        status: 503, mediaType: "text/plain", headers: ["Retry-After": "5"],
        body: Array("try again later\n".utf8))
    }
  }

  private func answer(_ response: ((mediaType: String, body: [UInt8])) -> Response) -> [Answer] {
    defer { pending.removeAll() }
    return pending.map { Answer(id: $0.exchange, response: response($0.reply)) }
  }
}
