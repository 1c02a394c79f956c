import Domain

/// Asks single calls whether a filter lets them through; remembers what it has learnt of clients,
/// contacts and orders on the way.
final class CallMatcher {
  private static let limit = 50_000

  private let store: Store
  private let query: CallQuery
  private var owners: [Int64: Int64?] = [:]
  private var clients: [Int64: UInt64] = [:]
  private var numbers: [Int64: UInt64] = [:]
  private var contacts: [Int64: UInt64] = [:]
  private var orders: [Int64: UInt64] = [:]
  private var orderNumbers: [Int64: UInt64] = [:]
  private let allTerms: UInt64

  init(_ query: CallQuery, _ store: Store) {
    self.query = query
    self.store = store
    allTerms = query.terms.count >= 64 ? .max : (1 << UInt64(query.terms.count)) - 1
  }

  /// A call met in an index.
  /// - Parameter facet: nil where the index does not say it.
  func admits(_ place: CallPlace, facet: Int64?) throws(StoreError) -> Bool {
    if let facet {
      guard let fit = try fit(facet) else { return false }
      if fit == .whole && query.isOfFacets { return true }
    }
    guard let traits = try traits(of: place.id) else { return false }
    return try admits(traits)
  }

  func traits(of id: Int64) throws(StoreError) -> CallTraits? {
    try store.connection.first(CallMatcher.one, id) { CallTraits(row: &$0) }
  }

  private static let one =
    "SELECT \(CallTraits.columns) FROM \(CallTraits.tables) WHERE c.id = ?"

  func admits(_ call: CallTraits) throws(StoreError) -> Bool {
    guard query.range.contains(call.place.start), try isOfFacets(call) else {
      return false
    }
    if let term = query.client, try !isClient(call.client, term) { return false }
    if let contact = query.filter.contact, try self.contact(of: call) != contact.rawValue {
      return false
    }
    if let term = query.order, try !isOrder(call.order, term) { return false }
    if query.filter.isNotCalledBack, try !isOwed(call) { return false }
    if query.terms.isEmpty { return true }
    return try hasTerms(call)
  }

  // MARK: - Facets

  /// Nil where none of its calls are in.
  private func fit(_ facet: Int64) throws(StoreError) -> CallQuery.Fit? {
    if let facets = query.facets { return facets[facet] }
    guard let match = query.match else { return .whole }
    return try store.facets.facet(facet).flatMap(match.fit)
  }

  private func isOfFacets(_ call: CallTraits) throws(StoreError) -> Bool {
    guard let fit = try fit(call.facet) else { return false }
    guard fit == .partial else { return true }
    let filter = query.filter
    if !filter.statuses.isEmpty, let status = try status(of: call.place, facet: call.facet),
      !filter.statuses.contains(status)
    {
      return false
    }
    guard !filter.talk.isEmpty || !filter.wait.isEmpty else { return true }
    let (wait, talk) = try call.seconds(store.phrases)
    return filter.talk.allSatisfy { $0.allows(talk ?? 0) }
      && filter.wait.allSatisfy { rule in wait.map(rule.allows) ?? false }
  }

  /// As the log shows it now.
  func status(of place: CallPlace, facet: Int64) throws(StoreError) -> CallStatus? {
    guard let status = try store.facets.facet(facet)?.status else { return nil }
    let age = query.now.seconds(since: Timestamp(milliseconds: place.start))
    return status.isLive && age > CallStatus.patience ? .unknown : status
  }

  // MARK: - Clients

  /// Whose the call is: by hand, else the one contact that owns the number.
  func contact(of call: CallTraits) throws(StoreError) -> Int64? {
    if let contact = call.contact { return contact }
    guard let client = call.client, !call.isDetached else { return nil }
    if let owner = owners[client] { return owner }
    let found = try store.owners(of: client)
    let owner = found.count == 1 ? found[0] : nil
    if owners.count >= CallMatcher.limit { owners = [:] }
    owners[client] = .some(owner)
    return owner
  }

  private func isClient(_ client: Int64?, _ term: CallTerm) throws(StoreError) -> Bool {
    guard let client else { return false }
    if let numbers = term.numbers { return numbers.contains(client) }
    return try remember(client, in: \.clients) { () throws(StoreError) in
      try term.isIn(text("SELECT text FROM number WHERE id = ?", client)) ? 1 : 0
    } != 0
  }

  /// Of these numbers those whose calls everything that is said of the client can be true of, apart
  /// from what was said of single calls by hand.
  func possible(_ numbers: Set<Int64>) throws(StoreError) -> Set<Int64> {
    var possible: Set<Int64> = []
    for number in numbers {
      if let term = query.client, try !isClient(number, term) { continue }
      let owners = try query.terms.isEmpty ? [] : store.owners(of: number)
      let owner = owners.count == 1 ? owners[0] : nil
      if try terms(client: number, contact: owner) == allTerms { possible.insert(number) }
    }
    return possible
  }

  private func isOwed(_ call: CallTraits) throws(StoreError) -> Bool {
    let contact = try contact(of: call)
    guard let client = contact.map(Client.contact) ?? call.client.map(Client.number),
      let since = try store.openSince(client)
    else { return false }
    return since.milliseconds <= call.place.start
  }

  private func isOrder(_ order: Int64?, _ term: CallTerm) throws(StoreError) -> Bool {
    guard let order else { return false }
    if let orders = term.orders { return orders.contains(order) }
    return try remember(order, in: \.orderNumbers) { () throws(StoreError) in
      let key = "SELECT \(Store.numberKey) FROM customer_order o WHERE o.id = ?"
      return try term.isIn(text(key, order)) ? 1 : 0
    } != 0
  }

  // MARK: - Text

  /// Whether each term stands somewhere. One bit for each term.
  private func hasTerms(_ call: CallTraits) throws(StoreError) -> Bool {
    var found = try terms(client: call.client, contact: contact(of: call))
    if found == allTerms { return true }
    if let order = call.order {
      found |= try remember(order, in: \.orders) { () throws(StoreError) in
        try bits(\.orders, order) { () throws(StoreError) in
          try text("SELECT search FROM customer_order WHERE id = ?", order)
        }
      }
    }
    if let note = call.note {
      found |= try bits(\.notes, call.place.id) { NameKey(note).text }
    }
    return found == allTerms
  }

  /// Those of the client's number and of his contact.
  private func terms(client: Int64?, contact: Int64?) throws(StoreError) -> UInt64 {
    var found: UInt64 = 0
    if let client {
      found |= try remember(client, in: \.numbers) { () throws(StoreError) in
        try bits(\.numbers, client) { () throws(StoreError) in
          try text("SELECT text FROM number WHERE id = ?", client)
        }
      }
    }
    if found != allTerms, let contact {
      found |= try remember(contact, in: \.contacts) { () throws(StoreError) in
        try bits(\.contacts, contact) { () throws(StoreError) in try contactText(contact) }
      }
    }
    return found
  }

  private func bits(
    _ rows: KeyPath<CallTerm, Set<Int64>?>, _ id: Int64,
    _ text: () throws(StoreError) -> String
  ) throws(StoreError) -> UInt64 {
    var bits: UInt64 = 0
    var known: String?
    for (index, term) in query.terms.prefix(64).enumerated() {
      let isThere: Bool
      if let rows = term[keyPath: rows] {
        isThere = rows.contains(id)
      } else {
        let folded = if let known { known } else { try text() }
        known = folded
        isThere =
          term.isBeginning ? term.spellings.contains(where: folded.hasPrefix) : term.isIn(folded)
      }
      if isThere { bits |= 1 << UInt64(index) }
    }
    return bits
  }

  /// What a contact can be found by, the name first, with all his orders.
  private func contactText(_ contact: Int64) throws(StoreError) -> String {
    let name = try text("SELECT name_key FROM contact WHERE id = ?", contact)
    let own = try text("SELECT search FROM contact WHERE id = ?", contact)
    let orders = try store.connection.rows(
      "SELECT search FROM customer_order WHERE contact_id = ?", contact
    ) { $0.text() }
    return ([name, own] + orders).joined(separator: "\n")
  }

  private func text(_ sql: String, _ id: Int64) throws(StoreError) -> String {
    try store.connection.first(sql, id) { $0.text() } ?? ""
  }

  private func remember(
    _ id: Int64, in cache: ReferenceWritableKeyPath<CallMatcher, [Int64: UInt64]>,
    _ find: () throws(StoreError) -> UInt64
  ) throws(StoreError) -> UInt64 {
    if let known = self[keyPath: cache][id] { return known }
    let found = try find()
    if self[keyPath: cache].count >= CallMatcher.limit { self[keyPath: cache] = [:] }
    self[keyPath: cache][id] = found
    return found
  }
}
