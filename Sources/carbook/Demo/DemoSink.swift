import Domain

/// Where a demo is put: the store, seen from here. Each call is one transaction.
protocol DemoSink {
  /// - Returns: the new contacts' ids, in the same order.
  mutating func addContacts(_ contacts: [DemoContact]) throws -> [Contact.ID]
  /// Each order with the contact it belongs to.
  mutating func addOrders(_ orders: [(order: DemoOrder, contact: Contact.ID)]) throws
  /// Ended calls, oldest first; they raise no prompt.
  mutating func addCalls(_ calls: [CallEvent]) throws
}
