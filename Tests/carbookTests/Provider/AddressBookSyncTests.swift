import Domain
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import carbook

@Suite struct AddressBookSyncTests {
  @Test func whatWaitsIsSentWithTheKeyAndTheProject() throws {
    let shop = try ProviderShop { _ in .json("{}") }
    try shop.contact("Олена", "0501112233")
    #expect(try shop.sync() == .sent(1))
    let request = try #require(shop.server.requests.first)
    #expect(request.method == "POST")
    #expect(request.target == "/minicrm/contacts/sync")
    #expect(request.headers["auth-key"] == "s3cret")
    #expect(request.headers["x-project-id"] == "106")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.body.contains(#""projectId":106,"fullName":"Олена""#))
    #expect(try shop.sync() == .idle)
    #expect(shop.server.requests.count == 1)
  }

  @Test func manyAreSentTogether() throws {
    let shop = try ProviderShop { _ in .response(204) }
    for index in 0..<60 { try shop.contact("К\(index)", "0501112\(200 + index)") }
    #expect(try shop.sync() == .sent(50))
    #expect(try shop.sync() == .sent(10))
    #expect(shop.pushed.map(\.count) == [50, 10])
    #expect(shop.pushed.flatMap { $0 } == (0..<60).map { "К\($0)" })
  }

  @Test func theOneAtFaultIsFoundAndKeptAndTheOthersGo() throws {
    let shop = try ProviderShop { request in
      request.body.contains("К5\"")
        ? .response(422, body: Array(#"{"message":"bad contact"}"#.utf8)) : .response(200)
    }
    for index in 0..<8 { try shop.contact("К\(index)", "0501112\(200 + index)") }
    #expect(try shop.sync() == .sent(8))
    let kept = try shop.store.outbox(OutboxRequest(anchor: .first, limit: 9)).rows
    #expect(kept.map(\.name) == ["К5"])
    #expect(
      kept.first?.problem
        == ProviderProblem(.refused, code: 422, words: "bad contact"))
    #expect(try shop.sync() == .idle)
  }

  @Test(arguments: [401, 403]) func aRefusedKeyStopsUntilItIsAnother(_ status: Int) throws {
    let shop = try ProviderShop { request in
      .response(request.headers["auth-key"] == "s3cret" ? status : 200)
    }
    try shop.contact("Олена", "0501112233")
    #expect(try shop.sync() == .resting(until: nil))
    #expect(try shop.sync(after: 1_000_000) == .resting(until: nil))
    #expect(shop.server.requests.count == 1)
    #expect(
      try shop.store.providerStatus(now: ProviderShop.noon)[0].troubles.map(\.problem.cause)
        == [.keyRefused])
    try shop.set { $0.authKey = Secret("an0ther") }
    #expect(try shop.sync() == .sent(1))
  }

  @Test func pausesGrowAndNothingIsAskedMeanwhile() throws {
    let shop = try ProviderShop { _ in .response(503) }
    try shop.contact("Олена", "0501112233")
    var time: Int64 = 0
    for pause: Int64 in [5, 10, 20, 40] {
      #expect(
        try shop.sync(after: time)
          == .resting(until: ProviderShop.noon.advanced(bySeconds: time + pause)))
      _ = try shop.sync(after: time + pause - 1)
      time += pause
    }
    #expect(shop.server.requests.count == 4)
    #expect(try shop.store.outboxCount() == (waiting: 1, refused: 0))
  }

  @Test func retryAfterIsObeyed() throws {
    let shop = try ProviderShop { _ in .response(429, ["Retry-After: 120"]) }
    try shop.contact("Олена", "0501112233")
    #expect(
      try shop.sync() == .resting(until: ProviderShop.noon.advanced(bySeconds: 120)))
  }

  @Test func oneThatTheProviderFailsAtKeepsNobodyWaiting() throws {
    let shop = try ProviderShop { .response($0.body.contains("К0\"") ? 500 : 200) }
    for index in 0..<60 { try shop.contact("К\(index)", "0501112\(200 + index)") }
    var time: Int64 = 0
    while try shop.store.outboxCount().waiting > 1, time < 3600 {
      switch try shop.sync(after: time) {
      case .resting(let until?):
        time = until.milliseconds / 1000 - ProviderShop.noon.seconds
      default: break
      }
    }
    #expect(try shop.store.outboxCount() == (waiting: 1, refused: 0))
    #expect(time < 3600)
  }

  @Test func theKeyFollowsNobodyElsewhere() throws {
    let other = try WebServer { _ in .response(200) }
    let shop = try ProviderShop { _ in .response(307, ["Location: \(other.origin)/x"]) }
    try shop.contact("Олена", "0501112233")
    guard case .resting = try shop.sync() else {
      Issue.record("a redirect is no success")
      return
    }
    #expect(other.requests.isEmpty)
    #expect(
      try shop.store.providerStatus(now: ProviderShop.noon)[0].troubles.map(\.problem.cause)
        == [.redirected])
  }

  static let broken: [(String, [UInt8], ProviderProblem.Cause)] = [
    ("closes", [], .noConnection),
    ("half", Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".utf8), .brokenOff),
    ("no HTTP", Array("SSH-2.0-OpenSSH\r\n".utf8), .brokenOff),
    (
      "huge", Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".utf8), .tooBig
    ),
  ]

  @Test(arguments: broken) func brokenAnswersAreTriedAgain(
    _ name: String, _ bytes: [UInt8], _ cause: ProviderProblem.Cause
  ) throws {
    let isWell = Flag()
    let shop = try ProviderShop { _ in isWell.isSet ? .response(200) : .bytes(bytes) }
    try shop.contact("Олена", "0501112233")
    #expect(try shop.sync() == .resting(until: ProviderShop.noon.advanced(bySeconds: 5)))
    #expect(
      try shop.store.providerStatus(now: ProviderShop.noon)[0].troubles.map(\.problem.cause)
        == [cause])
    isWell.set()
    #expect(try shop.sync(after: 5) == .sent(1))
    #expect(try shop.store.providerStatus(now: ProviderShop.noon)[0].troubles == [])
  }

  @Test func nobodyIsAskedForAnIntegrationThatIsOff() throws {
    let shop = try ProviderShop { _ in .response(200) }
    try shop.set { $0.isAvailable = false }
    try shop.contact("Олена", "0501112233")
    #expect(try shop.sync() == .idle)
    try shop.set { $0.isAvailable = true }
    #expect(try shop.sync() == .sent(1))
  }

  @Test func aContactTooBigForOneRequestIsKept() throws {
    let shop = try ProviderShop { _ in .response(200) }
    let numbers = (0..<900).map { ContactDraft.Number(text: "0501\(100_000 + $0)") }
    _ = try shop.store.createContact(
      ContactDraft(name: "Усі номери", numbers: numbers), from: nil, plan: .ukraine,
      now: ProviderShop.noon)
    #expect(try shop.sync() == .sent(1))
    #expect(try shop.store.outboxCount() == (waiting: 0, refused: 1))
    #expect(shop.server.requests.isEmpty)
  }
}

/// Set once, from any thread.
final class Flag: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}
