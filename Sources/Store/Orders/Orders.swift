import Domain

extension Store {
  /// A page of the orders, newest first.
  public func orders(_ request: OrderRequest) throws(StoreError) -> Page<Order> {
    try filteredOrders(request)
  }

  public func order(_ id: Order.ID) throws(StoreError) -> Order? {
    try readOrders("o.id = ?", [id]).first
  }

  public func order(number: String) throws(StoreError) -> Order? {
    try readOrders("o.number = ?", [number]).first
  }

  /// Open ones first, then the newest.
  func orders(of contact: Contact.ID) throws(StoreError) -> [Order] {
    let orders = try readOrders(
      "o.contact_id = ? ORDER BY o.opened DESC, o.id DESC", [contact])
    return orders.filter { $0.closed == nil } + orders.filter { $0.closed != nil }
  }

  func newestOpenOrder(of contact: Int64) throws(StoreError) -> OrderReference? {
    try readOrders(
      "o.contact_id = ? AND o.closed IS NULL ORDER BY o.opened DESC, o.id DESC LIMIT 1", [contact]
    ).first?.reference
  }

  func readOrders(
    _ rest: String, _ values: [(any Bindable)?]
  ) throws(StoreError) -> [Order] {
    try connection.rows(
      """
      SELECT o.id, o.version, o.number, o.contact_id, c.name, o.make, o.model, o.year, o.plate,
        o.vin, o.status, o.comment, o.note, s.name, o.opened, o.closed
      FROM customer_order o CROSS JOIN contact c ON c.id = o.contact_id
      LEFT JOIN staff s ON s.id = o.staff_id WHERE \(rest)
      """, values: values
    ) { (row: inout Row) throws(StoreError) in
      let id: Order.ID = row.id()
      let version = row.int()
      let number = row.text()
      let contact = ContactReference(id: row.id(), name: row.optionalText())
      let vehicle = Vehicle(
        make: row.optionalText(), model: row.optionalText(), year: row.optionalInt(),
        plate: row.optionalText(), vin: row.optionalText())
      let status = RepairStatus(rawValue: row.text())
      let comment = row.optionalText()
      let note = row.optionalText()
      let responsible = row.optionalText()
      let opened = row.time()
      return Order(
        id: id, version: version, number: number, contact: contact, vehicle: vehicle,
        status: status, comment: comment, note: note, responsible: responsible, opened: opened,
        closed: row.optionalTime(),
        callCount: try callCount(of: contact.id, since: opened))
    }
  }

  // MARK: - Which order a call is about

  /// Decides by the rule; a choice by hand stands beside it and wins.
  func decideOrder(of call: StoredCall) throws(StoreError) {
    let client = try client(of: call)
    try decideOrder(of: call, client)
    try refile(call, of: client)
  }

  /// The same of a call that has just been saved.
  func decideOrder(of saved: SavedCall) throws(StoreError) {
    // A new call that is no contact's is about no order.
    if saved.before == nil, saved.owners.count != 1 { return }
    let client = try client(of: saved)
    try decideOrder(of: saved.call, client)
    // The facet of a new one says whose it is already.
    if saved.before != nil { try refile(saved.call, of: client) }
  }

  private func decideOrder(of call: StoredCall, _ client: Client?) throws(StoreError) {
    var order: Order.ID?
    if case .contact(let contact) = client {
      order = OrderRule.order(for: call.start, among: try spans(of: contact))
    }
    if order?.rawValue != call.orderID {
      try connection.run("UPDATE call SET order_id = ? WHERE id = ?", order, call.id)
    }
  }

  func decideOrders(ofNumber number: Int64, from: Timestamp? = nil) throws(StoreError) {
    let calls = try connection.rows(
      """
      SELECT \(StoredCall.columns) FROM \(StoredCall.tables)
      WHERE c.client_id = ? AND c.start >= ?
      """, number, from?.milliseconds ?? Int64.min
    ) { (row: inout Row) throws(StoreError) in try StoredCall(row: &row, phrases: phrases) }
    for call in calls { try decideOrder(of: call) }
  }

  /// An order of the contact has opened or closed.
  func decideOrders(of contact: Contact.ID, from: Timestamp) throws(StoreError) {
    for number in try soleNumbers(of: contact.rawValue) {
      try decideOrders(ofNumber: number, from: from)
    }
    let byHand: [Call.ID] = try connection.rows(
      "SELECT call_id FROM call_hand WHERE contact_id = ?", contact
    ) { $0.id() }
    for id in byHand {
      if let call = try storedCall(id) { try decideOrder(of: call) }
    }
  }

  private func spans(of contact: Int64) throws(StoreError) -> [OrderSpan] {
    try connection.rows(
      "SELECT id, opened, closed FROM customer_order WHERE contact_id = ?", contact
    ) { OrderSpan(id: $0.id(), opened: $0.time(), closed: $0.optionalTime()) }
  }
}
