import Domain
import Testing

@testable import Store

/// A shop with clients, orders and calls of every sort, for edits to change.
final class Workshop: Sendable {
  nonisolated(unsafe) let shop: Shop
  let olena: Contact
  let petro: Contact
  let order: Order
  /// Of Olena's number; nobody called back.
  let missedCall: Call.ID
  let answeredCall: Call.ID
  /// Olena's by hand, with a note.
  let givenCall: Call.ID
  /// Of a number that is nobody's: the question is open.
  let unknownCall: Call.ID

  var store: Store { shop.store }

  init() throws {
    let shop = try Shop()
    self.shop = shop
    let calls = try shop.take(
      shop.miss("1", from: "0501112233", at: 100), shop.answered("2", from: "0672223344", at: 50),
      shop.miss("3", from: "0441112233", at: 60), shop.miss("4", from: "0931112233", at: 70)
    ).map(\.call)
    missedCall = calls[0]
    answeredCall = calls[1]
    givenCall = calls[2]
    unknownCall = calls[3]
    olena = try shop.store.createContact(
      ContactDraft(
        name: "Олена",
        numbers: ["0501112233", .init(text: "0672223344", label: "mobile"), "2345678"],
        emails: ["a@example.com", "b@example.com"], organizations: ["Автопарк"],
        responsible: "Іван", note: "стара"), from: answeredCall, plan: .ukraine, now: Shop.noon)
    petro = try shop.contact("Петро", "0991112233", organization: "Автопарк")
    let former = try shop.contact("Зайва", organization: "Порожня")
    _ = try shop.store.updateContact(
      former.id, version: former.version, draft: ContactDraft(name: "Зайва"), plan: .ukraine,
      now: Shop.noon)
    order = try shop.store.createOrder(
      OrderDraft(number: "A-1", contact: olena.id, opened: Shop.noon), from: givenCall,
      now: Shop.noon)
    try shop.store.assign(givenCall, to: olena.id, now: Shop.noon)
    try shop.store.setNote("стара", of: givenCall, now: Shop.noon)
    try shop.store.settleCallBack(of: try #require(Shop.number("0672223344")), now: Shop.noon)
    // What was changed until here is another session's.
    try shop.store.connection.run("UPDATE history SET session = session + 1")
  }

  /// Every row that people have filled and all that follows from it; versions only grow.
  func dump() throws -> [String] {
    try (HandMade.tables + ["call", "call_back", "tally"]).flatMap { table in
      let columns = try store.columns(of: table).filter { $0 != "version" }
        .filter { table != "call_back" || $0 != "id" }
      let row = columns.map { "'\($0)=' || quote(\($0))" }.joined(separator: " || ' ' || ")
      return try store.connection.rows("SELECT \(row) FROM \(table) ORDER BY 1") {
        "\(table): \($0.text())"
      }
    }
  }

  /// What is kept up to date with every edit is what would be made anew.
  func checkDerived() throws {
    let before = try dump()
    try store.recomputeCallBacks(now: Shop.noon)
    #expect(try dump() == before)
    let contacts = try store.connection.rows("SELECT id FROM contact") { Contact.ID($0.integer()) }
    for id in contacts { try store.index(id) }
    #expect(try dump() == before)
    #expect(try store.integrity() == "ok")
    #expect(try store.connection.rows("PRAGMA foreign_key_check") { $0.text() } == [])
    for order in try store.orders(OrderRequest(anchor: .first, limit: 99)).rows {
      try store.index(order.id)
    }
    #expect(try dump() == before)
    for index in ["contact_search", "order_search"] {
      // Compares the index with the rows (https://www.sqlite.org/fts5.html, 6.4).
      try store.connection.run(
        "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
    }
    for table in ["contact", "customer_order"] {
      let count = try store.connection.integer("SELECT count(*) FROM \(table)")
      #expect(try store.count(table) == Int(count))
    }
    #expect(try store.ownersAreRight())
  }
}
