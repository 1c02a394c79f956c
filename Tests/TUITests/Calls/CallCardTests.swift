import Domain
import Testing

@testable import TUI

/// One call on the whole screen.
@Suite struct CallCardTests {
  /// The card of the missed call.
  static func console(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Console {
    var store = Sample.store
    store.stories[Call.ID(7)] = Sample.missedStory
    var console = Console(columns, rows, store: store, language: language)
    console.press(.down, .down, .enter)
    return console
  }

  /// What stands in the card, scrolled or not.
  static func page(_ console: Console) -> String {
    guard case .call(let card) = console.state.layers.last else { return "" }
    return console.state.lines(of: card).map { $0.spans.map(\.text).joined() }
      .joined(separator: "\n")
  }

  @Test func whatNoRuleReckonsWithIsToldToo() {
    var console = CallCardTests.console()
    let story = Sample.missedStory
    console.store.stories[Call.ID(7)] = CallStory(
      integration: story.integration, firstReceived: nil, fields: story.fields,
      remarks: [
        .landing: "https://shop.example/brakes?\u{1B}[2J", .isProper: "1", .count: "3",
        .scheme: "Денна",
      ], owners: [], isClientByHand: false, isOrderByHand: false, deliveries: [], hasEarlier: false)
    console.send(.storeChanged)
    let page = CallCardTests.page(console)
    #expect(
      page.contains("\nTarget call        1\nClient's call no.  3\nScheme             Денна\n"))
    #expect(page.contains("\nLanding page  https://shop.example/brakes?"))
    #expect(!page.contains("\u{1B}"))
  }

  @Test func everythingKnownStandsOnOnePage() {
    #expect(
      CallCardTests.page(CallCardTests.console()) == """
        Call
        Date             today 13:58:00
        Status           MISSED
        Type             ← in
        Caller           +380 93 555 44 33
        Called           +380 44 200 00 01
        Customer         New client
        Wait             0:31
        Talk             —
        Connected with   —
        Order            —
        Source           —
        Comment          New client; Missed, not called back
        Provider says    NO ANSWER
        Provider's id    ua9_-7.1
        Duration         0:31
        Provider's page  https://app.example.com/card/7
        Integration      Ringostat
        First heard of   today 13:58:01

        Why this status
        MISSED: ← in · NO ANSWER · ended
        It ended and nobody talked. What came in so is missed, what went out is not
        reached.

        Contact
        +380 93 555 44 33
        New client — c create contact
        no earlier calls

        Order
        No order for this call

        Source
        utm_source    (direct)
        utm_medium    —
        utm_campaign  —
        utm_content   —
        utm_term      —

        Deliveries
        1  today 13:58:01  before  made the call  ringing
           Type: ← in · Status: IN PROGRESS · Caller: +380 93 555 44 33 · Called:
           +380 44 200 00 01
        2  today 13:58:33  after  changed the call  MISSED
           Type: ← in · Status: NO ANSWER · Duration: 0:31 · Wait: 0:31 · Talk: 0:00
           · Caller: +380 93 555 44 33 · Called: +380 44 200 00 01 · Source:
           (direct)
        3  today 13:58:40  after  not understood  MISSED
           not understood

        Raw events
        1  today 13:58:01  before
        GET
        uniqueid = ua9_-7.1
        caller = +380935554433

        2  today 13:58:33  after
        POST application/json
        {
          "uniqueid": "ua9_-7.1",
          "disposition": "NO ANSWER"
        }

        3  today 13:58:40  after
        POST
        \u{FFFD}[2Jfoo
        """)
  }

  @Test func eightyByTwentyFourInUkrainian() {
    var console = CallCardTests.console(language: .ukrainian)
    console.press(.tab)
    #expect(
      console.screen == """
         1 Дзвінки 2 Контакти 3 Замовл. 4 Перед. 3 5 Стат. 6 Налашт.    ● :8080   14:32
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3                 3/11
        ┌ Дзвінок · +380 93 555 44 33 ─────────────────────────────────────────────────┐
        │ Чому такий статус                                                            │
        │ ПРОПУЩЕНО: ← вх · NO ANSWER · завершено                                      │
        │ Завершено без розмови: вхідний — пропущено, вихідний — не додзвонилися.      │
        │                                                                              │
        │ Контакт                                                                      │
        │ +380 93 555 44 33                                                            │
        │ Новий клієнт — c створити контакт                                            │
        │ раніше не дзвонив                                                            │
        │                                                                              │
        │ Замовлення                                                                   │
        │ Дзвінок не стосується замовлення                                             │
        │                                                                              │
        │ Джерело                                                                      │
        │ utm_source    (direct)                                                       │
        │ utm_medium    —                                                              │
        │ utm_campaign  —                                                              │
        │ utm_content   —                                                              │
        │ utm_term      —                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Esc закрити  Tab наступний розділ  c контакт                        F1 довідка
        """)
  }

  @Test func keysScrollAndGoFromSectionToSection() {
    var console = CallCardTests.console()
    let heading = { (console: Console) in
      String(console.frame.text[3].dropFirst(2).prefix { $0 != "│" }).trimmed
    }
    var seen: [String] = []
    for _ in 0..<6 {
      seen.append(heading(console))
      console.press(.tab)
    }
    #expect(
      seen == ["Call", "Why this status", "Contact", "Order", "Source", "Deliveries"])
    // The last section is shorter than the screen.
    #expect(console.screen.contains("│ Raw events "))
    console.press(.home, .down, .pageDown, .up, .backTab)
    #expect(heading(console) == "Call")
    console.press(.end)
    #expect(console.screen.contains("[2Jfoo"))
  }

  @Test func theDeliveriesAreOnTheirWay() {
    var state = CallCardTests.console().state
    state.story = Slot()
    #expect(update(&state, .key(.up)).contains(.loadCallStory(Call.ID(7))))
    let lines = state.layers.last.map { layer -> [PaneLine] in
      if case .call(let card) = layer { state.lines(of: card) } else { [] }
    }
    #expect(lines?.last == PaneLine("…", .dim))
  }

  @Test func aCallWithoutDeliveriesSaysWhy() {
    var console = CallCardTests.console()
    let story = Sample.missedStory
    console.store.stories[Call.ID(7)] = CallStory(
      integration: story.integration, firstReceived: nil, fields: CallFields(),
      owners: [Sample.olena.reference, Sample.fleet.reference], isClientByHand: true,
      isOrderByHand: true, deliveries: [], hasEarlier: false)
    console.send(.storeChanged)
    let page = CallCardTests.page(console)
    #expect(page.contains("None is kept: the call was imported"))
    #expect(page.contains("also the number of: Іваненко Олена, Автопарк ТОВ\nsaid by hand\n"))
    #expect(page.contains("No order for this call\nsaid by hand\n"))
    #expect(!page.contains("Raw events"))
  }

  @Test func cAndOOpenWhatTheCallIsAbout() {
    var console = Console()
    console.press(.down, .enter, .character("c"))
    #expect(console.state.card(ClientCard.self)?.id == Sample.olena.id)
    console.press(.escape, .character("o"))
    #expect(console.state.place.opened == [.call(Call.ID(8)), .order(Sample.octavia.id)])
    console.press(.escape, .escape, .down, .enter, .character("o"))
    #expect(console.screen.contains("This call has no order."))
    console.press(.character("c"))
    #expect(console.screen.contains("┌ New client on Carbook"))
  }
}
