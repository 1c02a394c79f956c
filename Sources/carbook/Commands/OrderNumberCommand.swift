import Domain
import Store

/// `carbook order-number`: says which number the next order gets, and sets what numbers are like.
enum OrderNumberCommand {
  static func run(_ invocation: Invocation, store: Store, now: Timestamp) throws {
    defer { store.close() }
    if let example = invocation.example { try store.setOrderNumberPattern(example, now: now) }
    let next = try store.nextOrderNumber()
    let pattern = try store.orderNumberPattern()
    try Printer.line(
      "The next order is \(next): "
        + (pattern.map { "numbers are like \($0)." } ?? "one on from the newest order."))
  }
}
