import Domain
import Foundation
import Server
import Store
import Testing

@testable import carbook

/// The eight scenarios of smart-business-uk.txt and Carbook's own four, over HTTP to a real listener,
/// read as `carbook calls --format json` and `contacts --format json` print them.
@Suite(.serialized) struct CallCardScenarioTests {
  /// A listener at a port of its own, over a store with one employee and one client.
  final class Desk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "carbook-\(UUID().uuidString)")
    let store: Store
    let integration: Integration
    let listener: Listener

    init(_ newNumbers: NewNumbers) throws {
      let path = folder.appendingPathComponent("shop.db").path
      store = try Store.open(path, access: .writer, actor: "olena")
      let now = carbook.Clock.now
      let made = try store.createIntegration(name: "Ringostat", token: "secret", now: now)
      var draft = IntegrationDraft(made)
      draft.newNumbers = newNumbers
      draft.ownNumbers = ["0440000009"]
      integration = try store.update(
        draft, of: made.id, version: made.version, plan: .ukraine, now: now)
      _ = try store.createEmployee(
        EmployeeDraft(name: "Іван", login: "shop_ivan", providerID: "1111"), plan: .ukraine,
        now: now)
      _ = try store.createContact(
        ContactDraft(name: "Олена", numbers: ["0670001122"], responsible: "Іван"), from: nil,
        plan: .ukraine, now: now)
      listener = Listener(address: ListenAddress(loopbackPort: 0)) {
        WebhookHandler(
          path: path, plan: .ukraine, log: { _ in }, report: { _ in }, wake: $0)
      }
      try listener.start()
    }

    deinit {
      listener.stop()
      store.close()
      try? FileManager.default.removeItem(at: folder)
    }

    func send(_ occasion: Occasion, _ body: String) throws {
      let address = try #require(listener.boundAddress)
      let link = try #require(
        integration.localLinks(base: "http://\(address)").first { $0.occasion == occasion })
      let delivery = LiveDelivery(
        delay: 0, occasion: occasion, method: "POST", mediaType: "application/json",
        body: Array(body.utf8))
      #expect(try LoopbackClient().send(delivery, to: link.url) == 200)
    }

    /// The calls as they are printed, newest first.
    func calls() throws -> [[String: Any]] {
      let moment = Moment(carbook.Clock.now, in: .kyiv)
      return try printed(RecordPages.calls(at: moment, language: .english))
    }

    func contacts() throws -> [[String: Any]] {
      try printed(RecordPages.contacts())
    }

    private func printed(_ pages: RecordPages.Next) throws -> [[String: Any]] {
      try JSONWriter().lines(for: pages(store, 100)).map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(object as? [String: Any])
      }
    }
  }

  struct Scenario: CustomTestStringConvertible, Sendable {
    let isIncoming: Bool
    let isSuccessful: Bool
    let isExisting: Bool

    static let all = [true, false].flatMap { incoming in
      [true, false].flatMap { existing in
        [true, false].map {
          Scenario(isIncoming: incoming, isSuccessful: $0, isExisting: existing)
        }
      }
    }

    var testDescription: String {
      [
        isIncoming ? "incoming" : "outgoing", isSuccessful ? "successful" : "unsuccessful",
        isExisting ? "existing client" : "new client",
      ].joined(separator: ", ")
    }

    var client: String { isExisting ? "380670001122" : "380501112233" }

    var before: (Occasion, String) {
      isIncoming
        ? (
          .before,
          #"{"call_id":"1","type":"in","caller":"\#(client)","callee":"380440000009"}"#
        )
        : (
          .beforeOutgoing,
          #"{"call_id":"1","type":"out","caller":"shop_ivan","callee":"\#(client)"}"#
        )
    }

    var after: (Occasion, String) {
      let result =
        isSuccessful
        ? #""status":"ANSWERED","waiting":5,"dialog":60,"employee_fio":"Іван І.","staffid":"1111""#
        : #""status":"NO ANSWER","waiting":20,"dialog":0"#
      let sides =
        isIncoming
        ? #""type":"in","caller":"\#(client)","callee":"380440000009""#
        : #""type":"out","caller":"shop_ivan","callee":"\#(client)","outbound_number":"380440000009""#
      return (isIncoming ? .after : .afterOutgoing, "{\"call_id\":\"1\",\(sides),\(result)}")
    }
  }

  @Test(
    "Smart Business' eight, and Carbook's way of them", arguments: Scenario.all,
    [NewNumbers.ask, .create])
  func scenario(_ scenario: Scenario, _ newNumbers: NewNumbers) throws {
    let desk = try Desk(newNumbers)
    try desk.send(scenario.before.0, scenario.before.1)
    // The contact is made at the time of the call, not after it.
    let isMade = newNumbers == .create && !scenario.isExisting
    #expect(try desk.contacts().count == (isMade ? 2 : 1))
    try desk.send(scenario.after.0, scenario.after.1)
    let calls = try desk.calls()
    #expect(calls.count == 1)
    let call = try #require(calls.first)
    let number = "+" + scenario.client
    let client = scenario.isExisting ? "Олена" : number
    // Whoever took it; of an incoming call that nobody took the user that stands for all.
    let user = scenario.isIncoming && !scenario.isSuccessful ? "System user" : "Іван"
    #expect(call["call_from"] as? String == (scenario.isIncoming ? client : user))
    #expect(call["call_to"] as? String == (scenario.isIncoming ? user : client))
    #expect(call["phone_number"] as? String == (scenario.isIncoming ? "+380440000009" : number))
    #expect(call["direction"] as? String == (scenario.isIncoming ? "incoming" : "outgoing"))
    #expect(call["status"] as? String == scenario.status)
    let contacts = try desk.contacts()
    if scenario.isExisting || isMade {
      #expect(call["regarding"] as? String == client)
      // Newest first.
      #expect(call["contact_id"] as? Int == contacts.first?["id"] as? Int)
    } else {
      #expect(call["regarding"] is NSNull && call["contact_id"] is NSNull)
      #expect(
        call["comment"] as? String == "New client"
          + (scenario.isOwed ? "; Missed, not called back" : ""))
    }
    #expect(contacts.count == (isMade ? 2 : 1))
    if isMade {
      let made = contacts[0]
      #expect(made["name"] is NSNull && made["numbers"] as? [String] == [number])
      #expect(made["responsible"] as? String == "System user")
    }
    // The question is asked of new clients where it is to be asked, and nowhere else.
    let asks = newNumbers == .ask && !scenario.isExisting
    #expect(try desk.store.promptQueue(limit: 5).total == (asks ? 1 : 0))
  }

  @Test func hiddenAndInternalNumbersMakeNobody() throws {
    let desk = try Desk(.create)
    try desk.send(.after, #"{"call_id":"1","type":"in","caller":"anonymous","status":"NO ANSWER"}"#)
    try desk.send(
      .after, #"{"call_id":"2","type":"in","caller":"shop_ivan","callee":"101","status":"BUSY"}"#)
    #expect(try desk.contacts().count == 1 && desk.calls().count == 2)
    #expect(try desk.calls().allSatisfy { $0["regarding"] is NSNull })
  }

  /// Carbook's four of carbook-integration.txt: a call from a new or an existing customer, answered
  /// or missed, and what can be gone to from it.
  @Test(
    "Carbook's own four",
    arguments: [(true, true), (true, false), (false, true), (false, false)], [true, false])
  func carbooks(_ kind: (isNew: Bool, isAnswered: Bool), _ isIncoming: Bool) throws {
    let desk = try Desk(.ask)
    let scenario = Scenario(
      isIncoming: isIncoming, isSuccessful: kind.isAnswered, isExisting: !kind.isNew)
    try desk.send(scenario.before.0, scenario.before.1)
    let queue = try desk.store.promptQueue(limit: 5)
    try desk.send(scenario.after.0, scenario.after.1)
    let call = try #require(try desk.store.calls(LogRequest(anchor: .first, limit: 5)).rows.first)
    if kind.isNew {
      // "New client on Carbook", with the number for the form, from the first ring on.
      #expect(queue.prompts.map(\.number.text) == ["+" + scenario.client])
      #expect(call.isFromNewClient)
      let contact = try desk.store.createContact(
        ContactDraft(name: "Нова", numbers: [.init(text: queue.prompts[0].number.grouped)]),
        from: call.id, plan: .ukraine, now: carbook.Clock.now)
      #expect(try desk.calls().first?["customer"] as? String == "Нова")
      #expect(try desk.store.promptQueue(limit: 5).total == 0)
      #expect(try desk.store.callCount(of: contact.id) == 1)
    } else {
      #expect(queue.total == 0)
      #expect(try desk.calls().first?["customer"] as? String == "Олена")
      let contact = try #require(call.contact)
      let own = try desk.store.calls(LogRequest(anchor: .first, limit: 5, contact: contact.id))
      #expect(own.rows.map(\.id) == [call.id])
    }
  }
}

extension CallCardScenarioTests.Scenario {
  var status: String {
    if isSuccessful { return "answered" }
    return isIncoming ? "missed" : "not-reached"
  }

  var isOwed: Bool { isIncoming && !isSuccessful }
}
