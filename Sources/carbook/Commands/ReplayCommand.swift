import Domain
import Store
import Telephony

/// `carbook replay`: has this version of the program read all kept deliveries again.
enum ReplayCommand {
  static func run(_ store: Store, now: Timestamp) throws {
    defer { store.close() }
    let result = try store.replay(now: now, reading: content)
    let left =
      result.left == 0 ? "" : ", \(result.left) left as they are (their deliveries are gone)"
    try Printer.line("\(result.read) calls read again, \(result.changed) changed\(left).")
  }

  /// As the listener read it when it came.
  static func content(_ integration: Integration, _ entry: JournalEntry) -> IngestItem.Content {
    let raw = entry.raw
    let delivery = Delivery(
      occasion: entry.occasion, method: raw.method, query: raw.query.isEmpty ? nil : raw.query,
      mediaType: raw.mediaType, body: raw.body, received: entry.received)
    switch RingostatDialect(zone: integration.zone, plan: .ukraine).read(delivery) {
    case .event(let event): return .event(event)
    case .notUnderstood(let key): return .notUnderstood(key: key, received: entry.received)
    }
  }
}
