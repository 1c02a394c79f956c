import Domain

extension Store {
  /// Makes many orders, all or none.
  /// - Throws: `invalid` where a number is empty or taken.
  public func createOrders(_ drafts: [OrderDraft], now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      _ = try track(now: now) { () throws(StoreError) in
        for draft in drafts { _ = try insert(draft) }
      }
    }
  }

  /// - Parameter call: the call it is made from; attached to it by hand.
  /// - Throws: `numberTaken`; `invalid` where the draft has problems.
  public func createOrder(
    _ draft: OrderDraft, from call: Call.ID? = nil, now: Timestamp
  ) throws(StoreError) -> Order {
    let id = try edit(
      .createOrder, now: now, making: HistoryEntry.Subject.order
    ) { () throws(StoreError) in
      let draft = try checked(draft, now: now)
      let id = try insert(draft)
      if let call { try setHand(call, ["order_id": id, "is_about_no_order": false]) }
      return id
    }
    return try existing(id)
  }

  /// - Parameter version: of the order that the user has edited.
  /// - Throws: `orderConflict` where somebody else has changed it since; `numberTaken`; `invalid`
  ///   where the draft has problems.
  public func updateOrder(
    _ id: Order.ID, version: Int, draft: OrderDraft, now: Timestamp
  ) throws(StoreError) -> Order {
    try edit(.updateOrder, of: .order(id), now: now) { () throws(StoreError) in
      let present = try existing(id)
      guard present.version == version else { throw .orderConflict(current: present) }
      try change(id, to: try checked(draft, except: id, now: now))
    }
    return try existing(id)
  }

  /// Closes the order where the status ends it, and opens it again where it does not.
  /// - Parameter before: the status that the user has seen.
  /// - Throws: `orderConflict` where it has another one by now.
  public func setStatus(
    _ status: RepairStatus, of id: Order.ID, before: RepairStatus, now: Timestamp
  ) throws(StoreError) -> Order {
    try edit(.updateOrder, of: .order(id), now: now) { () throws(StoreError) in
      let present = try existing(id)
      guard present.status == before || present.status == status else {
        throw .orderConflict(current: present)
      }
      guard present.status != status else { return }
      var draft = OrderDraft(present)
      draft.status = status
      draft.closed = OrderRule.closed(
        present.closed, isEnd: try repairStatuses().isEnd(status), opened: present.opened, now: now)
      try change(id, to: draft)
    }
    return try existing(id)
  }

  // MARK: - Parts

  private func existing(_ id: Order.ID) throws(StoreError) -> Order {
    guard let order = try order(id) else { throw .missing }
    return order
  }

  /// A draft that can be stored; one in a status that ends an order is closed now, unless it says
  /// when.
  private func checked(
    _ draft: OrderDraft, except id: Order.ID? = nil, now: Timestamp
  ) throws(StoreError) -> OrderDraft {
    let statuses = try repairStatuses()
    let year = CivilTime(secondsSinceEpoch: now.seconds).date.year
    guard draft.problems(statuses: statuses, year: year).isEmpty else { throw .invalid }
    if let other = try order(number: draft.number.trimmed), other.id != id {
      throw .numberTaken(other.reference)
    }
    var draft = draft
    draft.closed = OrderRule.closed(
      draft.closed, isEnd: statuses.isEnd(draft.status), opened: draft.opened, now: now)
    return draft
  }

  func insert(_ draft: OrderDraft) throws(StoreError) -> Order.ID {
    let number = draft.number.trimmed
    guard !number.isEmpty else { throw .invalid }
    guard try reference(to: draft.contact.rawValue) != nil else { throw .missing }
    try connection.run(
      """
      INSERT INTO customer_order
        (number, contact_id, make, model, year, plate, vin, status, comment, note, staff_id, opened,
        closed, search)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
      """, values: try values(of: draft))
    return Order.ID(connection.lastInsertedID)
  }

  func change(_ id: Order.ID, to draft: OrderDraft) throws(StoreError) {
    guard try reference(to: draft.contact.rawValue) != nil else { throw .missing }
    try connection.run(
      """
      UPDATE customer_order SET number = ?, contact_id = ?, make = ?,
        model = ?, year = ?, plate = ?, vin = ?, status = ?, comment = ?, note = ?, staff_id = ?,
        opened = ?, closed = ? WHERE id = ?
      """, values: try values(of: draft) + [id])
  }

  private func values(of draft: OrderDraft) throws(StoreError) -> [(any Bindable)?] {
    let vehicle = draft.vehicle
    return [
      draft.number.trimmed, draft.contact, vehicle.make, vehicle.model, vehicle.year,
      vehicle.plate, vehicle.vin.map(VIN.normalised), draft.status.rawValue,
      draft.comment.trimmed.nonEmpty, draft.note.trimmed.nonEmpty,
      try staffID(draft.responsible.trimmed), draft.opened,
      draft.closed,
    ]
  }
}
