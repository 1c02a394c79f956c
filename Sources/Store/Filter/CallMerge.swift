import Domain

/// Ranges of an index, each in order of start, merged into one list in that order. It can be left
/// after any call and gone on with: no statement stays open in between.
struct CallMerge {
  private struct Stream {
    /// Nil for the single calls.
    let key: Int64?
    /// The next one last.
    var calls: [(place: CallPlace, facet: Int64?)] = []
    /// Nothing follows them.
    var isRead = false
  }

  private let source: CallStreams
  private let direction: Direction
  private var streams: [Stream] = []
  private var heap: Heap<(place: CallPlace, facet: Int64?, stream: Int)>
  private var last: CallPlace?

  /// - Parameters:
  ///   - direction: forward is newest first.
  ///   - from: nil for the beginning.
  init(
    _ source: CallStreams, _ direction: Direction, from: CallPlace?, inclusive: Bool,
    in store: Store
  ) throws(StoreError) {
    self.source = source
    self.direction = direction
    let isNewestFirst = direction == .forward
    // Of many ranges most give nothing to a page.
    let count = source.keys.count > 64 ? 1 : 32
    for key in source.keys {
      var stream = Stream(key: key)
      try CallMerge.fill(&stream, source, direction, from, inclusive, count, store)
      if !stream.calls.isEmpty { streams.append(stream) }
    }
    let single = source.calls.filter { place in
      guard source.range.contains(place.start) else { return false }
      guard let from, place != from else { return from == nil || inclusive }
      return isNewestFirst ? place < from : from < place
    }
    if !single.isEmpty {
      var stream = Stream(key: nil)
      stream.calls = single.sorted { isNewestFirst ? $0 < $1 : $1 < $0 }.map { ($0, nil) }
      stream.isRead = true
      streams.append(stream)
    }
    let streams = streams
    let heads = streams.indices.compactMap { index in
      streams[index].calls.last.map { (place: $0.place, facet: $0.facet, stream: index) }
    }
    heap = Heap(heads) { isNewestFirst ? $0.place > $1.place : $0.place < $1.place }
  }

  /// The next call, with its facet, nil for a single one; nil at the end. A call that is in two of
  /// the ranges comes once.
  mutating func next(
    in store: Store
  ) throws(StoreError) -> (place: CallPlace, facet: Int64?)? {
    while let (place, facet, index) = heap.first {
      streams[index].calls.removeLast()
      if streams[index].calls.isEmpty && !streams[index].isRead {
        try CallMerge.fill(&streams[index], source, direction, place, false, 64, store)
      }
      if let next = streams[index].calls.last {
        heap.replaceFirst(with: (next.place, next.facet, index))
      } else {
        heap.removeFirst()
      }
      guard place != last else { continue }
      last = place
      return (place, facet)
    }
    return nil
  }

  private static func fill(
    _ stream: inout Stream, _ source: CallStreams, _ direction: Direction, _ from: CallPlace?,
    _ inclusive: Bool, _ count: Int, _ store: Store
  ) throws(StoreError) {
    guard let key = stream.key else { return }
    let found = try source.calls(
      direction, key, from: from, inclusive: inclusive, limit: count, store)
    stream.calls = found.reversed()
    stream.isRead = found.count < count
  }
}
