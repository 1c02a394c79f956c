import Domain
import Testing

@testable import Store

/// The life of the question "New client on Carbook".
struct PromptTests {
  let first = "0501112233"
  let second = "0672223344"

  /// `number last-call-id` of each open question, newest first.
  func queue(_ shop: Shop) throws -> [String] {
    try shop.store.promptQueue(limit: 10).prompts.map { "\($0.number.text) \($0.call.providerID)" }
  }

  @Test func anUnknownNumberRaisesOneQuestionThatFollowsItsLatestCall() throws {
    let shop = try Shop()
    #expect(try shop.take(shop.miss("1", from: first)).map(\.raisesPrompt) == [true])
    #expect(try queue(shop) == ["+380501112233 1"])
    // A repeat of the delivery asks nothing anew.
    #expect(try shop.take(shop.miss("1", from: first)).map(\.raisesPrompt) == [false])
    // A later call moves it; an earlier one that comes late does not.
    #expect(try shop.take(shop.miss("3", from: first, at: 60)).map(\.raisesPrompt) == [true])
    #expect(try shop.take(shop.miss("2", from: first, at: 30)).map(\.raisesPrompt) == [false])
    #expect(try queue(shop) == ["+380501112233 3"])
    #expect(try shop.store.promptQueue(limit: 10).prompts.map(\.earlierCalls) == [2])
    // Numbers are counted, not calls.
    try shop.take(shop.outgoing("4", to: second, at: 90))
    #expect(try queue(shop) == ["+380672223344 4", "+380501112233 3"])
    #expect(try shop.store.promptQueue(limit: 1).total == 2)
    #expect(try shop.store.promptQueue(limit: 1).prompts.count == 1)
  }

  @Test func notNowHoldsUntilAnotherCallOfTheNumber() throws {
    let shop = try Shop()
    let number = try #require(Shop.number(first))
    let live = shop.item("1", .before) { $0.caller = number }
    let call = try shop.take(live)[0].call
    try shop.store.dismissPrompt(number, call: call, now: Shop.noon)
    #expect(try queue(shop).isEmpty)
    // The same call ends, and an older one comes late: still not now.
    try shop.take(shop.answered("1", from: first))
    try shop.take(shop.miss("0", from: first, at: -60))
    #expect(try queue(shop).isEmpty)
    #expect(try shop.store.promptQueue(limit: 10).total == 0)
    #expect(try shop.take(shop.miss("2", from: first, at: 60)).map(\.raisesPrompt) == [true])
    #expect(try queue(shop) == ["+380501112233 2"])
    // The answer to a question that has moved on since is not an answer to this one.
    try shop.store.dismissPrompt(number, call: call, now: Shop.noon)
    #expect(try queue(shop) == ["+380501112233 2"])
  }

  @Test func aContactAnswersIt() throws {
    let shop = try Shop()
    let call = try shop.take(shop.miss("1", from: first), shop.miss("2", from: second))[0].call
    let contact = try shop.contact("Іваненко Олена", first, from: call)
    #expect(try queue(shop) == ["+380672223344 2"])
    #expect(try shop.take(shop.miss("3", from: first, at: 60)).map(\.raisesPrompt) == [false])
    let number = try #require(Shop.number(second))
    let added = try shop.store.addNumber(number, to: contact.id, from: nil, now: Shop.noon)
    #expect(added.numbers.map(\.number.text) == ["+380501112233", "+380672223344"])
    #expect(added.version == contact.version + 1)
    #expect(try queue(shop).isEmpty)
  }

  @Test func whatRaisesNone() throws {
    let shop = try Shop()
    let cases: [(String, IngestItem)] = [
      ("hidden", shop.item("1") { $0.type = .incoming }),
      (
        "internal",
        shop.item("2") {
          $0.caller = Shop.number("101")
          $0.called = Shop.number("ivanenko")
        }
      ),
      ("imported", shop.item("3", origin: .imported) { $0.caller = Shop.number(first) }),
      ("demo", shop.item("4", origin: .demo) { $0.caller = Shop.number(first) }),
      (
        "fetched late",
        shop.item("5", at: -3600, origin: .fetched) { $0.caller = Shop.number(first) }
      ),
    ]
    for (name, item) in cases {
      #expect(try shop.take(item).map(\.raisesPrompt) == [false], "\(name)")
    }
    #expect(try queue(shop).isEmpty)
  }

  @Test func theQuestionGoesWhereTheNumberTurnsOutToBeOurs() throws {
    let shop = try Shop()
    try shop.take(shop.item("1", .before) { $0.caller = Shop.number(first) })
    shop.own = OwnNumbers([try #require(Shop.number(first))])
    try shop.take(
      shop.item("1", .after) {
        $0.caller = Shop.number(first)
        $0.called = Shop.number(second)
        $0.talk = 5
      })
    #expect(try queue(shop) == ["+380672223344 1"])
  }
}
