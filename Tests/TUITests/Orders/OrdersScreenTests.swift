import Domain
import Testing

@testable import TUI

@Suite struct OrdersScreenTests {
  @Test func theListStandsAboveTheCard() {
    var desk = Desk.sample()
    desk.press(.character("3"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/2
        ┌ Orders ──────────────────────────────────────────────────────────────────────┐
        │ Order    Status       Customer       Vehicle            Plate    Opened      │
        │ A-10231  In repair    Іваненко Олена Škoda Octavia 2019 AA1234BX 18 Nov      │
        │ A-10198  Closed       Автопарк ТОВ   Ford Transit 2016  KA7788HI 27 Oct      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Order A-10198 ───────────────────────────────────────────────────────────────┤
        │ Автопарк ТОВ                          opened 27 Oct 09:00                    │
        │ +380 44 200 50 00  work               closed 1 Nov 18:30                     │
        │ Closed · since 1 Nov                                                         │
        │ Ford Transit 2016  KA7788HI                                                  │
        │ VIN WF0XXXTTGXGR12345                                                        │
        │ calls since it was opened: 2                                                 │
        │ brakes                                                                       │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func onALowScreenTheListStandsAlone() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("3"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     1/2
        ┌ Orders ──────────────────────────────────────────────────┐
        │ Order    Status       Customer     Vehicle      Plate    │
        │ A-10231  In repair    Іваненко Ол… Škoda Octav… AA1234BX │
        │ A-10198  Closed       Автопарк ТОВ Ford Transi… KA7788HI │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func listAndCardsStandSideBySide() {
    var desk = Desk.sample(120, 20, language: .ukrainian)
    desk.press(.character("3"))
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3                                                          1/2
        ┌ Замовлення ────────────────────────────────────────────────────────────────┬ Контакт ────────────────────────────────┐
        │ Замовл.  Статус       Імʼя           Авто             Держ. №  Відкрито    │ Іваненко Олена                          │
        │ A-10231  У ремонті    Іваненко Олена Škoda Octavia 2… AA1234BX 18 лис      │ +380 67 000 11 22  mobile               │
        │ A-10198  Закрито      Автопарк ТОВ   Ford Transit 20… KA7788HI 27 жов      │ olena@example.com                       │
        │                                                                            │ менеджер: Петро С. (101)                │
        │                                                                            │ 2 дзвінки                               │
        │                                                                            │ замовлення A-10231 · У ремонті          │
        │                                                                            │ клієнт з 17 жов 2025                    │
        │                                                                            ├ Замовлення A-10231 ─────────────────────┤
        │                                                                            │ Іваненко Олена                          │
        │                                                                            │ +380 67 000 11 22  mobile               │
        │                                                                            │ У ремонті · з 18 лис                    │
        │                                                                            │ Škoda Octavia 2019  AA1234BX            │
        │                                                                            │ дзвінків після відкриття: 4             │
        │                                                                            │ відкрито 18 лис 09:00                   │
        └────────────────────────────────────────────────────────────────────────────┴─────────────────────────────────────────┘
        """)
  }

  @Test(arguments: [
    (Key.enter, Order.ID?.some(Sample.octavia.id), Contact.ID?.none),
    (.character("o"), Sample.octavia.id, nil),
    (.character("c"), nil, Sample.olena.id),
    (.character("с"), nil, Sample.olena.id),
  ])
  func keysOpenTheOrderAndItsClient(_ key: Key, _ order: Order.ID?, _ client: Contact.ID?) {
    var desk = Desk.sample()
    desk.press(.character("3"), key)
    #expect(desk.state.card(OrderCard.self)?.id == order)
    #expect(desk.state.card(ClientCard.self)?.id == client)
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test(arguments: ["o", "щ"]) func oOpensTheOrderWithTheCustomersNumbers(_ key: Character) {
    var desk = Desk.sample()
    desk.press(.character("3"), .down, .character(key))
    for text in ["A-10198", "Автопарк ТОВ", "+380 44 200 50 00", "VIN WF0XXXTTGXGR12345"] {
      #expect(desk.screen.contains(text))
    }
  }

  @Test func aNewOrderDoesNotMoveTheSelection() {
    var desk = Desk.sample()
    desk.press(.character("3"))
    #expect(desk.state.orders.list.selectedID == Sample.octavia.id)
    desk.store.orders.append(
      Order(
        id: Order.ID(3), version: 1, number: "A-10232", contact: Sample.fleet.reference,
        vehicle: Vehicle(), status: .new, comment: nil, opened: Sample.now, closed: nil,
        callCount: 0))
    desk.send(.storeChanged)
    #expect(desk.state.orders.list.selectedID == Sample.octavia.id)
    #expect(desk.frame.cursor == Position(column: 1, row: 5))
  }
}
