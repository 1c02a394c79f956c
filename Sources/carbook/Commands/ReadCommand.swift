import Domain
import Store
import TUI

/// `carbook calls|contacts|orders`: prints what a store holds, newest first unless told otherwise.
enum ReadCommand {
  /// Rows asked for at a time.
  private static let stretch = 500

  static func calls(_ store: Store, invocation: Invocation, now: Timestamp, language: Language)
    throws
  {
    let pages = RecordPages.calls(
      try filter(invocation.filter, language), invocation.sort, at: Moment(now, in: .kyiv),
      language: language)
    try print(store, invocation, next: pages)
  }

  private static func filter(
    _ text: String, _ language: Language
  ) throws(UsageError) -> CallFilter {
    do throws(FilterProblem) {
      return try FilterLanguage.filter(text)
    } catch {
      throw UsageError(error.text(in: language))
    }
  }

  static func contacts(_ store: Store, invocation: Invocation) throws {
    try print(store, invocation, next: RecordPages.contacts())
  }

  static func callBacks(_ store: Store, invocation: Invocation, now: Timestamp) throws {
    try print(store, invocation, next: RecordPages.callBacks(now: now, limit: invocation.limit))
  }

  static func organizations(_ store: Store, invocation: Invocation) throws {
    try print(store, invocation, next: RecordPages.organizations())
  }

  static func orders(_ store: Store, invocation: Invocation) throws {
    let filter = try filter(invocation, statuses: store.repairStatuses())
    try print(store, invocation, next: RecordPages.orders(filter))
  }

  /// A status is named by its stored word or by the shop's own for it.
  static func filter(
    _ invocation: Invocation, statuses: RepairStatuses
  ) throws(CommandFailure) -> OrderFilter {
    var filter = OrderFilter(search: invocation.search)
    guard let name = invocation.status else { return filter }
    if name == "open" {
      filter.isOpenOnly = true
      return filter
    }
    let key = NameKey(name)
    let entry = statuses.entries.first { entry in
      [entry.status.rawValue, entry.english, entry.ukrainian].contains {
        $0.map { NameKey($0) == key } ?? false
      }
    }
    guard let entry else {
      let words = statuses.entries.map(\.status.rawValue).joined(separator: ", ")
      throw CommandFailure(
        "There is no repair status \(quoted(name)): open, \(SafeText.clean(words)).")
    }
    filter.status = entry.status
    return filter
  }

  private static func print(
    _ store: Store, _ invocation: Invocation, next: RecordPages.Next
  ) throws {
    var writer = invocation.format.writer
    var left = invocation.limit
    while left > 0 {
      let wanted = min(left, stretch)
      let records = try next(store, wanted)
      let lines = writer.lines(for: records)
      if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
      left -= records.count
      if records.count < wanted { break }
    }
  }
}
