import Domain
import Testing

@testable import Store

/// What follows when the shop says which numbers are its own.
struct SidesTests {
  @Test func callsThatAreThereAreReadAgain() throws {
    let shop = try Shop()
    func call(_ id: String, from caller: String, to called: String) throws -> Call.ID {
      try shop.take(
        shop.item(id) {
          $0.caller = Shop.number(caller)
          $0.called = Shop.number(called)
          $0.disposition = Disposition("NO ANSWER")
          $0.wait = 9
        })[0].call
    }
    let outgoing = try call("1", from: "0440000009", to: "0501112233")
    let incoming = try call("2", from: "0671112233", to: "0440000009")
    let others = try call("3", from: "0931112233", to: "0440000001")
    let contact = try shop.contact("Олена", "0501112233")
    try shop.store.setNote("note", of: outgoing, now: Shop.noon)
    func row(_ id: Call.ID) throws -> Call { try #require(try shop.store.call(id)) }
    #expect(try row(outgoing).type == .incoming && row(outgoing).contact == nil)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 3)
    let before = try [row(incoming), row(others)]

    let own = OwnNumbers(Set([try #require(Shop.number("0440000009"))]))
    try shop.store.setOwnNumbers(own, of: shop.integration, now: Shop.noon)
    #expect(try row(outgoing).type == .outgoing && row(outgoing).contact == contact.reference)
    #expect(try row(outgoing).note == "note")
    #expect(try [row(incoming), row(others)] == before)
    // Nobody asks who our own number is, and it is owed nothing.
    let asked = try shop.store.promptQueue(limit: 9).prompts.map(\.number.text)
    #expect(asked == ["+380931112233", "+380671112233"])
    #expect(try shop.store.callBackCount(now: Shop.noon) == 2)

    try shop.store.setOwnNumbers(OwnNumbers(), of: shop.integration, now: Shop.noon)
    #expect(try row(outgoing).type == .incoming && row(outgoing).contact == nil)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 3)
    // It is old news by now.
    #expect(try shop.store.promptQueue(limit: 9).total == 2)
  }
}
