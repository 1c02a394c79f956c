import Domain
import Testing

@testable import TUI

/// `/` in the log: what is typed is searched for at once.
@Suite struct LogSearchTests {
  /// What comes at once is what would come one after another, and is searched for once.
  @Test(arguments: ["1122", "оле", "z 0"]) func charactersThatComeAtOnce(_ text: String) {
    var console = Console()
    #expect(!console.state.takesText)
    console.press(.character("/"))
    #expect(console.state.takesText)
    var other = console
    other.type(text)
    let effects = update(&console.state, .typed(Array(text)))
    let asked = effects.filter { if case .loadLog = $0 { true } else { false } }
    #expect(asked.count == 1)
    for event in effects.flatMap({ console.store.answer($0) }) { console.send(event) }
    #expect(console.screen == other.screen)
  }

  @Test func theSearchStandsAboveTheCallsFound() {
    var console = Console()
    console.press(.character("/"))
    console.type("1122")
    #expect(
      console.screen == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3          "1122"   1/4 of 11
        ┌ Call Log ────────────────────────────────────────────────────────────────────┐
        │ Search  1122                                                                 │
        │ Date▼        Type  Status         Client            Customer          Talk   │
        │ today  14:12 ← in  answered       +380 67 000 11 22 Іваненко Олена    3:05 ▶ │
        │ yest.  18:20 ← in  answered       +380 66 111 22 33 山田 太郎 Yamada  0:41   │
        │ 12 Nov 09:15 ← in  answered       +380 66 111 22 44 Зоя́ Ї̈жак          0:09   │
        │ 13 Nov 2025  → out not reached    +380 67 000 11 22 Іваненко Олена       —   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Contact ─────────────────────────────────────────────────────────────────────┤
        │ Іваненко Олена                                                               │
        │ +380 67 000 11 22  mobile                                                    │
        │ olena@example.com                                                            │
        │ manager: Петро С. (101)                                                      │
        │ 2 calls                                                                      │
        │ open order A-10231 · In repair                                               │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Enter to the list  Esc end the search                                  F1 help
        """)
  }

  @Test func inUkrainianToo() {
    var console = Console(80, 24, language: .ukrainian)
    console.press(.character("."))
    console.type("ОЛЕНА")
    console.press(.enter)
    #expect(
      console.screen == """
         1 Дзвінки 2 Контакти 3 Замовл. 4 Перед. 3 5 Стат. 6 Налашт.    ● :8080   14:32
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3   "ОЛЕНА"   1/2 з 11
        ┌ Дзвінки ─────────────────────────────────────────────────────────────────────┐
        │ Дата▼        Тип   Статус      Клієнт            Імʼя                Розм.   │
        │ сьог.  14:12 ← вх  відповіли   +380 67 000 11 22 Іваненко Олена       3:05 ▶ │
        │ 13 лис 2025  → вих не додзвон. +380 67 000 11 22 Іваненко Олена          —   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Контакт ─────────────────────────────────────────────────────────────────────┤
        │ Іваненко Олена                                                               │
        │ +380 67 000 11 22  mobile                                                    │
        │ olena@example.com                                                            │
        │ менеджер: Петро С. (101)                                                     │
        │ 2 дзвінки                                                                    │
        │ замовлення A-10231 · У ремонті                                               │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Esc усі дзвінки  Enter відкрити  c контакт  o замовлення   q вийти  F1 довідка
        """)
  }

  @Test func everyLetterIsAskedFor() {
    var console = Console()
    console.press(.character("/"))
    console.type("0935")
    let searches = console.store.loaded.compactMap { effect -> String? in
      if case .loadLog(let request) = effect { request.filter.text } else { nil }
    }
    #expect(searches.suffix(4) == ["0", "09", "093", "0935"])
    #expect(console.state.log.list.rows.map(\.id.rawValue) == [7])
  }

  @Test func whileOneTypesLettersAreTextAndArrowsMove() {
    var console = Console()
    console.press(.character("/"))
    console.type("2q")
    #expect(console.frame.text[3].hasPrefix("│ Search  2q "))
    console.press(.backspace, .down)
    #expect(console.state.log.list.selectedLine == 1)
    #expect(console.frame.cursor == Position(column: 11, row: 3))
    console.press(.enter)
    #expect(console.frame.cursor == Position(column: 1, row: 5))
    #expect(!console.screen.contains("Search"))
    console.press(.character("2"))
    #expect(console.state.screen == .contacts)
  }

  @Test func escapeGoesBackToTheCallThatWasSelected() {
    var console = Console()
    console.press(.down, .down, .character("/"))
    console.type("олена")
    #expect(console.state.log.list.selected?.id.rawValue == 8)
    console.press(.escape)
    #expect(console.state.log.filter.isEmpty)
    #expect(console.state.log.list.selected?.id.rawValue == 7)
    #expect(console.state.log.list.total == 11)
  }

  @Test func aCallChosenAmongThoseFoundStaysSelected() {
    var console = Console()
    console.press(.character("/"))
    console.type("2")
    console.press(.down, .enter)
    let chosen = console.state.log.list.selected
    console.press(.escape)
    #expect(console.state.log.filter.isEmpty)
    #expect(chosen != nil && console.state.log.list.selected == chosen)
  }

  @Test func whereNothingIsFoundItSaysSoAndEscapeBringsAllBack() {
    var console = Console()
    console.press(.character("/"))
    console.type("нема")
    #expect(console.frame.text[5].hasPrefix("│ No calls are like that."))
    console.press(.enter)
    #expect(console.frame.text[1].hasSuffix("\"нема\"   0 of 11"))
    console.press(.escape)
    #expect(console.frame.text[1].hasSuffix("LIVE  1/11"))
    console.press(.escape)
    #expect(console.frame.text[22] == " All calls are shown.")
  }

  @Test func whatIsPastedIntoTheListIsSearchedFor() {
    var console = Console()
    console.press(.paste(" 093 \n"))
    #expect(console.state.log.filter.text == "093")
    #expect(console.state.log.list.rows.map(\.id.rawValue) == [7])
    #expect(console.state.keyContext == .log)
    console.press(.character("2"), .paste("0670001122"))
    #expect(console.state.contacts.list.rows.map(\.id) == [Sample.olena.id])
  }

  @Test func anAnswerToAnEarlierSearchIsLeftAside() {
    var console = Console()
    console.press(.character("/"))
    console.type("093")
    var earlier = CallFilter()
    earlier.text = "09"
    console.send(
      .logLoaded(
        LogRequest(anchor: .first, limit: 100, filter: earlier),
        Page(rows: [Sample.ringing], hasBefore: false, hasAfter: false), total: nil))
    #expect(console.state.log.list.rows.map(\.id.rawValue) == [7])
  }

  @Test func anEmptyLogHasNothingToSearch() {
    var console = Console(80, 24, store: FakeStore())
    for key: Character in ["/", "f", "t"] {
      console.press(.character(key))
      #expect(console.frame.text[22] == " There are no calls yet.")
    }
  }
}
