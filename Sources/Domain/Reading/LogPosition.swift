/// A place in the log, in the order it is listed in; the id decides between calls of one
/// millisecond.
public struct LogPosition: Hashable, Sendable {
  public let start: Timestamp
  public let id: Call.ID
  public let sort: CallSort
  /// What the call is sorted by when `sort` is not by date.
  public let value: CallSort.Value

  public init(
    start: Timestamp, id: Call.ID, sort: CallSort = .newestFirst, value: CallSort.Value = .start
  ) {
    self.start = start
    self.id = id
    self.sort = sort
    self.value = value
  }

  /// Whether this place comes before the other in a list of that order.
  public func precedes(_ other: LogPosition) -> Bool {
    if value != other.value { return sort.isAscending ? value < other.value : other.value < value }
    let isEarlier = (start, id.rawValue) < (other.start, other.id.rawValue)
    return sort.key == .date && sort.isAscending ? isEarlier : !isEarlier && id != other.id
  }
}
