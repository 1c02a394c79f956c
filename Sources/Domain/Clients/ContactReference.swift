/// Enough of a contact to name it beside a call.
public struct ContactReference: Hashable, Sendable {
  public let id: Contact.ID
  /// Nil for a contact that was made with a number only.
  public let name: String?

  public init(id: Contact.ID, name: String?) {
    self.id = id
    self.name = name
  }
}
