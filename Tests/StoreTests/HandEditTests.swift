import Domain
import Testing

@testable import Store

/// What people say of a call.
struct HandEditTests {
  private let shop: Shop
  private let call: Call.ID

  init() throws {
    shop = try Shop()
    call = try shop.take(shop.miss("1", from: "0501112233"))[0].call
  }

  private func row() throws -> Call { try #require(try shop.store.call(call)) }

  @Test func aNoteIsKeptTrimmedAndTakenAway() throws {
    try shop.store.setNote("  лишив ключі \n", of: call, now: Shop.noon)
    #expect(try row().note == "лишив ключі")
    try shop.store.setNote(" ", of: call, now: Shop.noon)
    #expect(try row().note == nil)
    #expect(throws: StoreError.invalid) {
      try shop.store.setNote(
        String(repeating: "x", count: Call.noteLimit + 1), of: call, now: Shop.noon)
    }
    #expect(throws: StoreError.missing) {
      try shop.store.setNote("x", of: Call.ID(99), now: Shop.noon)
    }
  }

  @Test func aDetachedCallIsNobodysAndOwedToItsNumber() throws {
    let olena = try shop.contact("Олена", "0501112233")
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 9).map(\.contact) == [olena.reference])
    try shop.store.detach(call, now: Shop.noon)
    #expect(try row().contact == nil && row().ownerCount == 1)
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 9).map(\.contact) == [nil])
    try shop.store.assign(call, to: olena.id, now: Shop.noon)
    #expect(try row().contact == olena.reference)
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 9).map(\.contact) == [olena.reference])
  }

  @Test func whichOrderACallIsAboutIsSaidByHand() throws {
    let olena = try shop.contact("Олена", "0501112233")
    let orders = try ["A", "B"].map { number in
      try shop.store.createOrder(
        OrderDraft(
          number: number, contact: olena.id,
          opened: Shop.noon.advanced(bySeconds: number == "A" ? -10 : 10)), now: Shop.noon)
    }
    #expect(try row().order == orders[0].reference)
    try shop.store.attachOrder(orders[1].id, to: call, now: Shop.noon)
    #expect(try row().order == orders[1].reference)
    try shop.store.attachOrder(nil, to: call, now: Shop.noon)
    #expect(try row().order == nil)
    // What is decided by the rule meanwhile stands behind it.
    _ = try shop.store.createOrder(
      OrderDraft(number: "C", contact: olena.id, opened: Shop.noon), now: Shop.noon)
    #expect(try row().order == nil)
    #expect(throws: StoreError.missing) {
      try shop.store.attachOrder(Order.ID(99), to: call, now: Shop.noon)
    }
  }
}
