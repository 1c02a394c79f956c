import Domain
import Store

/// Puts a demo into a store.
struct StoreSink: DemoSink {
  let store: Store
  let integration: Integration.ID
  let own: OwnNumbers
  let plan: NumberPlan

  func addContacts(_ contacts: [DemoContact]) throws -> [Contact.ID] {
    try store.createDemoContacts(
      contacts.map { (draft: $0.draft, created: $0.created) }, plan: plan,
      now: Clock.now)
  }

  func addOrders(_ orders: [(order: DemoOrder, contact: Contact.ID)]) throws {
    try store.createOrders(
      orders.map { order, contact in
        OrderDraft(
          number: order.number, contact: contact, vehicle: order.vehicle, status: order.status,
          comment: order.comment ?? "", opened: order.opened, closed: order.closed)
      }, now: Clock.now)
  }

  func addCalls(_ calls: [CallEvent]) throws {
    let items = calls.map {
      IngestItem(
        integration: integration, occasion: $0.occasion, origin: .demo, raw: nil,
        content: .event($0), own: own)
    }
    _ = try store.ingest(items, now: Clock.now)
  }
}
