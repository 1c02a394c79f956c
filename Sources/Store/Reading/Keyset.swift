import Domain

enum Direction {
  /// With the list's order.
  case forward
  /// Against it.
  case backward

  var opposite: Direction {
    self == .forward ? .backward : .forward
  }
}

/// Pages by key: where a row stands decides, not how many stand before it.
enum Keyset {
  /// - Parameters:
  ///   - position: of a row in the list.
  ///   - fetch: up to `limit` rows from a place on (from the end of the list where nil), the row on
  ///     that place included or not, in the order they are met.
  ///   - stands: whether a row stands on that place, where that is known cheaper than by fetching.
  static func page<Row, Position>(
    _ anchor: Anchor<Position>, limit: Int, position: (Row) -> Position,
    stands: (Position) throws(StoreError) -> Bool = { (_) throws(StoreError) in false },
    fetch: (_ direction: Direction, _ from: Position?, _ inclusive: Bool, _ limit: Int)
      throws(StoreError) -> [Row]
  ) throws(StoreError) -> Page<Row> {
    let limit = max(1, min(limit, 10_000))
    // Whether there is a row beyond the page's edge; of an empty page the place itself counts.
    func goesOn(
      _ direction: Direction, _ rows: [Row], _ place: Position
    ) throws(StoreError) -> Bool {
      if try stands(place) { return true }
      let edge = direction == .forward ? rows.last : rows.first
      return try !fetch(direction, edge.map(position) ?? place, edge == nil, 1).isEmpty
    }
    switch anchor {
    case .first:
      let rows = try fetch(.forward, nil, true, limit + 1)
      return Page(rows: Array(rows.prefix(limit)), hasBefore: false, hasAfter: rows.count > limit)
    case .last:
      let rows = try fetch(.backward, nil, true, limit + 1)
      return Page(
        rows: rows.prefix(limit).reversed(), hasBefore: rows.count > limit, hasAfter: false)
    case .after(let place):
      let found = try fetch(.forward, place, false, limit + 1)
      let rows = Array(found.prefix(limit))
      return Page(
        rows: rows, hasBefore: try goesOn(.backward, rows, place), hasAfter: found.count > limit)
    case .before(let place):
      let found = try fetch(.backward, place, false, limit + 1)
      let rows = Array(found.prefix(limit).reversed())
      return Page(
        rows: rows, hasBefore: found.count > limit, hasAfter: try goesOn(.forward, rows, place))
    case .around(let place):
      let half = limit / 2
      var after = try fetch(.forward, place, true, limit - half + 1)
      var before = try fetch(.backward, place, false, half + 1)
      // Near an end the other side fills the page.
      if before.count < half, after.count > limit - half {
        after = try fetch(.forward, place, true, limit - before.count + 1)
      } else if after.count < limit - half, before.count > half {
        before = try fetch(.backward, place, false, limit - after.count + 1)
      }
      let taken = min(before.count, max(half, limit - after.count))
      let rest = min(after.count, limit - taken)
      return Page(
        rows: before.prefix(taken).reversed() + after.prefix(rest),
        hasBefore: before.count > taken, hasAfter: after.count > rest)
    }
  }
}
