import Server

/// Stands before the webhook handler: turns away who may not send at all, and slows who guesses
/// tokens. Both get one and the same 404, which also ends the connection; a request with a good
/// token never waits for either.
final class Doorkeeper: RequestHandler {
  private let rules: PeerRules
  private let inner: any RequestHandler
  private let log: @Sendable (String) -> Void
  private var wrongTokens = WrongTokens()

  /// - Parameter log: told once a minute how many requests were turned away; no addresses.
  init(
    rules: PeerRules, log: @escaping @Sendable (String) -> Void, before inner: any RequestHandler
  ) {
    self.rules = rules
    self.log = log
    self.inner = inner
  }

  func handle(_ exchanges: [Exchange]) -> [Answer] {
    let now = Clock.monotonicMilliseconds()
    var clients: [ExchangeID: IPAddress?] = [:]
    var admitted: [Exchange] = []
    var answers: [Answer] = []
    for exchange in exchanges {
      let client = rules.client(of: exchange.request)
      if rules.admits(client) {
        clients[exchange.id] = .some(client)
        admitted.append(exchange)
      } else {
        answers.append(Answer(id: exchange.id, response: turnAway(client, now: now)))
      }
    }
    answers += inner.handle(admitted).map { answer in
      guard answer.response.status == 404 else { return answer }
      return Answer(id: answer.id, response: turnAway(clients[answer.id] ?? nil, now: now))
    }
    return answers
  }

  func resume(now: Int64) -> [Answer] {
    if let total = wrongTokens.takeTotal(now: now) {
      log("\(total) requests with a wrong link or from elsewhere in a minute, answered 404")
    }
    return inner.resume(now: now)
  }

  var timeoutMilliseconds: Int? {
    let report = wrongTokens.ends.map { Int(max(0, $0 - Clock.monotonicMilliseconds())) }
    return [inner.timeoutMilliseconds, report].compactMap { $0 }.min()
  }

  func abandoned(_ id: ExchangeID) {
    inner.abandoned(id)
  }

  private func turnAway(_ client: IPAddress?, now: Int64) -> Response {
    var response = Response(status: 404, text: "not found\n")
    response.closes = true
    response.delay = wrongTokens.count(client, now: now)
    return response
  }
}
