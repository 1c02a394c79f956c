import Domain

/// Finds the calls of a filter in order of start.
final class CallFinder {
  let query: CallQuery
  let store: Store
  let matcher: CallMatcher
  /// How many ranges there are about; nil where any call may be in.
  private let streamCount: Int?
  private let index: CallStreams.Index
  private var known: CallStreams?

  init(_ query: CallQuery, _ store: Store) throws(StoreError) {
    self.query = query
    self.store = store
    matcher = CallMatcher(query, store)
    // The fewer calls are to be looked at: of the numbers, or of the facets.
    let facets = query.walkedFacets?.count
    let all = try store.facets.all().count
    guard let lead = query.lead else {
      // Of most facets the calls stand beside each other in the log.
      let isMost = facets.map { $0 * 3 > all && $0 > store.limits.streams } ?? false
      (index, streamCount) = (.facet, isMost ? nil : facets)
      return
    }
    let numbers = try store.connection.integer("SELECT max(id) FROM number")
    let share = Double(lead.count) / Double(max(1, numbers))
    if let facets, Double(facets) / Double(max(1, all)) < share {
      (index, streamCount) = (.facet, facets)
    } else {
      (index, streamCount) = (.client, lead.count)
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
      let places = try store.places(of: lead)
      known = CallStreams(
        index: index, keys: places.numbers.sorted(), calls: try self.places(places.calls),
        range: query.range)
    }
    return known
  }

  private func places(_ calls: Set<Int64>) throws(StoreError) -> [CallPlace] {
    try calls.map { (id) throws(StoreError) in
      try store.connection.first("SELECT start FROM call WHERE id = ?", id) {
        CallPlace(start: $0.integer(), id: id)
      }
    }.compactMap { $0 }
  }

  /// - Parameter from: nil for the beginning.
  /// - Returns: up to `limit` places in the order they are met; forward is newest first.
  func places(
    _ direction: Direction, from: CallPlace?, inclusive: Bool, limit: Int
  ) throws(StoreError) -> [CallPlace] {
    guard !query.isEmpty, limit > 0 else { return [] }
    var found: [CallPlace] = []
    var (from, inclusive) = (from, inclusive)
    // With more than a few there are so many calls that a short walk is likely to meet enough.
    let count = streamCount ?? .max
    if count > store.limits.streams {
      var left = count == .max ? .max : max(store.limits.walk, count)
      while left > 0 {
        var seen = 0
        let stretch = min(left, store.limits.stretch)
        try visitLog(direction, from: from, inclusive: inclusive, limit: stretch) {
          (call) throws(StoreError) in
          seen += 1
          (from, inclusive) = (call.place, false)
          if try matcher.admits(call) { found.append(call.place) }
          return found.count < limit
        }
        if found.count == limit || seen < stretch { return found }
        if left != .max { left -= seen }
      }
    }
    let streams = try streams()
    try streams?.walk(direction, from: from, inclusive: inclusive, in: store) {
      (place, facet) throws(StoreError) in
      if try matcher.admits(place, facet: facet) { found.append(place) }
      return found.count < limit
    }
    return found
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
