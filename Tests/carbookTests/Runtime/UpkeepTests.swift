import Domain
import Foundation
import Store
import Testing

@testable import carbook

@Suite("Upkeep")
struct UpkeepTests {
  private static let now = Timestamp(seconds: 1_790_000_000)

  @Test("deletes what is too old where this process listens, and nowhere else")
  func onlyTheListener() throws {
    let path = FileManager.default.temporaryDirectory.path + "/carbook-\(UUID().uuidString).db"
    defer {
      for suffix in ["", "-wal", "-shm", ".lock", ".tick", ".listener", ".open"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    let store = try Store.open(path, access: .writer, actor: "olena")
    let integration = try store.createIntegration(name: "a", token: "b", now: UpkeepTests.now)
    let event = CallEvent(providerID: "1", occasion: .after, received: Timestamp(seconds: 0))
    let item = IngestItem(
      integration: integration.id, occasion: .after, origin: .delivered,
      raw: RawDelivery(method: "GET", query: "x", mediaType: nil, body: []),
      content: .event(event), own: OwnNumbers())
    let call = try store.ingest([item], now: UpkeepTests.now)[0].call
    Upkeep.run(path: path, now: UpkeepTests.now) { Issue.record("\($0)") }
    #expect(try store.rawEvents(of: call).count == 1)
    let lease = try ListenerLease(store: path, user: "olena")
    #expect(lease.tryAcquire())
    Upkeep.run(path: path, now: UpkeepTests.now) { Issue.record("\($0)") }
    #expect(try store.rawEvents(of: call) == [])
    #expect(try store.callCount() == 1)
  }
}
