import Domain
import Testing

@testable import Store

/// What is done to an order, and what follows from it.
struct OrderEditingTests {
  let shop: Shop
  let olena: Contact

  init() throws {
    shop = try Shop()
    olena = try shop.contact("Іваненко Олена", "0501112233")
  }

  private func order(
    _ number: String = "A-10231", at seconds: Int64 = 0,
    _ fill: (inout OrderDraft) -> Void = { _ in }
  ) throws -> Order {
    var draft = OrderDraft(number: number, contact: olena.id, opened: time(seconds))
    fill(&draft)
    return try shop.store.createOrder(draft, now: time(seconds))
  }

  private func time(_ seconds: Int64) -> Timestamp {
    Shop.noon.advanced(bySeconds: seconds)
  }

  @Test func anOrderIsWhatTheDraftSaid() throws {
    let order = try order {
      $0.number = " A-10231 "
      $0.vehicle = Vehicle(
        make: "Škoda", model: "Octavia", year: 2019, plate: "АА 1234 ВХ",
        vin: "тмв zzz1z0b1234567")
      $0.comment = " стукає "
      $0.note = "клієнт привіз свої"
    }
    #expect(order.number == "A-10231" && order.version == 1)
    #expect(order.vehicle.plate == "АА 1234 ВХ" && order.vehicle.vin == "TMBZZZ1Z0B1234567")
    #expect(order.comment == "стукає" && order.note == "клієнт привіз свої")
    #expect(OrderDraft(order).contact == olena.id && order.status == .new && order.closed == nil)
  }

  @Test func aSaveOverSomebodyElsesChangeIsRefused() throws {
    let first = try order()
    var draft = OrderDraft(first)
    draft.comment = "перша зміна"
    let second = try shop.store.updateOrder(first.id, version: 1, draft: draft, now: time(60))
    #expect(second.version == 2 && second.comment == "перша зміна")
    draft.comment = "друга зміна"
    #expect(throws: StoreError.orderConflict(current: second)) {
      try shop.store.updateOrder(first.id, version: 1, draft: draft, now: time(70))
    }
    #expect(try shop.store.order(first.id) == second)
  }

  @Test func theStatusClosesAndReopensTheOrder() throws {
    let order = try order()
    func set(_ status: RepairStatus, from before: RepairStatus, at seconds: Int64) throws -> Order {
      try shop.store.setStatus(status, of: order.id, before: before, now: time(seconds))
    }
    #expect(try set(.inRepair, from: .new, at: 60).closed == nil)
    let closed = try set(.closed, from: .inRepair, at: 120)
    #expect(closed.closed == time(120) && closed.version == 3)
    // One that ends it already is not closed later.
    #expect(try set(.cancelled, from: .closed, at: 180).closed == time(120))
    #expect(try set(.inRepair, from: .cancelled, at: 240).closed == nil)
    // Said twice, by two people: nothing to say against it.
    #expect(try set(.inRepair, from: .new, at: 250).version == 5)
    // Said of a status that is not there any more.
    let present = try #require(try shop.store.order(order.id))
    #expect(throws: StoreError.orderConflict(current: present)) {
      _ = try set(.ready, from: .diagnostics, at: 260)
    }
    #expect(throws: StoreError.missing) {
      try shop.store.setStatus(.ready, of: Order.ID(99), before: .new, now: time(0))
    }
  }

  /// Opening, closing and another client all decide again which calls an order is about.
  @Test func callsFollowTheOrder() throws {
    let petro = try shop.contact("Петро", "0672223344")
    for second in [10, 100, 200] as [Int64] {
      try shop.take(shop.answered("o\(second)", from: "0501112233", at: second), at: second)
      try shop.take(shop.answered("p\(second)", from: "0672223344", at: second), at: second)
    }
    func calls(about id: Order.ID) throws -> [String] {
      try shop.log().rows.filter { $0.order?.id == id }.map(\.providerID).sorted()
    }
    let order = try order(at: 50)
    #expect(try calls(about: order.id) == ["o100", "o200"])
    var draft = OrderDraft(order)
    draft.opened = time(0)
    let earlier = try shop.store.updateOrder(order.id, version: 1, draft: draft, now: time(300))
    #expect(try calls(about: order.id) == ["o10", "o100", "o200"])
    _ = try shop.store.setStatus(.closed, of: order.id, before: .new, now: time(150))
    #expect(try calls(about: order.id) == ["o10", "o100"])
    // Its closing ends no list: what came afterwards is counted too.
    #expect(try shop.store.order(order.id)?.callCount == 3)
    draft = OrderDraft(earlier)
    draft.contact = petro.id
    let moved = try shop.store.updateOrder(order.id, version: 3, draft: draft, now: time(300))
    #expect(try calls(about: order.id) == ["p10", "p100", "p200"])
    #expect(moved.contact == petro.reference)
  }

  @Test func aNumberIsGivenOnce() throws {
    let first = try order("A-1")
    let second = try order("A-2")
    #expect(throws: StoreError.numberTaken(first.reference)) { _ = try order(" A-1 ") }
    var draft = OrderDraft(second)
    draft.number = "A-1"
    #expect(throws: StoreError.numberTaken(first.reference)) {
      try shop.store.updateOrder(second.id, version: 1, draft: draft, now: time(0))
    }
  }

  @Test(arguments: [
    (" ", Vehicle(), false),
    ("A-1", Vehicle(year: 1885), false),
    ("A-1", Vehicle(vin: "1M8GDM9A1KP042788"), false),
    ("A-1", Vehicle(), true),
  ])
  func whatHasProblemsIsNotStored(number: String, vehicle: Vehicle, isClosed: Bool) throws {
    #expect(throws: StoreError.invalid) {
      try order(number) {
        $0.vehicle = vehicle
        if isClosed { $0.closed = $0.opened }
      }
    }
    #expect(try shop.store.orderCount() == 0)
  }

  @Test func anOrderOfNobodyIsRefused() throws {
    let order = try order()
    var draft = OrderDraft(order)
    draft.contact = Contact.ID(99)
    #expect(throws: StoreError.missing) {
      try shop.store.updateOrder(order.id, version: 1, draft: draft, now: time(0))
    }
  }

  /// What the card lists, and counts: all of the client's calls, whatever they are about.
  @Test func callsSinceTheOpening() throws {
    try shop.contact("Петро", "0672223344")
    for second in [10, 60, 120, 180] as [Int64] {
      try shop.take(shop.answered("o\(second)", from: "0501112233", at: second), at: second)
    }
    let foreign = try shop.take(shop.answered("p70", from: "0672223344", at: 70), at: 70)[0].call
    let early = try shop.take(shop.answered("p5", from: "0672223344", at: 5), at: 5)[0].call
    let order = try order(at: 50)
    for call in [foreign, early] { try shop.store.assign(call, to: olena.id, now: time(200)) }
    let detached = try #require(try shop.log().rows.first { $0.providerID == "o120" })
    try shop.store.detach(detached.id, now: time(200))
    _ = try shop.store.setStatus(.closed, of: order.id, before: .new, now: time(150))
    var filter = CallFilter()
    filter.since = order.opened
    let page = try shop.store.calls(
      LogRequest(anchor: .first, limit: 9, contact: olena.id, filter: filter))
    #expect(page.rows.map(\.providerID) == ["o180", "p70", "o60"])
    #expect(!page.hasAfter && !page.hasBefore)
    #expect(try shop.store.callCount(of: olena.id, since: order.opened) == 3)
    #expect(try shop.store.order(order.id)?.callCount == 3)
    let rest = try shop.store.calls(
      LogRequest(
        anchor: .after(page.rows[0].position), limit: 9, contact: olena.id, filter: filter))
    #expect(rest.rows.map(\.providerID) == ["p70", "o60"])
  }
}
