import Domain
import Testing

@testable import TUI

@Suite struct SettingsScreenTests {
  private static func connected(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    desk.integrations = [integration]
    desk.send(.storeChanged)
    desk.press(.character("6"))
    return desk
  }

  @Test func anIntegrationWithAllItIsSetToAndItsLinks() {
    #expect(
      Self.connected().body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Settings  [Integrations]  Outbox  Employees  Call routing ───────────────────┐
        │ This console listens at 127.0.0.1:8080.                                      │
        │ Store: carbook.db. Carbook 1.0.0.                                            │
        │                                                                              │
        │ Ringostat · SIP, Ringostat · on                                              │
        │   Ringostat Project id  not set                                              │
        │   Ringostat Auth-key    not set                                              │
        │   API base URL          https://api.ringostat.net                            │
        │   Project's time zone   Europe/Kyiv                                          │
        │   Our numbers           +380 44 200 00 01                                    │
        │   SIP logins            not set                                              │
        │   Public base URL       not set: the links lead to the listener              │
        │   New numbers           ask: “New client on Carbook”                         │
        │   before           http://127.0.0.1:8080/hook/••••/before                    │
        │   answered         http://127.0.0.1:8080/hook/••••/answered                  │
        │   after            http://127.0.0.1:8080/hook/••••/after                     │
        │   before-outgoing  http://127.0.0.1:8080/hook/••••/before-outgoing           │
        │   after-outgoing   http://127.0.0.1:8080/hook/••••/after-outgoing            │
        │   route            http://127.0.0.1:8080/route/••••                          │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theSameInUkrainian() {
    #expect(
      Self.connected(language: .ukrainian).body == """
         сьогодні 48 · відповіли 39 · пропущено 6 · передзвонити 3
        ┌ Налаштування  [Інтеграції]  Вихідні  Працівники  Маршрутизація ──────────────┐
        │ Ця консоль слухає на 127.0.0.1:8080.                                         │
        │ Сховище: carbook.db. Carbook 1.0.0.                                          │
        │                                                                              │
        │ Ringostat · SIP, Ringostat · увімкнено                                       │
        │   Ringostat Project id  не вказано                                           │
        │   Ringostat Auth-key    не вказано                                           │
        │   Адреса API            https://api.ringostat.net                            │
        │   Часовий пояс проєкту  Europe/Kyiv                                          │
        │   Наші номери           +380 44 200 00 01                                    │
        │   SIP-логіни            не вказано                                           │
        │   Публічна адреса       не вказано: посилання ведуть до слухача              │
        │   Нові номери           питати: «Новий клієнт»                               │
        │   before           http://127.0.0.1:8080/hook/••••/before                    │
        │   answered         http://127.0.0.1:8080/hook/••••/answered                  │
        │   after            http://127.0.0.1:8080/hook/••••/after                     │
        │   before-outgoing  http://127.0.0.1:8080/hook/••••/before-outgoing           │
        │   after-outgoing   http://127.0.0.1:8080/hook/••••/after-outgoing            │
        │   route            http://127.0.0.1:8080/route/••••                          │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  /// What stands in the pane, without the far border and what is empty.
  private static func text(_ desk: Desk) -> String {
    let lines = desk.frame.text.dropFirst(2).dropLast(2).map { line in
      String(line.reversed().drop { " │─┐┘".contains($0) }.reversed())
    }
    return lines.filter { !$0.isEmpty && $0 != "└" }.joined(separator: "\n")
  }

  @Test(arguments: [(120, 40), (200, 60)]) func onAWideScreenTheLinksStandBesideTheirNames(
    _ columns: Int, _ rows: Int
  ) {
    var desk = Self.connected(columns, rows)
    desk.press(.character("s"))
    #expect(
      Self.text(desk) == """
        ┌ Settings  [Integrations]  Outbox  Employees  Call routing
        │ This console listens at 127.0.0.1:8080.
        │ Store: carbook.db. Carbook 1.0.0.
        │ Ringostat · SIP, Ringostat · on
        │   Ringostat Project id  not set
        │   Ringostat Auth-key    not set
        │   API base URL          https://api.ringostat.net
        │   Project's time zone   Europe/Kyiv
        │   Our numbers           +380 44 200 00 01
        │   SIP logins            not set
        │   Public base URL       not set: the links lead to the listener
        │   New numbers           ask: “New client on Carbook”
        │   before           http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/before
        │   answered         http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/answered
        │   after            http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/after
        │   before-outgoing  http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/before-outgoing
        │   after-outgoing   http://127.0.0.1:8080/hook/0123456789abcdef0123456789abcdef/after-outgoing
        │   route            http://127.0.0.1:8080/route/0123456789abcdef0123456789abcdef
        """)
  }

  @Test func aNarrowScreenWrapsThem() {
    var desk = Self.connected(60, 15)
    desk.press(.character("s"), .down, .down)
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3
        ┌ Settings  [Integrations]  Outbox  Employees  Call routin…┐
        │   Public base URL     not set: the links lead to the     │
        │                       listener                           │
        │   New numbers         ask: “New client on Carbook”       │
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
        ┌ Налаштування  [Інтеграції]  Вихідні  Працівники  Маршрутизація ──────────────┐
        │ Ця консоль слухає на 127.0.0.1:8080.                                         │
        │ Сховище: carbook.db. Carbook 1.0.0.                                          │
        │                                                                              │
        │ Провайдера ще не підключено. N створює інтеграцію з посиланнями для          │
        │ провайдера.                                                                  │
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
    var desk = Self.connected(columns, rows)
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
    ([.down], "hook/before"), ([.down, .down], "hook/answered"), ([.pageDown], "route"),
    ([.down, .down, .up], "hook/before"), ([.pageDown, .up], "hook/after-outgoing"),
    (Array(repeating: .down, count: 4), "hook/before-outgoing"),
  ]

  @Test(arguments: copies) func yCopiesTheSelectedLinkWhole(_ keys: [Key], _ link: String) {
    var desk = Self.connected()
    for key in keys { desk.press(key) }
    _ = desk.takeAsked()
    desk.press(.character("y"))
    let token = "/0123456789abcdef0123456789abcdef"
    let (kind, occasion) = (link.prefix { $0 != "/" }, link.drop { $0 != "/" })
    #expect(desk.takeAsked() == [.copy("http://127.0.0.1:8080/\(kind)\(token)\(occasion)")])
    #expect(desk.screen.contains("Copied; the terminal was asked (OSC 52)."))
  }

  @Test func onTheIntegrationItselfThereIsNothingToCopy() {
    var desk = Self.connected()
    _ = desk.takeAsked()
    desk.press(.character("y"))
    #expect(desk.takeAsked().isEmpty)
    #expect(desk.screen.contains("This is no link: go down to one."))
  }

  @Test func ofSeveralIntegrationsTheSelectedOneShowsItsLinks() {
    var desk = Self.connected()
    desk.integrations.append(Integration(id: Integration.ID(2), name: "Second", token: "t2"))
    desk.send(.storeChanged)
    desk.press(.character("s"), .pageDown)
    #expect(desk.screen.contains("Second · SIP, Ringostat · on"))
    #expect(desk.screen.contains("Ringostat · SIP, Ringostat · on"))
    // What was asked to be shown was the other one's.
    #expect(!desk.screen.contains("/t2/") && !desk.screen.contains("0123456789abcdef"))
    _ = desk.takeAsked()
    desk.press(.down, .character("y"))
    #expect(desk.takeAsked() == [.copy("http://127.0.0.1:8080/hook/t2/before")])
    // It was removed elsewhere: the first one is at hand again.
    desk.integrations.removeLast()
    desk.send(.storeChanged)
    desk.press(.down, .character("y"))
    #expect(
      desk.takeAsked().contains { effect in
        if case .copy(let url) = effect { url.contains("0123456789abcdef") } else { false }
      })
  }

  @Test func aHostileNameStaysInItsLine() {
    let name = "a\u{1B}[2J\u{202E}\n\r\t" + String(repeating: "я", count: 10_000)
    var desk = Desk.sample()
    desk.integrations = [Integration(id: Integration.ID(1), name: name, token: "t")]
    desk.send(.storeChanged)
    desk.press(.character("6"))
    #expect(desk.frame.text.allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(!desk.screen.contains("\u{1B}") && !desk.screen.contains("\u{202E}"))
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
