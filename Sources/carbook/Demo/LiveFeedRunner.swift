import Domain
import Glibc

/// Sends the live feed to a listener in real time, call over call, until it is asked to end.
struct LiveFeedRunner {
  private var feed: LiveFeed
  private let links: [Occasion: String]
  private let surroundings: Surroundings
  /// What is still to be sent, the next one first.
  private var agenda: [(due: Timestamp, delivery: LiveDelivery)] = []
  /// Since when nothing has been delivered.
  private var failing: Timestamp?
  private var hasDelivered = false

  /// What the runner needs of the world.
  struct Surroundings {
    let now: () -> Timestamp
    /// Waits that many seconds; true means: end.
    let pause: (Double) -> Bool
    /// A link and what to send there; gives the status code.
    let send: (String, LiveDelivery) throws(LoopbackFailure) -> Int
    let print: (String) -> Void
    /// Of the clock in the printed lines.
    let zone: Zone
  }

  /// A listener that was there may be away for so many seconds: another one takes over.
  static let patience: Int64 = 10

  init(feed: LiveFeed, links: [(occasion: Occasion, url: String)], _ surroundings: Surroundings) {
    self.feed = feed
    self.links = Dictionary(links.map { ($0.occasion, $0.url) }) { first, _ in first }
    self.surroundings = surroundings
  }

  /// Runs on the calling thread until INT or TERM. Prints one line for each delivery, without
  /// personal data: `14:02:11 before 200`.
  /// - Parameter rate: calls a minute.
  /// - Throws: where the listener is not there, or is gone for good.
  static func run(
    shop: DemoShop, links: [(occasion: Occasion, url: String)], rate: Double,
    now: @escaping () -> Timestamp, print: @escaping (String) -> Void
  ) throws(LoopbackFailure) {
    var pause = SignalPause()
    let client = LoopbackClient()
    let feed = LiveFeed(
      shop: shop, rate: rate, seed: UInt64(bitPattern: now().milliseconds))
    let surroundings = Surroundings(
      now: now, pause: { pause.wait(seconds: $0) },
      send: { (url, delivery) throws(LoopbackFailure) in try client.send(delivery, to: url) },
      print: print, zone: shop.timeline.zone)
    var runner = LiveFeedRunner(feed: feed, links: links, surroundings)
    try runner.run()
  }

  /// Returns when the pause says so.
  /// - Throws: at the first delivery that finds nobody, or once nobody has been there for
  ///   `patience` seconds; at once where the link cannot be used.
  mutating func run() throws(LoopbackFailure) {
    var nextCall = surroundings.now()
    var wait = 0.0
    repeat {
      let now = surroundings.now()
      if nextCall <= now {
        schedule(feed.call(at: now), from: now)
        // What was missed while the machine slept is not made up for.
        let base = now.seconds(since: nextCall) > 1 ? now : nextCall
        nextCall = LiveFeedRunner.later(base, by: feed.pause())
      }
      if let first = agenda.first, first.due <= now {
        agenda.removeFirst()
        try deliver(first.delivery, at: now)
      }
      let wake = min(nextCall, agenda.first?.due ?? nextCall)
      wait = Double(wake.milliseconds - surroundings.now().milliseconds) / 1000
    } while !surroundings.pause(max(0, wait))
  }

  private mutating func schedule(_ deliveries: [LiveDelivery], from now: Timestamp) {
    for delivery in deliveries where links[delivery.occasion] != nil {
      let due = LiveFeedRunner.later(now, by: delivery.delay)
      let place = agenda.firstIndex { due < $0.due } ?? agenda.endIndex
      agenda.insert((due, delivery), at: place)
    }
  }

  private mutating func deliver(
    _ delivery: LiveDelivery, at now: Timestamp
  ) throws(LoopbackFailure) {
    guard let url = links[delivery.occasion] else { return }
    let time = surroundings.zone.civilTime(at: now)
    let line = "\(time.clock):\(time.second.padded(to: 2)) \(delivery.occasion.rawValue)"
    do throws(LoopbackFailure) {
      let status = try surroundings.send(url, delivery)
      surroundings.print("\(line) \(status)")
      hasDelivered = true
      failing = nil
    } catch {
      let since = failing ?? now
      failing = since
      let isOver = !hasDelivered || now.seconds(since: since) >= LiveFeedRunner.patience
      if error == .unusableLink || isOver { throw error }
      surroundings.print("\(line) not delivered")
    }
  }

  private static func later(_ instant: Timestamp, by seconds: Double) -> Timestamp {
    Timestamp(milliseconds: instant.milliseconds + Int64((seconds * 1000).rounded(.up)))
  }
}
