import Domain
import Testing

@testable import TUI

/// The menu of repair statuses: to filter the list, and to say how far a repair has come.
@Suite struct StatusMenuTests {
  @Test func theFilterSaysHowManyThereAre() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("f"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         1/2
        ┌ Orders ──────────────────────────────────────────────────────────────────────┐
        │ Order    Status       Customer       Vehicle            Plate    Opened      │
        │ A-10231  In repair    Іваненко Олена Škoda Octavia 2019 AA1234BX 18 Nov      │
        │ A-10198  Close┌ Show orders ─────────────────────────────────┐HI 27 Oct      │
        │               │ 1  All orders                              2 │               │
        │               │ 2  Open orders                             1 │               │
        │               │ 3  New                                     0 │               │
        │               │ 4  Diagnostics                             0 │               │
        │               │ 5  Waiting for approval                    0 │               │
        │               │ 6  Waiting for parts                       0 │               │
        │               │ 7  In repair                               1 │               │
        ├ Order A-10231 │ 8  Ready                                   0 │───────────────┤
        │ Іваненко Олена│ 9  Closed                                  1 │               │
        │ +380 67 000 11│    Cancelled                               0 │               │
        │ In repair · si└──────────────────────────────────────────────┘               │
        │ Škoda Octavia 2019  AA1234BX                                                 │
        │ calls since it was opened: 4                                                 │
        │ opened 18 Nov 09:00                                                          │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
    // The one in force is selected.
    desk.press(.character("2"), .character("f"))
    #expect(desk.state.topMenu?.selected == .open)
  }

  @Test func whatIsInForceIsSaid() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("f"), .character("i"))
    #expect(desk.frame.text[3] == "│ In repair" + blanks(61) + "1 of 2 │")
    #expect(desk.frame.roles(row: 3).contains("repairProgress 9"))
    #expect(desk.frame.text[5].hasPrefix("│ A-10231  In repair"))
    #expect(desk.state.orders.list.rows.map(\.number) == ["A-10231"])
    desk.press(.character("/"))
    desk.type("octavia")
    desk.press(.enter)
    #expect(desk.frame.text[3] == "│ In repair  Search  octavia" + blanks(44) + "1 of 2 │")
    desk.press(.escape)
    #expect(desk.frame.text[3].hasPrefix("│ Order "))
    #expect(desk.state.orders.list.rows.count == 2)
    desk.press(.escape)
    #expect(desk.screen.contains("All orders are shown."))
  }

  private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }

  @Test func theSearchNarrowsAsItIsTyped() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("/"))
    desk.type("transit")
    #expect(desk.state.orders.list.rows.map(\.number) == ["A-10198"])
    // Letters are text while it is typed.
    desk.type("o")
    #expect(desk.screen.contains("No such order."))
    #expect(desk.state.layers.isEmpty)
    desk.press(.escape)
    #expect(desk.state.orders.list.rows.count == 2)
  }

  @Test(arguments: [
    // By its number, its first letter, in either layout, and by going there.
    ([Key.character("6")], RepairStatus.ready), ([.character("r")], .ready),
    ([.character("к")], .ready), ([.down, .enter], .ready), ([.up, .enter], .waitingForParts),
    ([.home, .enter], .new), ([.end, .enter], .cancelled),
    // Two begin with it: it goes to the first, then to the next.
    ([.character("w"), .enter], .waitingForApproval),
    ([.character("w"), .character("w"), .enter], .waitingForParts),
    ([.character("w"), .character("w"), .character("w"), .enter], .waitingForApproval),
  ])
  func oneKeyChangesTheStatus(_ keys: [Key], _ status: RepairStatus) {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("r"))
    for key in keys { desk.press(key) }
    #expect(
      desk.store.written.last
        == .setStatus(Sample.octavia.id, status, before: .inRepair))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.state.orders.list.selected?.status == status)
  }

  @Test func ukrainianNamesHaveUkrainianLetters() {
    var desk = Desk.sample(language: .ukrainian)
    desk.press(.character("3"), .character("к"), .character("г"))
    #expect(desk.state.orders.list.selected?.status == .ready)
    #expect(desk.screen.contains(" A-10231: Готово"))
  }

  @Test func closingClosesAndTheCardSaysSo() {
    var desk = Desk.sample()
    desk.press(.character("3"), .enter, .character("r"), .character("7"))
    #expect(desk.screen.contains("A-10231: Closed"))
    #expect(desk.screen.contains("closed today 14:32"))
    desk.press(.character("r"), .character("i"))
    #expect(desk.screen.contains("In repair · since 18 Nov"))
  }

  @Test(arguments: [
    [Key.escape], [.enter], [.character("5")], [.character("x")], [.character("9")],
  ])
  func nothingIsChangedWhereNothingElseIsChosen(_ keys: [Key]) {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("r"))
    for key in keys { desk.press(key) }
    #expect(desk.store.written.isEmpty)
  }

  @Test func somebodyElseWasQuicker() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("r"))
    var draft = OrderDraft(Sample.octavia)
    draft.status = .diagnostics
    desk.store.orders[0] = desk.store.saved(draft, as: Sample.octavia.id, version: 2)
    desk.press(.character("6"))
    #expect(
      desk.screen.contains("A-10231 was changed on another console; nothing was overwritten."))
    desk.send(.storeChanged)
    #expect(desk.state.orders.list.selected?.status == .diagnostics)
  }

  @Test func withoutAnOrderThereIsNothingToChange() {
    var desk = Desk.sample()
    desk.store.orders = []
    desk.press(.character("3"), .character("r"))
    #expect(desk.screen.contains("There is no order."))
    #expect(desk.state.layers.isEmpty)
  }
}
