import Domain
import Testing

@testable import TUI

/// The menu that sorts the log, and the mark in its heading.
@Suite struct LogSortTests {
  static let orders: [(keys: String, heading: String, first: [Int64])] = [
    ("", "Date▼", [9, 8, 7]),
    ("sd", "Date▲", [11, 1, 10]),
    ("sdsd", "Date▼", [9, 8, 7]),
    ("st", "Talk▼", [4, 8, 6]),
    ("stst", "Talk▲", [9, 1, 7]),
    ("sc", "Customer▲", [6, 2, 8]),
    ("ss", "Status▲", [9, 8, 6]),
    ("sw", " Wait ▼ ", [7, 8, 6]),
    ("іе", "Talk▼", [4, 8, 6]),
  ]

  @Test(arguments: orders) func theLogStandsInThatOrder(
    _ order: (keys: String, heading: String, first: [Int64])
  ) {
    var console = Console()
    console.type(order.keys)
    #expect(console.frame.text[2...3].joined().contains(order.heading))
    #expect(console.state.log.list.visible.prefix(3).map(\.id.rawValue) == order.first)
    #expect(console.state.log.list.isFollowing == (order.heading == "Date▼"))
  }

  @Test func theMenuStandsBeforeTheLog() {
    var console = Console()
    console.press(.character("s"), .down)
    #expect(
      console.frame.text[7...13].map { String($0.dropFirst(25).prefix(30)) } == [
        "┌ Sort by ───────────────────┐", "│  d  Date ▼                 │",
        "│  w  Wait                   │", "│  t  Talk                   │",
        "│  c  Customer               │", "│  s  Status                 │",
        "└────────────────────────────┘",
      ])
    console.press(.down, .enter)
    #expect(console.state.layers.isEmpty)
    #expect(console.state.log.sort == CallSort(.talk, ascending: false))
  }

  @Test func theOrderIsThereInTheNextSession() {
    var console = Console()
    console.type("sc")
    #expect(ViewStateTests.restart(console).log.sort == CallSort(.customer, ascending: true))
    console.type("sd")
    #expect(ViewStateTests.restart(console).log.sort == .newestFirst)
  }

  @Test func longListsPageInThatOrder() {
    var console = Console()
    console.store.calls += Sample.manyCalls(700)
    console.send(.storeChanged)
    console.type("st")
    for _ in 0..<60 { console.press(.pageDown) }
    #expect(console.state.log.list.rows.count > 200)
    let talks = console.state.log.list.rows.map { $0.talk ?? -1 }
    #expect(talks == talks.sorted(by: >))
  }
}
