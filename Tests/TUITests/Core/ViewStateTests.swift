import Domain
import Testing

@testable import TUI

/// How a user has arranged things is kept, and is there again in his next session.
@Suite struct ViewStateTests {
  /// The next session of the user whose last one was `console`.
  static func restart(_ console: Console) -> ConsoleState {
    ConsoleState(
      Configuration(size: console.state.size, now: Sample.now, view: console.store.kept))
  }

  @Test func paneAndZoomComeBack() {
    var console = Console()
    #expect(console.store.kept == nil)
    console.press(.tab, .character("z"), .character("2"), .tab)
    let next = ViewStateTests.restart(console)
    #expect(next.log.panes.pane == .order)
    #expect(next.log.panes.isZoomed)
    #expect(next.contacts.panes.pane == .order)
    #expect(next.orders.panes == OrdersScreen().panes)
  }

  @Test func theStatisticsPeriodComesBackWhereItGoesByToday() {
    var console = Console()
    console.press(.character("5"), .character("m"))
    #expect(ViewStateTests.restart(console).statistics.period == .lastDays(30))
    // The thirty days before those: tomorrow nobody would know why.
    console.press(.character("["))
    #expect(console.state.statistics.period.word == nil)
    #expect(ViewStateTests.restart(console).statistics.period == .lastDays(30))
  }

  @Test func aPaneInFrontOfTheListIsNotKept() {
    var console = Console(60, 15)
    console.press(.tab)
    #expect(console.state.log.panes.isPaneInFront)
    #expect(!ViewStateTests.restart(console).log.panes.isPaneInFront)
  }

  @Test func nothingIsKeptThatHasNotChanged() {
    var state = Console().state
    let kept = [Key.down, .character("z"), .character("k"), .character("z")].map { key in
      update(&state, .key(key)).contains { if case .saveView = $0 { true } else { false } }
    }
    #expect(kept == [false, true, false, true])
  }

  @Test func aHistoryHasALineOnce() {
    var view = ViewState()
    for line in ["missed", "today", "", "missed"] { view.remember(line, in: \.filterHistory) }
    #expect(view.filterHistory == ["today", "missed"])
    for number in 1...150 { view.remember("\(number)", in: \.commandHistory) }
    #expect(view.commandHistory.count == ViewState.historyLimit)
    #expect(view.commandHistory.last == "150")
  }

  @Test func aDamagedFileIsSaid() {
    let state = ConsoleState(
      Configuration(size: Size(columns: 80, rows: 24), now: Sample.now, view: nil))
    #expect(
      render(state).text.contains(
        " view.json was damaged: it is kept as view.json.bad, and all is as usual."))
  }

  @Test func whatCannotBeKeptIsSaid() {
    var console = Console()
    console.send(.failed(.saveView(ViewState()), .other("view.json: No space left on device")))
    #expect(
      console.screen.contains("The arrangement is not kept: view.json: No space left on device"))
  }
}
