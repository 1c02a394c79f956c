import Domain
import Testing

@testable import TUI

/// `F`: filters under a name and a key.
@Suite struct SavedFilterTests {
  private static func console(_ filters: [(String, String)], _ columns: Int = 80) -> Console {
    var console = Console(columns, 24)
    for (name, text) in filters {
      console.press(.character("f"), .control("u"))
      console.type(text)
      console.press(.enter, .character("F"), .character("s"))
      console.type(name)
      console.press(.enter)
      #expect(console.frame.text[22].contains("Filter saved: \(name)"))
      console.press(.escape)
    }
    console.press(.escape)
    return console
  }

  private static let two = [("Мої пропущені", "missed last:7"), ("long", "talk>60")]

  @Test func theMenuNamesThemWithTheirKeys() {
    var console = SavedFilterTests.console(SavedFilterTests.two)
    console.press(.character("F"))
    #expect(
      console.screen == """
         1 Log  2 Contacts  3 Orders  4 Back 3  5 Stats  6 Set          ● :8080   14:32
         today 48 · answered 39 · missed 6 · to call back 3                  LIVE  1/11
        ┌ Call Log ────────────────────────────────────────────────────────────────────┐
        │ Date▼        Type  Status         Client            Customer          Talk   │
        │ today  14:31 ← in  ringing        +380 50 123 45 67 New client        0:07   │
        │ today  14:12 ← in  answered       +380 67 000 11 22 Іваненко Олена    3:05 ▶ │
        │ today  13:58 ← in  MISSED         +380 93 555 44 33 New client           —   │
        │ today  13:40 → out answered       +380 44 200 50 00 Автопарк ТОВ      1:12 ▶ │
        │ today┌ Saved filters ─────────────────────────────────────────────────┐  —   │
        │ today│ 1  Мої пропущені        missed last:7                          │02m   │
        │ yest.│ 2  long                 talk>60                                │:41   │
        │ 12 No│                                                                │:09   │
        │ 12 No│ Enter apply   s save present   Del delete   Esc close          │  —   │
        ├ Conta└────────────────────────────────────────────────────────────────┘──────┤
        │ +380 50 123 45 67                                                            │
        │ New client — c create contact                                                │
        │ no earlier calls                                                             │
        │ google, cpc                                                                  │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘

         Enter apply  Del delete  Esc close                                     F1 help
        """)
  }

  @Test func aKeyAppliesOne() {
    for keys: [Key] in [[.character("2")], [.down, .enter], [.character("о"), .enter]] {
      var console = SavedFilterTests.console(SavedFilterTests.two)
      console.press(.character("F"))
      for key in keys { console.press(key) }
      #expect(console.state.layers.isEmpty)
      #expect(console.state.log.filter == (try? FilterLanguage.filter("talk>60")))
      #expect(console.state.log.list.rows.map(\.id.rawValue) == [8, 6, 4])
    }
  }

  @Test func theyAreKeptForTheNextSession() {
    let console = SavedFilterTests.console(SavedFilterTests.two)
    #expect(
      console.state.view.filters == [
        .init(name: "Мої пропущені", key: "1", text: "missed last:7"),
        .init(name: "long", key: "2", text: "talk>60"),
      ])
    #expect(console.store.kept == console.state.view)
  }

  @Test func oneIsDeletedAndItsKeyIsFree() {
    var console = SavedFilterTests.console(SavedFilterTests.two)
    console.press(.character("F"), .delete)
    #expect(console.frame.text[22] == " Filter deleted: Мої пропущені")
    #expect(console.state.view.filters.map(\.name) == ["long"])
    console.press(.character("1"))
    #expect(console.frame.text[22] == " No filter is saved on 1.")
    console.press(.character("2"))
    #expect(!console.state.log.filter.isEmpty)
    console.press(.character("F"), .character("s"))
    console.type("another")
    console.press(.enter)
    #expect(console.state.view.filters.last?.key == "1")
  }

  @Test func theSameNameReplaces() {
    var console = SavedFilterTests.console(SavedFilterTests.two + [("LONG", "talk>600")])
    #expect(console.state.view.filters.map(\.text) == ["missed last:7", "talk>600"])
    console.press(.character("F"), .character("2"))
    #expect(console.frame.text[1].contains("talk>600"))
  }

  @Test func theTenthIsChosenByNameOnly() {
    let filters = (1...10).map { ("f\($0)", "talk>\($0)") }
    var console = SavedFilterTests.console(filters)
    #expect(console.state.view.filters.map(\.key).last == .some(nil))
    console.press(.character(":"))
    console.type("saved F10")
    console.press(.enter)
    #expect(console.state.log.filter == (try? FilterLanguage.filter("talk>10")))
  }

  @Test func thereIsNothingToSaveOrApplyAtFirst() {
    var console = Console()
    console.press(.character("F"))
    #expect(console.screen.contains("No filter is saved yet."))
    console.press(.character("s"))
    #expect(console.frame.text[22] == " All calls are shown.")
    console.press(.delete)
    #expect(console.frame.text[22] == " No filter is saved yet.")
  }
}
