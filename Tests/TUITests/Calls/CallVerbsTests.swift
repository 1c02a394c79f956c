import Domain
import Testing

@testable import TUI

/// What a receptionist does with a call, and takes back.
@Suite struct CallVerbsTests {
  /// Olena's call selected.
  static func console(_ keys: Key..., language: Language = .english) -> Console {
    var console = Console(language: language)
    console.press(.down)
    for key in keys { console.press(key) }
    return console
  }

  // MARK: The note

  @Test func aNoteIsTypedAndKept() {
    var console = CallVerbsTests.console(.character("i"))
    console.type("лишила ключі")
    #expect(
      console.frame.text[8...12].joined(separator: "\n") == """
        │ ┌ Note · Іваненко Олена · today 14:12 ─────────────────────────────────────┐ │
        │ │ лишила ключі                                                             │ │
        │ │                                                                   12/500 │ │
        │ │ Enter save   Esc leave, keep text                                        │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        """)
    console.press(.enter)
    #expect(console.store.written == [.setNote(Call.ID(8), "лишила ключі")])
    #expect(console.state.layers.isEmpty)
    #expect(console.screen.contains("Note kept. u takes it back."))
  }

  @Test func aNoteTooLongIsNotTaken() {
    var console = CallVerbsTests.console(.character("i"))
    console.press(.paste(String(repeating: "я", count: 501)))
    #expect(console.screen.contains("At most 500 characters fit here."))
    #expect(console.screen.contains(" 0/500 "))
    console.press(.paste(String(repeating: "я", count: 500)), .character("!"))
    #expect(console.screen.contains(" 500/500 "))
  }

  @Test func aNoteThatWasLeftIsOfferedAgain() {
    var console = CallVerbsTests.console(.character("i"))
    console.type("лишила")
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
    #expect(console.store.written.isEmpty)
    #expect(
      console.store.drafts == [
        FormDraft(
          id: FormDraft.ID(kind: .callNote, subject: 8),
          fields: [FormDraft.Field(name: "note", text: "лишила")])
      ])
    console.press(.up, .character("i"))
    #expect(console.screen.contains(" 0/500 "))
    console.press(.escape, .down, .character("i"))
    #expect(console.screen.contains("│ лишила "))
    console.press(.control("u"), .escape, .character("q"))
    #expect(console.store.written == [.quit])
    #expect(console.store.drafts.isEmpty)
  }

  @Test func anotherConsoleOffersTheNoteThatThisOneLeft() {
    var console = CallVerbsTests.console(.character("i"))
    console.type("лишила")
    var next = Console(store: console.store)
    #expect(next.screen.contains(" 1 unfinished form"))
    next.press(.character("R"))
    #expect(next.screen.contains("│ Note on a call  лишила "))
    next.press(.enter)
    #expect(next.screen.contains("│ ┌ Note · Іваненко Олена · today 14:12 "))
    next.type(" ключі")
    next.press(.enter)
    #expect(next.store.written == [.setNote(Call.ID(8), "лишила ключі")])
    #expect(next.store.drafts.isEmpty)
  }

  @Test func theNoteOnACallThatIsGoneGoesToo() {
    var console = CallVerbsTests.console(.character("i"))
    console.type("лишила")
    console.store.calls.removeAll { $0.id == Call.ID(8) }
    var next = Console(store: console.store)
    next.press(.character("R"), .enter)
    #expect(next.screen.contains("It was deleted on another console."))
    #expect(next.state.layers.isEmpty && next.store.drafts.isEmpty)
  }

  @Test func aNoteThatCannotBeKeptIsAskedAboutBeforeTheEnd() {
    var console = CallVerbsTests.console(.character("i"))
    console.store.refusal = .storeBusy
    console.type("лишила")
    console.press(.escape, .character("q"))
    #expect(console.state.layers == [.quitQuestion])
  }

  @Test func aNoteThatCouldNotBeStoredStays() {
    var console = CallVerbsTests.console(.character("i"))
    console.store.refusal = .storeBusy
    console.type("ключі")
    console.press(.enter)
    #expect(console.screen.contains("│ ключі "))
    #expect(console.screen.contains("The store is busy"))
    console.store.refusal = nil
    console.press(.enter)
    #expect(console.state.layers.isEmpty)
  }

  // MARK: Whose it is

  @Test func theMenuNamesWhatIsPossible() {
    var console = CallVerbsTests.console(.up, .character("a"), language: .ukrainian)
    let rows = console.frame.text.filter { $0.contains("нічий") || $0.contains("контакту…") }
    #expect(rows.count == 2)
    // A new client's call is nobody's already.
    console.press(.character("x"))
    #expect(console.screen.contains("Цей дзвінок і так нічий."))
    #expect(console.store.written.isEmpty)
  }

  static let deeds: [([Key], Effect, String)] = [
    ([.character("x")], .detach(Call.ID(8)), "The call is nobody's now."),
    ([.character("n")], .attachOrder(Call.ID(8), to: nil), "The call is about no order now."),
    (
      [.character("o"), .enter], .attachOrder(Call.ID(8), to: Sample.octavia.id),
      "The call is about this order now."
    ),
    (
      [.down, .down, .up, .enter, .paste("A-102"), .enter],
      .attachOrder(Call.ID(8), to: Sample.octavia.id), "The call is about this order now."
    ),
    (
      [.character("c"), .paste("Автопарк"), .enter],
      .assign(Call.ID(8), to: Sample.fleet.id), "The call is assigned."
    ),
  ]

  @Test(arguments: deeds) func aCallIsGivenAway(
    _ keys: [Key], _ effect: Effect, _ sentence: String
  ) {
    var console = CallVerbsTests.console(.character("a"))
    for key in keys { console.press(key) }
    #expect(console.store.written == [effect])
    #expect(console.state.layers.isEmpty)
    #expect(console.screen.contains(sentence))
  }

  @Test func theRuleDecidesAgain() {
    var console = CallVerbsTests.console(.character("a"), .character("r"))
    // Nothing was said by hand.
    #expect(console.screen.contains("No call is selected.") == false)
    #expect(console.store.written == [.followRule(Call.ID(8))])
    #expect(console.screen.contains("The call goes by the rule again. u takes it back."))
    console.store.stories[Call.ID(7)] = Sample.missedStory
    console.press(.down, .character("a"), .character("r"))
    #expect(console.screen.contains("Nobody has said by hand whose it is"))
    #expect(console.store.written.count == 1)
  }

  @Test func aHiddenCallersCallCanBeGivenToAContact() {
    var console = Console()
    for _ in 0..<4 { console.press(.down) }
    console.press(.character("a"), .character("c"))
    console.type("олена")
    console.press(.enter)
    #expect(console.store.written == [.assign(Call.ID(5), to: Sample.olena.id)])
  }

  // MARK: Dealt with

  @Test func bSettlesAClientWhoWaits() throws {
    var console = CallVerbsTests.console(.character("b"))
    #expect(console.screen.contains("This client does not wait for a call."))
    console.press(.down, .character("b"))
    let number = try #require(Sample.number("0935554433"))
    #expect(console.store.written == [.settleCallBack(number)])
  }

  // MARK: Taking back

  static let entry = HistoryEntry(
    id: HistoryEntry.ID(1), at: Sample.now, actor: "olha", action: .setNote, step: .undo,
    subject: .call(Call.ID(8)), title: "+380670001122", changes: [])

  @Test(
    arguments: [[], [.character("2")], [.character("c")], [.enter], [.character("o")]] as [[Key]])
  func undoAndRedoSayWhatTheyDid(_ keys: [Key]) {
    var console = CallVerbsTests.console()
    console.store.edit = CallVerbsTests.entry
    for key in keys { console.press(key) }
    console.press(.character("u"))
    #expect(console.screen.contains(" Undone: note on a call: +380670001122."))
    console.press(.control("r"))
    #expect(console.screen.contains(" Done again: note on a call: +380670001122."))
    #expect(console.store.written == [.undo, .redo])
  }

  @Test func thereMayBeNothingToTakeBack() {
    let console = CallVerbsTests.console(.character("u"))
    #expect(console.screen.contains("There is nothing of yours to take back"))
  }

  @Test(arguments: HistoryEntry.Action.allCases) func everyDeedHasAName(
    _ action: HistoryEntry.Action
  ) {
    for language in Language.allCases {
      let wording = Wording(words: Words(language: language), zone: .kyiv, now: Sample.now)
      #expect(!wording.action(action).isEmpty)
    }
  }

  // MARK: Without a call

  @Test(arguments: ["i", "a", "b", "J", "K"]) func withoutACallTheySayWhyNot(_ key: Character) {
    var console = Console(store: FakeStore())
    console.press(.character(key))
    #expect(console.screen.contains("No call is selected."))
    #expect(console.store.written.isEmpty)
  }
}
