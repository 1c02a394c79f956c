/// A stretch of a sorted list.
public struct Page<Row: Equatable & Sendable>: Equatable, Sendable {
  /// In the list's order.
  public let rows: [Row]
  /// Whether the list goes on before the first row.
  public let hasBefore: Bool
  /// Whether the list goes on after the last row.
  public let hasAfter: Bool
  /// False while rows are still being sorted: the same request, asked again, goes on, and rows may
  /// yet come in between.
  public let isComplete: Bool

  public init(rows: [Row], hasBefore: Bool, hasAfter: Bool, isComplete: Bool = true) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.isComplete = isComplete
  }
}
