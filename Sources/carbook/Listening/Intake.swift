import Domain
import Store
import Telephony

/// Decodes deliveries as they came, whoever kept them: the webhook, the spool.
struct Intake: Sendable {
  let plan: NumberPlan

  /// What the store takes in, and what the provider wants to hear once it is on disk.
  func item(
    _ delivery: ReceivedDelivery, of integration: Integration
  ) -> (item: IngestItem, reply: (mediaType: String, body: [UInt8])) {
    let raw = delivery.raw
    let (reading, reply) = dialect(of: integration).receive(
      Intake.unpacked(raw, delivery.occasion, delivery.received))
    let item = IngestItem(
      delivery: delivery.id, integration: integration.id, occasion: delivery.occasion,
      origin: delivery.origin, raw: raw,
      content: Intake.content(reading, of: raw, received: delivery.received),
      own: integration.own, newNumbers: integration.newNumbers, makesCall: delivery.makesCall)
    return (item, reply)
  }

  /// What the provider has listed when it was asked.
  func fetched(
    _ raw: RawDelivery, received: Timestamp, of integration: Integration
  ) -> IngestItem {
    IngestItem(
      integration: integration.id, occasion: .after, origin: .fetched, raw: raw,
      content: content(raw, .after, received, of: integration), own: integration.own,
      newNumbers: integration.newNumbers)
  }

  /// What a delivery says, as this version understands it.
  func content(
    _ raw: RawDelivery, _ occasion: Occasion, _ received: Timestamp, of integration: Integration
  ) -> IngestItem.Content {
    let reading = dialect(of: integration).read(Intake.unpacked(raw, occasion, received))
    return Intake.content(reading, of: raw, received: received)
  }

  private static func content(
    _ reading: Reading, of raw: RawDelivery, received: Timestamp
  ) -> IngestItem.Content {
    switch reading {
    case .event(var event):
      event.isFetched = raw.isFetched
      return .event(event)
    case .notUnderstood(let key): return .notUnderstood(key: key, received: received)
    }
  }

  /// What it says besides.
  func remarks(
    _ raw: RawDelivery, _ occasion: Occasion, _ received: Timestamp, of integration: Integration
  ) -> [CallRemark: String] {
    dialect(of: integration).remarks(in: Intake.unpacked(raw, occasion, received))
  }

  /// Of a request's header fields those that are read and kept.
  static func relevant(_ headers: [(name: String, value: String)]) -> [RawDelivery.Header] {
    RingostatDialect.relevant(headers).map { .init(name: $0.name, value: $0.value) }
  }

  /// Takes in some of what is spooled. See `Store.takeSpool`.
  /// - Returns: nil where nothing could be taken in now: the lock was not free, or the store is a new
  ///   one without an integration, in the place of that whose deliveries they are.
  func takeSpool(into store: Store, isPatient: Bool) throws(StoreError) -> SpoolTaking? {
    let integrations = try store.integrations()
    guard !integrations.isEmpty else { return nil }
    return try store.takeSpool(isPatient: isPatient, now: Clock.now) { delivery in
      integrations.first { $0.id == delivery.integration }.map { item(delivery, of: $0).item }
    }
  }

  /// Takes in all that is spooled, waiting for the store's lock.
  /// - Returns: whether nothing waits any more.
  func takeWholeSpool(into store: Store) throws(StoreError) -> Bool {
    while let taking = try takeSpool(into: store, isPatient: true) {
      guard taking.remains else { return true }
    }
    return false
  }

  private func dialect(of integration: Integration) -> RingostatDialect {
    RingostatDialect(zone: integration.zone, plan: plan)
  }

  static func unpacked(
    _ raw: RawDelivery, _ occasion: Occasion, _ received: Timestamp
  ) -> Delivery {
    Delivery(
      occasion: occasion, method: raw.method, query: raw.query, mediaType: raw.mediaType,
      headers: raw.headers.map { (name: $0.name, value: $0.value) }, body: raw.body,
      received: received)
  }
}
