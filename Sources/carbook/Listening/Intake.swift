import Domain
import Store
import Telephony

/// Decodes deliveries as they came, whoever kept them: the webhook, the spool.
struct Intake: Sendable {
  let plan: NumberPlan

  /// What the store takes in.
  func item(_ delivery: ReceivedDelivery, of integration: Integration) -> IngestItem {
    return IngestItem(
      delivery: delivery.id, integration: integration.id, occasion: delivery.occasion,
      origin: delivery.origin, raw: delivery.raw,
      content: content(delivery.raw, delivery.occasion, delivery.received, of: integration),
      own: integration.own, newNumbers: integration.newNumbers, makesCall: delivery.makesCall)
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
    switch dialect(of: integration).read(Intake.unpacked(raw, occasion, received)) {
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

  /// What the provider wants to hear once the delivery is on disk.
  func reply(
    to delivery: ReceivedDelivery, of integration: Integration
  ) -> (mediaType: String, body: [UInt8]) {
    dialect(of: integration).reply(
      to: Intake.unpacked(delivery.raw, delivery.occasion, delivery.received))
  }

  /// Takes in some of what is spooled. See `Store.takeSpool`.
  /// - Returns: nil where nothing could be taken in now: the lock was not free, or the store is a new
  ///   one without an integration, in the place of that whose deliveries they are.
  func takeSpool(into store: Store, isPatient: Bool) throws(StoreError) -> SpoolTaking? {
    let integrations = try store.integrations()
    guard !integrations.isEmpty else { return nil }
    return try store.takeSpool(isPatient: isPatient, now: Clock.now) { delivery in
      integrations.first { $0.id == delivery.integration }.map { item(delivery, of: $0) }
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
