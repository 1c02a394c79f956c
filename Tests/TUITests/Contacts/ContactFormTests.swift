import Domain
import Testing

@testable import TUI

/// From the dialog to the contact.
@Suite struct ContactFormTests {
  static func console() -> Console {
    var console = PromptTests.console()
    console.press(.character("n"), .character("c"))
    return console
  }

  @Test func theNumberIsFilledInAndTheNameHasTheCursor() {
    let console = ContactFormTests.console()
    #expect(
      console.frame.text[4...16].map { String($0.dropFirst(5).prefix(70)) } == [
        "┌ New contact ───────────────────────────────────────────────────────┐",
        "│ Name                                                               │",
        "│ Number            +380 50 123 45 67     Label                      │",
        "│                                                                    │",
        "│ E-mail                                                             │",
        "│ Organization                                                       │",
        "│ Manager                                                            │",
        "│ Note                                                               │",
        "│ External id                                                        │",
        "│ Google client id                                                   │",
        "│                                                                    │",
        "│                                                                    │",
        "└────────────────────────────────────────────────────────────────────┘",
      ])
    #expect(console.frame.cursor == Position(column: 25, row: 5))
    #expect(console.frame.text[23].hasPrefix(" F2 save  Tab next field  Esc leave, keep text"))
  }

  @Test(arguments: [Key.function(2), .control("s")])
  func savingLinksTheCallAndAllEarlierOnes(_ save: Key) {
    var console = ContactFormTests.console()
    console.arrive(
      Sample.call(21, at: Sample.at("10:00", daysAgo: 2), talk: 9, from: "0501234567"))
    console.type("Ганна Шевченко")
    console.press(save)
    #expect(
      console.store.written.last
        == .createContact(
          ContactDraft(name: "Ганна Шевченко", numbers: ["+380 50 123 45 67"]),
          from: Sample.ringing.id))
    #expect(console.state.layers.isEmpty)
    #expect(console.frame.text[22] == " Contact created: Ганна Шевченко")
    #expect(console.frame.text[4].contains("Ганна Шевченко"))
    let linked = console.store.calls.filter { $0.contact?.name == "Ганна Шевченко" }
    #expect(linked.count == 2)
  }

  @Test func lettersArePlainTextInAField() {
    var console = ContactFormTests.console()
    console.type("qn?16тй")
    #expect(console.screen.contains("Name              qn?16тй "))
    #expect(console.store.written == [.newClientTold])
  }

  struct ProblemCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Field by field, from the name on; "-" empties the field.
    let texts: [String]
    let place: FormPlace
    let sentence: String
  }

  static let problems = [
    ProblemCase(
      testDescription: "nothing", texts: ["", "-"], place: FormPlace(field: "name"),
      sentence: "A contact needs a name or a number."),
    ProblemCase(
      testDescription: "an extension", texts: ["Ганна", "", "", "101"],
      place: FormPlace(field: "numbers", row: 1),
      sentence: "This is not a number that can be dialled from outside."),
    ProblemCase(
      testDescription: "one number twice", texts: ["Ганна", "", "", "0501234567"],
      place: FormPlace(field: "numbers", row: 1),
      sentence: "This number stands here twice."),
    ProblemCase(
      testDescription: "no e-mail", texts: ["Ганна", "", "", "", "ganna"],
      place: FormPlace(field: "emails"),
      sentence: "This is not an e-mail address."),
    ProblemCase(
      testDescription: "a name too long", texts: [String(repeating: "а", count: 201)],
      place: FormPlace(field: "name"),
      sentence: "At most 200 characters fit here."),
  ]

  @Test(arguments: problems) func aProblemIsOneSentence(_ example: ProblemCase) throws {
    var console = ContactFormTests.console()
    for text in example.texts {
      if text == "-" { console.press(.control("u")) } else { console.press(.paste(text)) }
      console.press(.tab)
    }
    console.press(.function(2))
    #expect(console.store.written == [.newClientTold])
    #expect(console.screen.contains("│ " + example.sentence))
    #expect(console.state.topForm?.form.focusedPlace == example.place)
    console.press(.character("1"))
    #expect(!console.screen.contains(example.sentence))
  }

  @Test func aContactMayHaveANumberOnly() {
    var console = ContactFormTests.console()
    console.press(.function(2))
    #expect(
      console.store.written.last
        == .createContact(
          ContactDraft(numbers: ["+380 50 123 45 67"]), from: Sample.ringing.id))
  }

  @Test func escapeKeepsTheTextAndOffersItAgain() {
    var console = ContactFormTests.console()
    console.type("Ган")
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
    #expect(
      console.frame.text[23] == " Your text is kept: R opens it again.")
    console.press(.character("n"), .character("c"))
    console.type("на")
    #expect(console.screen.contains("Name              Ганна "))
  }

  @Test func anUntouchedFormLeavesNoDraft() {
    var console = ContactFormTests.console()
    console.press(.escape, .character("q"))
    #expect(console.store.written == [.newClientTold, .quit])
  }

  @Test func theDialogOverAFormKeepsItsText() {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.arrive(PromptTests.second, prompting: true)
    console.press(.function(9))
    #expect(console.screen.contains("+380 97 777 77 77   1 of 2"))
    console.press(.escape)
    #expect(console.screen.contains("Name              Ганна "))
    // A second form over the first: each keeps its own text.
    console.press(.function(9), .character("c"))
    console.type("Ігор")
    #expect(console.screen.contains("Number            +380 97 777 77 77 "))
    console.press(.function(2))
    #expect(console.screen.contains("Name              Ганна "))
  }

  @Test func theFormOfTheSameClientComesBackRatherThanASecondOne() {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.press(.function(9), .character("c"))
    #expect(console.state.layers.count == 1)
    #expect(console.screen.contains("Name              Ганна "))
  }

  @Test func quittingAsksOnlyWhereTheTextCouldNotBeKept() {
    var console = ContactFormTests.console()
    console.type("Ган")
    console.press(.escape, .character("q"))
    #expect(console.store.written == [.newClientTold, .quit])
    console = ContactFormTests.console()
    console.store.refusal = .storeFull
    console.type("Ган")
    console.press(.escape, .character("q"))
    #expect(console.screen.contains("A form holds text that is not saved; it is lost."))
    console.press(.character("n"))
    #expect(console.store.written == [.newClientTold])
    console.press(.character("q"), .character("y"))
    #expect(console.store.written == [.newClientTold, .quit])
  }

  static let refusals: [(Failure, String)] = [
    (.storeBusy, "The store is busy; nothing was changed. Try again."),
    (.storeFull, "The disk is full; nothing was changed."),
    (.storeReadOnly, "The store cannot be written; nothing was changed."),
    (.conflict(current: Sample.olena), "Іваненко Олена was changed on another console;"),
    (.other("Line one."), "Line one."),
  ]

  @Test(arguments: refusals) func aSaveThatFailsKeepsTheForm(_ refusal: Failure, _ text: String) {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.store.refusal = refusal
    console.press(.function(2))
    #expect(console.state.keyContext == .form)
    #expect(console.frame.text[23].hasPrefix(" " + text))
    console.store.refusal = nil
    console.press(.function(2))
    #expect(console.state.layers.isEmpty)
  }

  @Test func whileItIsSavedTheFormTakesNoKey() {
    var state = ContactFormTests.console().state
    let save = update(&state, .key(.function(2)))
    #expect(save.count == 1)
    #expect(update(&state, .key(.function(2))).isEmpty)
    _ = update(&state, .key(.character("x")))
    guard case .form(let form) = state.layers.last else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.isSaving)
    #expect(form.form["name"].isEmpty)
  }

  @Test func escapeWaitsForTheStore() {
    var state = ContactFormTests.console().state
    _ = update(&state, .key(.character("x")))
    let save = update(&state, .key(.function(2)))
    _ = update(&state, .key(.escape))
    #expect(state.layers.count == 1)
    #expect(state.message?.text == "Saving…")
    _ = update(&state, .failed(save[0], .storeBusy))
    _ = update(&state, .key(.escape))
    #expect(state.layers.isEmpty)
    #expect(state.drafts.count == 1)
  }

  @Test func aNumberThatGotAnOwnerMeanwhileIsSaid() throws {
    var console = ContactFormTests.console()
    console.store.own(try #require(Sample.ringing.client), Sample.olena)
    console.send(.storeChanged)
    #expect(console.screen.contains("│ This number now belongs to Іваненко Олена."))
  }

  // MARK: Two take the same prompt

  /// Another console has saved a contact for the number while this form was filled.
  private static func refused(_ language: Language = .english) throws -> Console {
    var console = PromptTests.console(language: language)
    console.press(.character("n"), .character("c"))
    console.type("Ганна")
    console.store.own(try #require(Sample.ringing.client), Sample.olena)
    console.press(.function(2))
    return console
  }

  @Test(arguments: [
    (
      Language.english, "│ User petro has made a contact for this number: Іваненко Олена.",
      "│ Enter opens it, F2 again saves yours too.",
      " Enter open the owner  F2 save yours too  Esc leave, keep text"
    ),
    (
      .ukrainian, "│ Номер уже має контакт (користувач petro): Іваненко Олена.",
      "│ Enter — відкрити його, F2 ще раз — зберегти і ваш.",
      " Enter відкрити  F2 зберегти і ваш  Esc вийти, текст лишиться"
    ),
  ]) func theSecondIsToldWhoWon(language: Language, who: String, keys: String, hints: String)
    throws
  {
    let console = try ContactFormTests.refused(language)
    #expect(console.frame.text[15].dropFirst(5).hasPrefix(who))
    #expect(console.frame.text[16].dropFirst(5).hasPrefix(keys))
    #expect(console.frame.text[23].hasPrefix(hints))
    #expect(console.screen.contains("Ганна "))
    #expect(console.store.contacts.count == 2)
  }

  @Test func whoInsistsSavesASecondOne() throws {
    var console = try ContactFormTests.refused()
    console.press(.function(2))
    #expect(console.state.layers.isEmpty)
    #expect(
      console.store.written.last
        == .createContact(
          ContactDraft(name: "Ганна", numbers: ["+380 50 123 45 67"]), from: Sample.ringing.id,
          besideOwner: true))
    #expect(console.store.contacts.count == 3)
  }

  @Test func enterOpensTheOwnerAndKeepsTheText() throws {
    var console = try ContactFormTests.refused()
    console.press(.enter)
    #expect(console.state.card(ClientCard.self)?.id == Sample.olena.id)
    #expect(console.store.drafts.map { $0.fields.first?.text } == ["Ганна"])
    #expect(console.store.contacts.count == 2)
  }

  @Test func anotherNumberIsAskedAboutAnew() throws {
    var console = try ContactFormTests.refused()
    console.press(.tab, .backspace)
    #expect(console.state.keyContext == .form)
    console.press(.character("8"), .function(2))
    #expect(
      console.store.written.last
        == .createContact(
          ContactDraft(name: "Ганна", numbers: ["+380 50 123 45 68"]), from: Sample.ringing.id))
  }
}
