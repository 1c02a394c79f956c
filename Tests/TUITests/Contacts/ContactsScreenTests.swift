import Domain
import Testing

@testable import TUI

@Suite struct ContactsScreenTests {
  @Test func theListStandsAboveTheCard() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/3
        ┌ Contacts ────────────────────────────────────────────────────────────────────┐
        │ Name                     Number            Organization       Manager        │
        │ Автопарк ТОВ             +380 44 200 50 00 Автопарк                          │
        │ Іваненко Олена           +380 67 000 11 22                    Петро С. (101) │
        │ (unnamed)                +380 95 111 22 33                                   │
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

  @Test func theCardsCallsHaveTheKeysOfTheLog() {
    var desk = Desk.sample(120, 40)
    desk.press(.character("2"), .down, .enter, .character("o"))
    #expect(desk.state.card(OrderCard.self)?.id == Sample.octavia.id)
    desk.press(.escape, .down, .character("o"))
    #expect(desk.screen.contains("This call has no order."))
    for (key, context) in [("i", KeyContext.note), ("a", .attachMenu)] as [(Character, KeyContext)]
    {
      desk.press(.character(key))
      #expect(desk.state.keyContext == context)
      desk.press(.escape)
    }
    desk.press(.enter)
    #expect(desk.state.keyContext == .call)
  }

  @Test func onALowScreenTheListStandsAlone() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("2"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     1/3
        ┌ Contacts ────────────────────────────────────────────────┐
        │ Name           Number            Organization Manager    │
        │ Автопарк ТОВ   +380 44 200 50 00 Автопарк                │
        │ Іваненко Олена +380 67 000 11 22              Петро С. … │
        │ (unnamed)      +380 95 111 22 33                         │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func tabBringsThePaneToTheFront() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("2"), .down, .tab, .tab)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     2/3
        ┌ Contact ─────────────────────────────────────────────────┐
        │ Іваненко Олена                                           │
        │ +380 67 000 11 22  mobile                                │
        │ olena@example.com                                        │
        │ manager: Петро С. (101)                                  │
        │ 2 calls                                                  │
        │ open order A-10231 · In repair                           │
        │ client since 17 Oct 2025                                 │
        │ last call today 14:12                                    │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func listCardAndOrderStandSideBySide() {
    var desk = Desk.sample(120, 40)
    desk.press(.character("2"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                                                                 2/3
        ┌ Contacts ──────────────────────────────────────────────────────────────────┬ Contact ────────────────────────────────┐
        │ Name                     Number            Organization       Manager      │ Іваненко Олена                          │
        │ Автопарк ТОВ             +380 44 200 50 00 Автопарк                        │ +380 67 000 11 22  mobile               │
        │ Іваненко Олена           +380 67 000 11 22                    Петро С. (1… │ olena@example.com                       │
        │ (unnamed)                +380 95 111 22 33                                 │ manager: Петро С. (101)                 │
        │                                                                            │ 2 calls                                 │
        │                                                                            │ open order A-10231 · In repair          │
        │                                                                            │ client since 17 Oct 2025                │
        │                                                                            │ last call today 14:12                   │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            ├ Order A-10231 ──────────────────────────┤
        │                                                                            │ In repair · since 18 Nov                │
        │                                                                            │ Škoda Octavia 2019  AA1234BX            │
        │                                                                            │ calls since it was opened: 4            │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        │                                                                            │                                         │
        └────────────────────────────────────────────────────────────────────────────┴─────────────────────────────────────────┘
        """)
  }

  @Test func aWideScreenShowsTheLatestCallsToo() {
    var desk = Desk.sample(140, 20)
    desk.press(.character("2"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                                                                                     2/3
        ┌ Contacts ──────────────────────────────────────────────────────┬ Calls ─────────────────────────────┬ Contact ───────────────────────────┐
        │ Name                 Number            Organization Manager    │ today 14:12 ← in   answered 3:05 ▶ │ Іваненко Олена                     │
        │ Автопарк ТОВ         +380 44 200 50 00 Автопарк                │ 13 Nov 2025 → out  not reached     │ +380 67 000 11 22  mobile          │
        │ Іваненко Олена       +380 67 000 11 22              Петро С. … │                                    │ olena@example.com                  │
        │ (unnamed)            +380 95 111 22 33                         │                                    │ manager: Петро С. (101)            │
        │                                                                │                                    │ 2 calls                            │
        │                                                                │                                    │ open order A-10231 · In repair     │
        │                                                                │                                    │ client since 17 Oct 2025           │
        │                                                                │                                    ├ Order A-10231 ─────────────────────┤
        │                                                                │                                    │ In repair · since 18 Nov           │
        │                                                                │                                    │ Škoda Octavia 2019  AA1234BX       │
        │                                                                │                                    │ calls since it was opened: 4       │
        │                                                                │                                    │                                    │
        │                                                                │                                    │                                    │
        │                                                                │                                    │                                    │
        └────────────────────────────────────────────────────────────────┴────────────────────────────────────┴────────────────────────────────────┘
        """)
  }

  @Test func theSearchAndItsCountsStandAboveTheList() {
    var desk = Desk.sample(80, 24, language: .ukrainian)
    desk.press(.character("2"), .character("/"))
    desk.type("оле")
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3                  1/1
        ┌ Контакти ────────────────────────────────────────────────────────────────────┐
        │ Пошук  оле                                                             1 з 3 │
        │ Імʼя                     Номер             Організація        Менеджер       │
        │ Іваненко Олена           +380 67 000 11 22                    Петро С. (101) │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Контакт ─────────────────────────────────────────────────────────────────────┤
        │ Іваненко Олена                        останній дзвінок сьогодні 14:12        │
        │ +380 67 000 11 22  mobile                                                    │
        │ olena@example.com                                                            │
        │ менеджер: Петро С. (101)                                                     │
        │ 2 дзвінки                                                                    │
        │ замовлення A-10231 · У ремонті                                               │
        │ клієнт з 17 жов 2025                                                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theClientCardHasAllOrders() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .enter, .tab)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/3
        ┌ Contact ─────────────────────────────────────────────────────────────────────┐
        │ Іваненко Олена                        2 calls                                │
        │ +380 67 000 11 22  mobile             open order A-10231 · In repair         │
        │ olena@example.com                     client since 17 Oct 2025               │
        │ manager: Петро С. (101)               last call today 14:12                  │
        ├ Orders 1 ────────────────────────────────────────────────────────────────────┤
        │ Order    Status       Customer       Vehicle            Plate    Opened      │
        │ A-10231  In repair    Іваненко Олена Škoda Octavia 2019 AA1234BX 18 Nov      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func onALowScreenTheClientCardIsThreeTabs() {
    var desk = Desk.sample(60, 15)
    desk.press(.character("2"), .down, .enter)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3     2/3
        ┌ Contact ─────────────────────────────────────────────────┐
        │ Іваненко Олена                                           │
        │ +380 67 000 11 22  mobile                                │
        │ olena@example.com                                        │
        │ manager: Петро С. (101)                                  │
        │ 2 calls                                                  │
        │ open order A-10231 · In repair                           │
        │ client since 17 Oct 2025                                 │
        │ last call today 14:12                                    │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func typingSearchesAtOnceByNameAndByDigits() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("/"))
    _ = desk.takeAsked()
    desk.type("1122")
    let searches = desk.takeAsked().compactMap { effect -> String? in
      if case .loadContacts(let request) = effect { request.search } else { nil }
    }
    #expect(searches == ["1", "11", "112", "1122"])
    #expect(desk.state.contacts.list.rows.map(\.id) == [Sample.olena.id, Sample.unnamed.id])
    desk.press(.control("u"))
    desk.type("парк")
    #expect(desk.state.contacts.list.rows.map(\.id) == [Sample.fleet.id])
  }

  @Test func enterKeepsTheSearchAndEscTakesItOff() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("/"))
    desk.type("оле")
    desk.press(.enter)
    #expect(desk.frame.text[3].contains("Search  оле"))
    #expect(desk.frame.text[3].contains("1 of 3"))
    #expect(desk.frame.cursor == Position(column: 1, row: 5))
    desk.press(.escape)
    #expect(!desk.screen.contains("Search"))
    #expect(desk.state.contacts.list.total == 3)
    #expect(desk.state.contacts.list.selectedID == Sample.olena.id)
    desk.press(.escape)
    #expect(desk.screen.contains("All contacts are shown."))
  }

  @Test func whileOneTypesLettersAreTextAndArrowsMove() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("/"))
    desk.type("3")
    #expect(desk.state.screen == .contacts)
    desk.press(.backspace, .down)
    #expect(desk.state.contacts.list.selectedID == Sample.olena.id)
    #expect(desk.frame.cursor == Position(column: 10, row: 3))
    desk.type("q")
    #expect(desk.screen.contains("Nobody found."))
  }

  @Test func anAnswerToAnEarlierSearchIsLeftAside() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("/"))
    desk.type("оле")
    let late = ContactRequest(anchor: .first, limit: 100, search: "ол")
    desk.send(
      .contactsLoaded(
        late, Page(rows: [Sample.fleet], hasBefore: false, hasAfter: false), total: 1))
    #expect(desk.state.contacts.list.rows.map(\.id) == [Sample.olena.id])
  }

  @Test func pagesComeByKey() {
    var desk = Desk.sample()
    desk.store.contacts = (0..<500).map { index in
      Sample.named(Int64(1000 + index), "Клієнт \(1000 + index)", "067000\(1000 + index)")
    }
    desk.press(.character("2"))
    #expect(desk.frame.text[1].hasSuffix("1/500"))
    _ = desk.takeAsked()
    desk.press(.end)
    #expect(desk.frame.text[1].hasSuffix("500/500"))
    #expect(anchors(&desk) == [.last])
    // What is waited for is short; what is read ahead is not.
    desk.press(.pageUp)
    #expect(anchors(&desk) == [.before(desk.store.contacts[481].position)])
    for _ in 0..<10 { desk.press(.pageUp) }
    #expect(anchors(&desk).isEmpty)
    desk.press(.pageUp, .pageUp)
    #expect(anchors(&desk) == [.before(desk.store.contacts[381].position)])
    #expect(desk.frame.text[1].hasSuffix("\(500 - 13 * 8)/500"))
  }

  private func anchors(_ desk: inout Desk) -> [Anchor<ContactRequest.Position>] {
    desk.takeAsked().compactMap {
      if case .loadContacts(let request) = $0 { request.anchor } else { nil }
    }
  }

  @Test func theSelectionStaysOnItsContact() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down)
    desk.store.contacts.append(Sample.named(9, "Абрамчук", "0671112200"))
    desk.send(.storeChanged)
    #expect(desk.state.contacts.list.selectedID == Sample.olena.id)
    desk.store.contacts.removeAll { $0.id == Sample.olena.id }
    desk.send(.storeChanged)
    #expect(desk.state.contacts.list.selectedID == Sample.unnamed.id)
  }

  @Test(arguments: ["N", "Т"]) func aNewContactIsMadeFromNoCall(_ key: Character) {
    var desk = Desk.sample()
    desk.press(.character("2"), .character(key))
    desk.type("Бойко")
    _ = desk.takeAsked()
    desk.press(.function(2))
    #expect(desk.takeAsked().first == .createContact(ContactDraft(name: "Бойко"), from: nil))
    #expect(desk.screen.contains("Contact created: Бойко"))
    #expect(desk.state.contacts.list.selected?.name == "Бойко")
  }

  @Test func aNumberThatNobodyHasIsFilledIn() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("/"))
    desk.type("063 111 22 33")
    desk.press(.function(4))
    #expect(desk.screen.contains("+380 63 111 22 33"))
  }

  @Test func theClientCardHasAllCalls() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down)
    _ = desk.takeAsked()
    desk.press(.enter)
    let asked = desk.takeAsked()
    #expect(
      asked == [
        .loadLog(LogRequest(anchor: .first, limit: 25, contact: Sample.olena.id)),
        .loadOrders(OrderRequest(anchor: .first, limit: 25, contact: Sample.olena.id)),
      ])
    #expect(desk.screen.contains(" Calls 2 ─"))
    desk.press(.down, .enter)
    #expect(desk.state.layers.last == .call(CallCard(Call.ID(11))))
    desk.press(.escape, .escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aChangeReadsOnlyWhatIsShownAgain() {
    var desk = Desk.sample()
    desk.press(.character("2"), .character("3"), .character("2"))
    _ = desk.takeAsked()
    desk.send(.storeChanged)
    let kinds = desk.takeAsked().map { String(describing: $0).prefix { $0 != "(" } }
    #expect(
      kinds.sorted() == [
        "loadContactCard", "loadContacts", "loadDrafts", "loadFigures", "loadIntegrations",
        "loadPrompts", "loadProviderStatus", "loadStatuses",
      ])
  }

  @Test func whatCouldNotBeReadIsAskedForAgainByAKey() {
    var desk = Desk.sample()
    let request = ContactRequest(anchor: .first, limit: 19)
    #expect(update(&desk.state, .key(.character("2"))).contains(.loadContacts(request)))
    let effects = update(&desk.state, .failed(.loadContacts(request), .storeBusy))
    #expect(!effects.contains(.loadContacts(request)))
    #expect(update(&desk.state, .key(.down)).contains(.loadContacts(request)))
  }
}
