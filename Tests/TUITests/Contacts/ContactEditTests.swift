import Domain
import Testing

@testable import TUI

/// A contact that is there already is changed.
@Suite struct ContactEditTests {
  /// The form of Олена, from the list of contacts.
  static func desk(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    desk.press(.character("2"), .down, .character("e"))
    return desk
  }

  @Test func theFormHasAllOfTheContact() {
    #expect(
      ContactEditTests.desk().body == """
         today 48 · answered 39 · missed 6 · to call back 3                         2/3
        ┌ Contacts ────────────────────────────────────────────────────────────────────┐
        │ Name                     Number            Organization       Manager        │
        │ Авт┌ Change a contact ──────────────────────────────────────────────────┐    │
        │ Іва│ Name              Іваненко Олена                                   │01) │
        │ (un│ Number            +380 67 000 11 22     mobile                     │    │
        │    │                                                                    │    │
        │    │ E-mail            olena@example.com                                │    │
        │    │                                                                    │    │
        │    │ Organization                                                       │    │
        │    │ Manager           Петро С. (101)                                   │    │
        │    │ Note                                                               │    │
        ├ Con│ External id                                                        │────┤
        │ Іва│ Google client id                                                   │    │
        │ +38│                                                                    │    │
        │ ole│                                                                    │    │
        │ man└────────────────────────────────────────────────────────────────────┘    │
        │ 2 calls                                                                      │
        │ open order A-10231 · In repair                                               │
        │ client since 17 Oct 2025                                                     │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func itFitsALowScreenInUkrainian() {
    let desk = ContactEditTests.desk(60, 15, language: .ukrainian)
    #expect(
      desk.frame.text.joined(separator: "\n") == """
        ┌ Змінити контакт ─────────────────────────────────────────┐
        │ Імʼя              Іваненко Олена                         │
        │ Номер             +380 67 000 11 22     mobile           │
        │                                                          │
        │ Е-пошта           olena@example.com                      │
        │                                                          │
        │ Організація                                              │
        │ Менеджер          Петро С. (101)                         │
        │ Нотатка                                                  │
        │ Зовнішній id                                             │
        │ Google client id                                         │
        │                                                          │
        └──────────────────────────────────────────────────────────┘

         F2 зберегти  Tab наступне поле                  F1 довідка
        """)
  }

  @Test func whatIsTypedIsStoredOverTheVersionThatWasSeen() {
    var desk = ContactEditTests.desk()
    desk.press(.end, .paste(" П."), .tab, .tab, .tab)
    desk.type("0501112233")
    desk.press(.tab)
    desk.type("work")
    // The second number becomes the main one.
    desk.press(.control("t"), .function(2))
    var draft = ContactDraft(Sample.olena)
    draft.name = "Іваненко Олена П."
    draft.numbers = [
      ContactDraft.Number(text: "+380 50 111 22 33", label: "work"),
      ContactDraft.Number(text: "+380 67 000 11 22", label: "mobile"),
    ]
    #expect(desk.store.written == [.updateContact(Sample.olena.id, version: 1, draft)])
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains(" Saved: Іваненко Олена П."))
    #expect(desk.state.contacts.list.selected?.version == 2)
  }

  @Test func savedAsItIsItChangesNothing() {
    var desk = ContactEditTests.desk()
    desk.press(.function(2))
    #expect(
      desk.store.written
        == [.updateContact(Sample.olena.id, version: 1, ContactDraft(Sample.olena))])
  }

  @Test func aNumberOfAnotherIsAskedAbout() {
    var desk = ContactEditTests.desk()
    desk.press(.tab, .tab, .tab)
    desk.type("0442005000")
    desk.press(.function(2))
    #expect(desk.screen.contains("│ This number now belongs to Автопарк ТОВ."))
    #expect(desk.screen.contains("│ Enter opens it, F2 again saves yours too."))
    desk.press(.function(2))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.store.contacts[0].numbers.count == 2)
  }

  @Test func theManagerIsChosenFromTheStaff() {
    var desk = ContactEditTests.desk()
    desk.press(.down, .down, .down, .down, .down, .down, .function(4))
    #expect(desk.screen.contains("│ Manager           Петро С. (101) "))
    #expect(desk.screen.contains("│                     Ганна К. (102) "))
    #expect(desk.screen.contains("│                   ▸ Петро С. (101) "))
    #expect(desk.frame.text[23].hasPrefix(" Enter take  ↓ next  ↑ previous  Esc close the list"))
    desk.press(.up, .enter)
    #expect(desk.state.topForm?.form["responsible"] == "Ганна К. (102)")
    desk.press(.backTab, .control("u"))
    desk.type("Ілля")
    desk.press(.function(2))
    #expect(desk.store.contacts[0].responsible == "Ілля")
  }

  @Test func theCardHasTheSameKey() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .enter, .character("e"))
    #expect(desk.state.topForm?.form["name"] == "Іваненко Олена")
  }

  // MARK: Two change the same contact

  /// Петро has changed the name, the number's label and the note while this form was filled.
  private static func conflict(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = ContactEditTests.desk(columns, rows, language: language)
    desk.press(.end, .paste(" П."), .tab, .tab, .tab)
    desk.type("0501112233")
    var theirs = ContactDraft(Sample.olena)
    theirs.name = "Олена Іваненко-Бойко"
    theirs.numbers[0].label = "home"
    theirs.note = "дзвонити після 18"
    desk.store.contacts[0] = Sample.olena.changed(to: theirs)
    desk.send(.storeChanged)
    desk.press(.function(2))
    return desk
  }

  @Test func bothVersionsStandSideBySide() {
    let desk = ContactEditTests.conflict()
    #expect(
      desk.frame.text[0...21].map { String($0.prefix(80)) }.joined(separator: "\n") == """
        ┌ Somebody else has changed it too ────────────────────────────────────────────┐
        │            yours                             stored meanwhile                │
        │ ▸ Name   ● Іваненко Олена П.               ○ Олена Іваненко-Бойко            │
        │   Number ● +380 67 000 11 22 mobile        ○ +380 67 000 11 22 home          │
        │            +380 50 111 22 33                                                 │
        │   Note   ○ —                               ● дзвонити після 18               │
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
        │                                                                              │
        │ ← left   → right   b both   Tab outcome   F2 save   Esc back                 │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theyFitALowScreenInUkrainian() {
    let desk = ContactEditTests.conflict(60, 15, language: .ukrainian)
    #expect(
      desk.frame.text[0...12].joined(separator: "\n") == """
        ┌ Це змінив ще хтось ──────────────────────────────────────┐
        │             ваше                   збережене тим часом   │
        │ ▸ Імʼя    ● Іваненко Олена П.    ○ Олена Іваненко-Бойко  │
        │   Номер   ● +380 67 000 11 22    ○ +380 67 000 11 22     │
        │             mobile                 home                  │
        │             +380 50 111 22 33                            │
        │   Нотатка ○ —                    ● дзвонити після 18     │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ ← ліве   → праве   b обидва   Tab підсумок   F2 зберегти │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func whatIsChosenIsStoredOverTheNewVersion() {
    var desk = ContactEditTests.conflict()
    desk.press(.right, .down, .character("b"), .function(2))
    let draft = ContactDraft(
      name: "Олена Іваненко-Бойко",
      numbers: [
        ContactDraft.Number(text: "+380 67 000 11 22", label: "mobile"), "+380 50 111 22 33",
      ], emails: ["olena@example.com"], responsible: "Петро С. (101)", note: "дзвонити після 18")
    #expect(desk.store.written.last == .updateContact(Sample.olena.id, version: 2, draft))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.store.contacts[0].version == 3)
    #expect(desk.store.drafts.isEmpty)
  }

  @Test func theOutcomeIsShownBefore() {
    var desk = ContactEditTests.conflict()
    desk.press(.right, .tab)
    let lines = desk.frame.text[1...6].map { $0.split(separator: "│")[0].trimmed }
    #expect(
      lines == [
        "Name     Олена Іваненко-Бойко", "Number   +380 67 000 11 22 mobile",
        "+380 50 111 22 33", "E-mail   olena@example.com", "Manager  Петро С. (101)",
        "Note     дзвонити після 18",
      ])
  }

  @Test func escapeGoesBackToTheForm() {
    var desk = ContactEditTests.conflict()
    desk.press(.escape)
    #expect(desk.state.topForm?.form["name"] == "Іваненко Олена П.")
    desk.press(.function(2))
    #expect(desk.state.topComparison != nil)
  }

  @Test func someoneMayChangeItOnceMore() {
    var desk = ContactEditTests.conflict()
    desk.store.contacts[0] = desk.store.contacts[0].changed(to: ContactDraft(name: "Олена"))
    desk.press(.function(2))
    #expect(desk.state.topComparison != nil)
    #expect(desk.screen.contains("○ Олена "))
    desk.press(.function(2))
    #expect(desk.state.layers.isEmpty)
  }
}
