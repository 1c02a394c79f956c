import Domain
import Testing

@testable import TUI

/// An order on the whole screen: its calls since it was opened, its closing a line between them.
@Suite struct OrderCardTests {
  /// Two calls after the closing of 1 November, two before it, one before the opening.
  static func desk(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    let days: [(Int64, String, Int, Bool)] = [
      (90, "10:00", 2, false), (89, "10:00", 19, false), (88, "11:00", 21, true),
      (87, "12:00", 24, false), (86, "12:00", 26, false),
    ]
    desk.store.calls = days.map { id, clock, daysAgo, isMissed in
      Sample.call(
        id, at: Sample.at(clock, daysAgo: daysAgo),
        disposition: isMissed ? "NO ANSWER" : "ANSWERED",
        talk: isMissed ? 0 : 30, from: "0442005000", contact: Sample.fleet)
    }
    desk.press(.character("3"), .down, .enter)
    return desk
  }

  @Test func theClosingDividesTheCallsAndDoesNotEndThem() {
    let desk = OrderCardTests.desk()
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/2
        ┌ Order A-10198 ───────────────────────────────────────────────────────────────┐
        │ Автопарк ТОВ                          calls since it was opened: 2           │
        │ +380 44 200 50 00  work               brakes                                 │
        │ Closed · since 1 Nov                  opened 27 Oct 09:00                    │
        │ Ford Transit 2016  KA7788HI           closed 1 Nov 18:30                     │
        │ VIN WF0XXXTTGXGR12345                                                        │
        ├ Calls since it was opened 4 ─────────────────────────────────────────────────┤
        │ Date         Type  Status         Client            Customer          Talk   │
        │ 19 Nov 10:00 ← in  answered       +380 44 200 50 00 Автопарк ТОВ      0:30   │
        │ 2 Nov  10:00 ← in  answered       +380 44 200 50 00 Автопарк ТОВ      0:30   │
        │── closed 1 Nov 18:30 ────────────────────────────────────────────────────────│
        │ 31 Oct 11:00 ← in  MISSED         +380 44 200 50 00 Автопарк ТОВ         —   │
        │ 28 Oct 12:00 ← in  answered       +380 44 200 50 00 Автопарк ТОВ      0:30   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func besideEachOtherInUkrainian() {
    let desk = OrderCardTests.desk(120, 18, language: .ukrainian)
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3                                                          2/2
        ┌ Замовлення A-10198 ─────────────────────┬ Дзвінки після відкриття 4 ─────────────────────────────────────────────────┐
        │ Автопарк ТОВ                            │ Дата         Тип   Статус      Клієнт            Імʼя              Розм.   │
        │ +380 44 200 50 00  work                 │ 19 лис 10:00 ← вх  відповіли   +380 44 200 50 00 Автопарк ТОВ       0:30   │
        │ Закрито · з 1 лис                       │ 2 лис  10:00 ← вх  відповіли   +380 44 200 50 00 Автопарк ТОВ       0:30   │
        │ Ford Transit 2016  KA7788HI             │── закрито 1 лис 18:30 ─────────────────────────────────────────────────────│
        │ VIN WF0XXXTTGXGR12345                   │ 31 жов 11:00 ← вх  ПРОПУЩЕНО   +380 44 200 50 00 Автопарк ТОВ          —   │
        │ дзвінків після відкриття: 2             │ 28 жов 12:00 ← вх  відповіли   +380 44 200 50 00 Автопарк ТОВ       0:30   │
        │ brakes                                  │                                                                            │
        │ відкрито 27 жов 09:00                   │                                                                            │
        │ закрито 1 лис 18:30                     │                                                                            │
        │                                         │                                                                            │
        │                                         │                                                                            │
        │                                         │                                                                            │
        └─────────────────────────────────────────┴────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func onALowScreenTabTurnsThePage() {
    var desk = OrderCardTests.desk(60, 15)
    #expect(desk.screen.contains("│ VIN WF0XXXTTGXGR12345 "))
    #expect(!desk.screen.contains("Calls since"))
    desk.press(.tab)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     2/2
        ┌ Calls since it was opened 4 ─────────────────────────────┐
        │ Date    Type  Status    Client        Customer    Talk   │
        │ 19 Nov  ← in  answered  +380442005000 Автопарк …  0:30   │
        │ 2 Nov   ← in  answered  +380442005000 Автопарк …  0:30   │
        │── closed 1 Nov 18:30 ────────────────────────────────────│
        │ 31 Oct  ← in  MISSED    +380442005000 Автопарк …     —   │
        │ 28 Oct  ← in  answered  +380442005000 Автопарк …  0:30   │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  /// The line stands at the view's edge where the calls it divides are not in sight.
  @Test func theLineIsAlwaysInSight() {
    var desk = OrderCardTests.desk(60, 10)
    desk.press(.tab)
    let lines = { (desk: Desk) in desk.frame.text[4...6].map { String($0.dropFirst(2).prefix(9)) } }
    #expect(lines(desk) == ["19 Nov  ←", "2 Nov   ←", "─ closed "])
    desk.press(.end)
    #expect(lines(desk) == ["─ closed ", "31 Oct  ←", "28 Oct  ←"])
    #expect(desk.frame.cursor == Position(column: 1, row: 6))
    desk.press(.up)
    #expect(desk.frame.cursor == Position(column: 1, row: 5))
    desk.press(.up)
    #expect(lines(desk) == ["2 Nov   ←", "─ closed ", "31 Oct  ←"])
    #expect(desk.frame.cursor == Position(column: 1, row: 4))
  }

  @Test func anOpenOrderHasNoLine() {
    var desk = Desk.sample()
    desk.press(.character("3"), .enter)
    #expect(desk.screen.contains("Calls since it was opened 1"))
    #expect(!desk.screen.contains("── closed"))
    desk.press(.enter)
    #expect(desk.screen.contains("Provider says"))
    desk.press(.escape, .character("c"))
    #expect(desk.state.card(ClientCard.self)?.id == Sample.olena.id)
    desk.press(.escape, .escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func fromTheLogAndAClientsCard() {
    var desk = Desk.sample()
    desk.press(.down, .character("o"))
    #expect(desk.state.card(OrderCard.self)?.id == Sample.octavia.id)
    #expect(desk.screen.contains("Calls since it was opened 1"))
    desk.press(.escape, .character("c"), .tab, .enter)
    #expect(desk.state.card(OrderCard.self)?.id == Sample.octavia.id)
    #expect(desk.screen.contains("┌ Order A-10231"))
  }

  @Test func anotherOpeningListsOtherCalls() {
    var desk = OrderCardTests.desk()
    var draft = OrderDraft(Sample.transit)
    draft.opened = Sample.at("13:00", daysAgo: 24)
    desk.store.orders[1] = desk.store.saved(draft, as: Sample.transit.id, version: 2)
    desk.send(.storeChanged)
    #expect(desk.screen.contains("Calls since it was opened 3"))
    #expect(!desk.screen.contains("28 Oct 12:00"))
  }

  /// Behind the calls: who changed what.
  @Test func historyIsTheNextTab() {
    var desk = OrderCardTests.desk(80, 24)
    let change = { (id: Int64, before: String, after: String) in
      HistoryEntry(
        id: HistoryEntry.ID(id), at: Sample.at("18:30", daysAgo: 20), actor: "petro",
        action: .updateOrder, step: .edit, subject: .order(Sample.transit.id), title: "A-10198",
        changes: [HistoryEntry.Change(field: .status, before: before, after: after)])
    }
    desk.store.history = [change(1, "new", "in repair"), change(2, "in repair", "closed")]
    desk.press(.tab)
    #expect(desk.screen.contains("├ History 2 ─"))
    #expect(
      desk.screen.contains("1 Nov  18:30 petro      order changed · Repair: In repair → Closed"))
    desk.press(.down, .enter)
    #expect(desk.screen.contains("│ Repair: New → In repair "))
    desk.press(.escape, .tab)
    #expect(desk.screen.contains("├ Calls since it was opened 4 ─"))
  }
}
