/// Which order a call is about, and when an order is closed.
public enum OrderRule {
  /// When the order is closed once its status is what it is: as it was, or now; nil while open.
  /// - Parameter isEnd: whether the status ends an order.
  public static func closed(
    _ closed: Timestamp?, isEnd: Bool, opened: Timestamp, now: Timestamp
  ) -> Timestamp? {
    isEnd ? closed ?? max(opened, now) : nil
  }

  /// The client's newest order that was open when the call started; nil where none was.
  public static func order(for start: Timestamp, among orders: [OrderSpan]) -> Order.ID? {
    orders.filter { $0.opened <= start && $0.closed.map { start < $0 } ?? true }
      .max { ($0.opened, $0.id.rawValue) < ($1.opened, $1.id.rawValue) }?.id
  }
}

/// From when to when an order was open.
public struct OrderSpan: Equatable, Sendable {
  public let id: Order.ID
  public let opened: Timestamp
  public let closed: Timestamp?

  public init(id: Order.ID, opened: Timestamp, closed: Timestamp?) {
    self.id = id
    self.opened = opened
    self.closed = closed
  }
}
