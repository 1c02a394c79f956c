/// A page of the call log.
public struct LogRequest: Hashable, Sendable {
  public let anchor: Anchor<LogPosition>
  public let limit: Int
  public let filter: CallFilter
  public let sort: CallSort

  /// - Parameter contact: only this contact's calls; the same as in the filter.
  public init(
    anchor: Anchor<LogPosition>, limit: Int, contact: Contact.ID? = nil,
    filter: CallFilter = CallFilter(), sort: CallSort = .newestFirst
  ) {
    self.anchor = anchor
    self.limit = limit
    var filter = filter
    filter.contact = contact ?? filter.contact
    self.filter = filter
    self.sort = sort
  }

  /// Only this contact's calls.
  public var contact: Contact.ID? {
    filter.contact
  }
}
