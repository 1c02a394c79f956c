/// Ids of a table's rows in order, each once, as the full-text indexes tell them: to keep ten
/// thousand of them costs nothing, and to look for one takes a dozen comparisons.
struct RowIDs: Equatable {
  let all: [Int64]

  /// - Parameter ids: in any order.
  init(_ ids: [Int64] = []) {
    let isInOrder = zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }
    all = isInOrder ? ids : Set(ids).sorted()
  }

  var count: Int { all.count }
  var isEmpty: Bool { all.isEmpty }

  func contains(_ id: Int64) -> Bool {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low] == id
  }

  func union(_ other: RowIDs) -> RowIDs {
    if other.isEmpty { return self }
    return isEmpty ? other : RowIDs(all + other.all)
  }
}
