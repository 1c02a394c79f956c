import Domain
import Foundation
import Glibc
import Server
import Store
import TUI
import Testing

@testable import carbook

@Suite("A sample delivery") struct SampleSenderTests {
  private let folder: TemporaryFolder
  private let path: String
  private let integration: Integration.ID

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("shop.db")
    let store = try Store.open(path, access: .writer, actor: "olena")
    integration = try store.createIntegration(
      name: "Ringostat", token: Token.random(), now: carbook.Clock.now
    ).id
    store.close()
  }

  /// Runs `body` beside a listener of the store.
  private func listening(_ rules: PeerRules = PeerRules(), _ body: () throws -> Void) throws {
    let isUp = DispatchSemaphore(value: 0)
    let service = try ListenerService(
      path: path, address: ListenAddress(loopbackPort: 0), plan: .ukraine, rules: rules
    ) { _ in
    } report: {
      if case .listening = $0 { isUp.signal() }
    } reportSpool: { _ in
    }
    defer { service.stop() }
    #expect(isUp.wait(timeout: .now() + 20) == .success)
    try body()
  }

  @Test("goes through the listener into the journal, and makes no call")
  func journaled() throws {
    try listening {
      let result = SampleSender(path: path).send(for: integration)
      guard case .journaled = result else {
        Issue.record("\(result)")
        return
      }
      let store = try Store.open(path, access: .reader, actor: "olena")
      #expect(try store.callCount() == 0)
      #expect(try store.promptQueue(limit: 1).total == 0)
    }
  }

  @Test("is taken while the integration is off, too")
  func off() throws {
    let store = try Store.open(path, access: .writer, actor: "olena")
    try store.setAvailable(false, of: integration, now: carbook.Clock.now)
    store.close()
    try listening { #expect(SampleSender(path: path).send(for: integration).isSuccess) }
  }

  @Test("is not admitted where the listener takes nothing from this machine")
  func notAdmitted() throws {
    var rules = PeerRules()
    rules.allowed = [try #require(AddressRange(parsing: "203.0.113.7"))]
    try listening(rules) {
      guard case .refused(_, 404) = SampleSender(path: path).send(for: integration) else {
        Issue.record("taken")
        return
      }
    }
  }

  @Test("is not sent where nobody listens, nor to a stranger on the port")
  func nobody() throws {
    #expect(SampleSender(path: path).send(for: integration) == .nobodyListens)
    // The lease is ours and the port is not: nothing may see the token.
    let lease = try ListenerLease(store: path, user: "olena")
    #expect(lease.tryAcquire())
    #expect(SampleSender(path: path).send(for: integration) == .nobodyListens)
    lease.publish(address: "127.0.0.1:1")
    #expect(
      SampleSender(path: path).send(for: integration) == .unreachable(address: "127.0.0.1:1"))
    lease.release()
  }

  @Test("of an integration that is gone is a sentence")
  func gone() {
    #expect(
      SampleSender(path: path).send(for: Integration.ID(99))
        == .failed("The record is not there any more."))
  }
}
