import Domain
import Testing

@testable import TUI

@Suite struct SettingsScreenTests {
  @Test func theLinksStandWholeBesideTheirNames() {
    var desk = Desk.sample()
    desk.integrations = [Self.integration]
    desk.press(.character("6"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Settings  [Integrations]  Outbox ────────────────────────────────────────────┐
        │ This console listens at 127.0.0.1:8080.                                      │
        │ Store: carbook.db. Carbook 1.0.0.                                            │
        │                                                                              │
        │ Ringostat · on                                                               │
        │ Europe/Kyiv · own numbers 1                                                  │
        │   before           http://127.0.0.1:8080/hook/••••/before                    │
        │   answered         http://127.0.0.1:8080/hook/••••/answered                  │
        │   after            http://127.0.0.1:8080/hook/••••/after                     │
        │   before-outgoing  http://127.0.0.1:8080/hook/••••/before-outgoing           │
        │   after-outgoing   http://127.0.0.1:8080/hook/••••/after-outgoing            │
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

  @Test func aNarrowScreenWrapsThem() {
    var desk = Desk.sample(60, 15)
    desk.integrations = [Self.integration]
    desk.press(.character("6"), .character("s"), .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Settings  [Integrations]  Outbox ────────────────────────┐
        │                                                          │
        │ Ringostat · on                                           │
        │ Europe/Kyiv · own numbers 1                              │
        │   before                                                 │
        │     http://127.0.0.1:8080/hook/0123456789abcdef012345678 │
        │     9abcdef/before                                       │
        │   answered                                               │
        │     http://127.0.0.1:8080/hook/0123456789abcdef012345678 │
        │     9abcdef/answered                                     │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func withoutAProviderItSaysHowToConnectOne() {
    var desk = Desk.sample(80, 24, language: .ukrainian)
    desk.press(.character("6"))
    #expect(
      desk.body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3
        ┌ Налаштування  [Інтеграції]  Вихідні ─────────────────────────────────────────┐
        │ Ця консоль слухає на 127.0.0.1:8080.                                         │
        │ Сховище: carbook.db. Carbook 1.0.0.                                          │
        │                                                                              │
        │ Провайдера ще не підключено. Виконайте «carbook links» у терміналі: команда  │
        │ створить посилання для провайдера.                                           │
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
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test(arguments: [(40, 10), (60, 15), (80, 24), (140, 45)])
  func theTokenIsInNoFrameUntilAskedFor(_ columns: Int, _ rows: Int) {
    var desk = Desk.sample(columns, rows)
    desk.integrations = [Self.integration]
    let shows = { (frame: Frame) in
      let text = frame.text.map { $0.filter { !"│ ".contains($0) } }.joined()
      return text.contains("0123456789abcdef0123456789abcdef")
    }
    let keys: [Key] = [
      .character("6"), .down, .down, .up, .character("y"), .character("?"), .escape,
      .function(9), .pageDown, .end,
    ]
    for key in keys {
      desk.press(key)
      #expect(!shows(desk.frame))
    }
    #expect(desk.screen.contains("••••"))
    desk.press(.character("s"))
    #expect(shows(desk.frame))
    desk.press(.character("1"), .character("6"))
    #expect(!shows(desk.frame))
    desk.press(.character("s"), .character("s"))
    #expect(!shows(desk.frame))
  }

  static let copies: [([Key], String)] = [
    ([], "before"), ([.down], "answered"), ([.pageDown], "after-outgoing"), ([.up], "before"),
    ([.down, .down, .down], "before-outgoing"),
  ]

  @Test(arguments: copies) func yCopiesTheSelectedLinkWhole(_ keys: [Key], _ occasion: String) {
    var desk = Desk.sample()
    desk.integrations = [Self.integration]
    desk.press(.character("6"))
    for key in keys { desk.press(key) }
    _ = desk.takeAsked()
    desk.press(.character("y"))
    let base = "http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/"
    #expect(desk.takeAsked() == [.copy(base + occasion)])
    #expect(desk.screen.contains("Copied."))
  }

  static let listeners: [(ListenerStatus, String)] = [
    (.listening(address: "127.0.0.1:8080"), "This console listens at 127.0.0.1:8080."),
    (.other(pid: 77, user: "olha", address: "[::1]:80"), "olha (77) listens at [::1]:80"),
    (.waiting(address: "h:1"), "h:1 is taken by another program; trying again"),
    (.off, "Nobody listens: calls are not taken down."),
    (.failed("The address is not ours."), "The address is not ours."),
  ]

  @Test(arguments: listeners) func itSaysWhoListens(_ status: ListenerStatus, _ text: String) {
    var desk = Desk.sample()
    desk.press(.character("6"))
    desk.send(.listenerChanged(status))
    #expect(desk.frame.text[3].contains("│ \(text) "))
  }

  static let wraps: [(text: String, lines: [String])] = [
    ("", [""]), ("one two", ["one two"]), ("one two three", ["one two", "three"]),
    ("http://h/abc", ["http://h", "/abc"]), ("so http://h/abc", ["so", "http://h", "/abc"]),
    ("山山山山山", ["山山山山", "山"]),
  ]

  @Test(arguments: wraps) func textIsWrappedAtBlanksElseAnywhere(
    _ text: String, _ lines: [String]
  ) {
    #expect(TextWrap.lines(text, columns: 8) == lines)
  }

  static let integration = Integration(
    id: Integration.ID(1), name: "Ringostat", token: "0123456789abcdef0123456789abcdef",
    zone: .kyiv, own: OwnNumbers(Set([Sample.shopLine].compactMap { $0 })), publicURL: nil,
    isAvailable: true)
}
