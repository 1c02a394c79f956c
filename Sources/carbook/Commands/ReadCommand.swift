import Domain
import Store
import TUI

/// `carbook calls|contacts|orders`: prints what a store holds, newest first.
enum ReadCommand {
  /// Rows asked for at a time.
  private static let stretch = 500

  static func calls(_ store: Store, invocation: Invocation, now: Timestamp, language: Language)
    throws
  {
    try print(store, invocation, next: RecordPages.calls(now: now, language: language))
  }

  static func contacts(_ store: Store, invocation: Invocation) throws {
    try print(store, invocation, next: RecordPages.contacts())
  }

  static func orders(_ store: Store, invocation: Invocation) throws {
    try print(store, invocation, next: RecordPages.orders())
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
