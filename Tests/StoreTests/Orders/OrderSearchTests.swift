import Domain
import Foundation
import Testing

@testable import Store

/// A number, name, plate or VIN in whatever spelling finds the order.
struct OrderSearchTests {
  let shop: Shop
  let olena: Contact

  init() throws {
    shop = try Shop()
    olena = try shop.contact("Іваненко Олена", "0501112233")
    let fleet = try shop.contact("Петро", "0674445566", organization: "Автопарк")
    try add(
      "A-10231", olena, .inRepair, 10,
      Vehicle(
        make: "Škoda", model: "Octavia", year: 2019, plate: "АА 1234 ВХ",
        vin: "TMBZZZ1Z0B1234567"))
    try add(
      "A-10232", fleet, .closed, 20, Vehicle(make: "Ford", model: "Transit", plate: "KA7788HI"))
    try add("2026/0041", fleet, .new, 30, Vehicle())
  }

  private func add(
    _ number: String, _ contact: Contact, _ status: RepairStatus, _ opened: Int64,
    _ vehicle: Vehicle
  ) throws {
    _ = try shop.store.createOrder(
      OrderDraft(
        number: number, contact: contact.id, vehicle: vehicle, status: status,
        opened: Shop.noon.advanced(bySeconds: opened),
        closed: status.isEnd ? Shop.noon.advanced(bySeconds: opened) : nil), now: Shop.noon)
  }

  private func found(_ filter: OrderFilter) throws -> [String] {
    let page = try shop.store.orders(OrderRequest(anchor: .first, limit: 50, filter: filter))
    #expect(try shop.store.orderCount(filter: filter) == page.rows.count)
    return page.rows.map(\.number)
  }

  @Test(
    arguments: [
      ("", ["2026/0041", "A-10232", "A-10231"]),
      ("A-10231", ["A-10231"]), ("а-10231", ["A-10231"]), ("10231", ["A-10231"]),
      ("a10231", ["A-10231"]), ("1023", ["A-10232", "A-10231"]), ("2026/0041", ["2026/0041"]),
      ("іваненко", ["A-10231"]), ("ОЛЕНА іван", ["A-10231"]),
      ("автопарк", ["2026/0041", "A-10232"]),
      ("050 111-22-33", ["A-10231"]), ("+380501112233", ["A-10231"]), ("2233", ["A-10231"]),
      ("AA1234BX", ["A-10231"]), ("аа 1234 вх", ["A-10231"]), ("aa-1234", ["A-10231"]),
      ("ка 7788", ["A-10232"]), ("7788", ["A-10232"]),
      ("tmbzzz1z0", ["A-10231"]), ("тмвzzz", ["A-10231"]), ("1234567", ["A-10231"]),
      ("skoda octavia", ["A-10231"]), ("Škoda", ["A-10231"]), ("transit петро", ["A-10232"]),
      // One and two characters, and what is not there.
      ("о", ["2026/0041", "A-10232", "A-10231"]), ("77", ["A-10232"]), ("ol", []), ("---", []),
      ("octavia петро", []), ("A-10239", []), ("%", []), ("\"", []), ("' OR 9 --", []),
    ] as [(String, [String])])
  func search(text: String, numbers: [String]) throws {
    #expect(try found(OrderFilter(search: text)) == numbers)
  }

  @Test func theStatusAndTheSearchNarrowEachOther() throws {
    #expect(try found(OrderFilter(status: .closed)) == ["A-10232"])
    #expect(try found(OrderFilter(isOpenOnly: true)) == ["2026/0041", "A-10231"])
    #expect(try found(OrderFilter(search: "петро", isOpenOnly: true)) == ["2026/0041"])
    #expect(try found(OrderFilter(search: "олена", status: .closed)) == [])
    #expect(try found(OrderFilter(search: "о", status: .inRepair)) == ["A-10231"])
    let counts = try shop.store.orderCounts()
    #expect(counts.byStatus == [.inRepair: 1, .closed: 1, .new: 1])
    #expect(counts.open == 2 && counts.total == 3)
  }

  @Test func theClientIsFoundByWhatHeIsNow() throws {
    let renamed = try shop.store.updateContact(
      olena.id, version: olena.version,
      draft: ContactDraft(
        name: "Шевченко Ганна", numbers: ["0930001122"]), plan: .ukraine,
      now: Shop.noon)
    #expect(try found(OrderFilter(search: "іваненко")) == [])
    #expect(try found(OrderFilter(search: "шевченко")) == ["A-10231"])
    #expect(try found(OrderFilter(search: "0930001122")) == ["A-10231"])
    let order = try #require(try shop.store.order(number: "A-10231"))
    var draft = OrderDraft(order)
    draft.vehicle = Vehicle(plate: "BC9999CB")
    _ = try shop.store.updateOrder(order.id, version: order.version, draft: draft, now: Shop.noon)
    #expect(try found(OrderFilter(search: "AA1234")) == [])
    #expect(try found(OrderFilter(search: "bc9999")) == ["A-10231"])
    #expect(renamed.version == 2)
  }

  /// Pages of what is found go by key in both directions.
  @Test(arguments: ["замовник", "за"]) func pages(_ search: String) throws {
    let client = try shop.contact("Замовник", "0635556677")
    for index in 0..<30 { try add("Z-\(index)", client, .new, Int64(100 + index / 3), Vehicle()) }
    let filter = OrderFilter(search: search)
    func page(_ anchor: Anchor<OrderRequest.Position>) throws -> [String] {
      try shop.store.orders(OrderRequest(anchor: anchor, limit: 12, filter: filter)).rows
        .map(\.number)
    }
    let all = (0..<30).reversed().map { "Z-\($0)" }
    let rows = try shop.store.orders(OrderRequest(anchor: .first, limit: 50, filter: filter)).rows
    #expect(rows.map(\.number) == all)
    #expect(try page(.first) == Array(all[..<12]))
    #expect(try page(.after(rows[11].position)) == Array(all[12..<24]))
    #expect(try page(.before(rows[12].position)) == Array(all[..<12]))
    #expect(try page(.around(rows[15].position)) == Array(all[9..<21]))
    #expect(try page(.last) == Array(all[18...]))
  }

  /// Nothing of a forgotten number stays where orders are searched.
  @Test func aForgottenNumberFindsNothing() throws {
    let order = try #require(try shop.store.order(number: "A-10231"))
    var draft = OrderDraft(order)
    draft.note = "дзвонити на 050 111-22-33"
    _ = try shop.store.updateOrder(order.id, version: 1, draft: draft, now: Shop.noon)
    let number = try #require(Shop.number("0501112233"))
    _ = try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
    #expect(try shop.store.compact())
    for text in ["0501112233", "2233", "іваненко"] {
      #expect(try found(OrderFilter(search: text)) == [])
    }
    #expect(try found(OrderFilter(search: "AA1234")).count == 1)
    let bytes = try #require(FileManager.default.contents(atPath: shop.path))
    #expect(bytes.range(of: Data("501112233".utf8)) == nil)
    #expect(bytes.range(of: Data(NameKey("Іваненко").text.utf8)) == nil)
  }
}
