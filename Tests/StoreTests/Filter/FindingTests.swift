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
