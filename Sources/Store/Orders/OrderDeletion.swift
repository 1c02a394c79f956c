import Domain

extension Store {
  /// How many calls are about the order, for the question before it is deleted.
  public func calls(about order: Order.ID) throws(StoreError) -> Int {
    try connection.first(
      """
      SELECT count(*) FROM (
        SELECT c.id FROM customer_order o
        JOIN contact_number n ON n.contact_id = o.contact_id
        JOIN call c ON c.client_id = n.number_id AND c.start >= o.opened
        WHERE o.id = ?1 AND c.order_id = ?1
        UNION SELECT call_id FROM call_hand WHERE order_id = ?1)
      """, order
    ) { $0.int() } ?? 0
  }

  /// Its calls stay; which order they are about follows from the rule again.
  public func deleteOrder(_ id: Order.ID, now: Timestamp) throws(StoreError) {
    try edit(.deleteOrder, of: .order(id), now: now) { () throws(StoreError) in
      guard try order(id) != nil else { throw .missing }
      try deleteRow(of: id)
    }
  }

  func deleteRow(of id: Order.ID) throws(StoreError) {
    try connection.run("UPDATE call_hand SET order_id = NULL WHERE order_id = ?", id)
    try unindex(id)
    try connection.run("DELETE FROM customer_order WHERE id = ?", id)
  }
}
