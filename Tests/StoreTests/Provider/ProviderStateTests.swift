import Domain
import Testing

@testable import Store

@Suite struct ProviderStateTests {
  let shop: Shop
  let integration: Integration

  init() throws {
    shop = try Shop()
    integration = try shop.connect()
  }

  private func trouble(
    after seconds: Int64, with other: Integration? = nil
  ) throws -> ProviderStatus.Trouble? {
    try shop.store.trouble(
      of: .push, with: other ?? integration, now: Shop.noon.advanced(bySeconds: seconds))
  }

  @Test func pausesGrowUntilItWorksAgain() throws {
    let problem = ProviderProblem(.serverError, code: 500)
    for seconds: Int64 in [5, 10, 20] {
      let trouble = try shop.store.rest(
        .push, with: integration, because: problem, chance: 0.5, now: Shop.noon)
      #expect(trouble.notBefore == Shop.noon.advanced(bySeconds: seconds))
    }
    #expect(try trouble(after: 19)?.problem == problem)
    #expect(try trouble(after: 20) == nil)
    try shop.store.succeed(.push, with: integration.id)
    #expect(try trouble(after: 0) == nil)
    let again = try shop.store.rest(
      .push, with: integration, because: problem, chance: 0.5, now: Shop.noon)
    #expect(again.notBefore == Shop.noon.advanced(bySeconds: 5))
  }

  @Test func theOneJobsTroubleIsNotTheOthers() throws {
    try shop.store.rest(
      .fetch, with: integration, because: ProviderProblem(.incorrectField), chance: 0,
      now: Shop.noon)
    #expect(try trouble(after: 0) == nil)
    #expect(try shop.store.providerStatus(now: Shop.noon)[0].troubles.map(\.job) == [.fetch])
  }

  @Test func aRefusedKeyRestsUntilTheIntegrationIsAnother() throws {
    try shop.store.rest(
      .push, with: integration, because: ProviderProblem(.keyRefused, code: 401), chance: 0,
      now: Shop.noon)
    #expect(try trouble(after: 1_000_000)?.problem.cause == .keyRefused)
    #expect(try trouble(after: 1_000_000)?.notBefore == nil)
    let changed = try shop.connect(key: "another")
    #expect(try trouble(after: 0, with: changed) == nil)
  }

  @Test func aTimeThatAWrongClockHasWrittenIsNotWaitedFor() throws {
    try shop.store.rest(
      .push, with: integration, because: ProviderProblem(.timedOut), chance: 0,
      now: Shop.noon.advanced(bySeconds: 10 * 86_400))
    #expect(try trouble(after: 0) == nil)
  }

  @Test func aRetryByHandDoesNotWait() throws {
    try shop.store.rest(
      .push, with: integration, because: ProviderProblem(.tooMany, retryAfter: 3600), chance: 0,
      now: Shop.noon)
    #expect(try trouble(after: 3599) != nil)
    try shop.store.retryPush(nil, now: Shop.noon)
    #expect(try trouble(after: 0) == nil)
  }

  @Test func whoIsOnlineIsKept() throws {
    #expect(try shop.store.onlineLogins(of: shop.integration) == nil)
    let logins = OnlineLogins(online: ["ivanenko", "101"], speaking: ["101"], at: Shop.noon)
    try shop.store.setSkew(400, of: shop.integration)
    try shop.store.setOnlineLogins(logins, of: shop.integration)
    #expect(try shop.store.onlineLogins(of: shop.integration) == logins)
    #expect(logins.isFresh(at: Shop.noon.advanced(bySeconds: 120)))
    #expect(!logins.isFresh(at: Shop.noon.advanced(bySeconds: 121)))
    #expect(!logins.isFresh(at: Shop.noon.advanced(bySeconds: -1)))
    #expect(try shop.store.providerStatus(now: Shop.noon)[0].isClockWrong)
    try shop.store.setOnlineLogins(
      OnlineLogins(online: [], at: Shop.noon), of: shop.integration)
    #expect(try shop.store.onlineLogins(of: shop.integration)?.online == [])
  }

  @Test func anOlderPeriodGoesOnWhereItWasBrokenOff() throws {
    let (first, last) = (Shop.noon.advanced(bySeconds: -864_000), Shop.noon)
    #expect(try shop.store.reached(first...last, of: shop.integration) == last)
    #expect(try shop.store.unfinishedFetch(from: first, of: shop.integration) == nil)
    let middle = Shop.noon.advanced(bySeconds: -86_400)
    try shop.store.setReached(middle, in: first...last, of: shop.integration)
    #expect(try shop.store.reached(first...last, of: shop.integration) == middle)
    #expect(try shop.store.unfinishedFetch(from: first, of: shop.integration) == last)
    try shop.store.setReached(first, in: first...last, of: shop.integration)
    #expect(try shop.store.unfinishedFetch(from: first, of: shop.integration) == nil)
    #expect(try shop.store.reached(first...last, of: shop.integration) == last)
  }

  @Test func oneSendsAndTheNextTakesOver() throws {
    let first = try SenderLease(store: shop.path, user: "olena")
    let second = try SenderLease(store: shop.path, user: "petro")
    #expect(SenderLease.holder(of: shop.path) == nil)
    #expect(try first.tryAcquire())
    #expect(try !second.tryAcquire())
    #expect(SenderLease.holder(of: shop.path)?.hasSuffix(" olena") == true)
    first.release()
    #expect(try second.tryAcquire())
  }
}
