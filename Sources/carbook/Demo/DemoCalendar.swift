import Domain

/// When calls begin, over a year: hour by hour in the shop's rhythm, in ascending order.
struct DemoCalendar: Sendable {
  /// Seconds since the epoch, and which of the last calls it is, counted from the latest (0); nil
  /// for all others.
  typealias Beginning = (seconds: Int64, last: Int?)

  private let timeline: DemoTimeline
  /// The first second of each hour, and the work of all hours up to its end.
  private let hours: [(start: Int64, work: Double)]
  private let ordinary: Int
  private let last: [Int64]
  private var random: SplitMix64
  private var hour = 0
  private var drawn = 0
  /// What is left of the hour, the next one at the end.
  private var pending: [Beginning] = []

  init(seed: UInt64, timeline: DemoTimeline, calls: Int) {
    self.timeline = timeline
    random = SplitMix64(seed: seed, stream: .day)
    // A few calls always lie just before now, so that a demo opened at three in the morning has
    // something to show; the very last one on this day even just after midnight.
    let now = timeline.now.seconds
    let midnight = timeline.zone.start(of: timeline.zone.date(at: timeline.now)).seconds
    let sinceMidnight = (now - midnight) / 2
    let ages: [Int64] = [min(170, sinceMidnight), 560, 1300, 2400, 3900, 5600, 7700, 10_400]
    last = ages.prefix((calls + 3) / 4).map { now - $0 }
    ordinary = calls - last.count
    var hours: [(start: Int64, work: Double)] = []
    var work = 0.0
    for start in stride(from: timeline.start.seconds / 3600 * 3600, to: now, by: 3600) {
      let instant = Timestamp(seconds: start)
      var day = SplitMix64(
        seed: seed, stream: .day, index: timeline.zone.date(at: instant).daysSinceEpoch)
      let share = Double(min(now, start + 3600) - max(timeline.start.seconds, start)) / 3600
      work += timeline.business(at: instant, noise: 0.7 + 0.6 * day.fraction()) * share
      hours.append((start, work))
    }
    self.hours = hours
  }

  mutating func next() -> Beginning? {
    while pending.isEmpty {
      guard hour < hours.count else { return nil }
      fill()
      hour += 1
    }
    return pending.popLast()
  }

  /// Draws the hour's calls: its share of the whole, to which the fractions of the hours before
  /// are carried over.
  private mutating func fill() {
    let start = max(hours[hour].start, timeline.start.seconds)
    let end = min(hours[hour].start + 3600, timeline.now.seconds)
    let isLastHour = hour == hours.count - 1
    let share = hours[hour].work / hours[hours.count - 1].work
    let upTo = isLastHour ? ordinary : Int(Double(ordinary) * share)
    for _ in drawn..<max(drawn, upTo) {
      pending.append((start + Int64(random.below(Int(end - start))), nil))
    }
    drawn = max(drawn, upTo)
    for (index, second) in last.enumerated()
    where start <= second && (second < end || isLastHour) {
      pending.append((second, index))
    }
    pending.sort { ($0.seconds, $0.last ?? .max) > ($1.seconds, $1.last ?? .max) }
  }
}
