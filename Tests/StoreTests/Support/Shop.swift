import Domain
import Foundation
import Testing

@testable import Store

/// A store in a folder of its own with one integration, and the few verbs the tests need.
final class Shop {
  let folder: URL
  let store: Store
  let integration: Integration.ID
  var own = OwnNumbers()

  static let noon = Timestamp(seconds: 1_790_000_000)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "carbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try Store.open(
      folder.appendingPathComponent("shop.db").path, access: .writer, actor: "olena")
    integration = try store.createIntegration(
      name: "Ringostat", token: "secret", now: Shop.noon
    ).id
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var path: String { store.path }

  func item(
    _ id: String, _ occasion: Occasion = .after, at seconds: Int64 = 0,
    received: Int64? = nil, origin: PromptRule.Origin = .delivered, body: String? = nil,
    _ fill: (inout CallFields) -> Void
  ) -> IngestItem {
    var event = CallEvent(
      providerID: id, occasion: occasion,
      received: Shop.noon.advanced(bySeconds: received ?? seconds))
    event.fields.start = Shop.noon.advanced(bySeconds: seconds)
    fill(&event.fields)
    let raw = body.map {
      RawDelivery(method: "POST", query: "", mediaType: "application/json", body: Array($0.utf8))
    }
    return IngestItem(
      integration: integration, occasion: occasion, origin: origin, raw: raw,
      content: .event(event), own: own)
  }

  /// An incoming call that nobody took.
  func miss(_ id: String, from number: String, at seconds: Int64 = 0) -> IngestItem {
    item(id, .after, at: seconds) {
      $0.type = .incoming
      $0.caller = Shop.number(number)
      $0.called = Shop.number("380440000009")
      $0.disposition = Disposition("NO ANSWER")
      $0.duration = 12
      $0.wait = 12
    }
  }

  func answered(
    _ id: String, from number: String, at seconds: Int64 = 0, talk: Int = 60
  ) -> IngestItem {
    item(id, .after, at: seconds) {
      $0.type = .incoming
      $0.caller = Shop.number(number)
      $0.called = Shop.number("380440000009")
      $0.disposition = Disposition("ANSWERED")
      $0.talk = talk
      $0.wait = 5
    }
  }

  func outgoing(
    _ id: String, to number: String, at seconds: Int64 = 0, talk: Int = 0
  ) -> IngestItem {
    item(id, .afterOutgoing, at: seconds) {
      $0.type = .outgoing
      $0.caller = Shop.number("ivanenko")
      $0.called = Shop.number(number)
      $0.disposition = Disposition(talk > 0 ? "ANSWERED" : "NO ANSWER")
      $0.talk = talk
      $0.wait = 20
      $0.connectedWith = "ivanenko"
    }
  }

  @discardableResult
  func take(_ items: IngestItem..., at seconds: Int64 = 0) throws -> [IngestResult] {
    try store.ingest(items, now: Shop.noon.advanced(bySeconds: seconds))
  }

  @discardableResult
  func contact(
    _ name: String, _ numbers: String..., organization: String = "", from call: Call.ID? = nil
  ) throws -> Contact {
    try store.createContact(
      ContactDraft(
        name: name, numbers: numbers.map { ContactDraft.Number(text: $0) },
        organizations: [organization]), from: call,
      besideOwners: true, plan: .ukraine, now: Shop.noon)
  }

  func log(_ anchor: Anchor<LogPosition> = .first, limit: Int = 100) throws -> Page<Call> {
    try store.calls(LogRequest(anchor: anchor, limit: limit))
  }

  static func number(_ text: String) -> PhoneNumber? {
    NumberPlan.ukraine.number(text)
  }
}

extension Store {
  /// What SQLite itself says of the file: "ok".
  func integrity() throws -> String {
    try connection.first("PRAGMA integrity_check") { $0.text() } ?? ""
  }
}
