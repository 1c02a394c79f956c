import Domain

extension Store {
  /// How many calls the log has, those that were not understood included.
  public func callCount() throws(StoreError) -> Int {
    try count("call")
  }

  /// How many calls a filter lets through. Of millions it takes its time: ask it `asking` an
  /// interruption.
  /// - Parameter limit: counts no further; nil for all.
  public func callCount(
    of filter: CallFilter, at moment: Moment, limit: Int? = nil
  ) throws(StoreError) -> Int {
    if filter.isEmpty { return try callCount() }
    let limit = limit ?? .max
    let finder = try CallFinder(query(filter, at: moment), self)
    let query = finder.query
    guard !query.isEmpty else { return 0 }
    if query.isOfFacets {
      guard query.match != nil else { return min(limit, try figures(in: query.range).total) }
      if let facets = query.facets, !facets.values.contains(.partial) {
        return try count(facets.keys.sorted(), in: query.range, limit: limit)
      }
    }
    var count = 0
    var sweep = try CallSweep(finder)
    while !sweep.isDone && count < limit { _ = try sweep.step { _ in count += 1 } }
    return min(count, limit)
  }

  private func count(
    _ facets: [Int64], in range: ClosedRange<Int64>, limit: Int
  ) throws(StoreError) -> Int {
    var count = 0
    for facet in facets where count < limit {
      count += Int(
        try connection.integer(
          """
          SELECT count(*) FROM (
            SELECT 1 FROM call WHERE facet_id = ? AND start >= ? AND start <= ? LIMIT ?)
          """, facet, range.lowerBound, range.upperBound, limit - count))
    }
    return count
  }
}
