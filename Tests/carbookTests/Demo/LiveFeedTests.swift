import Domain
import Testing

@testable import carbook

@Suite struct LiveFeedTests {
  static let shop = DemoShop(now: demoNow, zone: .kyiv, calls: 3_000)

  @Test func everySortOfCallComes() {
    var feed = LiveFeed(shop: Self.shop, rate: 6, seed: 1)
    let clients = Set(
      (0..<Self.shop.contactCount).flatMap { Self.shop.contact($0).draft.numbers.map(\.text) })
    let calls = (0..<2_000).map { _ in feed.makeCall(at: demoNow) }
    let known = calls.filter { clients.contains($0.client?.text ?? "") }.count
    #expect((600...760).contains(known))
    #expect((280...440).contains(calls.filter(\.isOutgoing).count))
    #expect((420...620).contains(calls.filter { $0.talk == 0 }.count))
    #expect((10...70).contains(calls.filter { $0.client == nil }.count))
    #expect(calls.allSatisfy { (3...20).contains($0.wait) && ($0.talk == 0 || $0.talk >= 5) })
    #expect(calls.allSatisfy { $0.talk <= 90 && !($0.isOutgoing && $0.client == nil) })
    #expect(Set(calls.map(\.id)).count == calls.count)
  }

  @Test func theDialectsTakeTurns() {
    var feed = LiveFeed(shop: Self.shop, rate: 6, seed: 1)
    let bodies = (0..<6).map { _ in String(decoding: feed.call(at: demoNow)[0].body, as: UTF8.self)
    }
    let shapes = bodies.map { body in
      body.contains("additional_call_data") ? "nested" : body.hasPrefix("{") ? "flat" : "form"
    }
    #expect(shapes == ["flat", "nested", "form", "flat", "nested", "form"])
  }

  @Test(arguments: [1.0, 6, 600])
  func callsComeAtTheRate(rate: Double) {
    var feed = LiveFeed(shop: Self.shop, rate: rate, seed: 3)
    let pauses = (0..<4_000).map { _ in feed.pause() }
    #expect((0.95...1.05).contains(pauses.reduce(0, +) / 4_000 * rate / 60))
    #expect(pauses.allSatisfy { $0 >= 0 })
  }

  /// Calls a minute, the longest time from ring to end.
  @Test(arguments: [(6.0, 60.0...110.0), (16, 60...110), (160, 6...11), (1600, 0.6...1.1)])
  func manyCallsAreShortOnes(rate: Double, seconds: ClosedRange<Double>) {
    var feed = LiveFeed(shop: Self.shop, rate: rate, seed: 4)
    let longest = (0..<500).compactMap { _ in feed.call(at: demoNow).last?.delay }.max()
    #expect(seconds.contains(longest ?? 0))
  }
}
