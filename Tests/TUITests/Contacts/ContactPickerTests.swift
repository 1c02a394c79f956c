import Domain
import Testing

@testable import TUI

/// "Add to an existing contact".
@Suite struct ContactPickerTests {
  static func console() -> Console {
    var console = PromptTests.console(60, 15)
    console.press(.character("n"), .character("a"))
    return console
  }

  @Test func contactsAreFilteredByTheNumberFirst() {
    #expect(
      ContactPickerTests.console().screen == """
         1 Log 2 3 4·3 5 6                          ● :8080   14:32
        ┌ Add +380 50 123 45 67 to a contact ──────────────────────┐
        │ Search  +380 50 123 45 67                                │
        │ No contact has this number. Type a name to find one.     │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Enter choose   F4 new contact   Esc close                │
        └──────────────────────────────────────────────────────────┘
        │ 12 Nov  ← in  answered  +380661112244 Зоя́ Ї̈жак    0:09   │
        └──────────────────────────────────────────────────────────┘
         ☎ New client on Carbook  +380 50 123 45 67  to Сервіс … F9
         Enter choose  F4 new contact  Esc close            F1 help
        """)
  }

  @Test func typingFindsByName() {
    var console = ContactPickerTests.console()
    console.type("оле")
    #expect(console.screen.contains("│ Search  оле "))
    #expect(console.screen.contains("│ Іваненко Олена              +380 67 000 11 22"))
    #expect(!console.screen.contains("Автопарк"))
    console.type("x")
    #expect(console.screen.contains("│ Nobody found."))
  }

  @Test func enterAddsTheNumberToTheChosenContact() throws {
    var console = ContactPickerTests.console()
    let number = try #require(Sample.ringing.client)
    console.press(.backspace, .down, .enter)
    #expect(
      console.store.written.last
        == .addNumber(number, to: Sample.olena.id, from: Sample.ringing.id))
    #expect(console.state.layers.isEmpty)
    #expect(console.frame.text[13] == " Number added to Іваненко Олена")
    #expect(console.frame.text[4].contains("Іваненко"))
  }

  @Test func enterWithoutAContactDoesNothing() {
    var console = ContactPickerTests.console()
    console.press(.enter)
    #expect(console.state.keyContext == .picker)
    #expect(console.store.written == [.newClientTold])
  }

  @Test(arguments: [Key.function(4), .control("n")])
  func aNewContactIsOfferedWithTheNumber(_ key: Key) {
    var console = ContactPickerTests.console()
    console.press(key)
    #expect(console.state.keyContext == .form)
    #expect(console.screen.contains("Number            +380 50 123 45 67 "))
  }

  @Test func severalOwnersAreAskedFor() {
    var console = Console()
    for contact in ["Марко", "Ніна"].enumerated() {
      console.store.contacts.append(
        Sample.named(Int64(50 + contact.offset), contact.element, "0630009988"))
    }
    for _ in 0..<8 { console.press(.down) }
    #expect(console.screen.contains("2 contacts own this number"))
    console.press(.character("c"))
    #expect(console.screen.contains("┌ Who called from +380 63 000 99 88? ─"))
    console.press(.down, .enter)
    #expect(console.store.written == [.assign(Call.ID(10), to: Contact.ID(51))])
    #expect(console.state.layers.isEmpty)
  }

  @Test func aFailedWriteKeepsThePicker() {
    var console = ContactPickerTests.console()
    console.type("оле")
    console.store.refusal = .storeBusy
    console.press(.enter)
    #expect(console.state.keyContext == .picker)
    console.store.refusal = nil
    console.press(.enter)
    #expect(console.state.layers.isEmpty)
  }

  @Test(arguments: [
    (Language.english, "│ Автопарк ТОВ has this number. Enter again adds it."),
    (.ukrainian, "│ Номер має Автопарк ТОВ. Enter ще раз — додати і сюди."),
  ])
  func aNumberOfAnotherIsAskedAbout(_ language: Language, _ sentence: String) throws {
    var console = PromptTests.console(60, 15, language: language)
    console.press(.character("n"), .character("a"))
    let number = try #require(Sample.ringing.client)
    // Somebody else was quicker.
    var fleet = ContactDraft(Sample.fleet)
    fleet.numbers.append("0501234567")
    console.store.contacts[1] = Sample.fleet.changed(to: fleet)
    console.type("оле")
    console.press(.enter)
    #expect(console.screen.contains(sentence))
    // Another contact is asked about anew.
    console.press(.backspace, .enter)
    #expect(console.state.keyContext == .picker)
    console.press(.enter)
    #expect(
      console.store.written.last
        == .addNumber(
          number, to: Sample.olena.id, from: Sample.ringing.id, besideOwner: true))
    #expect(console.state.layers.isEmpty)
  }
}
