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
    single = Set(streams?.calls ?? [])
    isDone = finder.query.isEmpty
  }

  /// Looks at some of the calls.
  /// - Returns: how many it has looked at.
  mutating func step(_ visit: (Found) throws(StoreError) -> Void) throws(StoreError) -> Int {
    guard !isDone else { return 0 }
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
