import Domain

/// Finds the calls of a filter in order of start. Where they are far apart it answers with what it
/// has found in a moment, and goes on where it was when it is asked the same again.
final class CallFinder {
  let query: CallQuery
  let store: Store
  let matcher: CallMatcher
  /// Whether the latest page is all that was asked for.
  private(set) var isComplete = true
  /// How many ranges there are about; nil where any call may be in.
  private let streamCount: Int?
  private let index: CallStreams.Index
  /// About which part of all calls is in the ranges.
  private let share: Double
  private var known: CallStreams?
  private var request: LogRequest?
  private var hunts: [CallHunt.Start: CallHunt] = [:]
  /// Calls looked at for the present answer, and up to when it may take.
  private var looked = 0
  private var deadline = Int64.max

  init(_ query: CallQuery, _ store: Store) throws(StoreError) {
    self.query = query
    self.store = store
    matcher = CallMatcher(query, store)
    guard !query.isShort else {
      (index, streamCount, share) = (.facet, nil, 1)
      return
    }
    // The fewer calls are to be looked at: of the numbers, or of the facets.
    let facets = query.walkedFacets?.count
    let all = try store.facets.count()
    guard let lead = query.lead else {
      // Of most facets the calls stand beside each other in the log.
      let isMost = facets.map { $0 * 3 > all && $0 > store.limits.streams } ?? false
      (index, streamCount, share) = (.facet, isMost ? nil : facets, 1)
      return
    }
    let part = facets.map { Double($0) / Double(max(1, all)) } ?? 1
    let share = try store.share(of: lead)
    if part < share {
      (index, streamCount, self.share) = (.facet, facets, part)
    } else {
      (index, streamCount, self.share) = (.client, lead.count, share)
    }
  }

  /// Made when they are needed: of many rows it takes its time. Nil where any call may be in.
  func streams() throws(StoreError) -> CallStreams? {
    if let known { return known }
    guard streamCount != nil else { return nil }
    if index == .facet, let facets = query.walkedFacets {
      known = CallStreams(
        index: index, keys: facets.sorted(), calls: try places(query.besides), range: query.range)
    } else if let lead = query.lead {
      known = try leadStreams(lead)
    }
    return known
  }

  /// Of the lead's clients those that everything else said of the client can be true of.
  private func leadStreams(_ lead: CallLead) throws(StoreError) -> CallStreams {
    var places = try store.places(of: lead)
    if query.hasSeveralOfClient, let besides = try store.callsMarkedByHand(query.terms) {
      places.numbers = try matcher.possible(places.numbers)
      places.calls.formUnion(besides)
    }
    return CallStreams(
      index: .client, keys: places.numbers.all, calls: try self.places(places.calls),
      range: query.range)
  }

  private func places(_ calls: Set<Int64>) throws(StoreError) -> [CallPlace] {
    try calls.map { (id) throws(StoreError) in
      try store.connection.first("SELECT start FROM call WHERE id = ?", id) {
        CallPlace(start: $0.integer(), id: id)
      }
    }.compactMap { $0 }
  }

  // MARK: - Pages

  /// In date order. Where it is not complete its rows are the first that there are.
  func page(_ request: LogRequest) throws(StoreError) -> Page<LogPosition> {
    if request != self.request { hunts = [:] }
    self.request = request
    isComplete = true
    (looked, deadline) = (0, FileLock.clock() + store.limits.pause)
    let stands = { (place: LogPosition) throws(StoreError) in
      try self.admits(CallPlace(place))
    }
    let page = try Keyset.page(
      request.anchor, limit: request.limit, position: \.self, stands: stands
    ) { (direction, from, inclusive, limit) throws(StoreError) in
      try self.places(
        request.sort.isAscending ? direction.opposite : direction, from: from.map(CallPlace.init),
        inclusive: inclusive, limit: limit
      ).map { LogPosition($0, sort: request.sort, value: .start) }
    }
    return Page(
      rows: page.rows, hasBefore: page.hasBefore, hasAfter: page.hasAfter, isComplete: isComplete)
  }

  /// - Returns: up to `limit` places in the order they are met; forward is newest first.
  private func places(
    _ direction: Direction, from: CallPlace?, inclusive: Bool, limit: Int
  ) throws(StoreError) -> [CallPlace] {
    guard !query.isEmpty, limit > 0 else { return [] }
    let start = CallHunt.Start(direction: direction, from: from, inclusive: inclusive)
    let walk = walk(for: limit)
    // What an interruption leaves half done is begun again.
    var hunt = hunts.removeValue(forKey: start) ?? CallHunt(start, walk: walk)
    try hunt.advance(to: limit, self)
    hunts[start] = hunt
    if !hunt.isDone && hunt.found.count < limit { isComplete = false }
    return Array(hunt.found.prefix(limit))
  }

  /// How many calls of the log to look at before the ranges are merged: none where the ranges are few,
  /// or would be opened before so many calls have been met.
  private func walk(for limit: Int) -> Int {
    guard let count = streamCount else { return .max }
    guard count > store.limits.streams else { return 0 }
    let calls = Double(limit) / max(share, .leastNonzeroMagnitude)
    let isLonger = index == .client && calls > Double(count) * store.limits.opening
    return isLonger ? 0 : max(store.limits.walk, count)
  }

  /// Whether asking the same again goes on with it.
  func isUnfinished(_ request: LogRequest) -> Bool {
    !isComplete && request == self.request
  }

  /// Whether there is time for another call in this answer.
  var mayLook: Bool {
    let least = store.limits.least
    return looked < least || looked % min(64, least) != 0 || FileLock.clock() < deadline
  }

  /// A call is looked at.
  func look() {
    looked += 1
  }

  func visitLog(
    _ direction: Direction, from: CallPlace?, inclusive: Bool, limit: Int,
    _ visit: (CallTraits) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let window = LogWindow(direction, from: from, inclusive: inclusive, range: query.range)
    try store.connection.visit(
      """
      SELECT \(CallTraits.columns) FROM \(CallTraits.tables) WHERE \(window.condition)
      ORDER BY \(window.order) LIMIT ?
      """, window.values + [limit]
    ) { (row: inout Row) throws(StoreError) in try visit(CallTraits(row: &row)) }
  }

  /// Whether one of the calls stands there.
  func admits(_ place: CallPlace) throws(StoreError) -> Bool {
    guard !query.isEmpty, let traits = try matcher.traits(of: place.id), traits.place == place
    else { return false }
    return try matcher.admits(traits)
  }
}
