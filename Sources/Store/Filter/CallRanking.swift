import Domain

/// Calls in another order than by date. All that a filter lets through are looked at, step by step,
/// and those kept that stand nearest to one end of a stretch of the list.
final class CallRanking {
  let filter: CallFilter
  let sort: CallSort
  /// What the store was like, and when.
  let version: [Int64]
  let moment: Moment
  /// What it was made for.
  let anchor: Anchor<LogPosition>
  /// In the list's order.
  private(set) var kept: [LogPosition] = []
  /// More were found than are kept.
  private(set) var isCut = false
  /// Forward keeps the first of the stretch, backward the last.
  private var direction: Direction
  /// Where the stretch begins, or ends; nil for the list's end.
  private var edge: LogPosition?
  private let finder: CallFinder
  private var limits: FilterLimits { finder.store.limits }
  private var sweep: CallSweep
  private var names: [Int64: NameKey] = [:]

  var isComplete: Bool { sweep.isDone }

  init(
    _ request: LogRequest, at moment: Moment, version: [Int64], in store: Store
  ) throws(StoreError) {
    filter = request.filter
    sort = request.sort
    self.version = version
    self.moment = moment
    anchor = request.anchor
    switch request.anchor {
    case .first: (direction, edge) = (.forward, nil)
    case .last: (direction, edge) = (.backward, nil)
    case .before(let place): (direction, edge) = (.backward, place)
    case .after(let place), .around(let place), .from(let place):
      (direction, edge) = (.forward, place)
    }
    finder = try CallFinder(store.query(filter, at: moment), store)
    sweep = try CallSweep(finder)
  }

  /// Looks at further calls: at all of them where that does not take too long for one answer.
  func advance() throws(StoreError) {
    var seen = 0
    var found = 0
    let deadline = FileLock.clock() + 4 * limits.pause
    while !sweep.isDone, seen < limits.patience || FileLock.clock() < deadline,
      found <= limits.ranked
    {
      // An interruption loses the step, not the sweep.
      var next = sweep
      var places: [LogPosition] = []
      seen += try next.step { (call) throws(StoreError) in places.append(try position(of: call)) }
      sweep = next
      found += places.count
      kept += places.filter(isInside)
      if kept.count >= 2 * limits.ranked { cut() }
    }
    cut()
    // Nothing stands at that place or behind it any more: the end of the list is what is around it.
    guard anchor.takesRowsBefore, sweep.isDone, kept.isEmpty, edge != nil else { return }
    (direction, edge) = (.backward, nil)
    sweep = try CallSweep(finder)
    try advance()
  }

  private func isInside(_ place: LogPosition) -> Bool {
    guard let edge else { return true }
    return place == edge || (direction == .forward ? edge.precedes(place) : place.precedes(edge))
  }

  private func cut() {
    kept.sort { $0.precedes($1) }
    let excess = kept.count - limits.ranked
    guard excess > 0 else { return }
    isCut = true
    if direction == .forward { kept.removeLast(excess) } else { kept.removeFirst(excess) }
  }

  private func position(of call: CallSweep.Found) throws(StoreError) -> LogPosition {
    var traits = call.traits
    if traits == nil { traits = try finder.matcher.traits(of: call.place.id) }
    let value: CallSort.Value
    switch (sort.key, traits) {
    case (.date, _), (_, nil): value = .start
    case (.wait, let call?): value = .number(try call.seconds(finder.store.phrases).wait ?? -1)
    case (.talk, let call?): value = .number(try call.seconds(finder.store.phrases).talk ?? -1)
    case (.status, let call?):
      let status = try finder.matcher.status(of: call.place, facet: call.facet)
      value = .number(status?.rank ?? -1)
    case (.customer, let call?): value = .name(try name(of: call))
    }
    return LogPosition(call.place, sort: sort, value: value)
  }

  private func name(of call: CallTraits) throws(StoreError) -> NameKey {
    guard let contact = try finder.matcher.contact(of: call) else { return .unnamed }
    if let name = names[contact] { return name }
    let name = try finder.store.reference(to: contact)?.name.map(NameKey.init) ?? .unnamed
    if names.count >= limits.ranked { names = [:] }
    names[contact] = name
    return name
  }

  // MARK: - Answering

  /// Whether what is kept, or will be, answers the question.
  func answers(_ request: LogRequest, version: [Int64], at moment: Moment) -> Bool {
    guard filter == request.filter, sort == request.sort else { return false }
    // A long sweep is not begun again with every call that comes in.
    let isFresh =
      self.version == version && moment.today == self.moment.today
      || (isCut || !isComplete) && moment.now.seconds(since: self.moment.now) < 60
    guard isFresh else { return false }
    if anchor == request.anchor { return true }
    let isWhole = edge == nil && !isCut
    let (first, last) = (kept.first, kept.last)
    func isKept(_ place: LogPosition) -> Bool {
      guard let first, let last else { return false }
      return !place.precedes(first) && !last.precedes(place)
    }
    func hasAfter(_ place: LogPosition) -> Bool {
      index(of: place) + request.limit < kept.count || (direction == .backward && edge == nil)
    }
    func hasBefore(_ place: LogPosition) -> Bool {
      index(of: place) > request.limit || (direction == .forward && edge == nil)
    }
    switch request.anchor {
    case _ where isWhole: return true
    case .first: return direction == .forward && edge == nil
    case .last: return direction == .backward && edge == nil
    case .after(let place): return isKept(place) && hasAfter(place)
    case .before(let place): return isKept(place) && hasBefore(place)
    case .around(let place), .from(let place):
      return isKept(place) && hasAfter(place) && hasBefore(place)
    }
  }

  func page(_ request: LogRequest) throws(StoreError) -> Page<LogPosition> {
    let page = try Keyset.page(request.anchor, limit: request.limit, position: \.self) {
      (direction, from, inclusive, limit) throws(StoreError) in
      guard let from else {
        return direction == .forward ? Array(kept.prefix(limit)) : kept.suffix(limit).reversed()
      }
      let index = index(of: from)
      let isThere = kept.indices.contains(index) && kept[index] == from
      if direction == .forward {
        return Array(kept[(isThere && !inclusive ? index + 1 : index)...].prefix(limit))
      }
      return kept[..<(isThere && inclusive ? index + 1 : index)].suffix(limit).reversed()
    }
    // Beyond what is kept, and on the other side of the stretch's edge, the list goes on.
    let (before, after) = direction == .forward ? (edge != nil, isCut) : (isCut, edge != nil)
    return Page(
      rows: page.rows, hasBefore: page.hasBefore || before, hasAfter: page.hasAfter || after,
      isComplete: isComplete)
  }

  /// Of the first that does not come before that place.
  private func index(of place: LogPosition) -> Int {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].precedes(place) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Store {
  /// Exact at once up to `FilterLimits.ranked` calls; of more, or where many have to be looked at, the
  /// page is not complete, and the same request asked again goes on.
  func sortedCalls(_ request: LogRequest, at moment: Moment) throws(StoreError) -> Page<Call> {
    let version = [try dataVersion, connection.totalChanges]
    if ranking?.answers(request, version: version, at: moment) != true {
      ranking = try CallRanking(request, at: moment, version: version, in: self)
    }
    guard let ranking else { throw .missing }
    try ranking.advance()
    return try page(ranking.page(request))
  }
}

extension Anchor {
  /// Whether rows before the place are a part of the page as well.
  fileprivate var takesRowsBefore: Bool {
    switch self {
    case .around, .from: true
    case .first, .last, .after, .before: false
    }
  }
}
