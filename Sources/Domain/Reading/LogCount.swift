/// How many calls the log has under a filter, and how many of them stand before a place.
public struct LogCount: Hashable, Sendable {
  public let filter: CallFilter
  /// Nil where only the total is wanted.
  public let before: LogPosition?

  public init(filter: CallFilter, before: LogPosition?) {
    self.filter = filter
    self.before = before
  }
}
