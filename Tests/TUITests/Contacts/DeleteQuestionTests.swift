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
        "│ 2 calls: they stay in the log and are nobody's.                │",
        "│ 1 order: deleted with him.                                     │",
        "│                                                                │",
        "│ y delete   n keep                                              │",
        "└────────────────────────────────────────────────────────────────┘",
      ])
  }

  @Test func itFitsALowScreenInUkrainian() {
    let desk = DeleteQuestionTests.desk(15, language: .ukrainian)
    #expect(desk.screen.contains("│ 2 дзвінки: лишаться в журналі нічиїми."))
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
