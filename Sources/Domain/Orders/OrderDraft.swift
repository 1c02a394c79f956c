/// What a form, an import or the demo says an order should be.
public struct OrderDraft: Equatable, Sendable {
  /// As the shop writes it; no two orders have the same.
  public var number: String
  public var contact: Contact.ID
  public var vehicle: Vehicle
  public var status: RepairStatus
  public var comment: String
  public var opened: Timestamp
  /// Nil while the order is open.
  public var closed: Timestamp?

  public init(
    number: String, contact: Contact.ID, vehicle: Vehicle = Vehicle(), status: RepairStatus = .new,
    comment: String = "", opened: Timestamp, closed: Timestamp? = nil
  ) {
    self.number = number
    self.contact = contact
    self.vehicle = vehicle
    self.status = status
    self.comment = comment
    self.opened = opened
    self.closed = closed
  }
}
