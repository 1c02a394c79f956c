/// A contact with what happened around it, for its pane.
public struct ContactCard: Equatable, Sendable {
  public let contact: Contact
  public let callCount: Int
  public let lastCall: Timestamp?
  public let lastMissed: Timestamp?
  /// Open orders first, then the newest.
  public let orders: [Order]

  public init(
    contact: Contact, callCount: Int, lastCall: Timestamp?, lastMissed: Timestamp?, orders: [Order]
  ) {
    self.contact = contact
    self.callCount = callCount
    self.lastCall = lastCall
    self.lastMissed = lastMissed
    self.orders = orders
  }
}
