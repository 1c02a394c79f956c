import Domain

/// Puts a demo shop into a store, batch by batch: contacts and orders first, so that each call
/// finds its client and his order.
struct DemoFiller {
  let shop: DemoShop
  /// How many things share a transaction.
  var batch = 4_000

  /// - Parameter progress: told after each transaction how many calls are in, of how many.
  /// - Throws: what the sink throws; the transactions before it stay.
  func fill(_ sink: inout some DemoSink, progress: (Int, Int) -> Void = { _, _ in }) throws {
    var ids: [Contact.ID] = []
    ids.reserveCapacity(shop.contactCount)
    for range in batches(of: shop.contactCount) {
      ids += try sink.addContacts(range.map(shop.contact))
    }
    for range in batches(of: shop.orderCount) {
      let orders = range.map(shop.order)
      try sink.addOrders(orders.map { (order: $0, contact: ids[$0.contact]) })
    }
    var calls = shop.calls
    for range in batches(of: shop.callCount) {
      var events: [CallEvent] = []
      events.reserveCapacity(range.count)
      while events.count < range.count, let event = calls.next() { events.append(event) }
      try sink.addCalls(events)
      progress(range.upperBound, shop.callCount)
    }
  }

  private func batches(of count: Int) -> some Sequence<Range<Int>> {
    stride(from: 0, to: count, by: batch).lazy.map { $0..<min($0 + batch, count) }
  }
}
