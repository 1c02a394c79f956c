import Domain
import Foundation
import Testing

@testable import TUI

/// The dialog that shows, hides, moves and widens the log's columns.
@Suite struct ColumnsChooserTests {
  /// The chooser open, the cursor on its first column.
  static func console(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Console {
    var console = Console(columns, rows, language: language)
    console.press(.character("|"))
    return console
  }

  /// The log's heading without the box around it.
  private func heading(_ console: Console) -> String {
    console.frame.text[3].filter { $0 != "│" }.trimmingCharacters(in: .whitespaces)
  }

  private func columns(_ console: Console) -> [LogColumn] {
    console.state.shownColumns.map(\.column)
  }

  @Test func itLeavesTheLogInSight() {
    #expect(
      ColumnsChooserTests.console().screen == """
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
        │ ┌ Columns (by room) ───────────────────────────────────────────────────────┐ │
        │ │ [ ] Order                           [x] Client                 auto 17   │ │
        ├ │ [ ] Repair                          [x] Customer               auto 16   │─┤
        │ │ [ ] Comment                         [ ] Wait                             │ │
        │ │ [x] Date                   auto 12  [x] Talk                    auto 5   │ │
        │ │ [x] Type                    auto 5  [ ] Connected with                   │ │
        │ │ [ ] Caller                          [ ] Source                           │ │
        │ │ [ ] Called                          [x] Recording               auto 1   │ │
        │ │ [x] Status                 auto 14                                       │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        └──────────────────────────────────────────────────────────────────────────────┘

         Space show or hide  J later  K earlier  + wider  - narrower  Esc close F1 help
        """)
  }

  @Test func onALowScreenItScrolls() {
    var console = ColumnsChooserTests.console(60, 15, language: .ukrainian)
    console.press(.end, .up)
    #expect(
      console.screen == """
         1 Дзвінки 2 3 4·3 5 6                      ● :8080   14:32
         сьогодні 48 · пропущено 6 · передзвонити 3    НАЖИВО  1/11
        ┌ Дзвінки ─────────────────────────────────────────────────┐
        │ Дата▼   Тип   Статус    Клієнт        Імʼя       Розм.   │
        │ 14:31   ← вх  дзвонить  +380501234567 Новий клі…  0:07   │
        │ 14:12   ← вх  відповіли +380670001122 Іваненко …  3:05 ▶ │
        │ 13:58   ┌ Стовпці (за місцем) ─────────────────┐     —   │
        │ 13:40   │ [ ] Чекав                            │  1:12 ▶ │
        │ 12:05   │ [x] Розм.                   авто 5   │     —   │
        │ 11:30   │ [ ] Зʼєднано з                       │ 1г02х   │
        │ вчора   │ [ ] Джерело                          │  0:41   │
        │ 12 лис  └──────────────────────────────────────┘  0:09   │
        └──────────────────────────────────────────────────────────┘

         Space показати/сховати  J далі  K раніше        F1 довідка
        """)
  }

  @Test func columnsAreShownHiddenMovedAndWidenedAtOnce() {
    var console = ColumnsChooserTests.console()
    // Date goes behind type; the order is shown, the client hidden.
    console.press(.down, .down, .down, .character("J"))
    #expect(
      heading(console)
        == "Type  Date▼        Status         Client            Customer          Talk")
    console.press(.home, .character(" "))
    #expect(heading(console).hasPrefix("Order    Type  Date"))
    for _ in 0..<8 { console.press(.down) }
    console.press(.character(" "))
    #expect(columns(console) == [.order, .type, .date, .status, .customer, .talk, .recording])
    console.press(.home, .character("+"), .character("+"), .character("-"))
    #expect(console.state.shownColumns.first?.width == 10)
    #expect(heading(console).hasPrefix("Order      Type  Date"))
    // Past the hidden ones.
    console.press(.shiftDown, .shiftDown, .character("<"), .character(">"), .character(">"))
    #expect(columns(console).prefix(2) == [.type, .order])
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
    #expect(heading(console).hasPrefix("Type  Order      Date"))
  }

  @Test func theRoomDecidesAgain() {
    var console = ColumnsChooserTests.console()
    let before = console.screen
    console.press(.character("r"))
    #expect(console.screen.contains("The room decides which columns are shown already."))
    console.press(.character(" "), .character("K"), .character("r"))
    #expect(console.screen == before)
    #expect(console.state.view.columns == nil)
  }

  @Test func theLastColumnStays() {
    var console = ColumnsChooserTests.console()
    for _ in LogColumn.allCases {
      let choice = console.state.columnChoices.choices
      guard case .columns(let chooser) = console.state.layers.last else { return }
      if choice[chooser.selected].isShown { console.press(.character(" ")) }
      console.press(.down)
    }
    #expect(columns(console) == [.recording])
    console.press(.character(" "))
    #expect(columns(console) == [.recording])
    #expect(console.screen.contains("One column stays."))
  }

  @Test func whatIsChosenIsThereInTheNextSession() {
    var console = ColumnsChooserTests.console()
    console.press(.character(" "), .character("J"), .character("+"))
    let next = ViewStateTests.restart(console)
    #expect(next.view.columns == console.state.columnChoices)
    #expect(next.shownColumns.first.map { "\($0.column) \($0.width)" } == "order 9")
  }

  @Test func theLeastImportantGoWhereThereIsNoRoom() {
    let all = ColumnChoices(showing: LogColumn.allCases)
    let words = Words(language: .english)
    let fitted = { (room: Int) in LogColumn.fit(all, in: room, words: words).map(\.column) }
    #expect(fitted(260) == LogColumn.allCases)
    #expect(
      fitted(76) == [
        .date, .status, .type, .client, .customer, .wait, .talk, .connected, .recording,
      ])
    #expect(fitted(30) == [.date, .client])
    for room in 1...260 {
      let columns = LogColumn.fit(all, in: room, words: words)
      #expect(columns.map(\.width).reduce(columns.count - 1, +) <= room)
    }
  }

  @Test func aColumnWiderThanTheScreenIsCut() {
    var choices = ColumnChoices(showing: [.customer])
    let index = choices.choices.firstIndex { $0.column == .customer } ?? 0
    for _ in 0..<3 { choices.widen(index, by: 60, from: 16) }
    #expect(choices.shown.map(\.width) == [ColumnChoices.widths.upperBound])
    let fitted = LogColumn.fit(choices, in: 38, words: Words(language: .english))
    #expect(fitted.map(\.width) == [38])
  }

  static let files: [(String, [LogColumn])] = [
    ("[]", [.date, .client, .status]),
    (#"[{"column":"talk","isShown":true}]"#, [.talk]),
    (#"[{"column":"talk","isShown":true},{"column":"talk","isShown":false}]"#, [.talk]),
    (#"[{"column":"fax","isShown":true},{"column":"date","isShown":true,"width":-7}]"#, [.date]),
    (#"[7,{"column":"source","isShown":true,"width":9223372036854775807}]"#, [.source]),
    (#"[{"column":"wait","isShown":false}]"#, [.date, .client, .status]),
  ]

  @Test(arguments: files) func anyFileMakesSense(_ text: String, _ shown: [LogColumn]) throws {
    let choices = try JSONDecoder().decode(ColumnChoices.self, from: Data(text.utf8))
    #expect(choices.shown.map(\.column) == shown)
    #expect(Set(choices.choices.map(\.column)) == Set(LogColumn.allCases))
    #expect(choices.choices.count == LogColumn.allCases.count)
    #expect(choices.shown.allSatisfy { $0.width.map(ColumnChoices.widths.contains) ?? true })
    let again = try JSONDecoder().decode(
      ColumnChoices.self, from: try JSONEncoder().encode(choices))
    #expect(again == choices)
  }
}
