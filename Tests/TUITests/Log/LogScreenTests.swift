import Domain
import Testing

@testable import TUI

/// The Call Log as it stands on the screen: text here, roles apart.
@Suite struct LogScreenTests {
  /// The second call selected, an open question below.
  static func console(_ columns: Int, _ rows: Int) -> Console {
    var console = Console(columns, rows)
    console.arrive(Sample.ringing, prompting: true)
    console.press(.down)
    return console
  }

  @Test func eightyByTwentyFour() {
    #expect(
      LogScreenTests.console(80, 24).screen == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3                        2/11
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
        │ Іваненко Олена                                                               │
        │ +380 67 000 11 22  mobile                                                    │
        │ olena@example.com                                                            │
        │ manager: Петро С. (101)                                                      │
        │ 2 calls                                                                      │
        │ open order A-10231 · In repair                                               │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         ☎ New client on Carbook  +380 50 123 45 67  to Сервіс  google, cpc       n  F9
         Enter open  c contact  o order  p play  n new client  / search q quit  F1 help
        """)
  }

  @Test func sixtyByFifteen() {
    #expect(
      LogScreenTests.console(60, 15).screen == """
         1 Log 2 3 4·3 5 6                          ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3    2/11
        ┌ Call Log ────────────────────────────────────────────────┐
        │ Date▼   Type  Status    Client        Customer    Talk   │
        │ 14:31   ← in  ringing   +380501234567 New client  0:07   │
        │ 14:12   ← in  answered  +380670001122 Іваненко …  3:05 ▶ │
        │ 13:58   ← in  MISSED    +380935554433 New client     —   │
        │ 13:40   → out answered  +380442005000 Автопарк …  1:12 ▶ │
        │ 12:05   ← in  busy      hidden number hidden nu…     —   │
        │ 11:30   ⇄ int answered  102           internal … 1h02m   │
        │ yest.   ← in  answered  +380661112233 山田 太郎…  0:41   │
        │ 12 Nov  ← in  answered  +380661112244 Зоя́ Ї̈жак    0:09   │
        └──────────────────────────────────────────────────────────┘
         ☎ New client on Carbook  +380 50 123 45 67  to Серв… n  F9
         Enter open  c contact  o order  p play     q quit  F1 help
        """)
  }

  @Test func hundredTwentyByForty() {
    #expect(
      LogScreenTests.console(120, 40).screen == """
         Carbook   1 Call Log  2 Contacts  3 Orders  4 Call back 3  5 Statistics  6 Settings                    ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3                                                                2/11
        ┌ Call Log ──────────────────────────────────────────────────────────────────┬ Contact ────────────────────────────────┐
        │ Date▼        Type  Status       Client            Customer          Talk   │ Іваненко Олена                          │
        │ today  14:31 ← in  ringing      +380 50 123 45 67 New client        0:07   │ +380 67 000 11 22  mobile               │
        │ today  14:12 ← in  answered     +380 67 000 11 22 Іваненко Олена    3:05 ▶ │ olena@example.com                       │
        │ today  13:58 ← in  MISSED       +380 93 555 44 33 New client           —   │ manager: Петро С. (101)                 │
        │ today  13:40 → out answered     +380 44 200 50 00 Автопарк ТОВ      1:12 ▶ │ 2 calls                                 │
        │ today  12:05 ← in  busy         hidden number     hidden number        —   │ open order A-10231 · In repair          │
        │ today  11:30 ⇄ int answered     102               internal call    1h02m   │                                         │
        │ yest.  18:20 ← in  answered     +380 66 111 22 33 山田 太郎 Yamada  0:41   │                                         │
        │ 12 Nov 09:15 ← in  answered     +380 66 111 22 44 Зоя́ Ї̈жак          0:09   │                                         │
        │ 12 Nov 08:00 ← in  voicemail    +380 63 000 99 88 2 contacts           —   │                                         │
        │ 11 Nov 16:45 ?     not underst…                                        —   │                                         │
        │ 13 Nov 2025  → out not reached  +380 67 000 11 22 Іваненко Олена       —   │                                         │
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
         ☎ New client on Carbook  +380 50 123 45 67  to Сервіс  google, cpc                                        n create  F9
         Enter open  c contact  o order  p play  n new client  / search  f filter  Tab next pane  z whole log   q quit  F1 help
        """)
  }

  @Test func ukrainianWithTheCallPane() {
    var console = Console(80, 24, language: .ukrainian)
    console.press(.tab, .tab, .down)
    #expect(
      console.screen == """
         1 Дзвінки 2 Контакти 3 Замовл. 4 Перед. 3 5 Стат. 6 Налашт.    ● :8080   14:32
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3                 2/11
        ┌ Дзвінки ─────────────────────────────────────────────────────────────────────┐
        │ Дата▼        Тип   Статус      Клієнт            Імʼя                Розм.   │
        │ сьог.  14:31 ← вх  дзвонить    +380 50 123 45 67 Новий клієнт         0:07   │
        │ сьог.  14:12 ← вх  відповіли   +380 67 000 11 22 Іваненко Олена       3:05 ▶ │
        │ сьог.  13:58 ← вх  ПРОПУЩЕНО   +380 93 555 44 33 Новий клієнт            —   │
        │ сьог.  13:40 → вих відповіли   +380 44 200 50 00 Автопарк ТОВ         1:12 ▶ │
        │ сьог.  12:05 ← вх  зайнято     номер приховано   номер приховано         —   │
        │ сьог.  11:30 ⇄ вн  відповіли   102               внутрішній          1г02х   │
        │ вчора  18:20 ← вх  відповіли   +380 66 111 22 33 山田 太郎 Yamada     0:41   │
        │ 12 лис 09:15 ← вх  відповіли   +380 66 111 22 44 Зоя́ Ї̈жак             0:09   │
        │ 12 лис 08:00 ← вх  автовідп.   +380 63 000 99 88 контактів: 2            —   │
        ├ Дзвінок ─────────────────────────────────────────────────────────────────────┤
        │ Дата          сьогодні 14:12           Розм.         3:05                    │
        │ Статус        відповіли                Зʼєднано з    Петро С.                │
        │ Тип           ← вх                     Замовл.       A-10231                 │
        │ Хто дзвонив   +380 67 000 11 22        Ремонт        У ремонті               │
        │ Куди дзвонили +380 44 200 00 01        Джерело       —                       │
        │ Імʼя          Іваненко Олена           Коментар      Повʼязано з Іваненко О… │
        │ Чекав         0:12                     Запис         ▶                       │
        └──────────────────────────────────────────────────────────────────────────────┘

         Enter відкрити  c контакт  o замовлення  p слухати         q вийти  F1 довідка
        """)
  }

  @Test func anEmptyStoreSaysWhatToDo() {
    var console = Console(80, 24, store: FakeStore())
    #expect(
      console.screen == """
         Carbook  1 Log  2 Contacts  3 Orders  4 Back  5 Stats  6 Set   ● :8080   14:32
         today 0 · answered 0 · missed 0 · to call back 0                       LIVE  0
        ┌ Call Log ────────────────────────────────────────────────────────────────────┐
        │                                                                              │
        │ Connect the provider: run “carbook links” and paste the links there.         │
        │ Try the demo: press d; it has a store of its own, demo.db.                   │
        │ Get help: press ?                                                            │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ├ Contact ─────────────────────────────────────────────────────────────────────┤
        │ No call is selected                                                          │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Tab next pane  z whole log  d demo                             q quit  F1 help
        """)
    console.press(.character("d"))
    #expect(console.store.written == [.openDemo])
  }

  struct RowRoles: CustomTestStringConvertible, Sendable {
    let row: Int
    let roles: String
    var testDescription: String { "row \(row)" }
  }

  static let roles = [
    RowRoles(
      row: 0,
      roles: """
        title 1, tabActive 5, title 2, tab 10, title 2, tab 8, title 2, tab 8, \
        title 2, tab 7, title 2, tab 5, title 10, success 7, title 3, titleInfo 6
        """),
    RowRoles(
      row: 1,
      roles: """
        statusLine 80
        """),
    RowRoles(
      row: 2,
      roles: """
        borderFocused 1, paneTitleFocused 10, borderFocused 69
        """),
    RowRoles(
      row: 3,
      roles: """
        borderFocused 1, plain 1, heading 5, plain 8, heading 4, plain 2, heading 6, \
        plain 9, heading 6, plain 12, heading 8, plain 10, heading 4, plain 3, \
        borderFocused 1
        """),
    RowRoles(
      row: 4,
      roles: """
        borderFocused 1, plain 20, ringing 7, plain 26, newClient 10, plain 15, \
        borderFocused 1
        """),
    RowRoles(
      row: 5,
      roles: """
        borderFocused 1, selected 78, borderFocused 1
        """),
    RowRoles(
      row: 6,
      roles: """
        borderFocused 1, plain 20, missed 6, plain 27, newClient 10, plain 15, \
        borderFocused 1
        """),
    RowRoles(
      row: 13,
      roles: """
        border 1, paneTitle 9, border 70
        """),
    RowRoles(
      row: 14,
      roles: """
        border 1, plain 1, strong 14, plain 63, border 1
        """),
    RowRoles(
      row: 19,
      roles: """
        border 1, plain 22, repairProgress 9, plain 47, border 1
        """),
    RowRoles(
      row: 22,
      roles: """
        prompt 74, promptKey 6
        """),
    RowRoles(
      row: 23,
      roles: """
        hint 1, hintKey 5, hint 7, hintKey 1, hint 10, hintKey 1, hint 8, hintKey 1, \
        hint 7, hintKey 1, hint 13, hintKey 1, hint 24
        """),
  ]

  @Test(arguments: roles) func rolesOfEightyByTwentyFour(_ expected: RowRoles) {
    #expect(LogScreenTests.console(80, 24).frame.roles(row: expected.row) == expected.roles)
  }

  @Test func theCursorStandsOnTheSelectedRow() {
    var console = LogScreenTests.console(80, 24)
    #expect(console.frame.cursor == Position(column: 1, row: 5))
    console.press(.down)
    #expect(console.frame.cursor == Position(column: 1, row: 6))
    #expect(console.frame.title == "Carbook — carbook.db")
  }

  // MARK: Panes

  /// Rows of the sample log and what the contact pane says of them.
  static let clients: [(Int, [String])] = [
    (0, ["+380 50 123 45 67", "New client — c create contact", "no earlier calls", "google, cpc"]),
    (1, ["Іваненко Олена", "+380 67 000 11 22  mobile", "olena@example.com"]),
    (3, ["Автопарк ТОВ", "+380 44 200 50 00  work", "organization: Автопарк", "1 call"]),
    (4, ["The number is hidden: it cannot be matched with a contact."]),
    (5, ["internal call"]),
    (
      8,
      [
        "+380 63 000 99 88",
        "2 contacts own this number; nobody has said which one called (c).",
      ]
    ),
    (9, ["not understood"]),
  ]

  @Test(arguments: clients) func theContactPaneSaysWho(_ row: Int, _ lines: [String]) {
    var console = Console()
    for _ in 0..<row { console.press(.down) }
    let pane = console.frame.text[14...20].map { String($0.dropFirst(2).dropLast(2)).trimmed }
    #expect(Array(pane.prefix(lines.count)) == lines)
  }

  @Test func aCardShowsTheWholeRecordAndEscapeGoesBack() {
    let cards: [(Key, String)] = [
      (.enter, "Provider says   ANSWERED"), (.character("c"), "olena@example.com"),
      (.character("o"), "In repair · since 18 Nov"),
    ]
    for (key, line) in cards {
      var console = LogScreenTests.console(80, 24)
      console.press(key)
      #expect(console.screen.contains("│ " + line), "\(key)")
      console.press(.escape)
      #expect(console.state.layers.isEmpty)
    }
  }

  // MARK: What stands on every screen

  static let listeners: [(ListenerStatus, String, String)] = [
    (.listening(address: "127.0.0.1:8080"), "● :8080", ""),
    (
      .other(pid: 4242, user: "petro", address: "127.0.0.1:8080"), "○ petro :8080",
      " petro (4242) listens at 127.0.0.1:8080"
    ),
    (
      .waiting(address: "127.0.0.1:80"), "… :80",
      " 127.0.0.1:80 is taken by another program; trying again"
    ),
    (.off, "– off", ""),
    (.failed("No such address."), "! failed", " No such address."),
  ]

  @Test(arguments: listeners) func theListenerStandsInTheHeader(
    _ status: ListenerStatus, _ mark: String, _ sentence: String
  ) {
    var console = Console()
    console.send(.listenerChanged(status))
    #expect(console.frame.text[0].hasSuffix("\(mark)   14:32"))
    #expect(console.frame.text[22] == sentence)
  }

  @Test func theFiguresAreAskedForDayByDay() {
    var console = Console()
    let day = (Sample.at("00:00"), Sample.at("00:00", daysAgo: -1))
    var state = ConsoleState(
      Configuration(size: Size(columns: 80, rows: 24), now: Sample.at("23:59")))
    #expect(
      update(&state, .clock(Sample.at("23:59"))).contains(.loadFigures(from: day.0, to: day.1)))
    _ = update(&state, .figuresLoaded(CallTally(), callBackCount: 0))
    #expect(
      update(&state, .clock(day.1)).contains(
        .loadFigures(from: day.1, to: Sample.at("00:00", daysAgo: -2))))
    console.store.figures.total = 49
    console.send(.storeChanged)
    #expect(console.frame.text[1].hasPrefix(" today 49 · answered 39"))
  }
}
