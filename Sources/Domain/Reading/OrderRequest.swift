/// A page of the orders, newest first.
public struct OrderRequest: Hashable, Sendable {
  public struct Position: Hashable, Sendable {
    public let opened: Timestamp
    public let id: Order.ID

    public init(opened: Timestamp, id: Order.ID) {
      self.opened = opened
      self.id = id
    }
  }

  public let anchor: Anchor<Position>
  public let limit: Int
  public let asker: ListAsker
  /// Only this contact's orders.
  public let contact: Contact.ID?
  public let filter: OrderFilter

  public init(
    anchor: Anchor<Position>, limit: Int, contact: Contact.ID? = nil,
    filter: OrderFilter = OrderFilter(),
    asker: ListAsker = .list
  ) {
    self.anchor = anchor
    self.limit = limit
    self.asker = asker
    self.contact = contact
    self.filter = filter
  }
}

extension Order {
  /// The place in the list of orders.
  public var position: OrderRequest.Position {
    OrderRequest.Position(opened: opened, id: id)
  }
}
