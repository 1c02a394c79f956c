import Domain
import TestSupport
import Testing

@testable import Store

/// What is kept of how many calls there are is what counting them says.
struct CallCountTests {
  @Test func aRangeIsCutIntoWholeStretchesAndTheirEdges() {
    let hour = Int64(1) << 22
    let cases: [(ClosedRange<Int64>, ClosedRange<Int64>?)] = [
      (0...(hour - 1), 0...0), (0...(hour - 2), nil), (1...(2 * hour - 1), 1...1),
      ((-hour)...(-1), -1 ... -1), ((-2 * hour)...hour, -2...0), (5...5, nil),
      (.min ... .max, (.min >> 22)...(.max >> 22)),
    ]
    for (range, places) in cases {
      #expect(CallSpan.hours.places(in: range) == places, "\(range)")
    }
    for place in [Int64.min >> 22, -1, 0, 1, .max >> 22] {
      let range = CallSpan.hours.range(of: place)
      #expect(CallSpan.hours.place(of: range.lowerBound) == place)
      #expect(CallSpan.hours.place(of: range.upperBound) == place)
      #expect(range.count == 1 << 22)
    }
  }

  /// Calls that come, move, change their status and go, over months and at the ends of time.
  @Test(arguments: 1...4) func itNeverDriftsFromTheLog(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let shop = try Shop()
    let store = shop.store
    func seconds() -> Int64 { Int64(random.next() % 9_000_000) - 4_500_000 }
    for step in 0..<150 {
      let id = "\(random.next() % 90)"
      switch random.next() % 8 {
      case 0, 1: try shop.take(shop.answered(id, from: "0501112233", at: seconds()))
      case 2: try shop.take(shop.outgoing(id, to: "0672223344", at: seconds()))
      case 3:
        try shop.take(
          shop.item(id, .before, at: seconds()) { $0.caller = Shop.number("0503334455") })
      case 4 where step % 9 == 0:
        try store.purge(before: Shop.noon.advanced(bySeconds: -4_000_000), now: Shop.noon)
      default: try shop.take(shop.miss(id, from: "0505556677", at: seconds()))
      }
    }
    #expect(try store.countsAreRight())
    #expect(try store.connection.integer("SELECT count(*) FROM call_count WHERE calls < 0") == 0)
    let calls = try shop.log(limit: 1000).rows
    #expect(calls.count > 30)
    for (index, call) in calls.enumerated() {
      #expect(try store.callsNewer(than: call.position) == index)
      #expect(try store.callsNewer(than: call.position, limit: 5) == min(5, index))
    }
    for _ in 0..<40 {
      let ends = [seconds(), seconds()].sorted().map { Shop.noon.advanced(bySeconds: $0) }
      let day = calls.filter { $0.start >= ends[0] && $0.start < ends[1] }
      let statuses = day.map { $0.status(at: $0.start) }
      #expect(
        try store.figures(from: ends[0], to: ends[1])
          == CallTally(
            total: day.count, answered: statuses.count { $0 == .answered },
            missed: statuses.count { $0 == .missed }))
    }
  }

  @Test func nothingBeforeTheBeginningAndAllAfterTheEnd() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    let first = LogPosition(start: Timestamp(milliseconds: .max), id: Call.ID(.max))
    let last = LogPosition(start: Timestamp(milliseconds: .min), id: Call.ID(0))
    #expect(try shop.store.callsNewer(than: first) == 0)
    #expect(try shop.store.callsNewer(than: last) == 1)
    let (beginning, end) = (Timestamp(milliseconds: .min), Timestamp(milliseconds: .max))
    #expect(try shop.store.figures(from: beginning, to: end).total == 1)
    #expect(try shop.store.figures(from: end, to: beginning) == CallTally())
  }

  /// Another program has written what it should not.
  @Test func wrongCountsAreFoundAndARepairMakesThemRight() throws {
    for damage in [
      "UPDATE call_count SET calls = calls + 1", "DELETE FROM call_count",
      "UPDATE call_count SET missed = 0", "UPDATE tally SET value = 7 WHERE name = 'call_back'",
      "UPDATE tally SET value = 7 WHERE name = 'call'",
    ] {
      let shop = try Shop()
      try shop.take(
        shop.miss("1", from: "0501112233"), shop.answered("2", from: "0672223344", at: 9000))
      #expect(try shop.store.countsAreRight())
      try shop.store.connection.run(damage)
      #expect(try !shop.store.countsAreRight(), "\(damage)")
      #expect(try shop.store.repairCounts())
      #expect(try shop.store.countsAreRight(), "\(damage)")
      #expect(try !shop.store.repairCounts())
      #expect(try shop.store.callCount() == 2)
      #expect(try shop.store.callBackCount(now: Shop.noon) == 1)
    }
  }
}
