import Domain
import Testing

@testable import TUI

/// `f`: the filter in force as text, to be changed.
@Suite struct FilterLineTests {
  private func console(
    _ text: String, _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Console {
    var console = Console(columns, rows, language: language)
    console.press(.character("f"))
    console.type(text)
    return console
  }

  @Test func theLineStandsBelowTheList() {
    #expect(
      console("mis").screen == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3                  LIVE  1/11
        ┌ Call Log ────────────────────────────────────────────────────────────────────┐
        │ Date▼        Type  Status         Client            Customer          Talk   │
        │ today  14:31 ← in  ringing        +380 50 123 45 67 New client        0:07   │
        │ today  14:12 ← in  answered       +380 67 000 11 22 Іваненко Олена    3:05 ▶ │
        │ today  13:58 ← in  MISSED         +380 93 555 44 33 New client           —   │
        │ today  13:40 → out answered       +380 44 200 50 00 Автопарк ТОВ      1:12 ▶ │
        │ today  12:05 ← in  busy           hidden number     hidden number        —   │
        │ today  11:30 ⇄ int answered       102               internal call    1h02m   │
        │ yest.  18:20 ← in  answered       +380 66 111 22 33 山田 太郎 Yamada  0:41   │
        │ 12 Nov 09:15 ← in  answered       +380 66 111 22 44 Зоя́ Ї̈жак          0:09   │
        │ 12 Nov 08:00 ← in  voicemail      +380 63 000 99 88 2 contacts           —   │
        ├ Contact ─────────────────────────────────────────────────────────────────────┤
        │ +380 50 123 45 67                                                            │
        │ New client — c create contact                                                │
        │ no earlier calls                                                             │
        │ google, cpc                                                                  │
        ┌ Filter ──────────────────────────────────────────────────────────────────────┐
        │ mis                                                                          │
        │ missed                                                                       │
        └──────────────────────────────────────────────────────────────────────────────┘

         Enter do it  Tab complete  ↑ earlier  Esc close                        F1 help
        """)
  }

  @Test func whatIsInForceStandsInTheFiguresLine() {
    var console = console("пропущені останні:7 093", language: .ukrainian)
    console.press(.enter)
    #expect(
      console.screen == """
         1 Дзвінки 2 Контакти 3 Замовл. 4 Перед. 3 5 Стат. 6 Налашт.    ● :8080   14:32
         сьогодні 48 · пропущено 6 · передзвонити 3  пропущено, 7 дн., "093"   1/1 з 11
        ┌ Дзвінки ─────────────────────────────────────────────────────────────────────┐
        │ Дата▼        Тип   Статус      Клієнт            Імʼя                Розм.   │
        │ сьог.  13:58 ← вх  ПРОПУЩЕНО   +380 93 555 44 33 Новий клієнт            —   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Контакт ─────────────────────────────────────────────────────────────────────┤
        │ +380 93 555 44 33                                                            │
        │ Новий клієнт — c створити контакт                                            │
        │ раніше не дзвонив                                                            │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Esc усі дзвінки  Enter відкрити  c контакт  n новий клієнт q вийти  F1 довідка
        """)
  }

  static let inForce: [(String, Int, String)] = [
    ("missed last:7 050", 100, "missed, 7 days, \"050\"   0 of 11"),
    ("missed last:7 050", 40, "missed, 7 d…   0 of 11"),
  ]

  @Test(arguments: inForce) func itIsAlwaysSeen(_ text: String, _ columns: Int, _ end: String) {
    var console = console(text, columns, 12)
    console.press(.enter)
    #expect(console.frame.text[1].hasSuffix(end))
  }

  static let described: [(String, String, String)] = [
    ("", "", ""),
    ("today", "today", "сьогодні"),
    (
      "notcalledback new month", "not called back, new clients, this month",
      "не передзвонили, нові клієнти, цей місяць"
    ),
    ("2026-11-03", "3 Nov", "3 лис"),
    ("2025-11-03..2026-11-05", "3 Nov 2025–5 Nov", "3 лис 2025–5 лис"),
    ("2026-11-03..", "from 3 Nov", "з 3 лис"),
    ("..2026-11-03", "until 3 Nov", "до 3 лис"),
    ("month:2026-10", "Oct 2026", "жов 2026"),
    (
      "type:in,out status:busy,failed,refused", "← in or → out, busy, failed or refused",
      "← вх чи → вих, зайнято, збій чи відхилено"
    ),
    (
      "has:recording talk>60 from:067", "recorded, from:067 talk>60", "із записом, from:067 talk>60"
    ),
    ("no:recording олена п", "not recorded, \"олена п\"", "без запису, \"олена п\""),
  ]

  @Test(arguments: described) func aFilterInWords(
    _ text: String, _ english: String, _ ukrainian: String
  ) throws {
    let filter = try FilterLanguage.filter(text)
    for (language, described) in [(Language.english, english), (.ukrainian, ukrainian)] {
      let wording = Wording(words: Words(language: language), zone: .kyiv, now: Sample.now)
      #expect(wording.filter(filter) == described)
    }
  }

  static let problems: [(String, String)] = [
    ("tipe:in ", "“tipe:in” is no key of a filter; “type:” is."),
    ("frobnicate:1 ", "“frobnicate:1” is no key of a filter."),
    ("missed from: ", "“from:” needs a value."),
    ("talk>long ", "“long” must be seconds, as talk>60."),
    ("last:x ", "“x” must be a number of days."), ("from:abc ", "“abc” must have a digit."),
    ("month:may ", "“may” must be a month, as 2026-10."),
    ("2026-02-30 ", "“2026-02-30” must be a day, as 2026-10-31, or two with “..”."),
    ("type:inn ", "“inn” must be one of: in, out, callback, internal."),
    ("today yesterday ", "“yesterday” is said twice."),
  ]

  @Test(arguments: problems) func whatIsWrongIsSaidWhileOneTypes(_ text: String, _ said: String) {
    var console = console(text)
    #expect(console.frame.text[20] == "│ \(said)".padded(to: 79) + "│")
    console.press(.enter)
    #expect(console.state.keyContext == .line)
    #expect(console.state.log.filter.isEmpty)
    #expect(console.frame.text[19].contains(text))
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
  }

  @Test func tabCompletesAndGoesThroughWhatIsPossible() {
    var console = console("mis")
    console.press(.tab)
    #expect(line(console) == "missed")
    console.type(" type:")
    #expect(console.frame.text[20].hasPrefix("│ in  out  callback  internal"))
    var seen: [String] = []
    for _ in 0..<5 {
      console.press(.tab)
      seen.append(line(console))
    }
    #expect(
      seen == ["in", "out", "callback", "internal", "in"].map { "missed type:" + $0 })
    console.press(.backTab)
    #expect(line(console) == "missed type:internal")
    console.press(.enter)
    #expect(console.state.log.filter == (try? FilterLanguage.filter("missed type:internal")))
  }

  @Test func whatWasEnteredBeforeComesBack() {
    var console = Console()
    for text in ["missed", "today", "missed"] {
      console.press(.character("f"), .control("u"))
      console.type(text)
      console.press(.enter)
    }
    console.press(.character("f"))
    #expect(line(console) == "missed ")
    console.press(.up)
    #expect(line(console) == "missed")
    console.press(.up)
    #expect(line(console) == "today")
    console.press(.up, .down, .down)
    #expect(line(console) == "missed ")
  }

  @Test func theFilterInForceIsThereToBeChanged() {
    var console = console("missed 093")
    console.press(.enter, .character("f"))
    #expect(line(console) == "missed 093 ")
    console.press(.control("w"), .enter)
    #expect(console.state.log.filter == (try? FilterLanguage.filter("missed")))
    // Nothing is left out where nothing is said.
    console.press(.character("f"), .control("u"), .enter)
    #expect(console.state.log.filter.isEmpty)
  }

  @Test func atMidnightTodayIsAnotherDay() {
    var console = console("today")
    console.press(.enter)
    let pages = { console.store.loaded.count { if case .loadLog = $0 { true } else { false } } }
    let asked = pages()
    console.send(.clock(Sample.at("23:59")))
    #expect(pages() == asked)
    console.send(.clock(Sample.at("00:00", daysAgo: -1)))
    #expect(pages() == asked + 1)
  }

  @Test func filterAndSearchNarrowTogether() {
    var console = console("today")
    console.press(.enter, .character("/"))
    console.type("067")
    #expect(console.frame.text[1].hasSuffix("today, \"067\"   1/1 of 11"))
    console.press(.escape)
    #expect(console.state.log.filter == (try? FilterLanguage.filter("today")))
    console.press(.escape)
    #expect(console.state.log.filter.isEmpty)
  }

  @Test func theCallThatWasSelectedIsSelectedAgain() {
    var console = Console()
    console.press(.down, .down, .down, .character("f"))
    console.type("missed")
    console.press(.enter)
    #expect(console.state.log.list.rows.map(\.id.rawValue) == [7])
    console.press(.escape)
    #expect(console.state.log.list.selected?.id.rawValue == 6)
  }

  private func line(_ console: Console) -> String {
    if case .line(let line) = console.state.layers.last { line.field.text } else { "no line" }
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String {
    SafeText.fitted(self, columns: columns)
  }
}
