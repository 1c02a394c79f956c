import Domain

/// A filter, resolved against what the store knows at a moment: which calls can be in it, and what
/// has still to be asked of each.
struct CallQuery {
  enum Fit {
    /// All calls of the facet are in.
    case whole
    /// Each call's seconds, or the age of its status, have to be looked at.
    case partial
  }

  let filter: CallFilter
  let now: Timestamp
  /// Unix milliseconds.
  var range: ClosedRange<Int64> = .min ... .max
  /// Nil where every facet will do.
  var match: FacetMatch?
  /// So few calls are in the range that each is looked at by itself.
  var isShort = false
  /// What passes, by id; nil where every facet will do, or the range is short.
  var facets: [Int64: Fit]?
  /// Of them those that calls may be in which are not `besides`.
  var walkedFacets: [Int64]?
  /// Calls of the other facets that may be in.
  var besides: Set<Int64> = []
  /// The words of the text.
  var terms: [CallTerm] = []
  /// The client's number.
  var client: CallTerm?
  /// The order's number.
  var order: CallTerm?
  /// Where the calls are to be looked for; nil where any call may be in, or too many.
  var lead: CallLead?
  /// Nothing can be in it.
  var isEmpty = false

  /// Whether nothing has to be asked of a call that its facet does not say.
  var isOfFacets: Bool { client == nil && isOfFacetsAndClient }

  /// The same, apart from the client's number.
  var isOfFacetsAndClient: Bool {
    terms.isEmpty && order == nil && filter.contact == nil && !filter.isNotCalledBack
  }

  /// Whether more than one thing is said of a call's client.
  var hasSeveralOfClient: Bool {
    terms.count + (client == nil ? 0 : 1) > 1
  }
}

extension Store {
  func query(_ filter: CallFilter, at moment: Moment) throws(StoreError) -> CallQuery {
    var query = CallQuery(filter: filter, now: moment.now)
    var low = filter.since?.milliseconds ?? .min
    var high = Int64.max
    if let days = filter.period?.bounds(at: moment) {
      low = max(low, days.lowerBound.milliseconds)
      let end = days.upperBound.milliseconds
      high = end == .max ? end : end - 1
      query.isEmpty = days.isEmpty
    }
    if filter.isNotCalledBack {
      low = max(low, try oldestMiss().milliseconds)
    }
    guard low <= high, !query.isEmpty else {
      query.isEmpty = true
      return query
    }
    query.range = low...high
    query.match = try FacetMatch(filter, self)
    guard query.match?.isEmpty != true else {
      query.isEmpty = true
      return query
    }
    query.isShort = try figures(in: query.range).total <= limits.short
    if let match = query.match, !query.isShort {
      query.facets = try fits(match)
      query.isEmpty = query.facets?.isEmpty == true
    }
    if !query.isEmpty { try resolve(&query) }
    return query
  }

  private func fits(_ match: FacetMatch) throws(StoreError) -> [Int64: CallQuery.Fit] {
    var fits: [Int64: CallQuery.Fit] = [:]
    for (id, facet) in try facets.all() {
      if let fit = match.fit(facet) { fits[id] = fit }
    }
    return fits
  }

  /// Where to look: of all that has to be in the call the rarest.
  private func resolve(_ query: inout CallQuery) throws(StoreError) {
    let filter = query.filter
    var leads: [CallLead] = []
    if let contact = filter.contact { leads.append(CallLead(contacts: RowIDs([contact.rawValue]))) }
    if !filter.client.isEmpty {
      let digits = filter.client.filter(\.isASCIIDigit)
      var term = CallTerm(spellings: digits.isEmpty ? [] : ContactSearch.spellings(digits))
      term.numbers = try numbers(with: term)
      query.client = term
      if let numbers = term.numbers { leads.append(CallLead(numbers: numbers)) }
    }
    if !filter.order.isEmpty {
      let key = OrderSearch.key(filter.order)
      var term = CallTerm(spellings: key.isEmpty ? [] : [key])
      term.orders = try orders(with: term)
      query.order = term
      if let orders = term.orders { leads.append(CallLead(orders: orders)) }
      if filter.isFromNewClient { leads.append(CallLead(calls: try callsWithGivenOrder())) }
    }
    for spellings in OrderSearch(filter.text)?.text.terms ?? [] {
      let term = try self.term(spellings)
      query.terms.append(term)
      if let lead = try lead(term, ofNewClients: filter.isFromNewClient) { leads.append(lead) }
    }
    try leaveOutStrangers(&query)
    query.lead = leads.min { $0.count < $1.count }
    query.isEmpty =
      query.isEmpty || query.lead?.count == 0 || !filter.text.trimmed.isEmpty && query.terms.isEmpty
      || filter.isFromNewClient && filter.contact != nil
  }

  /// A new client has neither a contact nor orders, only what calls were given by hand.
  private func lead(
    _ term: CallTerm, ofNewClients isFromNewClient: Bool
  ) throws(StoreError) -> CallLead? {
    guard let numbers = term.numbers, let notes = term.notes else { return nil }
    if isFromNewClient {
      return CallLead(numbers: numbers, calls: try callsWithGivenOrder().union(notes.all))
    }
    guard let contacts = term.contacts, let orders = term.orders else { return nil }
    return CallLead(numbers: numbers, contacts: contacts, orders: orders, calls: Set(notes.all))
  }

  /// A word that stands in no number is said of a call without a contact only by hand: the few that
  /// people have said something of are looked at by themselves, and of all others none.
  private func leaveOutStrangers(_ query: inout CallQuery) throws(StoreError) {
    query.walkedFacets = query.facets.map { Array($0.keys) }
    guard let facets = query.walkedFacets,
      let term = query.terms.first(where: { $0.numbers?.isEmpty == true }),
      let besides = try callsMarkedByHand([term])
    else { return }
    query.besides = besides
    let known = Set(
      try self.facets.all().filter { $0.facet.hasClient && !$0.facet.isNew }.map(\.id))
    query.walkedFacets = facets.filter(known.contains)
  }

  /// Calls of which people have said what the words may be in, or whose they are. Nil where those are
  /// too many.
  func callsMarkedByHand(_ terms: [CallTerm]) throws(StoreError) -> Set<Int64>? {
    var calls = try callsWithGivenOrder().union(callsWithGivenContact())
    for term in terms {
      guard let notes = term.notes else { return nil }
      calls.formUnion(notes.all)
    }
    return calls.count <= limits.rows ? calls : nil
  }
}
