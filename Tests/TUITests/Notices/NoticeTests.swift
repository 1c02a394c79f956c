import Domain
import Testing

@testable import TUI

/// What a person who looks elsewhere is told of, and how often.
@Suite struct NoticeTests {
  private func told(_ console: Console) -> [Notice] {
    console.store.written.compactMap {
      if case .announce(let notice) = $0 { notice } else { nil }
    }
  }

  private func miss(_ id: Int64, at clock: String, from number: String?) -> Call {
    Sample.call(
      id, at: Sample.at(clock), disposition: "NO ANSWER", wait: 31, talk: 0, from: number)
  }

  private func notice(
    _ kind: Notice.Kind, _ number: String?, at clock: String, _ name: String? = nil, count: Int = 1
  ) -> Notice {
    Notice(
      kind, number: number.flatMap(Sample.number), name: name, at: Sample.at(clock), count: count)
  }

  /// Calls are missed, as a store says it: the day's figures grow.
  private func arrive(_ calls: [Call], _ console: inout Console) {
    console.store.figures.missed += calls.count
    for call in calls.dropLast() { console.store.calls.append(call) }
    calls.last.map { console.arrive($0) }
  }

  // MARK: What is told

  @Test func aMissedCallIsToldOnce() {
    var console = Console()
    arrive([miss(30, at: "14:31", from: "0670001122")], &console)
    console.send(.storeChanged)
    #expect(told(console) == [notice(.missedCall, "0670001122", at: "14:31")])
  }

  @Test func severalAtOnceAreOneNotice() {
    var console = Console()
    arrive(
      [miss(30, at: "14:30", from: "0670001122"), miss(31, at: "14:31", from: nil)], &console)
    #expect(told(console) == [notice(.missedCall, nil, at: "14:31", count: 2)])
  }

  @Test func whatWasMissedBeforeTheStartIsNoNews() {
    var store = Sample.store
    store.calls.append(miss(30, at: "14:31", from: "0670001122"))
    var console = Console(store: store)
    console.send(.storeChanged)
    #expect(told(console).isEmpty)
  }

  /// Fetched after a gap, or imported.
  @Test func callsOfLongerAgoAreNoNews() {
    var console = Console()
    arrive([miss(30, at: "14:21", from: "0670001122")], &console)
    #expect(told(console).isEmpty)
  }

  @Test func nothingIsAskedForWhileNobodyIsMissed() {
    var console = Console()
    let before = console.store.watched.count
    console.send(.storeChanged)
    let asked = console.store.watched.dropFirst(before)
    #expect(!asked.contains { if case .loadMisses = $0 { true } else { false } })
  }

  @Test func severalNewClientsAtOnceAreOneNotice() {
    var console = Console()
    console.store.calls.append(PromptTests.second)
    console.store.prompts = [PromptTests.second.client].compactMap { $0 }
    console.arrive(Sample.ringing, prompting: true)
    #expect(told(console) == [notice(.newClient, "0501234567", at: "14:31:53", count: 2)])
  }

  @Test func aCallBackIsDueWhenItsMinutesAreOver() {
    var console = Console()
    console.store.waiting = Sample.callBacks
    // 13:58 was 34 minutes ago; at the start it stands on the screen.
    console.send(.clock(Sample.at("14:33")))
    #expect(told(console).isEmpty)

    var settings = NoticeSettings()
    settings.callBackDueMinutes = 35
    var later = Console(notices: settings)
    later.store.waiting = Sample.callBacks.filter { $0.contact == nil }
    for clock in ["14:32:30", "14:33", "14:34", "14:35"] { later.send(.clock(Sample.at(clock))) }
    #expect(told(later) == [notice(.callBackDue, "0935554433", at: "13:58")])
  }

  @Test func whatCouldNotBeReadIsAskedForAgain() {
    var settings = NoticeSettings()
    settings.callBackDueMinutes = 35
    var console = Console(notices: settings)
    console.store.waiting = Sample.callBacks.filter { $0.contact == nil }
    console.store.refusal = .storeBusy
    console.send(.clock(Sample.at("14:33")))
    #expect(console.state.message == nil)
    console.store.refusal = nil
    console.send(.clock(Sample.at("14:34")))
    #expect(told(console).map(\.kind) == [.callBackDue])
  }

  @Test func eachKindCanBeSwitchedOff() {
    var settings = NoticeSettings()
    settings.newClients = false
    settings.missedCalls = false
    settings.callBackDueMinutes = 0
    var console = Console(notices: settings)
    console.store.waiting = Sample.callBacks
    console.arrive(Sample.ringing, prompting: true)
    arrive([miss(30, at: "14:31", from: "0670001122")], &console)
    console.send(.clock(Sample.at("14:59")))
    #expect(told(console).isEmpty)
    #expect(
      !console.store.watched.contains {
        switch $0 {
        case .loadMisses, .loadOverdue: true
        default: false
        }
      })
  }

  /// He looks at the screen and sees it.
  @Test func whatCameWhileTheConsoleWasStoppedIsNoNews() {
    var console = Console()
    console.store.calls.append(miss(30, at: "14:31", from: "0670001122"))
    console.store.figures.missed += 1
    console.store.prompts = [Sample.ringing.client].compactMap { $0 }
    console.send(.resumed, .storeChanged)
    #expect(told(console).isEmpty)
    arrive([miss(31, at: "14:31:30", from: "0670001122")], &console)
    #expect(told(console) == [notice(.missedCall, "0670001122", at: "14:31:30")])
  }

  // MARK: How often

  @Test func noticesAreKeptApart() {
    var pace = NoticePace()
    let miss = notice(.missedCall, "0670001122", at: "14:31")
    pace.put(miss)
    #expect(pace.wait(now: 1000) == 0)
    #expect(pace.take(now: 1000) == miss)
    #expect(pace.wait(now: 1000) == nil)
    pace.put(miss)
    pace.put(notice(.newClient, "0501234567", at: "14:31"))
    pace.put(notice(.missedCall, nil, at: "14:32", count: 2))
    #expect(pace.wait(now: 1500) == 4500)
    #expect(pace.take(now: 5999) == nil)
    #expect(pace.take(now: 6000) == notice(.missedCall, nil, at: "14:32", count: 3))
    #expect(pace.take(now: 6001) == nil)
    #expect(pace.take(now: 11_000)?.kind == .newClient)
    #expect(pace.take(now: 60_000) == nil)
  }

  @Test func aFloodIsANoticeEachFiveSeconds() {
    var pace = NoticePace()
    var told: [Int] = []
    for second in 0..<20 {
      for _ in 0..<40 { pace.put(notice(.missedCall, nil, at: "14:31")) }
      if let notice = pace.take(now: Int64(second) * 1000) { told.append(notice.count) }
    }
    #expect(told == [40, 200, 200, 200])
  }

  // MARK: In words

  @Test(
    arguments: [
      (
        Notice.Kind.newClient, "0501234567", nil, 1, "New client on Carbook",
        "+380 50 123 45 67, 14:31"
      ),
      (
        .missedCall, "0670001122", "Іваненко Олена", 1, "Missed call",
        "Іваненко Олена, +380 67 000 11 22, 14:31"
      ),
      (.missedCall, nil, nil, 1, "Missed call", "hidden number, 14:31"),
      (.missedCall, nil, nil, 3, "3 missed calls", ""),
      (
        .callBackDue, "0501234567", nil, 1, "Call back is due",
        "+380 50 123 45 67, waiting since 14:31"
      ),
      (.callBackDue, "0501234567", nil, 2, "2 clients wait for a call", ""),
    ] as [(Notice.Kind, String?, String?, Int, String, String)])
  func itSaysWho(
    _ kind: Notice.Kind, _ number: String?, _ name: String?, _ count: Int, _ title: String,
    _ body: String
  ) {
    let notice = notice(kind, number, at: "14:31", name, count: count)
    let text = notice.text(in: .english, zone: .kyiv, tellsWho: true)
    #expect(text == (title, body))
    #expect(notice.text(in: .english, zone: .kyiv, tellsWho: false) == (title, ""))
  }

  @Test func inUkrainianToo() {
    let missed = notice(.missedCall, nil, at: "14:31", count: 5)
    #expect(
      missed.text(in: .ukrainian, zone: .kyiv, tellsWho: true).title == "5 пропущених дзвінків")
    let due = notice(.callBackDue, "0501234567", at: "14:31")
    #expect(
      due.text(in: .ukrainian, zone: .kyiv, tellsWho: true)
        == ("Час передзвонити", "+380 50 123 45 67, чекає з 14:31"))
  }
}
