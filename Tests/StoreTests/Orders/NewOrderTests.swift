import Domain
import Testing

@testable import Store

/// What a new order begins with.
struct NewOrderTests {
  let shop: Shop
  let olena: Contact

  init() throws {
    shop = try Shop()
    olena = try shop.contact("Олена", "0501112233")
  }

  private func add(_ numbers: String..., opened: Int64 = 0) throws {
    for number in numbers {
      _ = try shop.store.createOrder(
        OrderDraft(
          number: number, contact: olena.id, opened: Shop.noon.advanced(bySeconds: opened)),
        now: Shop.noon)
    }
  }

  @Test(
    arguments: [
      ([], nil, "A-00001"),
      (["A-10231"], nil, "A-10232"),
      // The pattern of the newest one, the highest of that pattern.
      (["17", "A-10239", "A-10231"], nil, "A-10240"),
      (["A-10231", "17"], nil, "18"),
      (["A-99998", "A-99999"], nil, "A-100000"),
      (["A-99999", "A-100000"], nil, "A-100001"),
      (["2026/1-Ж", "2026/2-Ж", "2026/7-X"], nil, "2026/8-X"),
      (["2026/7-X", "2026/1-Ж"], nil, "2026/2-Ж"),
      // Nothing to count on in it.
      (["без номера"], nil, "A-00001"),
      (["A-00001", "без номера"], nil, "A-00002"),
      // As is set.
      ([], "З-100", "З-100"),
      (["A-10231"], "З-100", "З-100"),
      (["З-104", "A-10231"], "З-100", "З-105"),
    ] as [([String], String?, String)])
  func theNextNumber(numbers: [String], pattern: String?, next: String) throws {
    for number in numbers { try add(number) }
    try shop.store.setOrderNumberPattern(pattern, now: Shop.noon)
    #expect(try shop.store.nextOrderNumber() == next)
    // It can be used.
    try add(next)
  }

  @Test func aPatternHasADigit() throws {
    #expect(throws: StoreError.invalid) {
      try shop.store.setOrderNumberPattern("номер", now: Shop.noon)
    }
    try shop.store.setOrderNumberPattern(" ", now: Shop.noon)
    #expect(try shop.store.orderNumberPattern() == nil)
  }

  @Test func theVehicleIsThatOfTheLastOrder() throws {
    for (number, model, opened) in [("1", "Octavia", 100), ("2", "Fabia", 50)] {
      _ = try shop.store.createOrder(
        OrderDraft(
          number: number, contact: olena.id, vehicle: Vehicle(make: "Škoda", model: model),
          status: .closed, opened: Shop.noon.advanced(bySeconds: Int64(opened)),
          closed: Shop.noon.advanced(bySeconds: 200)), now: Shop.noon)
    }
    let new = try #require(try shop.store.newOrder(for: olena.id, from: nil, now: Shop.noon))
    #expect(new.draft.vehicle == Vehicle(make: "Škoda", model: "Octavia"))
    #expect(new.draft.number == "3" && new.draft.status == .new && new.draft.closed == nil)
    #expect(new.draft.opened == Shop.noon && new.client == olena.reference)
    #expect(try shop.store.newOrder(for: Contact.ID(99), from: nil, now: Shop.noon) == nil)
  }

  @Test(arguments: [(600, 0), (86_399, 0), (86_400, 86_400)] as [(Int64, Int64)])
  func anOrderFromACallBeginsWithIt(after seconds: Int64, opened: Int64) throws {
    let call = try shop.take(shop.answered("1", from: "0501112233"))[0].call
    let now = Shop.noon.advanced(bySeconds: seconds)
    let new = try #require(try shop.store.newOrder(for: olena.id, from: call, now: now))
    #expect(new.draft.opened == Shop.noon.advanced(bySeconds: opened))
  }
}
