import Domain

/// Rows that a call has to do with one of to be in.
struct CallLead {
  var numbers = RowIDs()
  var contacts = RowIDs()
  /// Their clients' calls, and those they were given to by hand.
  var orders = RowIDs()
  var calls: Set<Int64> = []

  var count: Int {
    numbers.count + contacts.count + orders.count + calls.count
  }
}

/// Numbers whose calls may be in, and single calls beside them.
struct CallPlaces {
  var numbers = RowIDs()
  var calls: Set<Int64> = []
}

extension Store {
  /// About which part of all calls may be in: as many as of the numbers, the contacts or the orders.
  func share(of lead: CallLead) throws(StoreError) -> Double {
    func part(_ count: Int, of table: String) throws(StoreError) -> Double {
      guard count > 0 else { return 0 }
      return Double(count)
        / Double(max(1, try connection.integer("SELECT max(id) FROM \(table)")))
    }
    return min(
      1,
      max(
        try part(lead.numbers.count, of: "number"), try part(lead.contacts.count, of: "contact"),
        try part(lead.orders.count, of: "customer_order")))
  }

  /// Too many rather than too few: each call is looked at.
  func places(of lead: CallLead) throws(StoreError) -> CallPlaces {
    let contacts = try lead.contacts.union(self.contacts(of: lead.orders))
    var numbers: [Int64] = []
    var places = CallPlaces(calls: lead.calls)
    for contact in contacts.all {
      numbers += try self.numbers(of: Contact.ID(contact))
      places.calls.formUnion(
        try connection.rows("SELECT call_id FROM call_hand WHERE contact_id = ?", contact) {
          $0.integer()
        })
    }
    places.numbers = lead.numbers.union(RowIDs(numbers))
    for order in lead.orders.all { places.calls.formUnion(try callsGiven(to: order)) }
    return places
  }

  private func contacts(of orders: RowIDs) throws(StoreError) -> RowIDs {
    var contacts: [Int64] = []
    for order in orders.all {
      contacts += try connection.rows("SELECT contact_id FROM customer_order WHERE id = ?", order) {
        $0.integer()
      }
    }
    return RowIDs(contacts)
  }

  /// Orders that were chosen by hand: nobody else's client has any.
  func callsWithGivenOrder() throws(StoreError) -> Set<Int64> {
    Set(
      try connection.rows("SELECT call_id FROM call_hand WHERE order_id IS NOT NULL") {
        $0.integer()
      })
  }

  func callsWithGivenContact() throws(StoreError) -> Set<Int64> {
    Set(
      try connection.rows("SELECT call_id FROM call_hand WHERE contact_id IS NOT NULL") {
        $0.integer()
      })
  }

  private func callsGiven(to order: Int64) throws(StoreError) -> [Int64] {
    try connection.rows("SELECT call_id FROM call_hand WHERE order_id = ?", order) { $0.integer() }
  }
}
