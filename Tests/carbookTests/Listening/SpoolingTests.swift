import Domain
import Foundation
import Server
import Store
import Synchronization
import TUI
import Testing

@testable import carbook

/// What the webhook answers, and where deliveries go, while the store takes none.
@Suite struct SpoolingTests {
  /// A listener without sockets and without threads over a store of its own.
  final class Desk {
    let folder: String
    let path: String
    let integration: Integration
    let handler: WebhookHandler
    let writer: DeliveryDesk
    let sink: Sink
    private var count: UInt64 = 0

    init(folder: String) throws {
      self.folder = folder
      path = folder + "/shop.db"
      let store = try Store.open(path, access: .writer, actor: "olena")
      integration = try store.createIntegration(
        name: "Ringostat", token: "secret", now: carbook.Clock.now)
      store.close()
      let sink = Sink()
      self.sink = sink
      let queue = WriteQueue {}
      let deliveryWriter = DeliveryWriter(path: path, intake: Intake(plan: .ukraine)) {
        sink.add(line: $0)
      } report: {
        sink.add(status: $0)
      }
      writer = DeliveryDesk(queue: queue, writer: deliveryWriter)
      handler = WebhookHandler(path: path, plan: .ukraine, queue: queue) { sink.add(line: $0) }
    }

    /// What the handler says to others.
    final class Sink: Sendable {
      private let both = Mutex<(lines: [String], statuses: [SpoolStatus])>(([], []))
      var lines: [String] { both.withLock { $0.lines } }
      var statuses: [SpoolStatus] { both.withLock { $0.statuses } }
      func add(line: String) { both.withLock { $0.lines.append(line) } }
      func add(status: SpoolStatus) { both.withLock { $0.statuses.append(status) } }
    }

    func send(
      _ id: String, headers: Headers = ["Content-Type": "application/json"], body: String? = nil
    ) -> [Answer] {
      let body = body ?? #"{"call_id":"\#(id)","type":"in","caller":"380501112233"}"#
      return handle("/hook/secret/after", method: "POST", headers: headers, body: body)
    }

    func health() -> Response? {
      handle("/health", method: "GET", headers: [:], body: "").first?.response
    }

    private func handle(
      _ path: String, method: String, headers: Headers, body: String
    ) -> [Answer] {
      count += 1
      let request = Request(
        method: method, target: path, path: path, headers: headers, body: Array(body.utf8))
      let id = ExchangeID(connection: count, number: 0)
      return handler.handle([Exchange(id: id, request: request)])
        + turn()
    }

    /// Of both threads.
    private func turn() -> [Answer] {
      let early = handler.resume(now: carbook.Clock.monotonicMilliseconds())
      writer.turn()
      return early + handler.resume(now: carbook.Clock.monotonicMilliseconds())
    }

    /// Lets the handler's turns go by until `isDone` says so.
    /// - Returns: what it answered in them.
    func turns(upTo seconds: Double = 5, until isDone: ([Answer]) -> Bool) throws -> [Answer] {
      var answers: [Answer] = []
      let deadline = ContinuousClock.now + .seconds(seconds)
      while !isDone(answers) {
        try #require(ContinuousClock.now < deadline)
        poll(nil, 0, Int32(min(writer.timeoutMilliseconds ?? 20, 20)))
        answers += turn()
      }
      return answers
    }

    /// The calls' ids in the store.
    func calls() throws -> [String] {
      let store = try Store.open(path, access: .reader, actor: "")
      return try store.calls(LogRequest(anchor: .first, limit: 100)).rows.map(\.providerID).sorted()
    }

    /// Deliveries in the journal, of all calls.
    func journalCount() throws -> Int {
      let store = try Store.open(path, access: .reader, actor: "")
      return try store.calls(LogRequest(anchor: .first, limit: 100)).rows.map {
        try store.rawEvents(of: $0.id).count
      }.reduce(0, +)
    }

    var spool: Spool { Spool(store: path) }
  }

  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "carbook-\(UUID().uuidString)"
  ).path

  @Test func aFreeStoreTakesADeliveryAtOnce() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    #expect(try desk.calls() == ["1"])
    #expect(desk.spool.isEmpty && desk.sink.statuses.isEmpty)
    #expect(desk.writer.timeoutMilliseconds == nil)
    let body = String(decoding: desk.health()?.body ?? [], as: UTF8.self)
    #expect(
      body
        == #"{"status":"ok","version":"\#(carbook.version)","store":"writable","spooled":0}"# + "\n"
    )
  }

  @Test func aLockThatIsNotFreeInTwoHundredMillisecondsMeansTheSpool() throws {
    let desk = try Desk(folder: folder)
    let lock = try FileLock(path: desk.path + ".lock", name: "petro")
    #expect(try lock.lock(milliseconds: 1000))
    let began = ContinuousClock.now
    #expect(desk.send("1").isEmpty)
    #expect(try desk.turns { !$0.isEmpty }.map(\.response.status) == [200])
    let waited = ContinuousClock.now - began
    #expect(waited >= .milliseconds(200) && waited < .milliseconds(1500))
    // While it is so nobody waits again.
    #expect(desk.send("2").map(\.response.status) == [200])
    #expect(desk.send("3").map(\.response.status) == [200])
    #expect(desk.spool.count == 3)
    #expect(try desk.calls().isEmpty)
    #expect(desk.sink.statuses == [.keeping(.held(by: "\(getpid()) petro"))])
    let health = try #require(desk.health())
    #expect(health.status == 200)
    #expect(
      String(decoding: health.body, as: UTF8.self).contains(
        #""status":"spooling","version":"\#(carbook.version)","store":"not writable","spooled":3"#))

    lock.unlock()
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["1", "2", "3"])
    #expect(try desk.journalCount() == 3)
    #expect(desk.sink.statuses.last == .takenIn)
    #expect(desk.sink.lines.last == "3 spooled deliveries are in the store")
    #expect(desk.writer.timeoutMilliseconds == nil)
  }

  @Test func aLockThatIsFreeSoonerMeansTheStore() throws {
    let desk = try Desk(folder: folder)
    let lock = try FileLock(path: desk.path + ".lock", name: "petro")
    #expect(try lock.lock(milliseconds: 1000))
    #expect(desk.send("1").isEmpty)
    lock.unlock()
    #expect(try desk.turns { !$0.isEmpty }.map(\.response.status) == [200])
    #expect(try desk.calls() == ["1"])
    #expect(desk.sink.statuses.isEmpty)
  }

  @Test func whatAnEarlierListenerLeftIsTakenInBeforeAnyRequest() throws {
    let desk = try Desk(folder: folder)
    try desk.spool.append([
      ReceivedDelivery(
        integration: desk.integration.id, occasion: .after, origin: .delivered,
        received: carbook.Clock.now,
        raw: RawDelivery(
          method: "POST", query: "", mediaType: nil, body: Array("call_id=left&type=in".utf8)))
    ])
    #expect(desk.writer.timeoutMilliseconds == 0)
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["left"])
  }

  @Test func aNewerProgramsStoreIsWrittenByItAlone() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    let reader = try Store.open(desk.path, access: .reader, actor: "")
    let next = Schema.migrations + [{ "CREATE TABLE draft (id)" }]
    let newer = try Store(desk.path, access: .writer, actor: "", rule: .current, migrations: next)
    #expect(desk.send("2").map(\.response.status) == [200])
    #expect(try reader.callCount() == 1)
    #expect(desk.sink.statuses == [.keeping(.newer)])
    let intake = Intake(plan: .ukraine)
    #expect(try intake.takeSpool(into: newer, isPatient: false)?.taken == 1)
    #expect(try newer.callCount() == 2)
  }

  @Test func aStoreThatIsGoneMayComeBack() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    let files = ["", "-wal", "-shm", ".lock", ".tick"]
    for name in files { rename(desk.path + name, desk.path + name + ".away") }
    #expect(desk.send("2").map(\.response.status) == [200])
    #expect(desk.sink.statuses == [.keeping(.gone)])
    #expect(!FileManager.default.fileExists(atPath: desk.path))
    for name in files { rename(desk.path + name + ".away", desk.path + name) }
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["1", "2"])
    #expect(desk.sink.statuses.last == .takenIn)
  }

  @Test func onlyWhereTheSpoolFailsTooIsADeliveryRefused() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    rename(folder, folder + ".away")
    let refused = desk.send("2")
    #expect(refused.map(\.response.status) == [503])
    #expect(refused.first?.response.headers["Retry-After"] == "5")
    #expect(desk.sink.statuses == [.refusing(.gone)])
    #expect(desk.health()?.status == 503)
    rename(folder + ".away", folder)
    #expect(desk.send("3").map(\.response.status) == [200])
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["1", "3"])
    #expect(desk.sink.statuses == [.refusing(.gone), .keeping(.gone), .takenIn])
    #expect(desk.health()?.status == 200)
  }

  @Test func aDeliveryIsRefusedOnlyAfterTheStoreWasAskedForIt() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    // A folder in its place: nothing can be spooled.
    #expect(unlink(desk.path + ".spool") == 0)
    try FileManager.default.createDirectory(
      atPath: desk.path + ".spool", withIntermediateDirectories: false)
    rename(desk.path, desk.path + ".away")
    #expect(desk.send("2").map(\.response.status) == [503])
    rename(desk.path + ".away", desk.path)
    #expect(try desk.turns { _ in !desk.send("3").contains { $0.response.status != 200 } }.isEmpty)
    #expect(try desk.calls() == ["1", "3"])
  }

  @Test func afterFailuresTheStoreIsAskedLessAndLess() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    rename(desk.path, desk.path + ".away")
    #expect(desk.send("2").map(\.response.status) == [200])
    var longest = 0
    _ = try desk.turns(upTo: 15) { _ in
      longest = max(longest, desk.writer.timeoutMilliseconds ?? 0)
      return longest > 1500
    }
    // Nobody who comes meanwhile waits for it.
    #expect(desk.send("3").map(\.response.status) == [200])
    #expect(desk.spool.count == 2)
    rename(desk.path + ".away", desk.path)
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["1", "2", "3"])
    #expect(desk.writer.timeoutMilliseconds == nil)
  }

  @Test func aCallNamedInAHeaderIsStillThatCall() throws {
    let desk = try Desk(folder: folder)
    let lock = try FileLock(path: desk.path + ".lock", name: "petro")
    #expect(try lock.lock(milliseconds: 1000))
    #expect(desk.send("", headers: ["call_id": "in-a-header", "type": "in"], body: "").isEmpty)
    #expect(try desk.turns { !$0.isEmpty }.count == 1)
    lock.unlock()
    _ = try desk.turns { _ in desk.spool.isEmpty }
    #expect(try desk.calls() == ["in-a-header"])
  }

  @Test func whatCameWhileTheIntegrationWasOffMakesNoCallWhereverItWaited() throws {
    let desk = try Desk(folder: folder)
    let store = try Store.open(desk.path, access: .writer, actor: "")
    func turn(on isAvailable: Bool) throws {
      try store.setAvailable(isAvailable, of: desk.integration.id, now: carbook.Clock.now)
    }
    #expect(desk.send("on").map(\.response.status) == [200])
    try turn(on: false)
    #expect(desk.send("off").map(\.response.status) == [200])
    // Spooled while it is off, and taken in when it is on again; and the other way round.
    let lock = try FileLock(path: desk.path + ".lock", name: "petro")
    for (id, isAvailable) in [("off-spooled", true), ("on-spooled", false)] {
      #expect(try lock.lock(milliseconds: 1000))
      #expect(desk.send(id).isEmpty)
      #expect(try desk.turns { !$0.isEmpty }.map(\.response.status) == [200])
      lock.unlock()
      try turn(on: isAvailable)
      _ = try desk.turns { _ in desk.spool.isEmpty }
    }
    #expect(try desk.calls() == ["on", "on-spooled"])
    let intake = Intake(plan: .ukraine)
    let replayed = try store.replay(includingOff: true, now: carbook.Clock.now) {
      intake.content($1.raw, $1.occasion, $1.received, of: $0)
    }
    #expect(replayed.takenIn == 2)
    #expect(try desk.calls() == ["off", "off-spooled", "on", "on-spooled"])
  }

  @Test func aStoreWithoutIntegrationsLeavesOthersDeliveriesAlone() throws {
    let desk = try Desk(folder: folder)
    #expect(desk.send("1").map(\.response.status) == [200])
    let other = try Store.open(folder + "/other.db", access: .writer, actor: "")
    let delivery = ReceivedDelivery(
      integration: desk.integration.id, occasion: .after, origin: .delivered,
      received: carbook.Clock.now,
      raw: RawDelivery(method: "POST", query: "", mediaType: nil, body: Array("call_id=1".utf8)))
    try Spool(store: folder + "/other.db").append([delivery])
    #expect(try Intake(plan: .ukraine).takeSpool(into: other, isPatient: true) == nil)
    #expect(Spool(store: folder + "/other.db").count == 1)
  }
}
