import Domain
import Store
import TUI

/// `carbook calls|contacts|orders`: prints what a store holds, newest first.
enum ReadCommand {
  /// Rows asked for at a time, so that ten million take no more memory than a thousand.
  private static let stretch = 500

  static func calls(_ store: Store, invocation: Invocation, now: Timestamp, language: Language)
    throws
  {
    var anchor = Anchor<LogPosition>.first
    try print(invocation) { limit in
      let page = try store.calls(LogRequest(anchor: anchor, limit: limit))
      if let last = page.rows.last { anchor = .after(last.position) }
      return page.rows.map { call in
        let comment = call.comments.map { $0.text(in: language) }.joined(separator: "; ")
        return Record(call, now: now, comment: comment.isEmpty ? nil : comment)
      }
    }
  }

  static func contacts(_ store: Store, invocation: Invocation) throws {
    var last: Contact.ID?
    try print(invocation) { limit in
      let contacts = try store.newestContacts(before: last, limit: limit)
      last = contacts.last?.id ?? last
      return contacts.map(Record.init)
    }
  }

  static func orders(_ store: Store, invocation: Invocation) throws {
    var anchor = Anchor<OrderRequest.Position>.first
    try print(invocation) { limit in
      let page = try store.orders(OrderRequest(anchor: anchor, limit: limit))
      if let last = page.rows.last { anchor = .after(last.position) }
      return page.rows.map(Record.init)
    }
  }

  private static func print(_ invocation: Invocation, next: (Int) throws -> [Record]) throws {
    var writer = invocation.format.writer
    var left = invocation.limit
    while left > 0 {
      let wanted = min(left, stretch)
      let records = try next(wanted)
      let lines = writer.lines(for: records)
      if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
      left -= records.count
      if records.count < wanted { break }
    }
  }
}
