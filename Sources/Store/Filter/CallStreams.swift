import Domain

/// Ranges of an index, each in order of start, and single calls beside them.
struct CallStreams {
  enum Index: String {
    case facet = "facet_id"
    case client = "client_id"
  }

  let index: Index
  /// Facets or numbers.
  let keys: [Int64]
  /// Calls beside them, in any order.
  let calls: [CallPlace]
  let range: ClosedRange<Int64>

  /// One of the ranges, from a place on.
  func calls(
    _ direction: Direction, _ key: Int64, from: CallPlace?, inclusive: Bool = false, limit: Int,
    _ store: Store
  ) throws(StoreError) -> [(place: CallPlace, facet: Int64?)] {
    let window = LogWindow(direction, from: from, inclusive: inclusive, range: range)
    return try store.connection.rows(
      """
      SELECT c.start, c.id, c.facet_id FROM call c WHERE c.\(index.rawValue) = ? AND \(window.condition)
      ORDER BY \(window.order) LIMIT ?
      """, values: [key] + window.values + [limit]
    ) { (CallPlace(start: $0.integer(), id: $0.integer()), $0.optionalInteger()) }
  }
}

/// The rows of `call c` from a place on, as SQL.
struct LogWindow {
  let condition: String
  let order: String
  let values: [(any Bindable)?]

  init(
    _ direction: Direction, from: CallPlace?, inclusive: Bool, range: ClosedRange<Int64>
  ) {
    let isForward = direction == .forward
    (condition, order) = LogWindow.texts[(isForward ? 2 : 0) + (inclusive ? 1 : 0)]
    let edge =
      isForward
      ? CallPlace(start: range.upperBound, id: .max) : CallPlace(start: range.lowerBound, id: .min)
    var place = edge
    if let from { place = isForward ? min(from, edge) : max(from, edge) }
    values = [place.start, place.id, isForward ? range.lowerBound : range.upperBound]
  }

  private static let texts = [
    (condition: "(c.start, c.id) > (?, ?) AND c.start <= ?", order: "c.start, c.id"),
    (condition: "(c.start, c.id) >= (?, ?) AND c.start <= ?", order: "c.start, c.id"),
    (condition: "(c.start, c.id) < (?, ?) AND c.start >= ?", order: "c.start DESC, c.id DESC"),
    (condition: "(c.start, c.id) <= (?, ?) AND c.start >= ?", order: "c.start DESC, c.id DESC"),
  ]
}
