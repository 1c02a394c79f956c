import Domain
import Testing

@testable import TUI

/// "New client on Carbook", from the ring to the answer.
@Suite struct PromptTests {
  static func console(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Console {
    var console = Console(columns, rows, language: language)
    console.arrive(Sample.ringing, prompting: true)
    return console
  }

  /// A second unknown number rings.
  static let second = Sample.call(
    20, at: Sample.at("14:31:58"), phase: .before, disposition: nil, from: "0977777777")

  // MARK: The line

  @Test func aNewQuestionIsALineWithABell() {
    let console = PromptTests.console()
    #expect(
      console.frame.text[22]
        == " ☎ New client on Carbook  +380 50 123 45 67  to Сервіс  google, cpc       n  F9")
    #expect(console.store.written == [.newClientTold])
    #expect(console.state.layers.isEmpty)
  }

  @Test func whatWasOpenAtTheStartRingsNoBell() {
    var store = Sample.store
    store.prompts = [Sample.ringing.client].compactMap { $0 }
    #expect(Console(store: store).store.written.isEmpty)
  }

  @Test func furtherNumbersAreCounted() {
    var console = PromptTests.console()
    console.arrive(PromptTests.second, prompting: true)
    #expect(
      console.frame.text[22]
        == " ☎ New client on Carbook  +380 97 777 77 77  to +380 44 200 0… (+1 more)  n  F9")
    #expect(console.store.written == [.newClientTold, .newClientTold(PromptTests.second)])
  }

  @Test func anOutgoingCallHasNoOtherPlaceThanItsNumber() {
    var console = Console()
    console.arrive(
      Sample.call(
        21, at: Sample.at("14:31:58"), type: .outgoing, phase: .before, disposition: nil,
        from: "0977777777"), prompting: true)
    #expect(
      console.frame.text[22]
        == " ☎ New client on Carbook  +380 97 777 77 77                               n  F9")
  }

  @Test func theEndOfTheCallChangesTheLine() {
    var console = PromptTests.console()
    console.arrive(Sample.ringing.missed)
    #expect(console.frame.text[22].contains("+380 50 123 45 67  missed, create contact?"))
    #expect(console.store.written == [.newClientTold])
  }

  @Test func anAnswerElsewhereTakesTheLineAway() {
    var console = PromptTests.console()
    console.store.prompts = []
    console.send(.storeChanged)
    #expect(console.frame.text[22] == "")
  }

  // MARK: Its keys

  struct KeyCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: [Key]
    let key: Key
    let opens: Bool
  }

  static let keyCases = [
    KeyCase(testDescription: "n in the log", before: [], key: .character("n"), opens: true),
    KeyCase(testDescription: "т: n by place", before: [], key: .character("т"), opens: true),
    KeyCase(testDescription: "F9 in the log", before: [], key: .function(9), opens: true),
    KeyCase(
      testDescription: "n on another screen", before: [.character("2")], key: .character("n"),
      opens: true),
    KeyCase(testDescription: "n in a card", before: [.enter], key: .character("n"), opens: true),
    KeyCase(
      testDescription: "F9 in the help", before: [.character("?")], key: .function(9), opens: true),
    KeyCase(
      testDescription: "n in a form is text", before: [.character("n"), .character("c")],
      key: .character("n"), opens: false),
    KeyCase(
      testDescription: "F9 over a form", before: [.character("n"), .character("c")],
      key: .function(9), opens: true),
    KeyCase(
      testDescription: "n when choosing a contact is text",
      before: [.character("n"), .character("a")], key: .character("n"), opens: false),
    KeyCase(testDescription: "Enter", before: [], key: .enter, opens: false),
  ]

  @Test(arguments: keyCases) func opening(_ example: KeyCase) {
    var console = PromptTests.console()
    for key in example.before { console.press(key) }
    console.press(example.key)
    #expect((console.state.keyContext == .dialog) == example.opens)
  }

  // MARK: The dialog

  @Test func theDialogSaysAllThatIsKnown() {
    var console = PromptTests.console()
    console.press(.function(9))
    #expect(
      console.frame.text[6...14].map { String($0.dropFirst(7).prefix(66)) } == [
        "┌ New client on Carbook ─────────────────────────────────────────┐",
        "│ +380 50 123 45 67                                              │",
        "│ called   Сервіс +380 44 200 00 01                              │",
        "│ source   google, cpc                                           │",
        "│ now      ringing 0:07                                          │",
        "│ earlier  no earlier calls                                      │",
        "│                                                                │",
        "│ c create contact   a add to a contact   l not now   Esc close  │",
        "└────────────────────────────────────────────────────────────────┘",
      ])
  }

  @Test func theDialogsRoles() {
    var console = PromptTests.console()
    console.press(.function(9))
    #expect(
      console.frame.roles(row: 10)
        == "border 1, plain 6, borderFocused 1, dialog 1, label 9, ringing 12, dialog 42, "
        + "borderFocused 1, plain 6, border 1")
  }

  @Test func earlierCallsAreCounted() {
    var console = PromptTests.console()
    console.arrive(
      Sample.call(21, at: Sample.at("10:00", daysAgo: 2), talk: 9, from: "0501234567"))
    console.press(.character("n"))
    #expect(console.screen.contains("earlier  1 earlier call "))
  }

  @Test(arguments: [Key.enter, .character(" "), .character("x"), .backspace, .delete])
  func thereIsNoDefaultAction(_ key: Key) {
    var console = PromptTests.console()
    console.press(.character("n"))
    let before = console.screen
    console.press(key)
    #expect(console.screen == before)
    #expect(console.store.written == [.newClientTold])
  }

  @Test(arguments: ["c", "a", "l", "с", "ф"] as [Character])
  func keysTypedBeforeTheFirstPaintAreDropped(_ character: Character) {
    var console = PromptTests.console()
    console.paints = false
    console.press(.character("n"), .character(character), .escape)
    #expect(console.state.keyContext == .dialog)
    #expect(console.store.written == [.newClientTold])
    console.send(.painted)
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
  }

  @Test func escapeOnlyClosesTheDialog() {
    var console = PromptTests.console()
    console.press(.character("n"), .escape)
    #expect(console.state.layers.isEmpty)
    #expect(console.frame.text[22].contains("New client on Carbook"))
    #expect(console.store.written == [.newClientTold])
  }

  @Test func notNowClosesTheQuestionAndKeepsTheKey() throws {
    var console = PromptTests.console()
    let number = try #require(Sample.ringing.client)
    console.press(.character("n"), .character("l"))
    #expect(console.store.written == [.newClientTold, .dismissPrompt(number, Sample.ringing.id)])
    #expect(console.frame.text[22] == " Not now: the call keeps its key “create contact”.")
    console.press(.character("n"))
    #expect(console.screen.contains("now      ringing 0:07"))
    console.press(.character("c"))
    #expect(console.state.keyContext == .form)
  }

  @Test func theCreateContactKeyOfARowIsForThatRow() {
    var console = PromptTests.console()
    console.press(.down, .down, .character("c"))
    #expect(console.screen.contains("│ +380 93 555 44 33"))
    #expect(console.screen.contains("now      missed, create contact?"))
  }

  @Test func theCallEndsWhileTheDialogIsOpen() {
    var console = PromptTests.console()
    console.press(.character("n"))
    console.arrive(Sample.ringing.missed)
    #expect(console.screen.contains("now      missed, create contact?"))
    console.press(.character("c"))
    #expect(console.state.keyContext == .form)
  }

  @Test func anAnswerElsewhereIsSaidAndTheNextKeyCloses() throws {
    var console = PromptTests.console()
    console.press(.character("n"))
    console.store.own(try #require(Sample.ringing.client), Sample.olena)
    console.send(.storeChanged)
    #expect(console.screen.contains("+380 50 123 45 67 is now Іваненко Олена's number."))
    console.press(.character("c"))
    #expect(console.state.layers.isEmpty)
    #expect(console.store.written == [.newClientTold])
  }

  @Test func notNowElsewhereIsSaidToo() {
    var console = PromptTests.console()
    console.press(.character("n"))
    console.store.prompts = []
    console.send(.storeChanged)
    #expect(console.screen.contains("Answered on another console."))
    console.press(.enter)
    #expect(console.state.layers.isEmpty)
  }

  @Test func severalQuestionsAreGoneThrough() {
    var console = PromptTests.console()
    console.arrive(PromptTests.second, prompting: true)
    console.press(.character("n"))
    #expect(console.screen.contains("+380 97 777 77 77   1 of 2"))
    for key in [Key.tab, .down, .right] {
      console.press(key)
      #expect(console.screen.contains("+380 50 123 45 67   2 of 2"))
      console.press(.up)
      #expect(console.screen.contains("+380 97 777 77 77   1 of 2"))
    }
  }

  @Test func aNewQuestionDoesNotChangeTheOpenDialog() {
    var console = PromptTests.console()
    console.press(.character("n"))
    console.arrive(PromptTests.second, prompting: true)
    #expect(console.screen.contains("│ +380 50 123 45 67   2 of 2"))
    console.press(.character("l"))
    let number = Sample.ringing.client
    #expect(console.store.written.last == number.map { .dismissPrompt($0, Sample.ringing.id) })
  }

  @Test func itFitsTheSmallestScreen() {
    var console = PromptTests.console(40, 10)
    console.press(.character("n"))
    #expect(
      console.screen == """
        ┌ New client on Carbook ───────────────┐
        │ +380 50 123 45 67   no earlier calls │
        │ called   Сервіс +380 44 200 00 01    │
        │ source   google, cpc                 │
        │ now      ringing 0:07                │
        │ c create contact                     │
        │ a add to a contact   l not now       │
        └──────────────────────────────────────┘
         ☎ New client  +380 50 123 45 67  t… F9
         c create contact               F1 help
        """)
  }

  @Test(arguments: [0, 4, 5, 9]) func aCallThatIsNoNewClientsHasNoDialog(_ row: Int) {
    var console = Console()
    console.store.calls.removeAll { $0.id == Sample.ringing.id }
    console.send(.storeChanged)
    for _ in 0..<row { console.press(.down) }
    let isNew = console.state.log.list.selected?.isFromNewClient == true
    console.press(.character("n"))
    #expect(!isNew)
    #expect(console.state.layers.isEmpty)
    #expect(console.frame.text[22] == " This caller is not a new client.")
  }
}
