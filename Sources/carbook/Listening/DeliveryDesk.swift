import Server

/// The writing half of the webhook: takes what the listener's thread has read, puts it on disk and
/// hands the answers back. All deliveries that came while the last ones were being committed share
/// the next commit, with those that are still being read. The store's lock is taken without waiting:
/// where somebody else writes, the deliveries are tried again for a moment, with those that come
/// meanwhile, and then spooled.
final class DeliveryDesk {
  /// The lock is asked for again after this many milliseconds.
  private static let retry = 5
  /// Reasons of routes that could not be written are tried again after this many.
  private static let reasonsPause: Int64 = 250

  private let queue: WriteQueue
  private let writer: DeliveryWriter
  private var pending: [PendingDelivery] = []
  private var pendingSince: Int64 = 0
  private var reasonsAgain: Int64 = 0

  init(queue: WriteQueue, writer: DeliveryWriter) {
    self.queue = queue
    self.writer = writer
  }

  /// When `turn` is to be called though nothing new has come.
  var timeoutMilliseconds: Int? {
    guard pending.isEmpty else { return DeliveryDesk.retry }
    let now = Clock.monotonicMilliseconds()
    let reasons = queue.hasReasons ? Int(max(0, reasonsAgain - now)) : nil
    return [writer.timeoutMilliseconds, reasons].compactMap { $0 }.min()
  }

  func turn() {
    let work = queue.take()
    if !work.questions.isEmpty {
      let health = writer.health().response
      queue.reply(work.questions.map { Answer(id: $0, response: health) })
    }
    let now = Clock.monotonicMilliseconds()
    if pending.isEmpty { pendingSince = now }
    pending += work.deliveries
    queue.reply(commit(waited: now - pendingSince))
    writer.tidy()
    guard queue.hasReasons, now >= reasonsAgain else { return }
    reasonsAgain = now + DeliveryDesk.reasonsPause
    queue.writeReasons { writer.write($0) }
  }

  private func commit(waited: Int64) -> [Answer] {
    switch writer.write(&pending, waited: waited, more: queue.takeMore) {
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

extension DeliveryWriter.Health {
  fileprivate var response: Response {
    let status = isWritable ? "ok" : isRefusing ? "failing" : "spooling"
    let body = """
      {"status":"\(status)","version":"\(version)",\
      "store":"\(isWritable ? "writable" : "not writable")","spooled":\(spooled)}

      """
    return Response(
      status: isRefusing ? 503 : 200, mediaType: "application/json", body: Array(body.utf8))
  }
}
