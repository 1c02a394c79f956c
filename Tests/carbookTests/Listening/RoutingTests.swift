import Domain
import Foundation
import Server
import Store
import Synchronization
import TUI
import Testing

@testable import carbook

/// Where callers are sent, asked as the provider asks.
@Suite struct RoutingTests {
  /// A listener without sockets over a store with one route.
  final class Desk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "carbook-\(UUID().uuidString)")
    let path: String
    let store: Store
    let integration: Integration
    let route: Route
    let handler: WebhookHandler
    private let writer: DeliveryDesk
    let lines = Lines()
    private var count: UInt64 = 0

    final class Lines: Sendable {
      private let texts = Mutex<[String]>([])
      var all: [String] { texts.withLock { $0 } }
      func add(_ line: String) { texts.withLock { $0.append(line) } }
    }

    /// - Parameter fallback: the default.
    init(_ reply: RouteReply = RouteReply(), fallback: String? = "0441234567") throws {
      path = folder.appendingPathComponent("shop.db").path
      store = try Store.open(path, access: .writer, actor: "olena")
      integration = try store.createIntegration(
        name: "Ringostat", token: "secret", now: carbook.Clock.now)
      let route = try store.makeRoute(scheme: "", of: integration.id, now: carbook.Clock.now)
      let settings = RouteSettings(
        reply: reply,
        fallback: fallback.flatMap { NumberPlan.ukraine.number($0) }.map { .line($0) })
      try store.setRoute(route.id, version: nil, to: settings, now: carbook.Clock.now)
      self.route = route
      let queue = WriteQueue {}
      let deliveryWriter = DeliveryWriter(
        path: path, intake: Intake(plan: .ukraine), log: { _ in }, report: { _ in })
      writer = DeliveryDesk(queue: queue, writer: deliveryWriter)
      handler = WebhookHandler(path: path, plan: .ukraine, queue: queue) { [lines] in
        lines.add($0)
      }
      turn()
    }

    deinit {
      store.close()
      try? FileManager.default.removeItem(at: folder)
    }

    /// Of the listener's thread and of the one that writes.
    @discardableResult
    func turn() -> [Answer] {
      let early = handler.resume(now: carbook.Clock.monotonicMilliseconds())
      writer.turn()
      return early + handler.resume(now: carbook.Clock.monotonicMilliseconds())
    }

    func ask(
      _ body: String = "", path: String = "/route/secret", method: String = "POST",
      query: String? = nil, type: String? = nil
    ) throws -> Response {
      count += 1
      var headers: Headers = ["Host": "api.asterisk"]
      if let type { headers = ["Host": "api.asterisk", "Content-Type": type] }
      let request = Request(
        method: method, target: path, path: path, query: query, headers: headers,
        body: Array(body.utf8))
      let answers = handler.handle([
        Exchange(id: ExchangeID(connection: count, number: 0), request: request)
      ])
      return try #require(answers.first?.response)
    }

    func deliver(_ body: String) -> [Answer] {
      count += 1
      let path = "/hook/secret/before"
      let request = Request(method: "POST", target: path, path: path, body: Array(body.utf8))
      return handler.handle([
        Exchange(id: ExchangeID(connection: count, number: 0), request: request)
      ]) + turn()
    }

    /// What was written down, newest first, once as many are.
    func log(_ count: Int) throws -> [RouteAnswer] {
      let deadline = ContinuousClock.now + .seconds(10)
      while true {
        turn()
        let answers = try store.routeAnswers(limit: 100)
        if answers.count >= count { return answers }
        try #require(ContinuousClock.now < deadline)
        poll(nil, 0, Int32(min(handler.timeoutMilliseconds ?? 20, 20)))
      }
    }

    func employee(_ name: String, login: String, isAway: Bool = false) throws -> Employee {
      try store.createEmployee(
        EmployeeDraft(name: name, login: login, isAway: isAway), plan: .ukraine,
        now: carbook.Clock.now)
    }
  }

  private static func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// Of call-routing-webhook.txt, word for word.
  private static let sample = """
    {"call_id":"pkv","step_forward":"webhookNumber%3A120",\
    "uuid":"842d921d-5334-4eca-812d-9a478dc8c884","google_id":"UA-38222689-2"}
    """

  @Test(
    "The sample's question, by every method and in every form",
    arguments: [
      (RouteReply(), "application/json", #"{"number_01":"380441234567"}"#),
      (RouteReply(.text), "text/html; charset=UTF-8", "380441234567"),
      (
        RouteReply(.jsonRPC, name: "to"), "application/json",
        #"{"jsonrpc":"2.0","id":null,"result":{"to":"380441234567"}}"#
      ),
    ])
  func sample(reply: RouteReply, type: String, body: String) throws {
    #expect(RoutingTests.sample.utf8.count == 128)
    let desk = try Desk(reply)
    for method in ["GET", "POST", "PUT", "DELETE"] {
      let response = try desk.ask(
        RoutingTests.sample, method: method, type: "application/json")
      #expect(response.status == 200 && response.mediaType == type)
      #expect(RoutingTests.text(response) == body)
    }
    let byQuery = try desk.ask(
      method: "GET", query: "call_id=pkv&step_forward=webhookNumber%3A120")
    #expect(RoutingTests.text(byQuery) == body)
    #expect(try desk.log(5).allSatisfy { $0.call == "pkv" && $0.reason == .fallback })
  }

  @Test func theClientsOwnEmployeeAnswers() throws {
    let desk = try Desk()
    let petro = try desk.employee("Петро", login: "petrenko")
    _ = try desk.store.createContact(
      ContactDraft(name: "Олена", numbers: ["0501112233"], responsible: "Петро"), from: nil,
      plan: .ukraine, now: carbook.Clock.now)
    _ = try desk.store.addRule(.responsible, to: desk.route.id, now: carbook.Clock.now)
    let known = try desk.ask(#"{"call_id":"1","caller":"380501112233"}"#)
    #expect(RoutingTests.text(known) == #"{"number_01":"petrenko"}"#)
    let stranger = try desk.ask(#"{"call_id":"2","caller":"380679998877"}"#)
    #expect(RoutingTests.text(stranger) == #"{"number_01":"380441234567"}"#)
    // The question may say no number: the delivery before it did.
    #expect(desk.deliver(#"{"call_id":"3","type":"in","caller":"380501112233"}"#).count == 1)
    #expect(RoutingTests.text(try desk.ask(#"{"call_id":"3"}"#)) == #"{"number_01":"petrenko"}"#)
    // Away from one moment to the next.
    var draft = EmployeeDraft(petro)
    draft.isAway = true
    _ = try desk.store.updateEmployee(
      petro.id, version: petro.version, draft: draft, plan: .ukraine, now: carbook.Clock.now)
    let away = try desk.ask(#"{"call_id":"4","caller":"380501112233"}"#)
    #expect(RoutingTests.text(away) == #"{"number_01":"380441234567"}"#)
    let log = try desk.log(4).reversed()
    #expect(log.map(\.call) == ["1", "2", "3", "4"])
    #expect(log.map(\.reason) == [.responsible, .fallback, .responsible, .fallback])
    #expect(log.map(\.employee) == [petro.id, nil, petro.id, nil])
  }

  @Test func onlyThoseWhoAreOnlineAsFarAsItIsKnown() throws {
    let desk = try Desk()
    _ = try desk.employee("Петро", login: "Petrenko")
    _ = try desk.store.createContact(
      ContactDraft(name: "Олена", numbers: ["0501112233"], responsible: "Петро"), from: nil,
      plan: .ukraine, now: carbook.Clock.now)
    _ = try desk.store.addRule(.responsible, to: desk.route.id, now: carbook.Clock.now)
    var settings = try #require(try desk.store.routes().first).settings
    settings.onlineOnly = true
    try desk.store.setRoute(desk.route.id, version: nil, to: settings, now: carbook.Clock.now)
    let question = #"{"call_id":"1","caller":"380501112233"}"#
    let (his, other) = (#"{"number_01":"Petrenko"}"#, #"{"number_01":"380441234567"}"#)
    func say(_ logins: Set<String>, secondsAgo: Int64) throws {
      try desk.store.setOnlineLogins(
        OnlineLogins(
          online: logins, at: carbook.Clock.now.advanced(bySeconds: -secondsAgo)),
        of: desk.integration.id)
    }
    // Never asked: nobody is passed over for what nobody knows.
    #expect(RoutingTests.text(try desk.ask(question)) == his)
    try say(["petrenko"], secondsAgo: 10)
    #expect(RoutingTests.text(try desk.ask(question)) == his)
    try say(["somebody"], secondsAgo: 10)
    #expect(RoutingTests.text(try desk.ask(question)) == other)
    // What was so some minutes ago says nothing of now.
    try say(["somebody"], secondsAgo: 600)
    #expect(RoutingTests.text(try desk.ask(question)) == his)
  }

  @Test func anOldLinkWorksForItsTime() throws {
    let desk = try Desk()
    _ = try desk.store.rotateToken(
      of: desk.integration.id, to: "fresh", graceful: 3600, now: carbook.Clock.now)
    let answer = #"{"number_01":"380441234567"}"#
    for path in ["/route/secret", "/route/fresh", "/route/secret/night"] {
      #expect(RoutingTests.text(try desk.ask(path: path)) == answer)
    }
    _ = try desk.store.rotateToken(
      of: desk.integration.id, to: "newest", graceful: 0, now: carbook.Clock.now)
    #expect(try desk.ask(path: "/route/secret").status == 404)
    #expect(try desk.ask(path: "/route/fresh").status == 404)
    #expect(RoutingTests.text(try desk.ask(path: "/route/newest")) == answer)
  }

  @Test func aSchemeMayHaveARouteOfItsOwn() throws {
    let desk = try Desk()
    let night = try desk.store.makeRoute(
      scheme: "Ніч 1", of: desk.integration.id, now: carbook.Clock.now)
    var settings = night.settings
    settings.reply = RouteReply(.text)
    try desk.store.setRoute(night.id, version: nil, to: settings, now: carbook.Clock.now)
    let encoded = "/route/secret/%D0%9D%D1%96%D1%87%201"
    #expect(RoutingTests.text(try desk.ask(path: encoded)) == "380441234567")
    let all = #"{"number_01":"380441234567"}"#
    for path in [
      "/route/secret", "/route/secret/", "/route/secret/day", "/route/secret/%",
      "/route/secret/%FF",
      "/route/secret/%00%0D%0A", "/route/secret/..", "/route/secret/%2e%2e%2fhealth",
      "/route/secret/" + String(repeating: "a", count: 3000),
      "/route/secret/" + String(repeating: "%41", count: 1000),
    ] {
      let response = try desk.ask(path: path)
      #expect(response.status == 200 && RoutingTests.text(response) == all, "\(path.prefix(40))")
    }
  }

  @Test func nobodyIsAnEmptyAnswerOfTheForm() throws {
    for (form, body) in [
      (RouteReply.Form.json, "{}"), (.text, ""),
      (.jsonRPC, #"{"jsonrpc":"2.0","id":5,"result":{}}"#),
    ] {
      let desk = try Desk(RouteReply(form), fallback: nil)
      let response = try desk.ask(#"{"jsonrpc":"2.0","id":5,"params":{"caller":"0501112233"}}"#)
      #expect(response.status == 200 && RoutingTests.text(response) == body)
      #expect(try desk.log(1).first?.reason == .nobody)
    }
  }

  @Test func whileTheIntegrationIsOffNobodyIsNamed() throws {
    let desk = try Desk()
    try desk.store.setAvailable(false, of: desk.integration.id, now: carbook.Clock.now)
    let response = try desk.ask(RoutingTests.sample)
    #expect(response.status == 200 && RoutingTests.text(response) == "{}")
    #expect(try desk.log(1).first?.reason == .off)
  }

  @Test func aWrongLinkIsTheSameNothing() throws {
    let desk = try Desk()
    let hook = try desk.ask(path: "/hook/wrong/before")
    for path in ["/route/wrong", "/route/wrong/night", "/route", "/route/", "/route/secret/a/b"] {
      #expect(try desk.ask(path: path) == hook, "\(path)")
    }
    #expect(hook.status == 404)
    #expect(try desk.ask(method: "PATCH").status == 405)
  }

  @Test(
    "A hostile question is answered like any other",
    arguments: [
      String(repeating: "[", count: 1 << 20), String(repeating: "{\"a\":", count: 100_000),
      "{\"caller\":\"" + String(repeating: "%25", count: 300_000) + "\"}",
      "caller=" + String(repeating: "&", count: 1 << 20), "\u{0}\u{1}\u{FEFF}",
      "{\"call_id\":1e999}",
      "{\"call_id\":\"'; DROP TABLE call; --\",\"caller\":\"\u{202E}0501112233\"}",
      "step_forward=" + String(repeating: "%", count: 1 << 20),
    ])
  func hostile(body: String) throws {
    let desk = try Desk()
    _ = try desk.store.addRule(.lastTalked(days: 30), to: desk.route.id, now: carbook.Clock.now)
    let response = try desk.ask(body)
    #expect(response.status == 200)
    #expect(RoutingTests.text(response) == #"{"number_01":"380441234567"}"#)
    #expect(try desk.log(1).count == 1)
    #expect(desk.lines.all.isEmpty)
  }

  @Test func theStoresLockIsNotWaitedFor() throws {
    let desk = try Desk()
    _ = try desk.store.addRule(.responsible, to: desk.route.id, now: carbook.Clock.now)
    let lock = try FileLock(path: desk.path + ".lock", name: "petro")
    #expect(try lock.lock(milliseconds: 1000))
    let began = ContinuousClock.now
    for number in 0..<200 {
      let response = try desk.ask(#"{"call_id":"\#(number)","caller":"380501112233"}"#)
      #expect(RoutingTests.text(response) == #"{"number_01":"380441234567"}"#)
      desk.turn()
    }
    #expect(ContinuousClock.now - began < .seconds(2))
    #expect(try desk.store.routeAnswers(limit: 10).isEmpty)
    lock.unlock()
    #expect(try desk.log(100).count == 100)
  }

  @Test func whereThereIsNoTimeItIsTheDefault() throws {
    let desk = try Desk()
    _ = try desk.store.addRule(.responsible, to: desk.route.id, now: carbook.Clock.now)
    let rows = RouteDesk(reader: StoreReader(path: desk.path), plan: .ukraine) { _ in }
    rows.prepare()
    let delivery = Intake.unpacked(
      RawDelivery(
        method: "POST", query: "", mediaType: nil, body: Array("caller=0501112233".utf8)), .before,
      carbook.Clock.now)
    let response = rows.answer(delivery, scheme: "", of: desk.integration, deadline: 0)
    #expect(RoutingTests.text(response) == #"{"number_01":"380441234567"}"#)
    var written: [RouteAnswer] = []
    let deadline = ContinuousClock.now + .seconds(5)
    while written.isEmpty, ContinuousClock.now < deadline {
      poll(nil, 0, Int32(rows.timeoutMilliseconds ?? 1))
      rows.writeAnswers {
        written = $0
        return true
      }
    }
    #expect(written.map(\.reason) == [.late])
  }

  @Test func aFloodGrowsNoMemory() throws {
    let desk = try Desk()
    let rows = RouteDesk(reader: StoreReader(path: desk.path), plan: .ukraine) {
      [lines = desk.lines] in lines.add($0)
    }
    rows.prepare()
    let delivery = Intake.unpacked(
      RawDelivery(method: "POST", query: "", mediaType: nil, body: Array("call_id=1".utf8)),
      .before, carbook.Clock.now)
    for _ in 0..<(RouteDesk.queueLimit + 100) {
      _ = rows.answer(delivery, scheme: "", of: desk.integration, deadline: .max)
    }
    var written = 0
    let deadline = ContinuousClock.now + .seconds(10)
    while written == 0, ContinuousClock.now < deadline {
      poll(nil, 0, Int32(rows.timeoutMilliseconds ?? 1))
      rows.writeAnswers {
        written = $0.count
        return (try? desk.store.tryLog($0)) ?? false
      }
    }
    #expect(written == RouteDesk.queueLimit && rows.timeoutMilliseconds == nil)
    #expect(desk.lines.all == ["100 answers to routing questions were not written down"])
  }
}
