import Domain

/// Ranges of an index, each in order of start, merged into one list in that order.
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

  /// In order of start from a place on, as far as `visit` wants them; forward is newest first. A
  /// call that is in two of the ranges comes once.
  /// - Parameter visit: is told the call's facet, nil for a single one; false to stop.
  func walk(
    _ direction: Direction, from: CallPlace?, inclusive: Bool, in store: Store,
    visit: (CallPlace, _ facet: Int64?) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let isNewestFirst = direction == .forward
    var streams: [Stream] = []
    for key in keys {
      var stream = Stream(key: key)
      // Of many ranges most give nothing to a page.
      try fill(&stream, direction, from, inclusive, keys.count > 64 ? 1 : 32, store)
      if !stream.calls.isEmpty { streams.append(stream) }
    }
    let single = calls.filter { place in
      guard range.contains(place.start) else { return false }
      guard let from, place != from else { return from == nil || inclusive }
      return isNewestFirst ? place < from : from < place
    }
    if !single.isEmpty {
      var stream = Stream(key: nil)
      stream.calls = single.sorted { isNewestFirst ? $0 < $1 : $1 < $0 }.map { ($0, nil) }
      stream.isRead = true
      streams.append(stream)
    }
    let heads = streams.indices.compactMap { index in
      streams[index].calls.last.map { (place: $0.place, facet: $0.facet, stream: index) }
    }
    var heap = Heap(heads) { isNewestFirst ? $0.place > $1.place : $0.place < $1.place }
    var last: CallPlace?
    while let (place, facet, index) = heap.first {
      if place != last, try !visit(place, facet) { return }
      last = place
      streams[index].calls.removeLast()
      if streams[index].calls.isEmpty && !streams[index].isRead {
        try fill(&streams[index], direction, place, false, 64, store)
      }
      if let next = streams[index].calls.last {
        heap.replaceFirst(with: (next.place, next.facet, index))
      } else {
        heap.removeFirst()
      }
    }
  }

  private struct Stream {
    /// Nil for the single calls.
    let key: Int64?
    /// The next one last.
    var calls: [(place: CallPlace, facet: Int64?)] = []
    /// Nothing follows them.
    var isRead = false
  }

  private func fill(
    _ stream: inout Stream, _ direction: Direction, _ from: CallPlace?, _ inclusive: Bool,
    _ count: Int, _ store: Store
  ) throws(StoreError) {
    guard let key = stream.key else { return }
    let found = try calls(
      direction, key, from: from, inclusive: inclusive, limit: count, store)
    stream.calls = found.reversed()
    stream.isRead = found.count < count
  }

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
