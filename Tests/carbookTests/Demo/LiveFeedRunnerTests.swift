import Domain
import Foundation
import Synchronization
import Testing

@testable import carbook

@Suite struct LiveFeedRunnerTests {
  /// A world whose clock moves only while the runner waits.
  final class World {
    var now = demoNow
    let end: Timestamp
    var lines: [String] = []
    var sent: [(time: Timestamp, url: String, delivery: LiveDelivery)] = []
    /// When nobody listens.
    var isAway: (Timestamp) -> Bool = { _ in false }

    init(seconds: Int64) {
      end = demoNow.advanced(bySeconds: seconds)
    }

    var surroundings: LiveFeedRunner.Surroundings {
      LiveFeedRunner.Surroundings(
        now: { self.now },
        pause: { seconds in
          self.now = Timestamp(
            milliseconds: self.now.milliseconds + Int64((seconds * 1000).rounded(.up)))
          return self.now >= self.end
        },
        send: { (url, delivery) throws(LoopbackFailure) in
          if self.isAway(self.now) { throw .unreachable(address: "127.0.0.1:8080") }
          self.sent.append((self.now, url, delivery))
          return 200
        },
        print: { self.lines.append($0) }, zone: .kyiv)
    }

    func run(rate: Double) throws(LoopbackFailure) {
      let links = Occasion.allCases.map { (occasion: $0, url: "http://127.0.0.1/\($0.rawValue)") }
      let shop = DemoShop(now: demoNow, zone: .kyiv, calls: 3_000)
      var runner = LiveFeedRunner(
        feed: LiveFeed(shop: shop, rate: rate, seed: 5), links: links, surroundings)
      try runner.run()
    }
  }

  @Test func callsOverlapAndEachEventComesInItsTime() throws {
    let world = World(seconds: 600)
    try world.run(rate: 12)
    let begun = world.sent.filter { $0.delivery.occasion.phase == .before }
    #expect((90...150).contains(begun.count))
    #expect(world.sent.allSatisfy { $0.url == "http://127.0.0.1/\($0.delivery.occasion.rawValue)" })
    var open = 0
    var most = 0
    for item in world.sent {
      switch item.delivery.occasion.phase {
      case .before: open += 1
      case .after: open -= 1
      case .answered: break
      }
      most = max(most, open)
    }
    #expect(open >= 0 && most >= 4)
  }

  @Test func eachDeliveryIsOneLine() throws {
    let world = World(seconds: 60)
    try world.run(rate: 6)
    #expect(world.lines.count == world.sent.count)
    #expect(world.lines.first.map { $0.hasPrefix("14:02:11 before") } == true)
    let shape = try Regex("[0-9]{2}:[0-9]{2}:[0-9]{2} (before|answered|after)(-outgoing)? 200")
    for line in world.lines { #expect(line.wholeMatch(of: shape) != nil) }
  }

  @Test func withoutAListenerItStopsAtOnce() {
    let world = World(seconds: 600)
    world.isAway = { _ in true }
    #expect(throws: LoopbackFailure.unreachable(address: "127.0.0.1:8080")) {
      try world.run(rate: 6)
    }
    #expect(world.lines == [])
  }

  @Test func aListenerMayBeAwayForAMoment() throws {
    let world = World(seconds: 120)
    world.isAway = { (20..<24).contains($0.seconds(since: demoNow)) }
    try world.run(rate: 60)
    #expect(world.lines.contains { $0.hasSuffix("not delivered") })
    #expect(world.lines.last?.hasSuffix("200") == true)
  }

  @Test func aListenerThatStaysAwayEndsTheFeed() {
    let world = World(seconds: 600)
    world.isAway = { $0.seconds(since: demoNow) >= 30 }
    #expect(throws: LoopbackFailure.self) { try world.run(rate: 60) }
    #expect((40...45).contains(world.now.seconds(since: demoNow)))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsAPause(signal: Int32) {
    let ended = Mutex(false)
    let done = DispatchSemaphore(value: 0)
    // A thread of its own: the signals are blocked in it and sent to it alone.
    Thread.detachNewThread {
      var pause = SignalPause()
      let isQuiet = !pause.wait(seconds: 0)
      pthread_kill(pthread_self(), signal)
      let isEnded = pause.wait(seconds: 60)
      ended.withLock { $0 = isQuiet && isEnded }
      done.signal()
    }
    #expect(done.wait(timeout: .now() + 30) == .success)
    #expect(ended.withLock { $0 })
  }
}
