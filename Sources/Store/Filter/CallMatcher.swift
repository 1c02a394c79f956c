import Domain

/// Asks single calls whether a filter lets them through; remembers what it has learnt of clients,
/// contacts and orders on the way.
final class CallMatcher {
  private let store: Store
  private let query: CallQuery
  private let owners = RowMemo<Int64?>()
  private let clients = RowMemo<Bool>()
  private let orderNumbers = RowMemo<Bool>()
  private let terms: TermMatcher

  init(_ query: CallQuery, _ store: Store) {
    self.query = query
    self.store = store
    terms = TermMatcher(query.terms, store)
  }

  /// A call met in an index.
  /// - Parameters:
  ///   - facet: nil where the index does not say it.
  ///   - hasClient: the client's number is known to be one of those that are asked for.
  func admits(
    _ place: CallPlace, facet: Int64?, hasClient: Bool = false
  ) throws(StoreError) -> Bool {
    if let facet {
      guard let fit = try fit(facet) else { return false }
      if fit == .whole && (query.isOfFacets || hasClient && query.isOfFacetsAndClient) {
        return true
      }
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

  func contact(of call: CallTraits) throws(StoreError) -> Int64? {
    try call.contact { (client) throws(StoreError) in
      try owners.value(of: client) { () throws(StoreError) in try store.soleOwner(of: client) }
    }
  }

  private func isClient(_ client: Int64?, _ term: CallTerm) throws(StoreError) -> Bool {
    guard let client else { return false }
    if let numbers = term.numbers { return numbers.contains(client) }
    return try clients.value(of: client) { () throws(StoreError) in
      try term.isIn(text("SELECT text FROM number WHERE id = ?", client))
    }
  }

  /// Of these numbers those whose calls everything that is said of the client can be true of, apart
  /// from what was said of single calls by hand.
  func possible(_ numbers: RowIDs) throws(StoreError) -> RowIDs {
    var possible: [Int64] = []
    for number in numbers.all {
      if let term = query.client, try !isClient(number, term) { continue }
      let owner = try query.terms.isEmpty ? nil : store.soleOwner(of: number)
      if try inClient(number, contact: owner) == terms.all { possible.append(number) }
    }
    return RowIDs(possible)
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
    return try orderNumbers.value(of: order) { () throws(StoreError) in
      try term.isIn(text(Store.selectNumberKey, order))
    }
  }

  // MARK: - Text

  /// Whether each term stands somewhere.
  private func hasTerms(_ call: CallTraits) throws(StoreError) -> Bool {
    var found = try inClient(call.client, contact: contact(of: call))
    if found != terms.all, let order = call.order { found |= try terms.inOrder(order) }
    if found != terms.all, let note = call.note { found |= terms.inNote(note, of: call.place.id) }
    return found == terms.all
  }

  /// Those of the client's number and of his contact.
  private func inClient(_ client: Int64?, contact: Int64?) throws(StoreError) -> UInt64 {
    var found: UInt64 = 0
    if let client { found |= try terms.inNumber(client) }
    if found != terms.all, let contact { found |= try terms.inContact(contact) }
    return found
  }

  private func text(_ sql: String, _ id: Int64) throws(StoreError) -> String {
    try store.connection.first(sql, id) { $0.text() } ?? ""
  }
}
