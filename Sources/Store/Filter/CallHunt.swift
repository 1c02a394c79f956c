import Domain

/// The calls of a filter from a place on, in one direction, as far as they have been looked for.
struct CallHunt {
  struct Start: Hashable {
    let direction: Direction
    /// Nil for the beginning.
    let from: CallPlace?
    let inclusive: Bool
  }

  /// In the order they are met.
  private(set) var found: [CallPlace] = []
  /// Nothing follows what was found.
  private(set) var isDone = false
  private let direction: Direction
  /// Up to where it has come.
  private var place: CallPlace?
  private var inclusive: Bool
  /// Up to so many calls of the log are looked at one after the other before the ranges are merged,
  /// as long as it looks as if they would be enough.
  private let walk: Int
  private var walked = 0
  private var merge: CallMerge?

  init(_ start: Start, walk: Int) {
    direction = start.direction
    place = start.from
    inclusive = start.inclusive
    self.walk = walk
  }

  /// Goes on until so many are found, or the finder says that it takes too long.
  mutating func advance(to limit: Int, _ finder: CallFinder) throws(StoreError) {
    while !isDone, found.count < limit, finder.mayLook {
      if walked < walk { try walkLog(limit, finder) } else { try mergeRanges(limit, finder) }
    }
  }

  private mutating func walkLog(_ limit: Int, _ finder: CallFinder) throws(StoreError) {
    var seen = 0
    var isCut = false
    let isAll = walk == .max
    let stretch = isAll ? finder.store.limits.stretch : finder.store.limits.least
    try finder.visitLog(direction, from: place, inclusive: inclusive, limit: stretch) {
      (call) throws(StoreError) in
      seen += 1
      (place, inclusive) = (call.place, false)
      finder.look()
      if try finder.matcher.admits(call) { found.append(call.place) }
      isCut = found.count >= limit || !finder.mayLook
      return !isCut
    }
    isDone = !isCut && seen < stretch
    if !isAll { walked += seen }
    if !isAll, !isCut, found.count * walk < limit * walked { walked = walk }
  }

  private mutating func mergeRanges(_ limit: Int, _ finder: CallFinder) throws(StoreError) {
    guard let streams = try finder.streams() else {
      isDone = true
      return
    }
    if merge == nil {
      merge = try CallMerge(
        streams, direction, from: place, inclusive: inclusive, in: finder.store)
    }
    while found.count < limit, finder.mayLook {
      guard let (place, facet) = try merge?.next(in: finder.store) else {
        isDone = true
        return
      }
      finder.look()
      if try finder.matcher.admits(place, facet: facet) { found.append(place) }
    }
  }
}
