import Domain
import Testing

@testable import TUI

/// The list that scrolls over pages, on a log of ten thousand calls.
@Suite struct KeyedListTests {
  static func console(_ count: Int, rows: Int = 24) -> Console {
    var store = FakeStore()
    store.calls = Sample.manyCalls(count)
    store.contacts = [Sample.olena]
    return Console(80, rows, store: store)
  }

  @Test func everyRowIsPassedOnceOnTheWayDownAndUp() {
    var console = KeyedListTests.console(720)
    let newestFirst = console.store.calls.sorted { $0.position.precedes($1.position) }.map(\.id)
    var passed = [console.state.log.list.selected?.id]
    for _ in 1..<720 {
      console.press(.down)
      passed.append(console.state.log.list.selected?.id)
    }
    #expect(passed == newestFirst)
    #expect(console.state.log.list.rank == 720)
    passed = [console.state.log.list.selected?.id]
    for _ in 1..<720 {
      console.press(.up)
      passed.append(console.state.log.list.selected?.id)
    }
    #expect(passed == newestFirst.reversed())
    #expect(console.state.log.list.rank == 1)
  }

  @Test func aLongListIsNeverKeptWhole() {
    var console = KeyedListTests.console(3000)
    for _ in 0..<260 { console.press(.pageDown) }
    #expect(console.state.log.list.rows.count <= 700)
    #expect(console.state.log.list.rank ?? 0 > 2000)
  }

  @Test func theEndsAreOneKeyAway() {
    var console = KeyedListTests.console(3000)
    let log = console.store.calls.sorted { $0.position.precedes($1.position) }
    console.press(.character("g"))
    #expect(console.state.log.list.selected == log.last)
    #expect(console.screen.contains("3,000/3,000"))
    #expect(console.state.log.list.selectedLine == 8)
    console.press(.character("G"))
    #expect(console.state.log.list.selected == log.first)
    #expect(console.screen.contains("LIVE  1/3,000"))
    #expect(console.state.log.list.selectedLine == 0)
  }

  /// What is not seen yet is read when nobody does anything, but for what the next key needs.
  @Test func itReadsAheadWhileNothingHappens() {
    var console = KeyedListTests.console(300)
    console.press(.home)
    console.press(.character("g"), .character("G"))
    #expect(console.state.log.list.rows.count > 100)
    #expect(!console.state.readsAhead)
    console.state.log.list.moveToLast()
    var effects = update(&console.state, .clock(Sample.now))
    // No more than is seen, as somebody waits for it.
    #expect(Self.asked(effects).map(\.limit) == [10])
    for event in effects.flatMap({ console.store.answer($0) }) {
      #expect(Self.asked(update(&console.state, event)).isEmpty)
    }
    #expect(Self.asked(update(&console.state, .painted)).isEmpty)
    #expect(console.state.readsAhead)
    effects = update(&console.state, .idle)
    #expect(Self.asked(effects).map(\.limit) == [100])
    #expect(!console.state.readsAhead)
  }

  @Test func aKeyAsksForWhatItNeedsAtOnce() {
    var console = KeyedListTests.console(300)
    console.paints = false
    for _ in 0..<40 { console.press(.pageDown) }
    #expect(console.state.log.list.rank == 300)
  }

  private static func asked(_ effects: [Effect]) -> [LogRequest] {
    effects.compactMap { if case .loadLog(let request) = $0 { request } else { nil } }
  }

  @Test func aPageKeepsOneLineInSight() {
    var console = KeyedListTests.console(100)
    console.press(.pageDown)
    #expect(console.state.log.list.rank == 9)
    console.press(.pageDown, .pageUp, .pageUp)
    #expect(console.state.log.list.rank == 1)
  }

  @Test func theSelectedRowStaysWhenRowsAroundItGo() {
    var console = KeyedListTests.console(300)
    for _ in 0..<40 { console.press(.down) }
    let selected = console.state.log.list.selected
    console.store.calls.removeAll { $0.id.rawValue % 3 == 0 && $0.id != selected?.id }
    console.send(.storeChanged)
    #expect(console.state.log.list.selected == selected)
    let line = console.state.log.list.selectedLine
    #expect(console.frame.cursor?.row == line.map { $0 + 4 })
  }

  @Test func whereTheSelectedRowIsGoneItsSuccessorIsSelected() throws {
    var console = KeyedListTests.console(50)
    for _ in 0..<10 { console.press(.down) }
    let gone = try #require(console.state.log.list.selected)
    console.store.calls.removeAll { $0.id == gone.id }
    console.send(.storeChanged)
    #expect(console.state.log.list.selected?.id.rawValue == gone.id.rawValue - 1)
  }

  @Test func aListThatBecomesEmptyAndFullAgainHasASelection() {
    var console = KeyedListTests.console(5)
    let calls = console.store.calls
    console.store.calls = []
    console.send(.storeChanged)
    #expect(console.state.log.list.selected == nil)
    console.store.calls = calls
    console.send(.storeChanged)
    #expect(console.state.log.list.rank == 1)
  }

  @Test func anAnswerNobodyWaitsForIsLeftAside() {
    var console = KeyedListTests.console(20)
    let before = console.screen
    let late = LogRequest(anchor: .last, limit: 5)
    console.send(
      .logLoaded(late, Page(rows: [Sample.ringing], hasBefore: true, hasAfter: false), total: 99))
    #expect(console.screen == before)
  }

  @Test func oneRequestIsOnItsWayAtATime() {
    var list = KeyedList<Call>(follows: true)
    #expect(list.nextRequest()?.anchor == .first)
    list.invalidate()
    #expect(list.nextRequest() == nil)
    list.load(Page(rows: [Sample.ringing], hasBefore: false, hasAfter: false), at: .first, total: 1)
    #expect(list.nextRequest()?.anchor == .first)
  }

  @Test func aKeyPressedDuringAJumpHoldsTheView() {
    var console = KeyedListTests.console(300)
    console.press(.character("g"))
    let oldest = console.state.log.list.selected
    let jump = update(&console.state, .key(.character("G")))
    _ = update(&console.state, .key(.character("g")))
    for effect in jump { for event in console.store.answer(effect) { console.send(event) } }
    #expect(console.state.log.list.selected == oldest)
  }

  @Test func aFailedLoadIsTriedAgainWithTheNextKeyOnly() {
    var list = KeyedList<Call>(follows: true)
    _ = list.nextRequest()
    list.loadFailed(.first)
    #expect(list.nextRequest() == nil)
    list.wake()
    #expect(list.nextRequest()?.anchor == .first)
  }
}
