import Domain
import Store
import TUI

/// `carbook outbox list|retry|drop`: what the provider's address book has still to be told.
enum OutboxCommand {
  private static let stretch = 500

  static func run(_ invocation: Invocation, store: Store) throws {
    defer { store.close() }
    switch invocation.operand {
    case "list": try list(store, invocation)
    case "retry":
      let count = try store.retryPush(id(invocation), now: Clock.now)
      try Printer.line("Refused pushes that are tried again: \(count).")
    case "drop":
      guard let id = try id(invocation) else {
        try Printer.line("Refused pushes that are dropped: \(try store.dropRefusedPushes()).")
        return
      }
      do throws(StoreError) {
        try store.dropPush(id)
      } catch .missing {
        throw CommandFailure("There is no push \(id.rawValue) in the outbox.")
      }
      try Printer.line("The push is dropped: the provider keeps what it has.")
    default:
      throw UsageError(
        "carbook outbox wants list, retry or drop, not \(quoted(invocation.operand)).")
    }
  }

  /// Nil for all that was refused.
  private static func id(_ invocation: Invocation) throws(UsageError) -> OutboxItem.ID? {
    let text = invocation.secondOperand
    if text.isEmpty || text == "all" { return nil }
    guard text.utf8.count <= 18, text.allSatisfy(\.isASCIIDigit), let id = Int64(text) else {
      throw UsageError(
        "carbook outbox wants the number of a push as carbook outbox list prints it, or all, not "
          + "\(quoted(text)).")
    }
    return OutboxItem.ID(id)
  }

  private static func list(_ store: Store, _ invocation: Invocation) throws {
    var writer = invocation.format.writer
    var anchor = Anchor<OutboxRequest.Position>.first
    var left = invocation.limit
    while left > 0 {
      let page = try store.outbox(OutboxRequest(anchor: anchor, limit: min(left, stretch)))
      let lines = writer.lines(for: page.rows.map(Record.init))
      if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
      left -= page.rows.count
      guard page.hasAfter, let last = page.rows.last else { return }
      anchor = .after(last.position)
    }
  }
}

extension Record {
  init(_ item: OutboxItem) {
    let (kind, subject): (String, Int?) =
      switch item.subject {
      case .contact(let id): ("contact", Int(id.rawValue))
      case .organization(let id): ("organization", Int(id.rawValue))
      case .number: ("new client", nil)
      }
    add("id", .number(Int(item.id.rawValue)), inTable: true)
    add("kind", .text(kind), inTable: true)
    add("subject_id", .number(subject), inTable: true)
    add("name", .text(item.name), inTable: true)
    add("number", .text(item.number?.text), inTable: true)
    add("queued", .text(item.queued.iso8601), inTable: true)
    add("state", .text(item.problem == nil ? "waiting" : "refused"), inTable: true)
    add("reason", .text(item.problem?.text(in: .english)), inTable: true)
  }
}
