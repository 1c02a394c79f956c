import Domain
import Foundation
import Testing

@testable import Store

/// What is found follows whose a call is, and what is forgotten is not found by anything.
struct FindingTests {
  private let shop: Shop
  private let moment = Moment(Shop.noon.advanced(bySeconds: 3600), in: .kyiv)

  init() throws {
    shop = try Shop()
    try shop.take(
      shop.miss("1", from: "0501112233"), shop.answered("2", from: "0672223344", at: 60),
      shop.outgoing("3", to: "0501112233", at: 120, talk: 30))
  }

  private func find(_ text: String) throws -> [String] {
    let filter = try FilterLanguage.filter(text)
    let request = LogRequest(anchor: .first, limit: 99, filter: filter)
    return try shop.store.calls(request, at: moment).rows.map(\.providerID)
  }

  @Test func aNewContactsEarlierCallsAreFoundByHisName() throws {
    #expect(try find("іваненко") == [] && find("new") == ["3", "2", "1"])
    let contact = try shop.contact("Іваненко Олена", "0501112233")
    #expect(try find("ІВАНЕНКО") == ["3", "1"] && find("new") == ["2"])
    let call = try #require(try shop.log().rows.first { $0.providerID == "2" }).id
    try shop.store.assign(call, to: contact.id, now: Shop.noon)
    #expect(try find("олена") == ["3", "2", "1"] && find("new") == [])
    try shop.store.detach(call, now: Shop.noon)
    #expect(try find("олена") == ["3", "1"] && find("new") == ["2"])
    _ = try shop.store.undo(now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try find("new") == ["2"])
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try find("олена") == [] && find("new") == ["3", "2", "1"])
  }

  /// A call that was given another client's order has the order's texts and its client's, but not what
  /// else is his.
  @Test func aGivenOrderIsFoundByItsOwnTexts() throws {
    let owner = try shop.contact("Іваненко Олена", "0931112233")
    try shop.take(shop.miss("4", from: "0931112233", at: 200))
    let orders = try ["Octavia", "Fabia"].map { model in
      try shop.store.createOrder(
        OrderDraft(
          number: model, contact: owner.id, vehicle: Vehicle(make: "Škoda", model: model),
          opened: Shop.noon), now: Shop.noon)
    }
    let call = try #require(try shop.log().rows.first { $0.providerID == "2" }).id
    try shop.store.attachOrder(orders[0].id, to: call, now: Shop.noon)
    #expect(try find("octavia") == ["4", "2"] && find("олена") == ["4", "2"])
    #expect(try find("fabia") == ["4"] && find("093111") == ["4", "2"])
    try shop.store.attachOrder(nil, to: call, now: Shop.noon)
    #expect(try find("octavia") == ["4"])
  }

  @Test func whatAnotherConnectionHasSavedIsFoundAtOnce() throws {
    #expect(try find("іваненко") == [] && find("0501") == ["3", "1"])
    let other = try Store.open(shop.store.path, access: .writer, actor: "other")
    defer { other.close() }
    let draft = ContactDraft(name: "Іваненко", numbers: [.init(text: "0672223344")])
    let contact = try other.createContact(draft, from: nil, plan: .ukraine, now: Shop.noon)
    #expect(try find("іваненко") == ["2"])
    _ = try other.ingest([shop.miss("4", from: "0501112233", at: 500)], now: Shop.noon)
    #expect(try find("0501") == ["4", "3", "1"])
    try other.deleteContact(contact.id, now: Shop.noon)
    #expect(try find("іваненко") == [])
  }

  /// One or two letters begin a name; whoever has none begins with nothing.
  @Test func anUnnamedContactIsNotFoundByWhatHisOrganizationBeginsWith() throws {
    try shop.contact("", "0501112233", organization: "Автопарк")
    #expect(try find("ав") == [] && find("автоп") == ["3", "1"])
  }

  @Test func aNoteIsFoundUntilItIsTakenBack() throws {
    let call = try shop.log().rows[1].id
    try shop.store.setNote("Просив зателефонувати", of: call, now: Shop.noon)
    #expect(try find("зателеф") == ["2"])
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try find("зателеф") == [])
    _ = try shop.store.redo(now: Shop.noon)
    #expect(try find("зателеф") == ["2"])
  }

  @Test func whatBecomesOfALiveCallMovesItToAnotherFilter() throws {
    try shop.take(
      shop.item("4", .before, at: 900) {
        $0.type = .incoming
        $0.caller = Shop.number("0931112233")
      })
    #expect(try find("status:ringing") == ["4"] && find("status:unknown") == [])
    try shop.take(shop.miss("4", from: "0931112233", at: 900))
    #expect(try find("status:ringing") == [] && find("missed") == ["4", "1"])
  }

  @Test func noByteOfAForgottenNumberOrNoteIsLeftInTheSearchIndexes() throws {
    let call = try shop.log().rows[1].id
    try shop.store.setNote("дзвонити на 050 111-22-33", of: call, now: Shop.noon)
    let number = try #require(Shop.number("0501112233"))
    _ = try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
    #expect(try find("0501112233") == [] && find("12233") == [] && find("дзвонити") == ["2"])
    let indexes = try shop.store.connection.rows(
      "SELECT rowid FROM number_search WHERE number_search MATCH '\"111\" AND \"122\"'"
    ) { $0.integer() }
    #expect(indexes == [])
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func purgedNumbersLeaveTheSearchIndex() throws {
    try shop.store.purge(before: moment.now, now: moment.now)
    #expect(
      try shop.store.connection.rows(
        "SELECT rowid FROM number_search WHERE number_search MATCH '\"222\"'"
      ) {
        $0.integer()
      } == [])
  }
}
