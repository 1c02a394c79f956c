import Domain

/// What is looked for in the orders' `search` text.
struct OrderSearch {
  let text: ContactSearch

  /// Nil where everything is asked for.
  init?(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    let words = text.contains(where: \.isLetter) ? text.split(separator: " ").map(String.init) : []
    if words.isEmpty {
      let digits = text.filter(\.isASCIIDigit)
      self.text = ContactSearch(terms: digits.isEmpty ? [] : [ContactSearch.spellings(digits)])
    } else {
      self.text = ContactSearch(terms: words.map(OrderSearch.spellings).filter { !$0.isEmpty })
    }
  }

  /// As a name, and as a plate, in whichever alphabet it was typed.
  private static func spellings(_ word: String) -> [String] {
    if word.allSatisfy(\.isASCIIDigit) { return ContactSearch.spellings(word) }
    var spellings: [String] = []
    for spelling in [NameKey(word).text, OrderSearch.key(word)]
    where !spelling.isEmpty && !spellings.contains(spelling) {
      spellings.append(spelling)
    }
    return spellings
  }

  /// A number, plate or VIN as it stands in the search text.
  static func key(_ text: String) -> String {
    PlateKey(text).text.lowercased()
  }
}

extension Store {
  /// The orders that the filter lets through, from a place on: forward is newest first.
  func filteredOrders(_ request: OrderRequest) throws(StoreError) -> Page<Order> {
    if let search = OrderSearch(request.filter.search), let match = search.text.match,
      let found = try matches(search, match, request)
    {
      return try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
        (direction, from, inclusive, limit) throws(StoreError) in
        let ordered = direction == .forward ? found : found.reversed()
        let rest = ordered.drop { place in
          guard let from else { return false }
          if place == from { return !inclusive }
          return direction == .forward ? Store.isNewer(place, from) : Store.isNewer(from, place)
        }
        return try rest.prefix(limit).map { (place) throws(StoreError) in try order(place.id) }
          .compactMap { $0 }
      }
    }
    let (condition, values) = Store.condition(request)
    return try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let isForward = direction == .forward
      let end: Int64 = isForward ? .max : .min
      let comparison = (isForward ? "<" : ">") + (inclusive ? "=" : "")
      let order = isForward ? "DESC" : "ASC"
      return try self.readOrders(
        """
        \(condition)(o.opened, o.id) \(comparison) (?, ?)
        ORDER BY o.opened \(order), o.id \(order) LIMIT ?
        """,
        values + [from?.opened.milliseconds ?? end, from?.id.rawValue ?? end, limit])
    }
  }

  /// How many orders there are.
  /// - Parameter contact: counts his only; nil for all.
  public func orderCount(
    of contact: Contact.ID? = nil, filter: OrderFilter = OrderFilter()
  ) throws(StoreError) -> Int {
    let request = OrderRequest(anchor: .first, limit: 1, contact: contact, filter: filter)
    if contact == nil && filter == OrderFilter() { return try count("customer_order") }
    let (condition, values) = Store.condition(request)
    if let match = OrderSearch(filter.search)?.text.match {
      return try connection.rows(
        """
        SELECT count(*) FROM order_search s JOIN customer_order o ON o.id = s.rowid
        WHERE \(condition)order_search MATCH ?
        """, values: values + [match]
      ) { $0.int() }.first ?? 0
    }
    // The condition on `opened` says nothing, but lets the index of open orders be searched.
    return try connection.rows(
      "SELECT count(*) FROM customer_order o WHERE \(condition)o.opened >= ?",
      values: values + [Int64.min]
    ) { $0.int() }.first ?? 0
  }

  /// How many orders are in each repair status, whether or not it is in the list, and how many are
  /// open.
  public func orderCounts() throws(StoreError) -> OrderCounts {
    var counts = OrderCounts(open: try orderCount(filter: OrderFilter(isOpenOnly: true)))
    var word: String? = ""
    while let last = word {
      word = try connection.first(
        "SELECT status FROM customer_order WHERE status > ? ORDER BY status LIMIT 1", last
      ) { $0.text() }
      if let word {
        let status = RepairStatus(rawValue: word)
        counts.byStatus[status] = try orderCount(filter: OrderFilter(status: status))
      }
    }
    return counts
  }

  private typealias OrderPlace = OrderRequest.Position

  private static func isNewer(_ left: OrderPlace, _ right: OrderPlace) -> Bool {
    (left.opened, left.id.rawValue) > (right.opened, right.id.rawValue)
  }

  /// What stands before the condition on the place, and its values.
  private static func condition(
    _ request: OrderRequest
  ) -> (sql: String, values: [(any Bindable)?]) {
    var sql = ""
    var values: [(any Bindable)?] = []
    if let contact = request.contact {
      sql += "o.contact_id = ? AND "
      values.append(contact)
    }
    if let status = request.filter.status {
      sql += "o.status = ? AND "
      values.append(status.rawValue)
    }
    if request.filter.isOpenOnly { sql += "o.closed IS NULL AND " }
    if let search = OrderSearch(request.filter.search) {
      let condition = search.text.condition(on: "o.search")
      sql += condition.sql + " AND "
      values += condition.values
    }
    return (sql, values)
  }

  /// The places of all matches, newest first; nil where there are too many to sort.
  private func matches(
    _ search: OrderSearch, _ match: String, _ request: OrderRequest
  ) throws(StoreError) -> [OrderPlace]? {
    let (condition, values) = Store.condition(request)
    let found = try connection.rows(
      """
      SELECT o.opened, o.id FROM order_search s JOIN customer_order o ON o.id = s.rowid
      WHERE \(condition)order_search MATCH ? LIMIT ?
      """, values: values + [match, Store.fewMatches + 1]
    ) { OrderPlace(opened: $0.time(), id: $0.id()) }
    guard found.count <= Store.fewMatches else { return nil }
    return found.sorted(by: Store.isNewer)
  }

  /// Makes an order findable by what it and its client now are.
  func index(_ id: Order.ID) throws(StoreError) {
    let found = try connection.first(
      """
      SELECT o.number, o.make, o.model, o.plate, o.vin, o.comment, o.note, c.search, o.search
      FROM customer_order o JOIN contact c ON c.id = o.contact_id WHERE o.id = ?
      """, id
    ) { row in
      let number = row.text()
      let vehicle = "\(row.text()) \(row.text())"
      let keys = [number, row.text(), row.text()].map(OrderSearch.key)
      let notes = [row.text(), row.text()].map { NameKey($0).text }
      let lines = [NameKey(number).text, NameKey(vehicle).text] + keys[1...] + notes + [row.text()]
      // The key of the number is the first line, whatever it is: filters look for it there.
      let search = [keys[0]] + lines.filter { !$0.isEmpty }
      return (search: search.joined(separator: "\n"), before: row.text())
    }
    guard let found, found.search != found.before else { return }
    try unindex(id)
    try connection.run("UPDATE customer_order SET search = ? WHERE id = ?", found.search, id)
    try connection.run("INSERT INTO order_search (rowid, search) VALUES (?, ?)", id, found.search)
  }

  /// Takes an order out of the search index; its row is still there.
  func unindex(_ id: Order.ID) throws(StoreError) {
    // An external-content table is told what it had (https://www.sqlite.org/fts5.html, 4.4.3).
    try connection.run(
      """
      INSERT INTO order_search (order_search, rowid, search)
      SELECT 'delete', id, search FROM customer_order WHERE id = ?
      """, id)
  }

  /// The client is found by something else now.
  func indexOrders(of contact: Contact.ID) throws(StoreError) {
    let orders: [Order.ID] = try connection.rows(
      "SELECT id FROM customer_order WHERE contact_id = ?", contact
    ) { $0.id() }
    for order in orders { try index(order) }
  }
}
