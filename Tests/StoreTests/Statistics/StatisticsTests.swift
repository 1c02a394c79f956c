import Domain
import TestSupport
import Testing

@testable import Store

struct StatisticsTests {
  /// Whatever a call is counted by, all come to the same sum: that of the calls themselves.
  @Test(arguments: 1...4) func everyChartIsOfEveryCall(_ seed: UInt64) throws {
    let made = try RandomShop(seed: seed)
    let store = made.shop.store
    let calls = try store.calls(LogRequest(anchor: .first, limit: 10_000)).rows
    let first = Zone.kyiv.date(at: Shop.noon)
    // Read row by row, and by indexes.
    let spans = [0...0, 3...3, 2...4, 0...30, -400...400, 5...9, 200...210]
    for zone in [Zone.kyiv, .utc] {
      for span in spans {
        let days = first.advanced(byDays: span.lowerBound)...first.advanced(byDays: span.upperBound)
        let figures = try store.statistics(of: days, in: zone)
        expect(figures, tells: calls.filter { days.contains(zone.date(at: $0.start)) }, in: zone)
        #expect(figures.period == days)
      }
    }
  }

  private func expect(_ figures: Statistics, tells calls: [Call], in zone: Zone) {
    func tally(_ calls: [Call]) -> CallTally {
      CallTally(
        total: calls.count,
        answered: calls.count { $0.status(at: $0.start) == .answered },
        missed: calls.count { $0.status(at: $0.start) == .missed })
    }
    #expect(figures.total == tally(calls))
    for day in figures.days {
      #expect(day.tally == tally(calls.filter { zone.date(at: $0.start) == day.key }))
    }
    for hour in 0..<24 {
      let now = calls.filter { zone.civilTime(at: $0.start).hour == hour }
      #expect(figures.hours[hour] == tally(now))
      for weekday in 0..<7 {
        let those = now.filter { zone.date(at: $0.start).weekday == weekday + 1 }
        #expect(figures.missedByHour[weekday][hour] == tally(those).missed)
      }
    }
    #expect(figures.missedByHour.joined().reduce(0, +) == figures.total.missed)
    #expect(figures.waits.map(\.tally).sum == figures.total)
    for part in figures.waits where part.key != nil {
      let those = calls.filter { call in call.wait.map { part.key?.contains($0) == true } ?? false }
      #expect(part.tally == tally(those))
    }
    #expect(figures.sources.map(\.tally).sum == figures.total)
    for part in figures.sources {
      let those = calls.filter {
        $0.source.source == part.key.source && $0.source.medium == part.key.medium
      }
      #expect(part.tally == tally(those))
    }
    #expect(figures.employees.map(\.tally).sum == figures.total)
    for part in figures.employees {
      #expect(part.tally == tally(calls.filter { $0.connectedWith == part.key }))
    }
    expect(figures.callers, tell: calls, tally: tally)
  }

  private func expect(
    _ callers: CallerFigures, tell calls: [Call], tally: ([Call]) -> CallTally
  ) {
    let fromClients = calls.filter { $0.type == .incoming || $0.type == .callback }
    let byNumber = Dictionary(grouping: fromClients.filter { $0.client != nil }) {
      $0.client?.text ?? ""
    }
    for part in callers.classes {
      let those = byNumber.values.filter { part.calls.contains($0.count) }
      #expect(part.callers == those.count)
      #expect(part.tally == tally(Array(those.joined())))
    }
    var sum = callers.rest
    sum += callers.classes.map(\.tally).sum
    #expect(sum == tally(calls))
    #expect(callers.callers == byNumber.count)
    #expect(callers.repeatCallers == byNumber.values.count { $0.count > 1 })
    #expect(callers.most.count == min(CallerFigures.limit, callers.repeatCallers))
    for caller in callers.most {
      #expect(caller.tally == tally(byNumber[caller.number.text] ?? []))
    }
    let totals = callers.most.map(\.tally.total)
    #expect(totals == totals.sorted(by: >))
  }

  @Test func theSameEmployeeAndTheSameSourceAreOneEach() throws {
    let shop = try Shop()
    let hostile = "=cmd|' /C calc'!A0\u{1B}[2J<script>\u{202E}"
    let items = (0..<6).map { index in
      shop.item("\(index)", at: Int64(index) * 60) {
        $0.type = .incoming
        $0.caller = Shop.number("0501112233")
        $0.disposition = Disposition(index < 4 ? "ANSWERED" : "NO ANSWER")
        ($0.talk, $0.wait) = (index < 4 ? 9 : 0, [5, 29, 30, 61, 300, 0][index])
        $0.connectedWith = index < 4 ? hostile : nil
        $0.staffID = "\(index % 2)"
        ($0.utmSource, $0.utmMedium) = ("google", index == 5 ? nil : "cpc")
        $0.utmCampaign = "campaign \(index)"
      }
    }
    _ = try shop.store.ingest(items, now: Shop.noon)
    try shop.contact("Олена", "0501112233")
    let day = Zone.kyiv.date(at: Shop.noon)
    let figures = try shop.store.statistics(of: day...day, in: .kyiv)
    let all = CallTally(total: 6, answered: 4, missed: 2)
    #expect(figures.days.map(\.tally) == [all])
    #expect(
      figures.employees == [
        Statistics.Part<String?>(hostile, CallTally(total: 4, answered: 4)),
        Statistics.Part<String?>(nil, CallTally(total: 2, missed: 2)),
      ])
    #expect(
      figures.sources == [
        Statistics.Part(
          Source(source: "google", medium: "cpc"), CallTally(total: 5, answered: 4, missed: 1)),
        Statistics.Part(Source(source: "google"), CallTally(total: 1, missed: 1)),
      ])
    #expect(
      figures.waits.map { [$0.tally.answered, $0.tally.missed] }
        == [[2, 1], [1, 0], [1, 0], [0, 0], [0, 1], [0, 0]])
    #expect(figures.callers.most.map(\.contact?.name) == ["Олена"])
    #expect(figures.callers.most.map(\.tally) == [all])
  }

  /// Clocks go back at 01:00 UTC on 25 October 2026, and go forward at 01:00 UTC on 29 March.
  @Test func aDayMayHaveAnHourMoreOrLess() throws {
    let shop = try Shop()
    let starts: [(String, Int64)] = [
      ("20:59Z", 1_792_875_540), ("21:00Z", 1_792_875_600), ("00:30Z", 1_792_888_200),
      ("01:30Z", 1_792_891_800), ("21:59Z", 1_792_965_540), ("22:00Z", 1_792_965_600),
    ]
    let items = starts.map { name, seconds in
      shop.miss(name, from: "0501112233", at: seconds - Shop.noon.seconds)
    }
    _ = try shop.store.ingest(items, now: Timestamp(seconds: 1_793_000_000))
    let sunday = try #require(CivilDate(year: 2026, month: 10, day: 25))
    let figures = try shop.store.statistics(
      of: sunday.advanced(byDays: -1)...sunday.advanced(byDays: 1), in: .kyiv)
    #expect(figures.days.map(\.tally.missed) == [1, 4, 1])
    #expect(figures.missedByHour[6][3] == 2)
    #expect(figures.missedByHour[6][0] == 1 && figures.missedByHour[6][23] == 1)
    #expect(figures.missedByHour[5][23] == 1 && figures.missedByHour[0][0] == 1)
  }

  @Test func anEmptyStoreHasEmptyDays() throws {
    let shop = try Shop()
    let day = Zone.kyiv.date(at: Shop.noon)
    let figures = try shop.store.statistics(of: day.advanced(byDays: -6)...day, in: .kyiv)
    #expect(figures.days.map(\.tally) == Array(repeating: CallTally(), count: 7))
    #expect(figures.sources.isEmpty && figures.employees.isEmpty)
    #expect(figures.callers == CallerFigures())
    #expect(figures.trend == nil && figures.wait(ofShare: 0.5) == nil)
  }

  @Test func aQuestionNobodyWaitsForEnds() throws {
    let shop = try RandomShop(seed: 9).shop
    let day = Zone.kyiv.date(at: Shop.noon)
    let interruption = Interruption()
    interruption.raise()
    #expect(throws: StoreError.interrupted) {
      try shop.store.asking(interruption) { () throws(StoreError) in
        _ = try shop.store.statistics(of: day...day.advanced(byDays: 30), in: .kyiv)
      }
    }
  }
}
