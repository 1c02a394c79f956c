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
  ///   - follows: whether rows follow a place, that place included or not; nil where to fetch one is as
  ///     cheap.
  static func page<Row, Position>(
    _ anchor: Anchor<Position>, limit: Int, position: (Row) -> Position,
    stands: (Position) throws(StoreError) -> Bool = { (_) throws(StoreError) in false },
    follows: (
      (_ direction: Direction, _ place: Position, _ inclusive: Bool) throws(StoreError) -> Bool
    )? =
      nil,
    fetch: (_ direction: Direction, _ from: Position?, _ inclusive: Bool, _ limit: Int)
      throws(StoreError) -> [Row]
  ) throws(StoreError) -> Page<Row> {
    let limit = max(1, min(limit, 10_000))
    // Up to so many rows, and whether there are more.
    func look(
      _ direction: Direction, _ from: Position?, _ inclusive: Bool, _ count: Int
    ) throws(StoreError) -> (rows: [Row], goesOn: Bool) {
      guard let follows, count > 0 else {
        let rows = try fetch(direction, from, inclusive, count + 1)
        return (Array(rows.prefix(count)), rows.count > count)
      }
      let rows = try fetch(direction, from, inclusive, count)
      guard rows.count == count, let edge = rows.last else { return (rows, false) }
      return (rows, try follows(direction, position(edge), false))
    }
    // Whether there is a row beyond the page's edge; of an empty page the place itself counts.
    func goesOn(
      _ direction: Direction, _ rows: [Row], _ place: Position
    ) throws(StoreError) -> Bool {
      if try stands(place) { return true }
      let edge = (direction == .forward ? rows.last : rows.first).map(position)
      if let follows { return try follows(direction, edge ?? place, edge == nil) }
      return try !fetch(direction, edge ?? place, edge == nil, 1).isEmpty
    }
    switch anchor {
    case .first:
      let found = try look(.forward, nil, true, limit)
      return Page(rows: found.rows, hasBefore: false, hasAfter: found.goesOn)
    case .last:
      let found = try look(.backward, nil, true, limit)
      return Page(rows: found.rows.reversed(), hasBefore: found.goesOn, hasAfter: false)
    case .after(let place):
      let found = try look(.forward, place, false, limit)
      return Page(
        rows: found.rows, hasBefore: try goesOn(.backward, found.rows, place),
        hasAfter: found.goesOn)
    case .before(let place):
      let found = try look(.backward, place, false, limit)
      let rows: [Row] = found.rows.reversed()
      return Page(
        rows: rows, hasBefore: found.goesOn, hasAfter: try goesOn(.forward, rows, place))
    case .around(let place):
      let half = limit / 2
      var after = try look(.forward, place, true, limit - half)
      var before = try look(.backward, place, false, half)
      // Near an end the other side fills the page.
      if before.rows.count < half, after.goesOn {
        after = try look(.forward, place, true, limit - before.rows.count)
      } else if after.rows.count < limit - half, before.goesOn {
        before = try look(.backward, place, false, limit - after.rows.count)
      }
      return Page(
        rows: before.rows.reversed() + after.rows, hasBefore: before.goesOn,
        hasAfter: after.goesOn)
    case .from(let place):
      let after = try look(.forward, place, true, limit)
      if let follows, after.rows.count == limit {
        return Page(
          rows: after.rows, hasBefore: try follows(.backward, place, false),
          hasAfter: after.goesOn)
      }
      let before = try look(.backward, place, false, limit - after.rows.count)
      return Page(
        rows: before.rows.reversed() + after.rows, hasBefore: before.goesOn,
        hasAfter: after.goesOn)
    }
  }
}
