import Domain
import Testing

@testable import Store

/// From one call of a client to his next, and what is known of a call beside its row.
struct NeighborTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func ids(_ items: IngestItem...) throws -> [Call.ID] {
    try shop.store.ingest(items, now: Shop.noon).map(\.call)
  }

  private func neighbors(_ id: Call.ID) throws -> [Call.ID?] {
    [
      try shop.store.neighbor(of: id, isOlder: true)?.id,
      try shop.store.neighbor(of: id, isOlder: false)?.id,
    ]
  }

  @Test func aNumbersCallsInTheirOrder() throws {
    let calls = try ids(
      shop.miss("1", from: "0501112233", at: 1), shop.miss("2", from: "0509999999", at: 2),
      shop.outgoing("3", to: "0501112233", at: 3), shop.miss("4", from: "0501112233", at: 3))
    #expect(try neighbors(calls[0]) == [nil, calls[2]])
    #expect(try neighbors(calls[2]) == [calls[0], calls[3]])
    #expect(try neighbors(calls[3]) == [calls[2], nil])
    #expect(try neighbors(calls[1]) == [nil, nil])
    #expect(try neighbors(Call.ID(99)) == [nil, nil])
  }

  @Test func aContactsCallsOfAllHisNumbers() throws {
    let calls = try ids(
      shop.miss("1", from: "0501112233", at: 1), shop.miss("2", from: "0509999999", at: 2),
      shop.miss("3", from: "0507777777", at: 3))
    let olena = try shop.contact("Олена", "0501112233", "0509999999")
    #expect(try neighbors(calls[0]) == [nil, calls[1]])
    try shop.store.assign(calls[2], to: olena.id, now: Shop.noon)
    #expect(try neighbors(calls[1]) == [calls[0], calls[2]])
  }

  @Test func aHiddenCallHasNone() throws {
    let calls = try ids(shop.item("1", at: 1) { $0.type = .incoming })
    #expect(try neighbors(calls[0]) == [nil, nil])
  }

  @Test func theFileSaysWhoseTheNumberIsAndWhatWasSaidByHand() throws {
    let call = try ids(shop.miss("1", from: "0501112233"))[0]
    let olena = try shop.contact("Олена", "0501112233")
    let ivan = try shop.contact("Іван", "0501112233")
    var file = try #require(try shop.store.callFile(call))
    #expect(file.owners == [olena.reference, ivan.reference])
    #expect(file.integration.name == "Ringostat")
    #expect(file.record?.fields.duration == 12)
    #expect(!file.isClientByHand && !file.isOrderByHand)
    try shop.store.assign(call, to: ivan.id, now: Shop.noon)
    try shop.store.attachOrder(nil, to: call, now: Shop.noon)
    file = try #require(try shop.store.callFile(call))
    #expect(file.isClientByHand && file.isOrderByHand)
    #expect(try shop.store.callFile(Call.ID(99))?.owners == nil)
  }

  @Test func onlyTheLatestDeliveriesAreReadWhereAsked() throws {
    let items = (0..<5).map { number in
      shop.item("1", at: 1, received: Int64(number), body: "{\"n\":\(number)}") { $0.wait = number }
    }
    let call = try shop.store.ingest(items, now: Shop.noon)[0].call
    let bodies = try shop.store.rawEvents(of: call, limit: 2).map {
      String(decoding: $0.raw.body, as: UTF8.self)
    }
    #expect(bodies == ["{\"n\":4}", "{\"n\":3}"])
    #expect(try shop.store.rawEvents(of: call).count == 5)
  }
}
