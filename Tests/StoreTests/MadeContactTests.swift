import Domain
import Testing

@testable import Store

/// Contacts that calls make by themselves (`NewNumbers.create`).
@Suite struct MadeContactTests {
  private static let client = "0501112233"

  /// The same delivery to an integration that makes contacts.
  private func creating(_ item: IngestItem) -> IngestItem {
    IngestItem(
      integration: item.integration, occasion: item.occasion, origin: item.origin, raw: item.raw,
      content: item.content, own: item.own, newNumbers: .create)
  }

  private func rings(
    _ id: String, from number: String, origin: PromptRule.Origin = .delivered, _ shop: Shop
  ) -> IngestItem {
    creating(
      shop.item(id, .before, origin: origin) {
        $0.type = .incoming
        $0.caller = Shop.number(number)
        $0.called = Shop.number($0.caller?.isInternal == true ? "102" : "380440000009")
      })
  }

  private func contacts(_ shop: Shop) throws -> [Contact] {
    #expect(try shop.store.ownersAreRight())
    return try shop.store.newestContacts(before: nil, limit: 100).reversed()
  }

  @Test func theFirstEventMakesAContactAndAsksNothing() throws {
    let shop = try Shop()
    let results = try shop.take(rings("1", from: MadeContactTests.client, shop))
    #expect(!results[0].raisesPrompt)
    let made = try #require(try contacts(shop).first)
    #expect(made.name == nil && made.responsible == "System user")
    #expect(made.numbers.map(\.number.text) == ["+380501112233"])
    #expect(made.created == Shop.noon && made.version == 1)
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
    let call = try #require(try shop.log().rows.first)
    #expect(call.contact == made.reference && !call.isFromNewClient)
    #expect(call.comments == [.linked(name: nil)])
    // The rest of the call makes nothing more, another call of the number neither.
    try shop.take(
      creating(shop.miss("1", from: MadeContactTests.client)),
      creating(shop.answered("2", from: MadeContactTests.client, at: 60)))
    #expect(try contacts(shop).map(\.id) == [made.id])
    #expect(try shop.store.contactCount() == 1)
    #expect(try shop.store.contactCount(matching: "050111") == 1)
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func aMissedCallIsOwedToTheContact() throws {
    let shop = try Shop()
    try shop.take(creating(shop.miss("1", from: MadeContactTests.client)))
    let entries = try shop.store.callBacks(now: Shop.noon, limit: 9)
    #expect(entries.count == 1)
    #expect(entries[0].contact?.id == (try contacts(shop).first?.id))
    #expect(entries[0].callBack.misses == 1)
  }

  @Test(
    "Hidden and internal numbers make none, nor does what is no telephone's news",
    arguments: [
      ("anonymous", PromptRule.Origin.delivered), ("101", .delivered), ("shop_ivan", .delivered),
      (client, .imported), (client, .replayed), (client, .demo),
    ])
  func none(_ number: String, _ origin: PromptRule.Origin) throws {
    let shop = try Shop()
    try shop.take(rings("1", from: number, origin: origin, shop))
    #expect(try contacts(shop).isEmpty)
  }

  @Test func aFetchedCallMakesOneWhileItIsNews() throws {
    let shop = try Shop()
    try shop.take(rings("1", from: MadeContactTests.client, origin: .fetched, shop), at: 3600)
    #expect(try contacts(shop).isEmpty)
    try shop.take(rings("2", from: "0679998877", origin: .fetched, shop), at: 60)
    #expect(try contacts(shop).count == 1)
  }

  @Test func anExistingClientStaysWhoHeIs() throws {
    let shop = try Shop()
    let olena = try shop.contact("Олена", MadeContactTests.client)
    try shop.take(rings("1", from: MadeContactTests.client, shop))
    #expect(try contacts(shop).map(\.id) == [olena.id])
  }

  @Test func oneThatIsDeletedComesWithTheNextCallOnly() throws {
    let shop = try Shop()
    try shop.take(rings("1", from: MadeContactTests.client, shop))
    let made = try #require(try contacts(shop).first)
    try shop.store.deleteContact(made.id, now: Shop.noon)
    try shop.take(creating(shop.miss("1", from: MadeContactTests.client)))
    #expect(try contacts(shop).isEmpty)
    try shop.take(rings("2", from: MadeContactTests.client, shop))
    #expect(try contacts(shop).count == 1)
  }

  @Test func theOrderOfDeliveriesDoesNotMatter() throws {
    // The first link says too little: both sides look outside, and then which one is ours.
    let events: [(String, (inout CallFields) -> Void)] = [
      (
        "before",
        {
          $0.caller = Shop.number("0501112233")
          $0.called = Shop.number("0671112233")
        }
      ),
      ("type", { $0.type = .outgoing }),
      (
        "after",
        {
          $0.type = .outgoing
          $0.caller = Shop.number("0501112233")
          $0.called = Shop.number("0671112233")
          $0.outbound = Shop.number("0501112233")
          $0.talk = 30
          $0.disposition = Disposition("ANSWERED")
        }
      ),
    ]
    var outcomes: Set<[String]> = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let shop = try Shop()
      for index in order {
        let (name, fill) = events[index]
        try shop.take(creating(shop.item("1", name == "after" ? .after : .before, fill)))
      }
      outcomes.insert(try contacts(shop).flatMap { $0.numbers.map(\.number.text) })
      #expect(try shop.store.contactCount() == 1)
      #expect(try shop.store.integrity() == "ok")
    }
    #expect(outcomes == [["+380671112233"]])
  }

  @Test func whatSomebodyHasTouchedStays() throws {
    let shop = try Shop()
    try shop.take(
      creating(
        shop.item("1", .before) {
          $0.caller = Shop.number("0501112233")
          $0.called = Shop.number("0671112233")
        }))
    let made = try #require(try contacts(shop).first)
    _ = try shop.store.updateContact(
      made.id, version: made.version, draft: ContactDraft(name: "Олена", numbers: ["0501112233"]),
      plan: .ukraine, now: Shop.noon)
    try shop.take(
      creating(
        shop.item("1", .after) {
          $0.type = .outgoing
          $0.caller = Shop.number("0501112233")
          $0.called = Shop.number("0671112233")
          $0.talk = 30
        }))
    #expect(try contacts(shop).map(\.name) == ["Олена", nil])
  }

  @Test func forgettingTakesTheContactToo() throws {
    let shop = try Shop()
    try shop.take(rings("1", from: MadeContactTests.client, shop))
    let number = try #require(Shop.number(MadeContactTests.client))
    _ = try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
    #expect(try contacts(shop).isEmpty)
    #expect(try shop.store.contactCount() == 0)
    // A repeat of the old delivery brings nothing back.
    try shop.take(rings("1", from: MadeContactTests.client, shop))
    #expect(try contacts(shop).isEmpty)
  }
}
