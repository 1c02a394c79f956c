import Domain
import Store
import Telephony

/// Decodes deliveries as they came, whoever kept them: the webhook, the spool.
struct Intake: Sendable {
  let plan: NumberPlan

  /// What the store takes in.
  func item(_ delivery: ReceivedDelivery, of integration: Integration) -> IngestItem {
    let content: IngestItem.Content =
      switch dialect(of: integration).read(unpacked(delivery)) {
      case .event(let event): .event(event)
      case .notUnderstood(let key): .notUnderstood(key: key, received: delivery.received)
      }
    return IngestItem(
      delivery: delivery.id, integration: integration.id, occasion: delivery.occasion,
      origin: delivery.origin, raw: delivery.raw, content: content, own: integration.own)
  }

  /// What the provider wants to hear once the delivery is on disk.
  func reply(
    to delivery: ReceivedDelivery, of integration: Integration
  ) -> (mediaType: String, body: [UInt8]) {
    dialect(of: integration).reply(to: unpacked(delivery))
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

  private func dialect(of integration: Integration) -> RingostatDialect {
    RingostatDialect(zone: integration.zone, plan: plan)
  }

  private func unpacked(_ delivery: ReceivedDelivery) -> Delivery {
    Delivery(
      occasion: delivery.occasion, method: delivery.raw.method, query: delivery.raw.query,
      mediaType: delivery.raw.mediaType,
      headers: delivery.headers.map { (name: $0.name, value: $0.value) }, body: delivery.raw.body,
      received: delivery.received)
  }
}
