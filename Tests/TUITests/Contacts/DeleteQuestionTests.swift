import Domain
import Testing

@testable import TUI

@Suite struct DeleteQuestionTests {
  private static func desk(_ rows: Int = 24, language: Language = .english) -> Desk {
    var desk = Desk.sample(80, rows, language: language)
    desk.press(.character("2"), .down, .character("D"))
    return desk
  }

  @Test func itSaysWhatHappensToCallsAndOrders() {
    #expect(
      DeleteQuestionTests.desk().frame.text[7...14].map { String($0.dropFirst(7).prefix(66)) } == [
        "┌ Delete this contact? ──────────────────────────────────────────┐",
        "│ Іваненко Олена                                                 │",
        "│                                                                │",
        "│ 2 calls: kept in the log, as nobody's.                         │",
        "│ 1 order: deleted with him.                                     │",
        "│                                                                │",
        "│ y delete   n keep                                              │",
        "└────────────────────────────────────────────────────────────────┘",
      ])
  }

  @Test func itFitsALowScreenInUkrainian() {
    let desk = DeleteQuestionTests.desk(15, language: .ukrainian)
    #expect(desk.screen.contains("│ 2 дзвінки: у журналі, як нічиї."))
    #expect(desk.screen.contains("│ 1 замовлення: буде видалено з ним."))
    #expect(desk.screen.contains("│ y видалити   n лишити"))
  }

  @Test func nothingIsDeletedBeforeThatIsKnown() {
    var state = Desk.sample().state
    _ = update(&state, .key(.character("2")))
    _ = update(
      &state,
      .contactsLoaded(
        ContactRequest(anchor: .first, limit: 100),
        Page(rows: [Sample.olena], hasBefore: false, hasAfter: false), total: 1))
    #expect(
      update(&state, .key(.character("D"))).contains(.loadConsequences(Sample.olena.id)))
    #expect(update(&state, .key(.character("y"))).isEmpty)
    _ = update(
      &state,
      .consequencesLoaded(Sample.olena.id, ContactConsequences(calls: 0, orders: 0)))
    #expect(update(&state, .key(.character("y"))) == [.deleteContact(Sample.olena.id)])
    // Once is enough.
    #expect(update(&state, .key(.character("y"))).isEmpty)
  }

  @Test func yesDeletesHimAndClosesHisCard() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .enter, .character("D"), .character("y"))
    #expect(desk.store.written == [.deleteContact(Sample.olena.id)])
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains(" Deleted: Іваненко Олена; u undoes"))
    #expect(!desk.state.contacts.list.rows.contains { $0.id == Sample.olena.id })
  }

  @Test func anOrderIsDeletedWithTheSameQuestion() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("o"), .character("D"))
    #expect(
      desk.frame.text[7...14].map { String($0.dropFirst(7).prefix(66)) } == [
        "┌ Delete this order? ────────────────────────────────────────────┐",
        "│ A-10231                                                        │",
        "│                                                                │",
        "│ 1 call about it: kept; the rule finds another order or none.   │",
        "│                                                                │",
        "│                                                                │",
        "│ y delete   n keep                                              │",
        "└────────────────────────────────────────────────────────────────┘",
      ])
    desk.press(.character("y"))
    #expect(desk.store.written == [.deleteOrder(Sample.octavia.id)])
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains(" Deleted: order A-10231; u undoes"))
    #expect(desk.state.orders.list.rows.map(\.number) == ["A-10198"])
  }

  @Test func anOrderThatWasDeletedIsSaidToBeGone() {
    var desk = Desk.sample()
    desk.press(.character("3"), .character("D"))
    desk.store.orders = []
    desk.store.refusal = .gone
    desk.press(.character("y"))
    #expect(desk.screen.contains("It was deleted on another console."))
  }

  // MARK: Deleted on another console

  private static func deed(_ action: HistoryEntry.Action, _ subject: HistoryEntry.Subject)
    -> HistoryEntry
  {
    HistoryEntry(
      id: HistoryEntry.ID(1), at: Sample.at("14:30"), actor: "petro", action: action, step: .edit,
      subject: subject, title: nil, changes: [])
  }

  @Test func aContactsCardSaysWhoDeletedHim() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .enter)
    desk.store.contacts.removeAll { $0.id == Sample.olena.id }
    desk.store.history = [Self.deed(.deleteContact, .contact(Sample.olena.id))]
    desk.send(.storeChanged)
    #expect(desk.screen.contains("│ Not there any more: contact deleted "))
    #expect(desk.screen.contains(" (petro, today 14:30). "))
    desk.press(.character("e"))
    #expect(desk.screen.contains(" No contact is selected."))
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func anOrdersCardSaysWhoDeletedIt() {
    var desk = Desk.sample()
    desk.press(.character("3"), .enter)
    desk.store.orders = []
    desk.store.history = [Self.deed(.deleteOrder, .order(Sample.octavia.id))]
    desk.send(.storeChanged)
    #expect(desk.screen.contains("│ Not there any more: order deleted "))
    #expect(desk.screen.contains(" today 14:30). "))
  }

  @Test func aCallsCardSaysThatItIsGone() {
    var desk = Desk.sample()
    desk.press(.down, .enter)
    desk.store.calls.removeAll { $0.id == Call.ID(8) }
    desk.send(.storeChanged)
    #expect(desk.screen.contains("│ It is not there any more."))
  }

  @Test(arguments: [Key.character("n"), .escape]) func noKeepsHim(_ key: Key) {
    var desk = DeleteQuestionTests.desk()
    desk.press(key)
    #expect(desk.store.written.isEmpty)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aRefusalIsSaidAndMayBeTriedAgain() {
    var desk = DeleteQuestionTests.desk()
    desk.store.refusal = .storeBusy
    desk.press(.character("y"))
    #expect(desk.screen.contains(" The store is busy; nothing was changed. Try again."))
    desk.store.refusal = nil
    desk.press(.character("y"))
    #expect(desk.state.layers.isEmpty)
  }

  @Test func whatWasTypedAboutHimGoesToo() {
    var desk = Desk.sample()
    desk.press(.character("2"), .down, .character("e"), .character("x"), .escape)
    #expect(desk.store.drafts.count == 1)
    desk.press(.character("D"), .character("y"))
    #expect(desk.store.drafts.isEmpty)
  }
}
