import Domain
import Testing

@testable import carbook

@Suite struct DemoCallsTests {
  static let shop = DemoShop(now: demoNow, zone: .kyiv, calls: 20_000)
  static let year = Array(shop.calls)
  static let clients = Set(
    (0..<shop.contactCount).flatMap { shop.contact($0).draft.numbers.map(\.text) })

  @Test(arguments: [0, 1, 2, 5, 60, 3_000])
  func thereAreAsManyCallsAsAskedFor(calls: Int) {
    #expect(Array(DemoShop(now: demoNow, zone: .kyiv, calls: calls).calls).count == calls)
  }

  @Test func callsComeInOrderOfTimeAndEndBeforeNow() throws {
    var latest = demoNow.advanced(bySeconds: -DemoTimeline.length)
    for event in Self.year {
      let start = try #require(event.fields.start)
      #expect(latest <= start && event.received <= demoNow)
      latest = start
      let duration = try #require(event.fields.duration)
      #expect(event.fields.wait.map { $0 + (event.fields.talk ?? 0) } == duration)
      #expect(event.received == start.advanced(bySeconds: Int64(duration)))
      #expect(CallTimes.start(inID: event.providerID, received: event.received) == start)
    }
    #expect(Set(Self.year.map(\.providerID)).count == Self.year.count)
  }

  @Test func everyKindAndResultOccursInItsMeasure() {
    var shares: [String: Double] = [:]
    let part = 1 / Double(Self.year.count)
    for event in Self.year {
      let record = CallRecord(event)
      let sides = CallSides(record, own: OwnNumbers())
      let status = CallStatus(
        type: sides.type, phase: record.weight.phase, disposition: record.fields.disposition,
        talk: record.fields.talk, start: event.received, now: demoNow)
      shares["\(sides.type.rawValue)", default: 0] += part
      shares[status.rawValue, default: 0] += part
      if let client = sides.client, Self.clients.contains(client.text) {
        shares["known", default: 0] += part
      }
      if sides.client == nil && sides.type != .internal { shares["hidden", default: 0] += part }
    }
    let bounds: [String: ClosedRange<Double>] = [
      "in": 0.72...0.84, "out": 0.12...0.18, "callback": 0.01...0.05, "internal": 0.01...0.04,
      "known": 0.5...0.6, "hidden": 0.002...0.03, "answered": 0.7...0.82, "missed": 0.08...0.2,
      "not-reached": 0.02...0.07, "voicemail": 0.004...0.03, "busy": 0.004...0.03,
      "failed": 0.002...0.02,
    ]
    #expect(Set(shares.keys) == Set(bounds.keys))
    for (name, bound) in bounds { #expect(bound.contains(shares[name] ?? 0), "\(name)") }
  }

  @Test func theDayHasItsRhythm() {
    var hours = Array(repeating: 0, count: 24)
    var weekdays = Array(repeating: 0, count: 8)
    for event in Self.year {
      let time = Zone.kyiv.civilTime(at: event.fields.start ?? demoNow)
      hours[time.hour] += 1
      weekdays[time.date.weekday] += 1
    }
    #expect(hours[0..<7].reduce(0, +) < Self.year.count / 50)
    #expect(hours[10] > hours[13] && hours[16] > hours[13] && hours[10] > 3 * hours[19])
    let weekday = weekdays[1...5].reduce(0, +) / 5
    #expect((weekday * 4 / 10...weekday * 7 / 10).contains(weekdays[6]))
    #expect(weekdays[7] > 0 && weekdays[7] < weekday / 10)
  }

  @Test func someWhoWereMissedAreCalledBackAndSomeAreNot() {
    var missed: Set<String> = []
    var calledBack: Set<String> = []
    for event in Self.year {
      if event.fields.type == .outgoing, let number = event.fields.called?.text {
        if missed.contains(number), (event.fields.talk ?? 0) > 0 { calledBack.insert(number) }
      } else if event.fields.talk == 0, let number = event.fields.caller?.text {
        missed.insert(number)
      }
    }
    let share = Double(calledBack.count) / Double(missed.count)
    #expect((0.4...0.85).contains(share))
  }

  @Test func onlyWhatWasSpokenIsRecorded() {
    for event in Self.year {
      let isRecorded = event.fields.hasRecording == true
      #expect(isRecorded == (event.fields.recording != nil))
      if isRecorded {
        #expect((event.fields.talk ?? 0) > 0)
        #expect(
          event.fields.recording
            == "https://app.ringostat.com/recordings/\(event.providerID).wav?token=demo")
      }
    }
  }

  @Test func aClientAlwaysComesFromTheSameAdvertisement() {
    var origins: [String: Source] = [:]
    for event in Self.year where event.fields.type == .incoming {
      guard let number = event.fields.caller?.text else { continue }
      #expect(origins[number, default: event.fields.source] == event.fields.source)
      origins[number] = event.fields.source
    }
    let texts = Set(
      origins.values.map { $0.values.compactMap { $0 }.prefix(2).joined(separator: " ") })
    #expect(
      texts == [
        "google cpc", "facebook cpc", "instagram social", "google organic", "(direct) (none)", "",
      ])
  }

  /// In Kyiv: half a minute past midnight, three at night, noon on a Sunday, a working morning.
  @Test(arguments: [1_795_212_030, 1_795_222_800, 1_795_342_800, 1_795_422_600])
  func todayIsNeverEmpty(seconds: Int64) throws {
    let now = Timestamp(seconds: seconds)
    let calls = Array(DemoShop(now: now, zone: .kyiv, calls: 3_000).calls)
    let latest = try #require(calls.last?.fields.start)
    #expect(Zone.kyiv.date(at: latest) == Zone.kyiv.date(at: now))
    #expect(now.seconds(since: latest) <= 300)
    let missed = calls.suffix(60).filter { $0.fields.type == .incoming && $0.fields.talk == 0 }
    let owed = missed.filter { miss in
      !calls.contains {
        ($0.fields.called == miss.fields.caller || $0.fields.caller == miss.fields.caller)
          && ($0.fields.talk ?? 0) >= CallBack.settlingTalk && $0.received > miss.received
      }
    }
    #expect(owed.count >= 2)
  }

  @Test func manyCallsNeedNoMemory() {
    var calls = DemoShop(now: demoNow, zone: .kyiv, calls: 10_000_000).calls
    var latest = Timestamp(milliseconds: .min)
    for _ in 0..<20_000 {
      let start = calls.next()?.fields.start ?? latest.advanced(bySeconds: -1)
      #expect(latest <= start)
      latest = start
    }
  }
}
