/// How far a repair has come. The shop may add words of its own; the raw value is what is stored
/// and what scripts see.
public struct RepairStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let new = RepairStatus(rawValue: "new")
  public static let diagnostics = RepairStatus(rawValue: "diagnostics")
  public static let waitingForApproval = RepairStatus(rawValue: "waiting for approval")
  public static let waitingForParts = RepairStatus(rawValue: "waiting for parts")
  public static let inRepair = RepairStatus(rawValue: "in repair")
  public static let ready = RepairStatus(rawValue: "ready")
  public static let closed = RepairStatus(rawValue: "closed")
  public static let cancelled = RepairStatus(rawValue: "cancelled")

  /// In the order a repair passes through them.
  public static let defaults: [RepairStatus] = [
    .new, .diagnostics, .waitingForApproval, .waitingForParts, .inRepair, .ready, .closed,
    .cancelled,
  ]

  /// Of the shop's own ones, and of these where it has set them up otherwise, `RepairStatuses` knows.
  public var isEnd: Bool {
    self == .closed || self == .cancelled
  }

  /// What kind of step it is: its colour.
  public enum Tone: String, CaseIterable, Sendable {
    case new, progress, waiting, ready, closed, cancelled
  }
}
