import Domain

extension Store {
  /// A page of the call log.
  /// - Parameter moment: what "today" is, and how old a live call; of no matter where all calls are
  ///   asked for by date.
  /// - Returns: not complete where it takes long to find all of it; the same request, asked again,
  ///   goes on.
  /// - Throws: `interrupted` where the question was (`asking`).
  public func calls(
    _ request: LogRequest, at moment: Moment = Moment(Timestamp(milliseconds: .max), in: .utc)
  ) throws(StoreError) -> Page<Call> {
    guard request.sort.key == .date else { return try sortedCalls(request, at: moment) }
    ranking = nil
    if request.filter.isEmpty && request.sort == .newestFirst {
      (finding, recent) = (nil, nil)
      return try Keyset.page(
        request.anchor, limit: request.limit, position: \.position, follows: isLogged
      ) { (direction, from, inclusive, limit) throws(StoreError) in
        try self.logRows(direction, from: from, inclusive: inclusive, limit: limit)
      }
    }
    return try connection.reading { () throws(StoreError) in
      if let places = try recentPage(request) { return try page(places) }
      return try page(finder(for: request, at: moment).page(request))
    }
  }

  /// The calls that stand there.
  func page(_ places: Page<LogPosition>) throws(StoreError) -> Page<Call> {
    var rows: [Call] = []
    for place in places.rows {
      guard var call = try call(place.id) else { continue }
      call.position = place
      rows.append(call)
    }
    return Page(
      rows: rows, hasBefore: places.hasBefore, hasAfter: places.hasAfter,
      isComplete: places.isComplete)
  }

  /// How many calls stand before a place of the whole log.
  /// - Parameter limit: tells of no more.
  public func callsNewer(
    than position: LogPosition, limit: Int = .max
  ) throws(StoreError) -> Int {
    let start = position.start.milliseconds
    let ties = Int(
      try connection.integer(
        "SELECT count(*) FROM call WHERE start = ? AND id > ?", start, position.id))
    guard start < .max else { return min(ties, limit) }
    return min(ties + (try figures(in: (start + 1) ... .max).total), limit)
  }

  /// Calls of the client's number before this one.
  public func earlierCalls(than call: Call) throws(StoreError) -> Int {
    guard let client = call.client else { return 0 }
    return Int(
      try connection.integer(
        """
        SELECT count(*) FROM call
        WHERE client_id = (SELECT id FROM number WHERE text = ?) AND (start, id) < (?, ?)
        """, client.text, call.start, call.id))
  }

  public func call(_ id: Call.ID) throws(StoreError) -> Call? {
    try read("c.id = ?", [id]).first
  }

  /// Calls in log order (forward: newest first) from a place on.
  private func logRows(
    _ direction: Direction, from: LogPosition?, inclusive: Bool, limit: Int
  ) throws(StoreError) -> [Call] {
    let isForward = direction == .forward
    let end: Int64 = isForward ? .max : .min
    let comparison = (isForward ? "<" : ">") + (inclusive ? "=" : "")
    let order = isForward ? "DESC" : "ASC"
    return try read(
      """
      (c.start, c.id) \(comparison) (?, ?) ORDER BY c.start \(order), c.id \(order) LIMIT ?
      """,
      [from?.start.milliseconds ?? end, from?.id.rawValue ?? end, limit])
  }

  /// Whether there are calls from a place on: the index knows it, without what a whole row is read from.
  private func isLogged(
    _ direction: Direction, from: LogPosition, inclusive: Bool
  ) throws(StoreError) -> Bool {
    let comparison = (direction == .forward ? "<" : ">") + (inclusive ? "=" : "")
    return try connection.first(
      "SELECT id FROM call c WHERE (c.start, c.id) \(comparison) (?, ?) LIMIT 1",
      from.start.milliseconds, from.id.rawValue
    ) { $0.integer() } != nil
  }

  /// A day's figures; the end is not part of it.
  public func figures(from: Timestamp, to: Timestamp) throws(StoreError) -> CallTally {
    guard from < to else { return CallTally() }
    return try figures(in: from.milliseconds...(to.milliseconds - 1))
  }
}

extension CallPlace {
  init(_ position: LogPosition) {
    self.init(start: position.start.milliseconds, id: position.id.rawValue)
  }
}

extension LogPosition {
  init(_ place: CallPlace, sort: CallSort, value: CallSort.Value) {
    self.init(
      start: Timestamp(milliseconds: place.start), id: Call.ID(place.id), sort: sort, value: value)
  }
}
