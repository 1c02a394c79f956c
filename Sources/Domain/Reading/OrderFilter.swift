/// Which orders are asked for; all of them where nothing is said.
public struct OrderFilter: Hashable, Sendable {
  /// Part of an order's number, of the client's name or number in any spelling, of the vehicle, its
  /// plate or VIN; empty for all.
  public var search: String
  public var status: RepairStatus?
  /// Only orders that are not closed.
  public var isOpenOnly: Bool

  public init(search: String = "", status: RepairStatus? = nil, isOpenOnly: Bool = false) {
    self.search = search
    self.status = status
    self.isOpenOnly = isOpenOnly
  }
}

/// How many orders are in each status, for the menu that filters by it.
public struct OrderCounts: Equatable, Sendable {
  public var byStatus: [RepairStatus: Int]
  public var open: Int

  public init(byStatus: [RepairStatus: Int] = [:], open: Int = 0) {
    self.byStatus = byStatus
    self.open = open
  }

  public var total: Int { byStatus.values.reduce(0, +) }
}
