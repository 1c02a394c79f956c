/// A page of the call log, newest first.
public struct LogRequest: Hashable, Sendable {
  public let anchor: Anchor<LogPosition>
  public let limit: Int
  /// Only this contact's calls.
  public let contact: Contact.ID?

  public init(anchor: Anchor<LogPosition>, limit: Int, contact: Contact.ID? = nil) {
    self.anchor = anchor
    self.limit = limit
    self.contact = contact
  }
}
