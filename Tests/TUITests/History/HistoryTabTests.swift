import Domain
import Testing

@testable import TUI

/// Who changed a contact, on his card.
@Suite struct HistoryTabTests {
  private static func entry(
    _ id: Int64, _ clock: String, by actor: String, _ action: HistoryEntry.Action,
    _ step: HistoryEntry.Step, _ changes: [HistoryEntry.Change]
  ) -> HistoryEntry {
    HistoryEntry(
      id: HistoryEntry.ID(id), at: Sample.at(clock, daysAgo: id == 1 ? 400 : 0), actor: actor,
      action: action, step: step, subject: .contact(Sample.olena.id), title: "Іваненко Олена",
      changes: changes)
  }

  private static let entries = [
    entry(1, "10:00", by: "petro", .createContact, .edit, []),
    entry(
      2, "11:05", by: "ганна", .updateContact, .edit,
      [
        HistoryEntry.Change(field: .name, before: "Олена", after: "Іваненко Олена"),
        HistoryEntry.Change(field: .number, before: nil, after: "+380 67 000 11 22 mobile"),
        HistoryEntry.Change(field: .email, before: "o@example.com", after: nil),
      ]),
    entry(
      3, "12:40", by: "petro", .updateContact, .undo,
      [HistoryEntry.Change(field: .note, before: "山田 Зоя\u{301}", after: nil)]),
  ]

  private static func desk(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    desk.store.history = entries
    desk.press(.character("2"), .down, .enter, .tab, .tab)
    return desk
  }

  @Test func theNewestStandsFirst() {
    #expect(
      HistoryTabTests.desk().frame.text[7...12].joined(separator: "\n") == """
        ├ History 3 ───────────────────────────────────────────────────────────────────┤
        │ Date         Who        What                                                 │
        │ today  12:40 petro      undone: contact changed · Note: − 山田 Зоя́           │
        │ today  11:05 ганна      contact changed · Name: Олена → Іваненко Олена; Num… │
        │ 17 Oct 2025  petro      contact created                                      │
        │                                                                              │
        """)
  }

  @Test func aLowScreenShowsItInUkrainian() {
    var desk = HistoryTabTests.desk(60, 15, language: .ukrainian)
    desk.press(.tab)
    #expect(
      desk.frame.text[2...7].joined(separator: "\n") == """
        ┌ Історія 3 ───────────────────────────────────────────────┐
        │ Дата         Хто        Що                               │
        │ сьог.  12:40 petro      скасовано: контакт змінено · Но… │
        │ сьог.  11:05 ганна      контакт змінено · Імʼя: Олена →… │
        │ 17 жов 2025  petro      контакт створено                 │
        │                                                          │
        """)
  }

  @Test func itStandsBesideTheDetails() {
    #expect(
      HistoryTabTests.desk(120, 40).frame.text[2...7].joined(separator: "\n") == """
        ┌ Contact ────────────────────────────────┬ History 3 ─────────────────────────────────────────────────────────────────┐
        │ Іваненко Олена                          │ Date         Who        What                                               │
        │ +380 67 000 11 22  mobile               │ today  12:40 petro      undone: contact changed · Note: − 山田 Зоя́         │
        │ olena@example.com                       │ today  11:05 ганна      contact changed · Name: Олена → Іваненко Олена; N… │
        │ manager: Петро С. (101)                 │ 17 Oct 2025  petro      contact created                                    │
        │ 2 calls                                 │                                                                            │
        """)
  }

  @Test func enterShowsAllThatWasChanged() {
    var desk = HistoryTabTests.desk()
    desk.press(.down, .enter)
    #expect(
      desk.frame.text[2...9].joined(separator: "\n") == """
        ┌ History ─────────────────────────────────────────────────────────────────────┐
        │ contact changed                                                              │
        │ today 11:05 by ганна                                                         │
        │ Іваненко Олена                                                               │
        │ Name: Олена → Іваненко Олена                                                 │
        │ Number: + +380 67 000 11 22 mobile                                           │
        │ E-mail: − o@example.com                                                      │
        │                                                                              │
        """)
    desk.press(.escape)
    #expect(desk.state.card(ClientCard.self)?.history.selectedID == HistoryEntry.ID(2))
  }

  @Test func itIsReadOnlyOnceItIsLookedAt() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .enter)
    let asked = HistoryRequest(anchor: .first, limit: 25, subject: .contact(Sample.olena.id))
    #expect(!desk.takeAsked().contains(.loadHistory(asked)))
    desk.press(.tab, .tab)
    #expect(desk.takeAsked().contains(.loadHistory(asked)))
    #expect(desk.screen.contains("│ Nothing was changed."))
    desk.press(.tab)
    #expect(desk.screen.contains(" Calls 2 ─"))
  }

  @Test func theNumberOfTheCallIsCopied() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .character("y"), .enter, .character("y"))
    desk.store.calls.append(
      Sample.call(70, at: Sample.at("14:31"), talk: 9, from: "0501112233", contact: Sample.olena))
    desk.send(.storeChanged)
    desk.press(.home, .character("y"))
    let copied = desk.takeAsked().compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied == ["+380670001122", "+380670001122", "+380501112233"])
  }
}
