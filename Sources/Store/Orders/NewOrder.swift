import Domain

extension Store {
  /// What a new order for a client begins with: the next number, the vehicle of his last order, the
  /// first status. Nil where there is no such client.
  /// - Parameter call: the call it is made from. The order begins with it, unless that was yesterday
  ///   or before.
  public func newOrder(
    for contact: Contact.ID, from call: Call.ID?, now: Timestamp
  ) throws(StoreError) -> (draft: OrderDraft, client: ContactReference)? {
    guard let client = try reference(to: contact.rawValue) else { return nil }
    let last = try readOrders(
      "o.contact_id = ? ORDER BY o.opened DESC, o.id DESC LIMIT 1", [contact]
    ).first
    var opened = now
    if let call, let start = try storedCall(call)?.start, start < now,
      now.seconds(since: start) < 86_400
    {
      opened = start
    }
    let draft = OrderDraft(
      number: try nextOrderNumber(), contact: contact, vehicle: last?.vehicle ?? Vehicle(),
      status: try repairStatuses().first, opened: opened)
    return (draft, client)
  }

  /// One that no order has, in the pattern that is set, else in that of the order made last.
  public func nextOrderNumber() throws(StoreError) -> String {
    let pattern = try setting(.orderNumber)
    let last = try connection.first(
      "SELECT number FROM customer_order WHERE id <= ? ORDER BY id DESC LIMIT 1", Int64.max
    ) { $0.text() }
    let model = [pattern, last].compactMap { $0.flatMap(OrderNumber.init) }.first
    guard var number = model ?? OrderNumber(OrderNumber.first) else { return "" }
    if model == nil || pattern != nil, try order(number: number.text) == nil {
      if try highest(like: number) == nil { return number.text }
    }
    // A number that has grown wider is looked for among the wider ones.
    for _ in 0..<20 {
      if let highest = try highest(like: number) { number = highest }
      number = number.next
      if try order(number: number.text) == nil { return number.text }
    }
    return ""
  }

  /// What orders' numbers look like, as an example; nil where they go on from the newest one.
  public func orderNumberPattern() throws(StoreError) -> String? {
    try setting(.orderNumber)
  }

  /// - Throws: `invalid` for one without a digit.
  public func setOrderNumberPattern(_ pattern: String?, now: Timestamp) throws(StoreError) {
    let pattern = pattern?.trimmed.nonEmpty
    if let pattern, !OrderNumber.isExample(pattern) { throw .invalid }
    try write { () throws(StoreError) in
      try set(.orderNumber, to: pattern)
      try record(.setOrderNumber, .store, now: now)
    }
  }

  /// The highest number with the same text around as many digits; nil where there is none.
  private func highest(like number: OrderNumber) throws(StoreError) -> OrderNumber? {
    var found: OrderNumber?
    // Of one width, the order of texts is that of numbers; ":" is what follows "9".
    try connection.visit(
      """
      SELECT number FROM customer_order WHERE number >= ? AND number < ? AND length(number) = ?
      ORDER BY number DESC
      """, [number.prefix + "0", number.prefix + ":", number.text.unicodeScalars.count]
    ) { (row: inout Row) throws(StoreError) in
      guard let other = OrderNumber(row.text()), other.prefix == number.prefix,
        other.suffix == number.suffix, other.digits.count == number.digits.count
      else { return true }
      found = other
      return false
    }
    return found
  }
}
