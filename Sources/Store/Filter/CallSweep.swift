import Domain

/// Goes through all calls of a filter, in no order, step by step: what takes long can be left and
/// gone on with.
struct CallSweep {
  struct Found {
    let place: CallPlace
    /// Nil where they need not be read.
    let traits: CallTraits?
  }

  private let finder: CallFinder
  /// Goes through all numbers, and through the calls of those that the client's may be. Nil for
  /// another way.
  private var numbers: Numbers?
  /// Nil for a walk through the whole log.
  private let streams: CallStreams?
  private var single: Set<CallPlace>
  private var stream = 0
  private var place: CallPlace?
  private(set) var isDone: Bool

  init(_ finder: CallFinder) throws(StoreError) {
    self.finder = finder
    // Of very many ranges the log itself is read faster: its rows stand beside each other.
    let all = try finder.store.facets.count()
    let streams = try finder.streams().flatMap { streams in
      streams.index == .facet && streams.keys.count * 3 > all ? nil : streams
    }
    self.streams = streams
    if streams?.index != .client {
      let part = streams.map { Double($0.keys.count) / Double(max(1, all)) }
      numbers = try Numbers(finder, instead: part ?? 1)
    }
    single = Set(streams?.calls ?? [])
    isDone = finder.query.isEmpty
  }

  /// Looks at some of the calls.
  /// - Returns: how many it has looked at.
  mutating func step(_ visit: (Found) throws(StoreError) -> Void) throws(StoreError) -> Int {
    guard !isDone else { return 0 }
    if numbers != nil { return try stepNumbers(visit) }
    guard let streams else { return try stepLog(visit) }
    if stream == 0 && place == nil {
      for place in single where finder.query.range.contains(place.start) {
        if try finder.matcher.admits(place, facet: nil) {
          try visit(Found(place: place, traits: nil))
        }
      }
    }
    var count = 0
    while count < finder.store.limits.stretch, stream < streams.keys.count {
      let key = streams.keys[stream]
      let limit = finder.store.limits.stretch
      let calls = try streams.calls(.forward, key, from: place, limit: limit, finder.store)
      for (place, facet) in calls where !single.contains(place) {
        if try finder.matcher.admits(place, facet: facet) {
          try visit(Found(place: place, traits: nil))
        }
      }
      count += calls.count + 1
      place = calls.last?.place
      if calls.count < limit { (stream, place) = (stream + 1, nil) }
    }
    isDone = stream >= streams.keys.count
    return count
  }

  private mutating func stepNumbers(
    _ visit: (Found) throws(StoreError) -> Void
  ) throws(StoreError) -> Int {
    guard var numbers else { return 0 }
    var count = 0
    try numbers.step(finder) { (place, facet) throws(StoreError) in
      count += 1
      if try finder.matcher.admits(place, facet: facet, hasClient: true) {
        try visit(Found(place: place, traits: nil))
      }
    }
    self.numbers = numbers
    isDone = numbers.isDone
    return count + 1
  }

  private mutating func stepLog(
    _ visit: (Found) throws(StoreError) -> Void
  ) throws(StoreError) -> Int {
    var count = 0
    var last = place
    try finder.visitLog(.forward, from: place, inclusive: false, limit: finder.store.limits.stretch)
    {
      (call) throws(StoreError) in
      count += 1
      last = call.place
      if try finder.matcher.admits(call) {
        try visit(Found(place: call.place, traits: call))
      }
      return true
    }
    place = last
    isDone = count < finder.store.limits.stretch
    return count
  }
}

/// All numbers in order of their ids, and the calls of those with a part that is asked for: of a part
/// that stands in very many numbers it is shorter to ask each number once than each call for its own.
private struct Numbers {
  private let term: CallTerm
  private var number: Int64 = 0
  private let last: Int64

  var isDone: Bool { number >= last }

  /// Nil where no part of a number is asked for, those that have it are known, or it is shorter to look
  /// at the calls.
  /// - Parameter part: of all calls in the filter's time these would be looked at.
  init?(_ finder: CallFinder, instead part: Double) throws(StoreError) {
    guard let term = finder.query.client, term.numbers == nil else { return nil }
    self.term = term
    last = try finder.store.connection.integer("SELECT max(id) FROM number")
    // A call takes as long as four numbers, or longer.
    let calls = try finder.store.figures(in: finder.query.range).total
    guard Double(calls) * part * 4 >= Double(last) else { return nil }
  }

  mutating func step(
    _ finder: CallFinder, _ visit: (CallPlace, Int64) throws(StoreError) -> Void
  ) throws(StoreError) {
    let next = min(last, number + Int64(finder.store.limits.stretch))
    let parts = term.spellings.map { _ in "instr(n.text, ?) > 0" }.joined(separator: " OR ")
    let range = finder.query.range
    try finder.store.connection.visit(
      """
      SELECT c.start, c.id, c.facet_id FROM number n CROSS JOIN call c ON c.client_id = n.id
      WHERE n.id > ? AND n.id <= ? AND (\(parts)) AND c.start >= ? AND c.start <= ?
      """,
      [number, next] + term.spellings + [range.lowerBound, range.upperBound]
    ) { (row: inout Row) throws(StoreError) in
      try visit(CallPlace(start: row.integer(), id: row.integer()), row.integer())
      return true
    }
    number = next
  }
}
