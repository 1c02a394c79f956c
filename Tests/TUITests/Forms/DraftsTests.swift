import Domain
import Testing

@testable import TUI

/// What was typed outlives the console.
@Suite struct DraftsTests {
  private static let number = Sample.ringing.client
  private static let id = FormDraft.ID(kind: .newContact, number: number)

  @Test func everyKeyIsKept() {
    var console = ContactFormTests.console()
    #expect(console.store.drafts.isEmpty)
    console.type("Ган")
    #expect(console.store.drafts.map(\.id) == [DraftsTests.id])
    #expect(console.store.drafts[0].origin == Sample.ringing.id)
    #expect(console.store.drafts[0].fields[0] == FormDraft.Field(name: "name.0.0", text: "Ган"))
    console.press(.control("u"))
    #expect(console.store.drafts.isEmpty)
  }

  @Test func aKeyThatChangesNothingWritesNothing() {
    var state = ContactFormTests.console().state
    #expect(update(&state, .key(.character("x"))).count == 1)
    #expect(update(&state, .key(.left)).isEmpty)
  }

  @Test func aSavedFormLeavesNothing() {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.press(.function(2))
    #expect(console.store.drafts.isEmpty)
    #expect(console.state.drafts.isEmpty)
  }

  /// Another console starts over the same store.
  private static func restarted(_ store: FakeStore, language: Language = .english) -> Console {
    var store = store
    store.prompts = []
    return Console(store: store, language: language)
  }

  private static func left() -> FakeStore {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.press(.tab, .tab)
    console.type("home")
    return console.store
  }

  @Test(arguments: [
    (Language.english, " 1 unfinished form: press R"),
    (.ukrainian, " 1 незавершена форма: натисніть R"),
  ])
  func theNextConsoleOffersIt(_ language: Language, _ sentence: String) {
    var console = DraftsTests.restarted(DraftsTests.left(), language: language)
    #expect(console.frame.text[22] == sentence)
    console.press(.character("R"), .enter)
    #expect(console.state.topForm?.form["name"] == "Ганна")
    #expect(
      console.state.topForm?.form.values["numbers"] == [["+380 50 123 45 67", "home"]])
    #expect(console.state.message?.text == console.state.words(.draftBack))
    console.press(.function(2))
    #expect(
      console.store.written.last
        == .createContact(
          ContactDraft(
            name: "Ганна",
            numbers: [ContactDraft.Number(text: "+380 50 123 45 67", label: "home")]),
          from: Sample.ringing.id))
    #expect(console.state.drafts.isEmpty)
  }

  @Test func theListSaysWhatEachIs() {
    var desk = Desk.sample()
    desk.store.drafts = DraftsTests.left().drafts
    desk.press(.character("2"), .down, .character("e"), .paste("山田 "), .escape)
    var console = DraftsTests.restarted(desk.store)
    console.press(.character("R"))
    #expect(
      console.frame.text[9...11].map { $0.split(separator: "│")[1].trimmed } == [
        "New contact  Ганна  +380 50 123 45 67  home",
        "Change a contact  Іваненко Олена山田  +380 67 000 11 22  mobile",
        "Enter go on with it   D drop it   Esc close",
      ])
  }

  @Test func aFormOpensAgainOverItsOwnContact() {
    var desk = ContactEditTests.desk()
    desk.type("!")
    desk.press(.escape, .character("R"), .enter)
    #expect(desk.state.topForm?.form["name"] == "Іваненко Олена!")
  }

  @Test func aChangeGoesOnFromTheVersionItBeganWith() {
    var desk = ContactEditTests.desk()
    desk.type("!")
    desk.store.contacts[0] = Sample.olena.changed(to: ContactDraft(name: "Олена"))
    var console = DraftsTests.restarted(desk.store)
    console.press(.character("R"), .enter)
    #expect(console.state.topForm?.form["name"] == "Іваненко Олена!")
    console.press(.function(2))
    #expect(console.state.topComparison != nil)
  }

  @Test func theDraftOfAContactThatIsGoneGoesToo() {
    var desk = ContactEditTests.desk()
    desk.type("!")
    desk.store.contacts.removeAll()
    var console = DraftsTests.restarted(desk.store)
    console.press(.character("R"), .enter)
    #expect(console.state.layers.isEmpty)
    #expect(console.store.drafts.isEmpty)
  }

  @Test func whatAnotherConsoleFinishesIsNotOfferedAnyMore() {
    var console = DraftsTests.restarted(DraftsTests.left())
    console.store.drafts = []
    console.send(.storeChanged)
    #expect(console.state.leftDrafts.isEmpty)
  }

  /// The store has a draft only a second after it was typed, and loses it as late.
  @Test func whatThisConsoleTypedOrDroppedIsNotReadBack() {
    var console = ContactFormTests.console()
    console.type("Ганна")
    console.press(.escape)
    let written = console.store.drafts
    console.store.drafts = []
    console.send(.storeChanged)
    #expect(console.state.leftDrafts == written)
    console.press(.character("R"), .character("D"))
    console.store.drafts = written
    console.send(.storeChanged)
    #expect(console.state.leftDrafts.isEmpty)
  }

  @Test func oneThatIsNotWantedIsDropped() {
    var console = DraftsTests.restarted(DraftsTests.left())
    console.press(.character("R"), .character("D"))
    #expect(console.state.layers.isEmpty)
    #expect(console.store.drafts.isEmpty)
    console.press(.character("R"))
    #expect(console.frame.text[22] == " No form was left unfinished.")
  }

  @Test func whatDoesNotFitTheFormIsLeftOut() {
    var form = ContactForm().form
    form.restore(
      [
        "name.0.0", "name.0.9", "name", "numbers.999999999999999999999.0", "numbers.-1.0",
        "numbers.70.0", "gone.0.0", "", "numbers.1.1",
      ].map { FormDraft.Field(name: $0, text: "x") })
    #expect(form["name"] == "x")
    #expect(form.values["numbers"] == [["", ""], ["", "x"]])
  }
}
