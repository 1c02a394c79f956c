/// A repair: what is done to a client's vehicle.
public struct Order: Equatable, Sendable {
  public typealias ID = Identifier<Order>

  public let id: ID
  public let version: Int
  /// As the shop writes it: `A-10231`.
  public let number: String
  public let contact: ContactReference
  public let vehicle: Vehicle
  public let status: RepairStatus
  /// What is to be done.
  public let comment: String?
  public let note: String?
  /// The name of the employee whose repair it is.
  public let responsible: String?
  public let opened: Timestamp
  /// Nil while the order is open.
  public let closed: Timestamp?
  /// Calls of the client's numbers since it was opened.
  public let callCount: Int

  public init(
    id: ID, version: Int, number: String, contact: ContactReference, vehicle: Vehicle,
    status: RepairStatus, comment: String?, note: String? = nil, responsible: String? = nil,
    opened: Timestamp, closed: Timestamp?, callCount: Int
  ) {
    self.id = id
    self.version = version
    self.number = number
    self.contact = contact
    self.vehicle = vehicle
    self.status = status
    self.comment = comment
    self.note = note
    self.responsible = responsible
    self.opened = opened
    self.closed = closed
    self.callCount = callCount
  }

  public var reference: OrderReference {
    OrderReference(id: id, number: number, status: status)
  }
}

/// Enough of an order to name it beside a call.
public struct OrderReference: Hashable, Sendable {
  public let id: Order.ID
  public let number: String
  public let status: RepairStatus

  public init(id: Order.ID, number: String, status: RepairStatus) {
    self.id = id
    self.number = number
    self.status = status
  }
}
