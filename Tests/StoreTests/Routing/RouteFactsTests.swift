import Domain
import Testing

@testable import Store

/// Whom the rules about the client name.
@Suite struct RouteFactsTests {
  private static let client = "0501112233"

  private func named(_ rule: RoutingRule, _ shop: Shop, at seconds: Int64 = 0) throws -> String? {
    let roster = try shop.store.roster()
    let number = try #require(Shop.number(RouteFactsTests.client))
    guard let client = try shop.store.routedClient(number) else { return nil }
    return try shop.store.employee(
      rule, of: client, roster: roster, plan: .ukraine,
      now: Shop.noon.advanced(bySeconds: seconds)
    ).flatMap { roster[$0]?.name }
  }

  private func staff(_ shop: Shop) throws {
    for (name, login) in [("Іван", "ivanenko"), ("Петро", "petrenko")] {
      _ = try shop.store.createEmployee(
        EmployeeDraft(name: name, login: login), plan: .ukraine, now: Shop.noon)
    }
  }

  private func talk(_ id: String, with login: String, at seconds: Int64, _ shop: Shop)
    -> IngestItem
  {
    shop.item(id, .after, at: seconds) {
      $0.type = .incoming
      $0.caller = Shop.number(RouteFactsTests.client)
      $0.called = Shop.number("380440000009")
      $0.disposition = Disposition("ANSWERED")
      $0.talk = 60
      $0.connectedWith = login
    }
  }

  @Test func theResponsibleOne() throws {
    let shop = try Shop()
    try staff(shop)
    #expect(try named(.responsible, shop) == nil)
    let contact = try shop.store.createContact(
      ContactDraft(name: "Олена", numbers: [.init(text: RouteFactsTests.client)]), from: nil,
      plan: .ukraine, now: Shop.noon)
    #expect(try named(.responsible, shop) == nil)
    var draft = ContactDraft(contact)
    draft.responsible = "Петро"
    _ = try shop.store.updateContact(
      contact.id, version: contact.version, draft: draft, plan: .ukraine, now: Shop.noon)
    #expect(try named(.responsible, shop) == "Петро")
    // Nobody in particular is nobody who talks.
    draft.responsible = "System user"
    let present = try #require(try shop.store.contact(contact.id))
    _ = try shop.store.updateContact(
      contact.id, version: present.version, draft: draft, plan: .ukraine, now: Shop.noon)
    #expect(try named(.responsible, shop) == nil)
    // Two clients with one number: nobody knows who calls.
    draft.responsible = "Петро"
    let again = try #require(try shop.store.contact(contact.id))
    _ = try shop.store.updateContact(
      contact.id, version: again.version, draft: draft, plan: .ukraine, now: Shop.noon)
    #expect(try named(.responsible, shop) == "Петро")
    try shop.contact("Сестра", RouteFactsTests.client)
    #expect(try named(.responsible, shop) == nil)
  }

  @Test func whoTalkedLast() throws {
    let shop = try Shop()
    try staff(shop)
    let day: Int64 = 86_400
    try shop.take(
      talk("1", with: "petrenko", at: -9 * day, shop),
      talk("2", with: "IVANENKO", at: -2 * day, shop),
      // Nobody took it, nobody of ours took it, a machine did: none of them talked.
      shop.miss("3", from: RouteFactsTests.client, at: -day),
      talk("4", with: "somebody", at: -day + 10, shop),
      shop.item("5", .after, at: -day + 20) {
        $0.type = .incoming
        $0.caller = Shop.number(RouteFactsTests.client)
        $0.disposition = Disposition("VOICEMAIL")
        $0.talk = 20
        $0.connectedWith = "petrenko"
      })
    #expect(try named(.lastTalked(days: 30), shop) == "Іван")
    #expect(try named(.lastTalked(days: 1), shop) == nil)
    #expect(try named(.lastTalked(days: 3), shop, at: 2 * day) == nil)
    // Of an outgoing call that names no employee it is whose line it went out by.
    try shop.take(
      shop.item("6", .afterOutgoing, at: -100) {
        $0.type = .outgoing
        $0.caller = Shop.number("petrenko")
        $0.called = Shop.number(RouteFactsTests.client)
        $0.disposition = Disposition("ANSWERED")
        $0.talk = 5
      })
    #expect(try named(.lastTalked(days: 30), shop) == "Петро")
  }

  @Test func whoTalkedOnAnotherOfHisNumbers() throws {
    let shop = try Shop()
    try staff(shop)
    try shop.contact("Олена", RouteFactsTests.client, "0679998877")
    try shop.take(
      talk("1", with: "ivanenko", at: -500, shop),
      shop.item("2", .after, at: -100) {
        $0.type = .incoming
        $0.caller = Shop.number("0679998877")
        $0.disposition = Disposition("ANSWERED")
        $0.talk = 5
        $0.connectedWith = "petrenko"
      })
    #expect(try named(.lastTalked(days: 30), shop) == "Петро")
  }

  @Test func theEmployeeOfTheOpenOrder() throws {
    let shop = try Shop()
    try staff(shop)
    let contact = try shop.contact("Олена", RouteFactsTests.client)
    func order(_ number: String, _ employee: String, at seconds: Int64) throws -> Order {
      try shop.store.createOrder(
        OrderDraft(
          number: number, contact: contact.id, responsible: employee,
          opened: Shop.noon.advanced(bySeconds: seconds)), now: Shop.noon)
    }
    #expect(try named(.openOrder, shop) == nil)
    _ = try order("A-1", "Петро", at: -300)
    let newest = try order("A-2", "Іван", at: -200)
    _ = try order("A-3", "", at: -100)
    #expect(try named(.openOrder, shop) == "Іван")
    _ = try shop.store.setStatus(.closed, of: newest.id, before: .new, now: Shop.noon)
    #expect(try named(.openOrder, shop) == "Петро")
  }

  @Test func answersGoWithTheirCall() throws {
    let shop = try Shop()
    let answers = ["1", "2", nil].map {
      RouteAnswer(
        at: Shop.noon, integration: shop.integration, scheme: "", call: $0, reason: .fallback,
        employee: nil, destination: "101")
    }
    // Asked before the call is told of.
    #expect(try shop.store.tryLog(answers))
    try shop.take(shop.miss("1", from: RouteFactsTests.client))
    #expect(try shop.store.routeAnswers(to: "1", of: shop.integration) == [answers[0]])
    #expect(try shop.store.routeAnswers(limit: 10) == answers.reversed())
    _ = try shop.store.forget(
      try #require(Shop.number(RouteFactsTests.client)), plan: .ukraine, now: Shop.noon)
    #expect(try shop.store.routeAnswers(limit: 10) == [answers[2], answers[1]])
    // What comes for it later leaves no trace either.
    #expect(try shop.store.tryLog([answers[0]]))
    #expect(try shop.store.routeAnswers(to: "1", of: shop.integration).isEmpty)
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: 400 * 86_400))
    #expect(try shop.store.routeAnswers(limit: 10).isEmpty)
  }
}
