import Domain
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import carbook

@Suite struct CallsFetchTests {
  /// The query of a request, decoded.
  private static func period(_ request: WebServer.Request) -> String {
    let parts = URLComponents(string: "http://x" + request.target)?.queryItems ?? []
    return ["from", "to"].map { name in parts.first { $0.name == name }?.value ?? "" }
      .joined(separator: " … ")
  }

  @Test func fiveHundredCallsAreThereAndNoneTwice() throws {
    let from = ProviderShop.noon.advanced(bySeconds: -3600)
    let shop = try ProviderShop { _ in
      .response(200, body: ProviderShop.list(0..<500, from: from))
    }
    // One of them a webhook has told of.
    let intake = Intake(plan: .ukraine)
    let known = String(decoding: ProviderShop.list(7..<8, from: from), as: UTF8.self)
      .dropFirst().dropLast()
    let raw = RawDelivery(
      method: "POST", query: "", mediaType: nil, body: Array(String(known).utf8))
    _ = try shop.store.ingest(
      [
        IngestItem(
          integration: shop.integration.id, occasion: .after, origin: .delivered, raw: raw,
          content: intake.content(raw, .after, ProviderShop.noon, of: shop.integration),
          own: shop.integration.own)
      ], now: ProviderShop.noon)
    let start = ContinuousClock.now
    #expect(try shop.fetch() == .done(CallsFetch.Tally(listed: 500, new: 499, changed: 0)))
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(try shop.store.callCount() == 500)
    #expect(try shop.fetch(after: 300) == .done(CallsFetch.Tally(listed: 500, new: 0, changed: 0)))
    #expect(try shop.store.callCount() == 500)
    let log = try shop.store.calls(LogRequest(anchor: .first, limit: 500)).rows
    #expect(log.count { $0.comments.contains(.fetched) } == 499)
    #expect(log.allSatisfy { $0.status(at: ProviderShop.noon) == .answered })
    // The journal has them once, whatever is fetched again.
    let newest = try #require(log.first)
    #expect(try shop.store.rawEvents(of: newest.id).map(\.raw.isFetched) == [true])
    // Old news asks nobody.
    #expect(try shop.store.promptQueue(limit: 1000).total < 130)
  }

  @Test func eachFetchBeginsBeforeTheLastOneEnded() throws {
    let shop = try ProviderShop { _ in .json("[]") }
    _ = try shop.fetch()
    _ = try shop.fetch(after: 300)
    _ = try shop.fetch(after: 3 * 86_400)
    #expect(
      shop.server.requests.map(Self.period) == [
        "2026-09-20 17:13:20 … 2026-09-21 17:15:20", "2026-09-21 15:11:20 … 2026-09-21 17:20:20",
        "2026-09-21 15:16:20 … 2026-09-22 15:16:20", "2026-09-22 15:16:20 … 2026-09-23 15:16:20",
        "2026-09-23 15:16:20 … 2026-09-24 15:16:20", "2026-09-24 15:16:20 … 2026-09-24 17:15:20",
      ])
  }

  @Test func whatWasPurgedOrForgottenDoesNotComeBack() throws {
    let from = ProviderShop.noon.advanced(bySeconds: -7200)
    let shop = try ProviderShop { _ in
      .response(200, body: ProviderShop.list(0..<100, from: from))
    }
    _ = try shop.fetch()
    try shop.store.purge(before: from.advanced(bySeconds: 250), now: ProviderShop.noon)
    let number = try #require(NumberPlan.ukraine.number("380501000099"))
    _ = try shop.store.forget(number, plan: .ukraine, now: ProviderShop.noon)
    #expect(try shop.store.callCount() == 49)
    _ = try shop.fetch(after: 10)
    #expect(try shop.store.callCount() == 49)
  }

  @Test func aFullAnswerIsAskedForInHalves() throws {
    let shop = try ProviderShop { request in
      let isWhole =
        request.target.contains("from=2026-09-20%2017%3A13")
        && request.target.contains("to=2026-09-21%2017%3A15")
      let rows = isWhole ? 0..<6500 : 0..<3
      return .response(
        200, body: ProviderShop.list(rows, from: ProviderShop.noon.advanced(bySeconds: -60)))
    }
    guard case .done(let tally) = try shop.fetch() else {
      Issue.record("a full answer is no failure")
      return
    }
    #expect(tally == CallsFetch.Tally(listed: 6, new: 3, changed: 0))
    #expect(shop.server.requests.count == 3)
  }

  @Test func aFieldThatNobodyKnowsIsLeftOut() throws {
    let shop = try ProviderShop { request in
      request.target.contains("utm_source")
        ? .response(200, body: Array("Incorrect field: utm_source".utf8))
        : .response(
          200, body: ProviderShop.list(0..<2, from: ProviderShop.noon.advanced(bySeconds: -60)))
    }
    #expect(try shop.fetch() == .done(CallsFetch.Tally(listed: 2, new: 2, changed: 0)))
  }

  @Test(arguments: [
    ("Incorrect field: caller", ProviderProblem.Cause.incorrectField),
    ("<html>maintenance</html>", .notUnderstood), (#"[{"uniqueid":"1""#, .brokenOff),
    (#"{"error":"no"}"#, .notUnderstood),
  ])
  func badAnswersLoseNothing(_ body: String, _ cause: ProviderProblem.Cause) throws {
    let isWell = Flag()
    let shop = try ProviderShop { _ in
      isWell.isSet
        ? .response(
          200, body: ProviderShop.list(0..<5, from: ProviderShop.noon.advanced(bySeconds: -60)))
        : .response(200, body: Array(body.utf8))
    }
    guard case .resting = try shop.fetch() else {
      Issue.record("a bad answer is no success")
      return
    }
    #expect(
      try shop.store.providerStatus(now: ProviderShop.noon)[0].troubles.map(\.problem.cause)
        == [cause])
    #expect(try shop.store.completelyFetched(shop.integration.id) == nil)
    isWell.set()
    #expect(try shop.fetch(after: 60) == .done(CallsFetch.Tally(listed: 5, new: 5, changed: 0)))
  }

  @Test func aClockThatIsAheadLosesNothing() throws {
    // The provider says that it is an hour earlier than we believe.
    let shop = try ProviderShop { _ in
      .response(200, ["Date: Mon, 21 Sep 2026 13:13:20 GMT"], body: Array("[]".utf8))
    }
    _ = try shop.fetch()
    #expect(
      try shop.store.completelyFetched(shop.integration.id)
        == ProviderShop.noon.advanced(bySeconds: -3600 - 120))
    #expect(try shop.store.providerStatus(now: ProviderShop.noon)[0].isClockWrong)
  }

  @Test func orMakesHimAContact() throws {
    let shop = try ProviderShop { _ in
      .response(
        200, body: ProviderShop.list(0..<1, from: ProviderShop.noon.advanced(bySeconds: -500)))
    }
    try shop.set { $0.newNumbers = .create }
    _ = try shop.fetch()
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
    #expect(try shop.store.contactCount() == 1)
    #expect(try shop.sync() == .sent(1))
    #expect(shop.pushed.last == ["+380501000000"])
  }

  @Test func anUnknownCallOfAMomentAgoAsksWhoItIs() throws {
    let shop = try ProviderShop { _ in
      .response(
        200, body: ProviderShop.list(0..<1, from: ProviderShop.noon.advanced(bySeconds: -500)))
    }
    _ = try shop.fetch()
    #expect(try shop.store.promptQueue(limit: 9).total == 1)
    #expect(try shop.store.outboxCount() == (waiting: 0, refused: 0))
  }
}

@Suite struct HTTPDateTests {
  @Test(
    arguments: [
      ("Sat, 21 Nov 2026 15:20:00 GMT", 1_795_274_400), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ] as [(String, Int64)])
  func dates(_ text: String, _ seconds: Int64) {
    #expect(HTTPDate.read(text) == Timestamp(seconds: seconds))
  }

  @Test(arguments: [
    "", "Sat, 21 Nov 2026 15:20:00 UTC", "Sat, 31 Feb 2026 15:20:00 GMT",
    "21 Nov 2026 15:20:00 GMT",
    "Sat, 21 Nov 2026 25:20:00 GMT", "Sat, +1 Nov 2026 15:20:00 GMT",
  ])
  func whatIsNone(_ text: String) {
    #expect(HTTPDate.read(text) == nil)
  }

  @Test(
    arguments: [
      ("120", 120), (" 7 ", 7), ("Sat, 21 Nov 2026 15:21:00 GMT", 60),
      ("Sat, 21 Nov 2026 15:19:00 GMT", 0), ("", nil), ("-5", nil), ("99999999999999", nil),
      ("soon", nil),
    ] as [(String, Int64?)])
  func pauses(_ text: String, _ seconds: Int64?) {
    let now = Timestamp(seconds: 1_795_274_400)
    #expect(HTTPDate.seconds(ofRetryAfter: text, now: now) == seconds)
  }
}
