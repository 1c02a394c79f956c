import Domain
import Foundation
import Glibc
import Store
import Synchronization
import TestSupport
import Testing

@testable import carbook

@Suite struct ProviderServiceTests {
  /// Waits for the thing itself.
  private func wait(
    _ seconds: Int64 = 60, _ isSo: () throws -> Bool, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let deadline = Clock.monotonicMilliseconds() + seconds * 1000
    while try !isSo() {
      guard Clock.monotonicMilliseconds() < deadline else {
        Issue.record("not within \(seconds) s", sourceLocation: place)
        return
      }
      poll(nil, 0, 20)
    }
  }

  private func service(_ shop: ProviderShop) throws -> ProviderService {
    try ProviderService(path: shop.store.path, plan: .ukraine) { _ in }
  }

  private func contact(_ shop: ProviderShop, _ name: String, _ number: String) throws {
    _ = try shop.store.createContact(
      ContactDraft(name: name, numbers: [.init(text: number)]), from: nil, plan: .ukraine,
      now: Clock.now)
  }

  @Test func anHourWithoutAListenerIsMadeUpFor() throws {
    let from = Clock.now.advanced(bySeconds: -3600)
    let shop = try ProviderShop { request in
      request.method == "GET"
        ? .response(200, body: ProviderShop.list(0..<500, from: from)) : .response(200)
    }
    let service = try service(shop)
    try wait { try shop.store.callCount() == 500 }
    service.fetchNow()
    try wait { shop.server.requests.count >= 2 }
    service.stop()
    #expect(try shop.store.callCount() == 500)
  }

  @Test func whatIsCommittedIsPushedAtOnce() throws {
    let shop = try ProviderShop { request in
      request.method == "GET" ? .json("[]") : .response(200)
    }
    let service = try service(shop)
    defer { service.stop() }
    try wait { !shop.server.requests.isEmpty }
    try contact(shop, "Олена", "0501112233")
    try wait(10) { shop.pushed.contains(["Олена"]) }
  }

  @Test func oneSendsAndTheNextTakesOver() throws {
    let shop = try ProviderShop { request in
      request.method == "GET" ? .json("[]") : .response(200)
    }
    let first = try service(shop)
    try wait { SenderLease.holder(of: shop.store.path) != nil }
    let second = try service(shop)
    defer { second.stop() }
    try contact(shop, "Олена", "0501112233")
    try wait { try shop.store.outboxCount().waiting == 0 }
    first.stop()
    try contact(shop, "Петро", "0671112233")
    try wait { try shop.store.outboxCount().waiting == 0 }
    #expect(shop.pushed.filter { !$0.isEmpty } == [["Олена"], ["Петро"]])
  }

  @Test func aProviderThatHangsHoldsUpNoEnd() throws {
    let shop = try ProviderShop { _ in .beginning(Array("HTTP/1.1 200 OK\r\n".utf8)) }
    let service = try service(shop)
    try wait { !shop.server.requests.isEmpty }
    let start = Clock.monotonicMilliseconds()
    service.stop()
    #expect(Clock.monotonicMilliseconds() - start < 2000)
  }

  /// `kill -9` at any moment: all that was put into the outbox reaches the provider.
  @Test func killedAtAnyMomentNothingIsLost() throws {
    let shop = try ProviderShop { request in
      usleep(20_000)
      return .response(200)
    }
    let program = try #require(Self.program, "carbook is built beside the tests")
    let ids = try (0..<300).map { index in
      try shop.contact("К\(index)", "0501\(100_000 + index)").id.rawValue
    }
    var generator = SystemRandomNumberGenerator()
    let deadline = Clock.monotonicMilliseconds() + 240_000
    var kills = 0
    while try shop.store.outboxCount().waiting > 0, Clock.monotonicMilliseconds() < deadline {
      let sender = try ChildProcess(program, ["sync", "--store", shop.store.path])
      // After some of them, so that it comes to an end on a busy machine too.
      if kills < 12 {
        let before = shop.server.requests.count
        while shop.server.requests.count == before, sender.poll() == nil { usleep(1000) }
        usleep(UInt32.random(in: 0...40_000, using: &generator))
        kills += 1
        kill(sender.id, SIGKILL)
      }
      _ = sender.wait(milliseconds: 60_000)
    }
    #expect(kills > 3)
    #expect(try shop.store.outboxCount() == (waiting: 0, refused: 0))
    let sent = shop.server.requests.flatMap { request in
      request.body.matches(of: /"externalId":"(\d+)"/).compactMap { Int64($0.output.1) }
    }
    #expect(Set(sent) == Set(ids))
  }

  private static var program: String? {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let starts = [bundle, CommandLine.arguments.first, #filePath].compactMap { $0 }
    for start in starts {
      var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
      while folder.path != "/" {
        for place in ["carbook", ".build/debug/carbook"] {
          let candidate = folder.appendingPathComponent(place).path
          var isFolder: ObjCBool = false
          if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
            !isFolder.boolValue, access(candidate, X_OK) == 0
          {
            return candidate
          }
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }
}
