/// A stretch of a sorted list.
public struct Page<Row: Equatable & Sendable>: Equatable, Sendable {
  /// In the list's order.
  public let rows: [Row]
  /// Whether the list goes on before the first row.
  public let hasBefore: Bool
  /// Whether the list goes on after the last row.
  public let hasAfter: Bool

  public init(rows: [Row], hasBefore: Bool, hasAfter: Bool) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
  }
}
