import Domain

extension Store {
  /// A period's calls in numbers. Of a year with a million calls it takes a tenth of a second or two:
  /// ask it `asking` an interruption.
  /// - Parameters:
  ///   - days: both included; `StatisticsPeriod.limit` at most.
  ///   - zone: the shop's, in which days are cut.
  /// - Throws: `interrupted` where the question was.
  public func statistics(
    of days: ClosedRange<CivilDate>, in zone: Zone
  ) throws(StoreError) -> Statistics {
    let hours = LocalHours(days, in: zone)
    var sums = CallSums(hours)
    sums.learn(try facets.all())
    let range = hours.bounds.lowerBound...max(hours.bounds.lowerBound, hours.bounds.upperBound - 1)
    // Reading a call's row takes about as long as going past two or three entries of an index.
    let few = try callCount() / 4
    if try figures(in: range).total <= few {
      try sumRows(in: range, &sums)
    } else {
      try sumIndexes(in: range, &sums)
    }
    return try statistics(sums)
  }

  /// Reads the calls of the period by themselves.
  private func sumRows(
    in range: ClosedRange<Int64>, _ sums: inout CallSums
  ) throws(StoreError) {
    var calls: [(client: Int64?, start: Int64, facet: Int64)] = []
    try connection.visit(
      """
      SELECT client_id, start, facet_id FROM call INDEXED BY call_by_start
      WHERE start >= ? AND start <= ?
      """, [range.lowerBound, range.upperBound]
    ) { (row: inout Row) throws(StoreError) in
      calls.append((row.optionalInteger(), row.integer(), row.integer()))
      return true
    }
    calls.sort { ($0.client ?? 0) < ($1.client ?? 0) }
    for call in calls {
      try add(facet: call.facet, start: call.start, client: call.client, to: &sums)
    }
  }

  /// Goes through every client's calls as they stand beside each other in an index, and then through
  /// those of no client.
  private func sumIndexes(
    in range: ClosedRange<Int64>, _ sums: inout CallSums
  ) throws(StoreError) {
    try connection.visit(
      """
      SELECT client_id, start, facet_id FROM call INDEXED BY call_by_client
      WHERE client_id IS NOT NULL AND start >= ? AND start <= ? ORDER BY client_id
      """, [range.lowerBound, range.upperBound]
    ) { (row: inout Row) throws(StoreError) in
      let (client, start, facet) = (row.integer(), row.integer(), row.integer())
      try add(facet: facet, start: start, client: client, to: &sums)
      return true
    }
    for (id, facet) in try facets.all() where !facet.hasClient {
      try connection.visit(
        """
        SELECT start FROM call INDEXED BY call_by_facet
        WHERE facet_id = ? AND start >= ? AND start <= ?
        """, [id, range.lowerBound, range.upperBound]
      ) { (row: inout Row) throws(StoreError) in
        try add(facet: id, start: row.integer(), client: nil, to: &sums)
        return true
      }
    }
  }

  private func add(
    facet: Int64, start: Int64, client: Int64?, to sums: inout CallSums
  ) throws(StoreError) {
    // A call may have come in since.
    if !sums.knows(facet) { sums.learn(try facets.all()) }
    sums.add(facet: facet, start: start, client: client)
  }

  private func statistics(_ counted: CallSums) throws(StoreError) -> Statistics {
    let days = counted.days
    var waits: [Int: CallTally] = [:]
    var sources: [Int64: CallTally] = [:]
    var employees: [Int64: CallTally] = [:]
    for (id, facet) in try facets.all() where counted.calls[Int(id)] > 0 {
      let calls = counted.calls[Int(id)]
      let tally = CallTally(
        total: calls, answered: facet.status == .answered ? calls : 0,
        missed: facet.status == .missed ? calls : 0)
      waits[facet.wait, default: CallTally()] += tally
      sources[facet.source, default: CallTally()] += tally
      employees[facet.employee, default: CallTally()] += tally
    }
    return Statistics(
      days: days, hours: counted.hoursOfDay, missedByHour: counted.missedByHour,
      waits: Store.waits(waits),
      sources: try named(sources) { id throws(StoreError) in
        let utm = try phrases.source(id == 0 ? nil : id)
        let source = Source(
          source: utm[0], medium: utm[1], campaign: utm[2], content: utm[3], term: utm[4])
        return Source(source: source.source, medium: source.medium)
      },
      employees: try named(employees) { id throws(StoreError) in
        try phrases.employee(id == 0 ? nil : id).name
      }, callers: try callers(counted, of: days.lazy.map(\.tally).sum))
  }

  /// Every class, those without calls too; what is not known stands last.
  private static func waits(
    _ tallies: [Int: CallTally]
  ) -> [Statistics.Part<ClosedRange<Int>?>] {
    let known = SecondsClasses.wait.ranges.enumerated().map { index, range in
      Statistics.Part<ClosedRange<Int>?>(range, tallies[index] ?? CallTally())
    }
    return known + [Statistics.Part(nil, tallies[-1] ?? CallTally())]
  }

  /// Row ids that mean the same to people are one part.
  private func named<Key: Hashable & Sendable>(
    _ tallies: [Int64: CallTally], _ name: (Int64) throws(StoreError) -> Key
  ) throws(StoreError) -> [Statistics.Part<Key>] {
    var sums: [Key: (first: Int64, tally: CallTally)] = [:]
    for (id, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      sums[try name(id), default: (id, CallTally())].tally += tally
    }
    return sums.sorted {
      ($1.value.tally.total, $0.value.first) < ($0.value.tally.total, $1.value.first)
    }.map { Statistics.Part($0.key, $0.value.tally) }
  }

  private func callers(
    _ counted: CallSums, of total: CallTally
  ) throws(StoreError) -> CallerFigures {
    var sums = counted.callers
    sums.end()
    var rest = total
    rest -= sums.classes.lazy.map(\.tally).sum
    var most: [CallerFigures.Caller] = []
    for caller in sums.most {
      let number = try connection.first(
        "SELECT kind, text FROM number WHERE id = ?", caller.client
      ) { $0.optionalNumber() }
      guard let number = number ?? nil else { continue }
      let owners = try owners(of: caller.client)
      let contact = owners.count == 1 ? try reference(to: owners[0]) : nil
      most.append(CallerFigures.Caller(number: number, contact: contact, tally: caller.tally))
    }
    return CallerFigures(classes: sums.classes, most: most, rest: rest)
  }
}
