import Domain
import Testing

@testable import Store

struct HistoryTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  /// Newest first: `step action: field before → after, …`
  private func lines(_ subject: HistoryEntry.Subject) throws -> [String] {
    try shop.store.history(HistoryRequest(anchor: .first, limit: 50, subject: subject)).rows.map {
      let changes = $0.changes.map {
        "\($0.field.rawValue) \($0.before ?? "—") → \($0.after ?? "—")"
      }
      return "\($0.step) \($0.action.rawValue): " + changes.joined(separator: ", ")
    }
  }

  @Test func itSaysWhatAContactWasAndIs() throws {
    var draft = ContactDraft(shop.petro)
    draft.name = "Петро К."
    draft.numbers = ["0991112233", .init(text: "0631112233", label: "home")]
    draft.organizations = []
    draft.note = "note"
    _ = try shop.store.updateContact(
      shop.petro.id, version: shop.petro.version, draft: draft, plan: .ukraine, now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    #expect(
      try lines(.contact(shop.petro.id)) == [
        "undo update contact: name Петро К. → Петро, number +380 63 111 22 33 home → —, "
          + "organization — → Автопарк, note note → —",
        "edit update contact: name Петро → Петро К., number — → +380 63 111 22 33 home, "
          + "organization Автопарк → —, note — → note",
        "edit create contact: name — → Петро, number — → +380 99 111 22 33, "
          + "organization — → Автопарк",
      ])
    let entry = try #require(
      try shop.store.history(
        HistoryRequest(anchor: .first, limit: 1, subject: .contact(shop.petro.id))
      ).rows.first)
    #expect(entry.actor == "olena" && entry.at == Shop.noon && entry.title == "Петро")
    #expect(try shop.store.historyCount(of: .contact(shop.petro.id)) == 3)
  }

  @Test func itSaysWhatPeopleSaidOfACall() throws {
    try shop.store.setNote("note", of: shop.missedCall, now: Shop.noon)
    try shop.store.assign(shop.missedCall, to: shop.petro.id, now: Shop.noon)
    try shop.store.attachOrder(shop.order.id, to: shop.missedCall, now: Shop.noon)
    try shop.store.attachOrder(nil, to: shop.missedCall, now: Shop.noon)
    try shop.store.detach(shop.missedCall, now: Shop.noon)
    #expect(
      try lines(.call(shop.missedCall)) == [
        "edit detach call: contact Петро → —",
        "edit attach order: order A-1 → —",
        "edit attach order: order — → A-1",
        "edit assign call: contact Олена → Петро, order A-1 → —",
        "edit set note: note — → note",
      ])
  }

  @Test func whatWasMergedGoesOnInTheKeptOnesHistory() throws {
    _ = try shop.store.mergeContacts(
      keep: shop.petro.edition, remove: shop.olena.edition, draft: ContactDraft(shop.petro),
      plan: .ukraine, now: Shop.noon)
    let merged = try lines(.contact(shop.petro.id))
    #expect(merged.count == 3)
    #expect(
      merged[0].hasPrefix("edit merge contacts: ") && merged[0].hasSuffix("contact Олена → —"))
    #expect(merged[2].hasPrefix("edit create contact: name — → Олена"))
    _ = try shop.store.undo(now: Shop.noon)
    // The merge and its undo were of both.
    #expect(try lines(.contact(shop.petro.id)).count == 3)
    #expect(try lines(.contact(shop.olena.id)).count == 3)
  }

  @Test func whatChangesNothingLeavesNoTrace() throws {
    let count = try shop.store.historyCount()
    _ = try shop.store.updateContact(
      shop.olena.id, version: shop.olena.version, draft: ContactDraft(shop.olena), plan: .ukraine,
      now: Shop.noon)
    #expect(try shop.store.historyCount() == count)
    #expect(try shop.store.contact(shop.olena.id) == shop.olena)
    #expect(throws: StoreError.nothingToUndo) { try shop.store.undo(now: Shop.noon) }
  }

  @Test func itPagesFromTheNewest() throws {
    for index in 0..<9 {
      try shop.store.setNote("\(index)", of: shop.missedCall, now: Shop.noon)
    }
    let subject = HistoryEntry.Subject.call(shop.missedCall)
    let whole = try shop.store.history(HistoryRequest(anchor: .first, limit: 99, subject: subject))
      .rows
    #expect(whole.map { $0.changes[0].after } == (0..<9).reversed().map { "\($0)" })
    let page = try shop.store.history(
      HistoryRequest(anchor: .after(whole[2].id), limit: 4, subject: subject))
    #expect(page.rows == Array(whole[3..<7]) && page.hasBefore && page.hasAfter)
    let last = try shop.store.history(
      HistoryRequest(anchor: .last, limit: 2, subject: subject))
    #expect(last.rows == Array(whole[7...]) && !last.hasAfter)
  }

  @Test func itIsKeptAsLongAsTheJournal() throws {
    try shop.store.setNote("x", of: shop.missedCall, now: Shop.noon)
    try shop.store.setRetention(Retention(journalDays: 10, callDays: nil), now: Shop.noon)
    let days = { (count: Int64) in Shop.noon.advanced(bySeconds: count * 86_400) }
    // What is a week old is not taken back any more, but still known.
    try shop.store.expire(now: days(8))
    #expect(try lines(.call(shop.missedCall)).count == 1)
    #expect(throws: StoreError.nothingToUndo) { try shop.store.undo(now: Shop.noon) }
    try shop.store.expire(now: days(11))
    #expect(try lines(.call(shop.missedCall)) == [])
    #expect(try shop.store.historyCount() == 0)
  }
}
