import Domain
import Testing

@testable import TUI

/// One client who was entered twice.
@Suite struct ContactMergeTests {
  static let twin = Contact(
    id: Contact.ID(7), version: 4, name: "Олена І.",
    numbers: [
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380501112233"), label: "work"),
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380670001122"), label: nil),
    ], emails: ["OLENA@example.com"], organizations: ["Автопарк"], responsible: nil,
    created: Sample.now, note: "сестра")

  private static func desk(_ columns: Int = 80, _ rows: Int = 24) -> Desk {
    var desk = Desk.sample(columns, rows)
    desk.store.contacts.append(twin)
    desk.press(.character("2"), .down, .character("M"))
    return desk
  }

  private static func comparing(_ columns: Int = 80, _ rows: Int = 24) -> Desk {
    var desk = ContactMergeTests.desk(columns, rows)
    desk.type("олена і")
    desk.press(.enter)
    return desk
  }

  @Test func thePickerBeginsWithTheName() {
    let desk = ContactMergeTests.desk()
    #expect(desk.screen.contains("┌ Which contact is also Іваненко Олена? ─"))
    #expect(desk.screen.contains("│ Search  Іваненко Олена "))
    #expect(!desk.screen.contains("F4"))
    // Nobody is merged with himself.
    #expect(desk.screen.contains("│ Nobody else is found by that. Type a name or a number."))
  }

  @Test func nothingIsLostUnlessItIsChosen() {
    let desk = ContactMergeTests.comparing()
    #expect(
      desk.frame.text[0...10].joined(separator: "\n") == """
        ┌ Merge two contacts ──────────────────────────────────────────────────────────┐
        │                  Іваненко Олена                 Олена І.                     │
        │ ▸ Name         ● Іваненко Олена               ○ Олена І.                     │
        │   Number       ● +380 67 000 11 22 mobile     ● +380 50 111 22 33 work       │
        │                                                 +380 67 000 11 22            │
        │   E-mail       ● olena@example.com            ● OLENA@example.com            │
        │   Organization ○ —                            ● Автопарк                     │
        │   Manager      ● Петро С. (101)               ○ —                            │
        │   Note         ○ —                            ● сестра                       │
        │                                                                              │
        │                                                                              │
        """)
  }

  @Test func bothBecomeOne() {
    var desk = ContactMergeTests.comparing()
    desk.press(.down, .down, .left, .function(2))
    let draft = ContactDraft(
      name: "Іваненко Олена",
      numbers: [
        ContactDraft.Number(text: "+380 67 000 11 22", label: "mobile"),
        ContactDraft.Number(text: "+380 50 111 22 33", label: "work"),
      ], emails: ["olena@example.com"], organizations: ["Автопарк"],
      responsible: "Петро С. (101)", note: "сестра")
    #expect(
      desk.store.written == [
        .mergeContacts(keep: Sample.olena.edition, remove: ContactMergeTests.twin.edition, draft)
      ])
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains(" Merged: Іваненко Олена; u undoes"))
    #expect(!desk.screen.contains("Олена І."))
  }

  @Test func onlyListsAndNotesCanHoldBoth() {
    var desk = ContactMergeTests.comparing()
    desk.press(.character("b"))
    #expect(desk.screen.contains("Only one of these can be kept."))
    for _ in 0..<5 { desk.press(.down) }
    desk.press(.character("b"))
    #expect(desk.state.topComparison?.result["note"] == [["сестра"]])
  }

  @Test func aContactThatWasChangedMeanwhileIsComparedAnew() {
    var desk = ContactMergeTests.comparing()
    let changed = Sample.olena.changed(to: ContactDraft(name: "Олена Бойко"))
    desk.store.refusal = .conflict(current: changed)
    desk.press(.function(2))
    #expect(desk.screen.contains("● Олена Бойко"))
    #expect(desk.screen.contains("was changed on another console"))
    desk.store.refusal = nil
    desk.press(.function(2))
    guard case .mergeContacts(let keep, _, _) = desk.store.written.last else {
      Issue.record("nothing was merged")
      return
    }
    #expect(keep == changed.edition)
  }

  @Test func nobodyIsOfferedToHimself() {
    var desk = Desk.sample()
    desk.store.contacts.append(ContactMergeTests.twin)
    desk.press(.character("2"), .down, .character("M"), .control("u"))
    guard case .picker(let picker)? = desk.state.layers.last else {
      Issue.record("no picker")
      return
    }
    #expect(picker.list.rows.count == desk.store.contacts.count - 1)
    #expect(!picker.list.rows.contains { $0.id == Sample.olena.id })
  }

  @Test func theCardOfTheOtherIsHisNow() {
    var desk = Desk.sample()
    desk.store.contacts.append(ContactMergeTests.twin)
    desk.press(.character("2"), .down, .down, .enter)
    #expect(desk.state.card(ClientCard.self)?.id == ContactMergeTests.twin.id)
    desk.press(.character("M"), .paste("іваненко"), .enter)
    guard case .merge(let keep, let remove)? = desk.state.topComparison?.purpose else {
      Issue.record("no comparison")
      return
    }
    #expect((keep.id, remove.id) == (ContactMergeTests.twin.id, Sample.olena.id))
  }
}
