import Domain
import Testing

@testable import Store

/// Whose a call is, and which order it is about.
struct OwnershipTests {
  let number = "0501112233"

  @Test func aNewContactOwnsItsEarlierCallsAtOnce() throws {
    let shop = try Shop()
    let calls = try shop.take(
      shop.answered("1", from: number), shop.answered("2", from: number, at: 60),
      shop.answered("3", from: "0672223344", at: 90)
    ).map(\.call)
    #expect(try shop.log().rows.map(\.comments) == [[.newClient], [.newClient], [.newClient]])
    let contact = try shop.contact("Іваненко Олена", number, from: calls[1])
    let rows = try shop.log().rows
    #expect(rows.map(\.contact) == [nil, contact.reference, contact.reference])
    #expect(
      rows.map(\.comments) == [
        [.newClient], [.contactCreated(by: "olena")], [.linked(name: "Іваненко Олена")],
      ])
    #expect(rows.map(\.isFromNewClient) == [true, false, false])
    let his = try shop.store.calls(LogRequest(anchor: .first, limit: 9, contact: contact.id))
    #expect(his.rows.map(\.providerID) == ["2", "1"])
  }

  @Test func whereSeveralOwnTheNumberSomebodyHasToSay() throws {
    let shop = try Shop()
    let call = try shop.take(
      shop.answered("1", from: number), shop.answered("2", from: number, at: 60))[0].call
    let olena = try shop.contact("Олена", number, "0670000001")
    let petro = try shop.contact("Петро", number)
    #expect(try shop.log().rows.map(\.contact) == [nil, nil])
    #expect(
      try shop.log().rows.map(\.comments) == [
        [.severalOwners(count: 2)], [.severalOwners(count: 2)],
      ])
    try shop.store.assign(call, to: petro.id, now: Shop.noon)
    #expect(try shop.log().rows.map(\.contact) == [nil, petro.reference])
    let logs = try [olena, petro].map {
      try shop.store.calls(LogRequest(anchor: .first, limit: 9, contact: $0.id)).rows.count
    }
    #expect(logs == [0, 1])
    #expect(try shop.store.contactCard(petro.id)?.callCount == 1)
    #expect(
      try shop.store.contacts(owning: try #require(Shop.number(number))).map(\.id) == [
        olena.id, petro.id,
      ])
    // By hand against the number: his again, though the number is Olena's alone now.
    _ = try shop.store.updateContact(
      petro.id, version: petro.version, draft: ContactDraft(name: "Петро"), plan: .ukraine,
      now: Shop.noon)
    #expect(try shop.log().rows.map { $0.contact?.name } == ["Олена", "Петро"])
    #expect(
      try shop.store.calls(LogRequest(anchor: .first, limit: 9, contact: olena.id)).rows
        .map(\.providerID) == ["2"])
    #expect(try shop.store.contactCard(olena.id)?.callCount == 1)
  }

  @Test func aContactMadeFromACallWithAnotherNumberGetsThatCallByHand() throws {
    let shop = try Shop()
    let call = try shop.take(shop.answered("1", from: number))[0].call
    let contact = try shop.contact("Олена", "0670000001", from: call)
    #expect(try shop.store.call(call)?.contact == contact.reference)
  }

  @Test func aCallIsAboutTheNewestOrderThatWasOpenWhenItBegan() throws {
    let shop = try Shop()
    let contact = try shop.contact("Олена", number)
    func order(_ number: String, _ opened: Int64, _ closed: Int64?) throws -> Order {
      try shop.store.createOrder(
        OrderDraft(
          number: number, contact: contact.id, status: closed == nil ? .inRepair : .closed,
          opened: Shop.noon.advanced(bySeconds: opened),
          closed: closed.map { Shop.noon.advanced(bySeconds: $0) }), now: Shop.noon)
    }
    for start in stride(from: Int64(0), through: 50, by: 10) {
      try shop.take(shop.answered("\(start)", from: number, at: start))
    }
    func orders() throws -> [String?] {
      try shop.log(.last).rows.map { $0.order?.number }.reversed()
    }
    #expect(try orders() == [nil, nil, nil, nil, nil, nil])
    let a = try order("A", 10, 30)
    #expect(try orders() == [nil, "A", "A", nil, nil, nil])
    let b = try order("B", 20, nil)
    #expect(try orders() == [nil, "A", "B", "B", "B", "B"])
    // A call that comes when the orders are there already.
    try shop.take(shop.answered("60", from: number, at: 60))
    #expect(try orders().last == "B")
    #expect(try shop.store.order(number: "B")?.callCount == 5)
    #expect(try shop.store.order(a.id)?.callCount == 6)
    #expect(try shop.store.orderCount() == 2)
    // A number that comes later brings its calls along; a number of two contacts is no one's.
    let other = "0670000001"
    let call = try shop.take(shop.answered("x", from: other, at: 70))[0].call
    #expect(try shop.store.call(call)?.order == nil)
    _ = try shop.store.addNumber(
      try #require(Shop.number(other)), to: contact.id, from: nil, now: Shop.noon)
    #expect(try shop.store.call(call)?.order == b.reference)
    try shop.contact("Петро", other)
    #expect(try shop.store.call(call)?.order == nil)
  }

  @Test func anOrderMadeFromACallTakesThatCall() throws {
    let shop = try Shop()
    let contact = try shop.contact("Олена", number)
    let call = try shop.take(shop.answered("1", from: number))[0].call
    let order = try shop.store.createOrder(
      OrderDraft(number: "A", contact: contact.id, opened: Shop.noon.advanced(bySeconds: 600)),
      from: call, now: Shop.noon)
    #expect(try shop.store.call(call)?.order == order.reference)
    #expect(throws: StoreError.numberTaken(order.reference)) {
      try shop.store.createOrder(
        OrderDraft(number: "A", contact: contact.id, opened: Shop.noon), now: Shop.noon)
    }
  }

  @Test func ordersComeNewestFirstAndByContact() throws {
    let shop = try Shop()
    let contacts = try [shop.contact("Олена"), shop.contact("Петро")]
    for index in 0..<9 {
      _ = try shop.store.createOrder(
        OrderDraft(
          number: "\(index)", contact: contacts[index % 2].id,
          vehicle: Vehicle(make: "Škoda", year: 2019), comment: "c",
          opened: Shop.noon.advanced(bySeconds: Int64(index / 3))), now: Shop.noon)
    }
    let page = try shop.store.orders(OrderRequest(anchor: .first, limit: 4))
    #expect(page.rows.map(\.number) == ["8", "7", "6", "5"])
    #expect(page.rows[0].vehicle.title == "Škoda 2019" && page.hasAfter && !page.hasBefore)
    let next = try shop.store.orders(
      OrderRequest(anchor: .after(page.rows[3].position), limit: 9, contact: contacts[1].id))
    #expect(next.rows.map(\.number) == ["3", "1"])
    #expect(
      try shop.store.contactCard(contacts[0].id)?.orders.map(\.number) == [
        "8", "6", "4", "2", "0",
      ])
  }
}
