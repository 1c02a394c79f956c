/// A page of what was changed, newest first.
public struct HistoryRequest: Hashable, Sendable {
  public let anchor: Anchor<HistoryEntry.ID>
  public let limit: Int
  /// Only what changed this; a contact's includes that of the contacts merged into it. Nil for all.
  public let subject: HistoryEntry.Subject?

  public init(anchor: Anchor<HistoryEntry.ID>, limit: Int, subject: HistoryEntry.Subject? = nil) {
    self.anchor = anchor
    self.limit = limit
    self.subject = subject
  }
}
