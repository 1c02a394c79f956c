/// What deleting a contact does, for the question before it.
public struct ContactConsequences: Equatable, Sendable {
  /// Calls that stay in the log and are nobody's then.
  public let calls: Int
  /// Orders that are deleted with the contact.
  public let orders: Int

  public init(calls: Int, orders: Int) {
    self.calls = calls
    self.orders = orders
  }
}
