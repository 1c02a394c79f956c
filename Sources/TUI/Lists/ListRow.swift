import Domain

/// A row of a list that is read page by page: known by its id, sorted by its position.
public protocol ListRow: Equatable, Sendable {
  associatedtype ID: Hashable & Sendable
  associatedtype Position: Hashable & Sendable

  var id: ID { get }
  var position: Position { get }

  /// The list's order, first row first.
  static func precedes(_ left: Position, _ right: Position) -> Bool
}

extension Call: ListRow {
  /// In the order that the log is sorted by.
  public static func precedes(_ left: LogPosition, _ right: LogPosition) -> Bool {
    left.precedes(right)
  }
}

extension Contact: ListRow {
  /// By name, in the order of the Ukrainian alphabet.
  public static func precedes(
    _ left: ContactRequest.Position, _ right: ContactRequest.Position
  ) -> Bool {
    left.key == right.key ? left.id.rawValue < right.id.rawValue : left.key < right.key
  }
}

extension Order: ListRow {
  /// Newest first.
  public static func precedes(
    _ left: OrderRequest.Position, _ right: OrderRequest.Position
  ) -> Bool {
    (left.opened, left.id.rawValue) > (right.opened, right.id.rawValue)
  }
}
