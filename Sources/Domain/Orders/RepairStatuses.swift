/// The repair statuses of a shop, in the order a repair passes through them.
public struct RepairStatuses: Equatable, Sendable {
  /// A status as the shop has set it up.
  public struct Entry: Equatable, Sendable {
    /// What is stored with orders and what scripts see; it never changes.
    public let status: RepairStatus
    /// The shop's own word for it; nil for the console's, or the stored one as it was typed.
    public var english: String?
    public var ukrainian: String?
    public var tone: RepairStatus.Tone
    /// Whether it closes an order.
    public var isEnd: Bool

    public init(
      _ status: RepairStatus, english: String? = nil, ukrainian: String? = nil,
      tone: RepairStatus.Tone, isEnd: Bool = false
    ) {
      self.status = status
      self.english = english
      self.ukrainian = ukrainian
      self.tone = tone
      self.isEnd = isEnd
    }
  }

  public enum Problem: Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    /// Another status is called so.
    case taken
  }

  public static let nameLimit = 40

  public var entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  public static let standard = RepairStatuses([
    Entry(.new, tone: .new), Entry(.diagnostics, tone: .progress),
    Entry(.waitingForApproval, tone: .waiting), Entry(.waitingForParts, tone: .waiting),
    Entry(.inRepair, tone: .progress), Entry(.ready, tone: .ready),
    Entry(.closed, tone: .closed, isEnd: true), Entry(.cancelled, tone: .cancelled, isEnd: true),
  ])

  public subscript(status: RepairStatus) -> Entry? {
    entries.first { $0.status == status }
  }

  /// Whether it closes an order. One that is not in the list (any more) is what it was made as.
  public func isEnd(_ status: RepairStatus) -> Bool {
    self[status]?.isEnd ?? status.isEnd
  }

  /// A new order's.
  public var first: RepairStatus {
    entries.first { !$0.isEnd }?.status ?? .new
  }

  /// Whether the list can do without it: new orders need one, and closing an order another.
  public func canLose(_ status: RepairStatus) -> Bool {
    guard let entry = self[status] else { return false }
    return entries.contains { $0.status != status && $0.isEnd == entry.isEnd }
  }

  /// - Parameter status: whose name it is to be; nil for a new one's.
  public func problem(withName name: String, of status: RepairStatus? = nil) -> Problem? {
    let key = NameKey(name)
    if key.text.isEmpty { return .empty }
    if name.trimmed.count > RepairStatuses.nameLimit {
      return .tooLong(limit: RepairStatuses.nameLimit)
    }
    let others = entries.filter { $0.status != status }
    let names = others.flatMap { [$0.status.rawValue, $0.english, $0.ukrainian] }
    return names.contains { $0.map { NameKey($0) == key } ?? false } ? .taken : nil
  }

  /// The list after a change; nil where the change does not fit it.
  public func applying(_ change: RepairStatusChange) -> RepairStatuses? {
    var entries = entries
    let index = { (status: RepairStatus) in entries.firstIndex { $0.status == status } }
    switch change {
    case .add(let entry):
      guard problem(withName: entry.status.rawValue) == nil else { return nil }
      // Before those that end an order, unless it is one of them.
      let end = entry.isEnd ? nil : entries.firstIndex(where: \.isEnd)
      entries.insert(entry, at: end ?? entries.count)
    case .change(let entry):
      guard let index = index(entry.status) else { return nil }
      let names = [entry.english, entry.ukrainian].compactMap { $0 }
      guard names.allSatisfy({ problem(withName: $0, of: entry.status) == nil }),
        entry.isEnd == entries[index].isEnd || canLose(entry.status)
      else { return nil }
      entries[index] = entry
    case .move(let status, let steps):
      guard let index = index(status) else { return nil }
      let entry = entries.remove(at: index)
      entries.insert(entry, at: min(max(0, index + steps), entries.count))
    case .remove(let status, let other):
      guard let index = index(status), canLose(status) else { return nil }
      if let other, !replacements(for: status).contains(other) { return nil }
      entries.remove(at: index)
    }
    return RepairStatuses(entries)
  }

  /// Where the orders of a status may go when it is removed: to what leaves them as open or as
  /// closed as they are.
  public func replacements(for status: RepairStatus) -> [RepairStatus] {
    entries.filter { $0.status != status && $0.isEnd == isEnd(status) }.map(\.status)
  }
}

/// What somebody does to the list. One step each, so that two people who edit it at two consoles do
/// not undo each other's.
public enum RepairStatusChange: Equatable, Sendable {
  case add(RepairStatuses.Entry)
  /// Names, colour, whether it ends an order.
  case change(RepairStatuses.Entry)
  /// So many places down; up where negative.
  case move(RepairStatus, by: Int)
  /// Its orders go to the other one; nil where there are none.
  case remove(RepairStatus, ordersTo: RepairStatus?)
}
