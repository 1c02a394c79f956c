import Domain
import Foundation
import Server
import Store
import Synchronization
import Testing

@testable import carbook

/// What passes between the thread that reads deliveries and the one that writes them.
@Suite(.timeLimit(.minutes(1))) struct WriteQueueTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "carbook-\(UUID().uuidString)"
  ).path
  var path: String { folder + "/shop.db" }
  let intake = Intake(plan: .ukraine)

  private func integration() throws -> Integration {
    let store = try Store.open(path, access: .writer, actor: "olena")
    defer { store.close() }
    return try store.createIntegration(
      name: "Ringostat", token: "secret", now: carbook.Clock.now)
  }

  private func delivery(
    _ id: String, of integration: Integration, body: String? = nil
  ) -> PendingDelivery {
    let text = body ?? #"{"call_id":"\#(id)","type":"in","caller":"380501112233"}"#
    let received = ReceivedDelivery(
      integration: integration.id, occasion: .after, origin: .delivered,
      received: carbook.Clock.now,
      raw: RawDelivery(
        method: "POST", query: "", mediaType: "application/json", body: Array(text.utf8)))
    let (item, reply) = intake.item(received, of: integration)
    return PendingDelivery(
      exchange: ExchangeID(connection: 1, number: 0), received: received, item: item, reply: reply)
  }

  private func writer() -> DeliveryWriter {
    DeliveryWriter(path: path, intake: intake, log: { _ in }, report: { _ in })
  }

  private func calls() throws -> [String] {
    let store = try Store.open(path, access: .reader, actor: "")
    return try store.calls(LogRequest(anchor: .first, limit: 100)).rows.map(\.providerID).sorted()
  }

  @Test func whatComesInTimeIsInTheSameCommit() throws {
    let integration = try integration()
    let reader = try Store.open(path, access: .reader, actor: "")
    var next = ["2", "3"].map { [delivery($0, of: integration)] }
    var pending = [delivery("1", of: integration)]
    let outcome = writer().write(&pending, waited: 0) {
      // None of them can be seen before the end.
      #expect((try? reader.callCount()) == 0)
      return next.isEmpty ? [] : next.removeFirst()
    }
    #expect(outcome == .onDisk && pending.count == 3)
    #expect(try calls() == ["1", "2", "3"])
  }

  @Test func whatFailsTogetherIsSpooledTogether() throws {
    let integration = try integration()
    let good = delivery("2", of: integration)
    // Of an integration that is not there: the database refuses it.
    let item = IngestItem(
      integration: Integration.ID(99), occasion: .after, origin: .delivered, raw: good.item.raw,
      content: good.item.content, own: good.item.own)
    var next = [
      PendingDelivery(
        exchange: good.exchange, received: good.received, item: item, reply: good.reply)
    ]
    var pending = [delivery("1", of: integration)]
    let outcome = writer().write(&pending, waited: 0) {
      defer { next = [] }
      return next
    }
    #expect(outcome == .onDisk && pending.count == 2)
    #expect(try calls().isEmpty)
    #expect(Spool(store: path).count == 2)
  }

  @Test func aCommitDoesNotWaitWhereAllIsRead() throws {
    let queue = WriteQueue {}
    queue.add(.init(deliveries: [delivery("1", of: try integration())]))
    #expect(queue.takeMore().count == 1)
    queue.endReading()
    #expect(queue.takeMore().isEmpty)
  }

  @Test func aReaderThatStopsHalfwayHoldsNoCommitUp() throws {
    let queue = WriteQueue {}
    queue.add(.init(deliveries: [delivery("1", of: try integration())]))
    #expect(queue.takeMore().count == 1)
    // It said that there may be more, and brings none.
    #expect(queue.takeMore().isEmpty)
  }

  @Test func reasonsWaitUntilTheyAreWritten() {
    let queue = WriteQueue {}
    let reason = RouteAnswer(
      at: carbook.Clock.now, integration: Integration.ID(1), scheme: "", call: nil,
      reason: .fallback, employee: nil, destination: nil)
    #expect(queue.offer([reason]))
    #expect(!queue.offer([reason, reason]))
    queue.writeReasons { _ in false }
    #expect(queue.hasReasons)
    queue.writeReasons { $0.count == 1 }
    #expect(!queue.hasReasons && queue.offer([reason]))
  }

  /// The versions of one call in their order, while others are sent and the lock comes and goes.
  @Test func theOrderIsKeptAndNothingIsLost() throws {
    let integration = try integration()
    let replies = Mutex(0)
    let woken = DispatchSemaphore(value: 0)
    let queue = WriteQueue { woken.signal() }
    let path = path
    let intake = intake
    let thread = DeliveryThread(queue: queue) {
      DeliveryWriter(path: path, intake: intake, log: { _ in }, report: { _ in })
    }
    let lock = try FileLock(path: path + ".lock", name: "petro")
    for round in 0..<50 {
      if round % 10 == 3 { #expect(try lock.lock(milliseconds: 5000)) }
      queue.add(
        .init(deliveries: [
          delivery("\(round)", of: integration),
          delivery(
            "same", of: integration,
            body: #"{"call_id":"same","type":"in","caller":"380501112233","n":"\#(round)"}"#),
        ]))
      queue.endReading()
      if round % 10 == 4 { lock.unlock() }
    }
    while replies.withLock({ $0 }) < 100 {
      try #require(woken.wait(timeout: .now() + 10) == .success)
      let answers = queue.takeReplies()
      #expect(answers.allSatisfy { $0.response.status == 200 })
      replies.withLock { $0 += answers.count }
    }
    thread.stop()
    let store = try Store.open(path, access: .reader, actor: "")
    let all = try store.calls(LogRequest(anchor: .first, limit: 100)).rows
    #expect(all.count == 51)
    let same = try #require(all.first { $0.providerID == "same" })
    // The same call, told of in order: newest first.
    let bodies = try store.rawEvents(of: same.id).map {
      String(decoding: $0.raw.body, as: UTF8.self)
    }
    #expect(
      bodies
        == (0..<50).reversed().map {
          #"{"call_id":"same","type":"in","caller":"380501112233","n":"\#($0)"}"#
        })
  }

  /// Each look at the queue, as the thread does it: answers first, then the -wal is put back.
  @Test func theLogOfWritesIsPutBackBetweenCommits() throws {
    let integration = try integration()
    var answers = 0
    let wal = path + "-wal"
    let queue = WriteQueue {}
    let desk = DeliveryDesk(queue: queue, writer: writer())
    var largest: off_t = 0
    for round in 0..<400 {
      queue.add(.init(deliveries: (0..<4).map { delivery("\(round)-\($0)", of: integration) }))
      queue.endReading()
      desk.turn()
      answers += queue.takeReplies().count
      var status = stat()
      if stat(wal, &status) == 0 { largest = max(largest, status.st_size) }
    }
    #expect(answers == 1600)
    // It was put back at 4 MiB, and began anew.
    #expect((4 << 20)..<(5 << 20) ~= largest)
    #expect(try calls().count == 100)
  }

  @Test func whatWasTakenIsWrittenBeforeTheEnd() throws {
    let integration = try integration()
    let queue = WriteQueue {}
    let path = path
    let intake = intake
    let thread = DeliveryThread(queue: queue) {
      DeliveryWriter(path: path, intake: intake, log: { _ in }, report: { _ in })
    }
    queue.add(.init(deliveries: (0..<20).map { delivery("\($0)", of: integration) }))
    thread.stop()
    #expect(queue.takeReplies().count == 20)
    #expect(try calls().count == 20)
  }
}
