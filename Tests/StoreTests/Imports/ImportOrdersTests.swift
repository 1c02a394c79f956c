import Domain
import Testing

@testable import Store

@Suite("Imported orders")
struct ImportOrdersTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func row(
    _ number: String, customer: String? = nil, phone: String? = nil,
    _ fill: (inout OrderImport) -> Void = { _ in }
  ) -> OrderImport {
    var row = OrderImport(number: number)
    row.customer.name = customer
    row.customer.numbers =
      phone.flatMap(Shop.number).map {
        [Contact.Number(number: $0, label: nil)]
      } ?? []
    fill(&row)
    return row
  }

  private func take(_ rows: OrderImport..., isDryRun: Bool = false) throws -> [ImportOutcome] {
    let session = ImportSession(isDryRun: isDryRun, now: Shop.noon)
    return try shop.all(rows) { try shop.store.importOrders($0, in: session) }
  }

  private func order(_ number: String) throws -> Order {
    try #require(try shop.store.order(number: number))
  }

  @Test("find their customer by number or name, or make him; the second time nothing is new")
  func customers() throws {
    let olena = try shop.contact("Олена", "0501234567")
    let rows = [
      row("A-1", customer: "Олена", phone: "0501234567"), row("A-2", phone: "0501234567"),
      row("A-3", customer: "олена"), row("A-4", customer: "Петро", phone: "0671112233"),
      row("A-5", customer: "Ганна"), row("A-6", customer: "Ганна"),
    ]
    for outcome in [ImportOutcome.new, .same] {
      for row in rows { #expect(try take(row) == [outcome], "\(row.number)") }
    }
    for number in ["A-1", "A-2", "A-3"] { #expect(try order(number).contact.id == olena.id) }
    #expect(try order("A-4").contact.name == "Петро")
    #expect(try order("A-5").contact == order("A-6").contact)
    #expect(try shop.store.contactCount() == 3 && shop.store.orderCount() == 6)
    #expect(try shop.store.integrity() == "ok")
  }

  @Test("are refused where they cannot be what they say")
  func refused() throws {
    _ = try shop.contact("Олена", "0501234567")
    _ = try shop.contact("Олена", "0671112233")
    let later = Shop.noon.advanced(bySeconds: 60)
    let cases: [(OrderImport, ImportRefusal)] = [
      (row("A-1"), .noCustomer),
      (row("A-1", customer: "Олена"), .severalContacts),
      (row("A-1", phone: "0501234567") { $0.status = "летить" }, .unknownStatus),
      (
        row("A-1", phone: "0501234567") { $0.vehicle = Vehicle(vin: "123") },
        .order(.vin(.length(3)))
      ),
      (
        row("A-1", phone: "0501234567") {
          ($0.opened, $0.closed) = (later, Shop.noon)
        }, .order(.closedTooEarly)
      ),
      (
        row("A-1", phone: "0501234567") {
          ($0.opened, $0.closed, $0.status) = (Shop.noon, later, "new")
        }, .order(.stillOpen)
      ),
    ]
    for (row, refusal) in cases { #expect(try take(row) == [.refused(refusal)]) }
    #expect(try shop.store.orderCount() == 0)
  }

  @Test("change what they name and leave the rest")
  func changes() throws {
    let opened = Shop.noon.advanced(bySeconds: -86_400)
    let first = row("A-1", customer: "Олена", phone: "0501234567") {
      $0.vehicle = Vehicle(make: "Škoda", model: "Octavia", year: 2019, plate: "AA1234BX")
      $0.comment = "гальма"
      $0.note = "н"
      $0.opened = opened
      $0.status = "В ремонті"
    }
    #expect(try take(first) == [.new])
    #expect(try take(row("A-1") { $0.status = "ready" }) == [.changed])
    let ready = try order("A-1")
    #expect(ready.status == .ready && ready.vehicle.title == "Škoda Octavia 2019")
    #expect(ready.comment == "гальма" && ready.note == "н" && ready.opened == opened)
    // A closing date says that it is closed.
    #expect(try take(row("A-1") { $0.closed = Shop.noon }) == [.changed])
    #expect(try order("A-1").status == .closed && order("A-1").closed == Shop.noon)
    #expect(try take(row("A-1") { $0.closed = Shop.noon }) == [.same])
  }

  @Test("are what earlier calls were about")
  func calls() throws {
    _ = try shop.contact("Олена", "0501234567")
    try shop.take(shop.answered("1", from: "0501234567", at: 60))
    #expect(try take(row("A-1", phone: "0501234567") { $0.opened = Shop.noon }) == [.new])
    #expect(try shop.log().rows.first?.order?.number == "A-1")
  }
}
