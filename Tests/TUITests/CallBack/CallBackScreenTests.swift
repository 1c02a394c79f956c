import Domain
import Testing

@testable import TUI

@Suite struct CallBackScreenTests {
  @Test func theLongestWaitingStandsFirst() {
    var desk = Desk.sample()
    desk.press(.character("4"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         1/2
        ┌ Call back ───────────────────────────────────────────────────────────────────┐
        │ Client            Waiting since Missed Last         Tries Tried by  Order    │
        │ Іваненко Олена    yest.   18:58      2 today  10:20     1 Петро С.  A-10231  │
        │ +380 93 555 44 33 today   13:58      1 today  13:58     0 —                  │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Contact ─────────────────────────────────────────────────────────────────────┤
        │ Іваненко Олена                        last call today 14:12                  │
        │ +380 67 000 11 22  mobile                                                    │
        │ olena@example.com                                                            │
        │ manager: Петро С. (101)                                                      │
        │ 2 calls                                                                      │
        │ open order A-10231 · In repair                                               │
        │ client since 17 Oct 2025                                                     │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func aNewClientIsShownByHisNumber() {
    var desk = Desk.sample()
    desk.press(.character("4"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/2
        ┌ Call back ───────────────────────────────────────────────────────────────────┐
        │ Client            Waiting since Missed Last         Tries Tried by  Order    │
        │ Іваненко Олена    yest.   18:58      2 today  10:20     1 Петро С.  A-10231  │
        │ +380 93 555 44 33 today   13:58      1 today  13:58     0 —                  │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Contact ─────────────────────────────────────────────────────────────────────┤
        │ +380 93 555 44 33                                                            │
        │ New client — c create contact                                                │
        │ no earlier calls                                                             │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func thePaneHasWhatTheListHasNoRoomFor() {
    var desk = Desk.sample(60, 15, language: .ukrainian)
    desk.press(.character("4"), .tab)
    #expect(
      desk.body == """
         сьогодні 48 · пропущено 6 · передзвонити 3             1/2
        ┌ Передзвонити ────────────────────────────────────────────┐
        │ +380 67 000 11 22                                        │
        │ Чекає з   вчора 18:58                                    │
        │ Разів     2                                              │
        │ Востаннє  сьогодні 10:20                                 │
        │ Найдовше  0:44                                           │
        │ Спроб     1                                              │
        │ Пробував  Петро С.                                       │
        │ Замовл.   A-10231                                        │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theNoteOnTheLastMissStandsInThePane() {
    var desk = Desk.sample()
    desk.press(.character("4"), .down, .tab, .tab)
    #expect(!desk.screen.contains(" Note "))
    desk.callBacks = desk.callBacks.map { $0.noted("просив після 18:00") }
    desk.send(.storeChanged)
    #expect(desk.screen.contains(" Note           просив після 18:00 "))
  }

  @Test func onALowScreenTheListStandsAlone() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("4"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     1/2
        ┌ Call back ───────────────────────────────────────────────┐
        │ Client                        Waiting since Missed Tries │
        │ Іваненко Олена                yest.   18:58      2     1 │
        │ +380 93 555 44 33             today   13:58      1     0 │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test(arguments: ["b", "и"]) func bSettlesTheSelectedClientOnce(_ key: Character) throws {
    var desk = Desk.sample()
    desk.press(.character("4"))
    _ = desk.takeAsked()
    desk.press(.character(key))
    let number = try #require(Sample.olena.numbers.first?.number)
    let settled = desk.takeAsked().filter { if case .settleCallBack = $0 { true } else { false } }
    #expect(settled == [.settleCallBack(number)])
    #expect(desk.screen.contains("Dealt with."))
    #expect(desk.state.callBack.list.rows.map(\.number) == [Sample.number("0935554433")])
    desk.press(.character(key))
    #expect(desk.screen.contains("Nobody is waiting for a call."))
    _ = desk.takeAsked()
    desk.press(.character(key))
    #expect(desk.takeAsked().isEmpty)
    #expect(desk.screen.contains("Nothing is selected."))
  }

  @Test func enterOpensTheContact() {
    var desk = Desk.sample()
    desk.press(.character("4"), .enter)
    #expect(desk.state.card(ClientCard.self)?.id == Sample.olena.id)
  }

  @Test func enterAsksAboutANumberThatNobodyHas() {
    var desk = Desk.sample()
    desk.press(.character("4"), .down, .enter)
    #expect(desk.screen.contains("New client on Carbook"))
    desk.press(.character("c"))
    desk.type("Ткач")
    _ = desk.takeAsked()
    desk.press(.function(2))
    #expect(
      desk.takeAsked().first
        == .createContact(
          ContactDraft(name: "Ткач", numbers: ["+380 93 555 44 33"]), from: Call.ID(7)))
  }

  @Test func oOpensTheOpenOrder() {
    var desk = Desk.sample()
    desk.press(.character("4"), .character("o"))
    #expect(desk.screen.contains("A-10231"))
    #expect(desk.state.card(OrderCard.self)?.id == Sample.octavia.id)
    desk.press(.escape, .down, .character("o"))
    #expect(desk.screen.contains("There is no order."))
  }

  @Test func theSelectionStaysOnItsClientWhenHeCallsAgain() {
    var desk = Desk.sample()
    desk.press(.character("4"), .down)
    desk.callBacks.removeLast()
    desk.send(.storeChanged)
    #expect(desk.state.callBack.list.selected?.number == Sample.number("0935554433"))
    #expect(desk.state.callBack.list.total == 1)
  }
}
