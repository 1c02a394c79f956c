import Domain
import Testing

@testable import Store

/// Taking back what one has changed while others change things too.
struct SharedUndoTests {
  private let shop: Workshop
  private let other: Store

  init() throws {
    shop = try Workshop()
    other = try Store.open(shop.store.path, access: .writer, actor: "petro")
  }

  private func rename(_ contact: Contact.ID, _ name: String, _ store: Store) throws {
    let present = try #require(try store.contact(contact))
    var draft = ContactDraft(present)
    draft.name = name
    _ = try store.updateContact(
      contact, version: present.version, draft: draft, plan: .ukraine, now: Shop.noon)
  }

  @Test func whatOthersChangeElsewhereStays() throws {
    try rename(shop.olena.id, "Олена К.", shop.store)
    try shop.store.setNote("mine", of: shop.missedCall, now: Shop.noon)
    try rename(shop.petro.id, "Петро К.", other)
    try other.setNote("theirs", of: shop.answeredCall, now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try shop.store.contact(shop.olena.id)?.name == "Олена")
    #expect(try shop.store.contact(shop.petro.id)?.name == "Петро К.")
    #expect(try shop.store.call(shop.answeredCall)?.note == "theirs")
    #expect(try shop.store.call(shop.missedCall)?.note == nil)
    try shop.checkDerived()
  }

  @Test func whatSomebodyHasChangedSinceIsNotTakenBack() throws {
    try rename(shop.olena.id, "Олена К.", shop.store)
    try rename(shop.olena.id, "Олена Коваль", other)
    let dump = try shop.dump()
    #expect(throws: StoreError.changedSince(by: "petro")) { try shop.store.undo(now: Shop.noon) }
    #expect(try shop.dump() == dump)
    // When he takes it back himself it is free again.
    _ = try other.undo(now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try shop.store.contact(shop.olena.id)?.name == "Олена")
  }

  @Test func aNoteThatSomebodyHasChangedSinceIsNotTakenBack() throws {
    try shop.store.setNote("mine", of: shop.givenCall, now: Shop.noon)
    try other.setNote("theirs", of: shop.givenCall, now: Shop.noon)
    #expect(throws: StoreError.changedSince(by: "petro")) { try shop.store.undo(now: Shop.noon) }
    #expect(try shop.store.call(shop.givenCall)?.note == "theirs")
  }

  @Test func aNewContactWithOrdersOfOthersStays() throws {
    let contact = try shop.store.createContact(
      ContactDraft(name: "Ганна"), from: nil, plan: .ukraine, now: Shop.noon)
    let order = OrderDraft(number: "B", contact: contact.id, opened: Shop.noon)
    _ = try other.createOrder(order, now: Shop.noon)
    #expect(throws: StoreError.missing) { try shop.store.undo(now: Shop.noon) }
    #expect(try shop.store.contact(contact.id)?.name == "Ганна")
    try shop.checkDerived()
  }

  @Test func whatWasMadeInPassingStaysWhereOthersUseIt() throws {
    let draft = ContactDraft(name: "Ганна", organizations: ["Нова"], responsible: "Новий")
    _ = try shop.store.createContact(draft, from: nil, plan: .ukraine, now: Shop.noon)
    _ = try other.createContact(draft, from: nil, plan: .ukraine, now: Shop.noon)
    let before = try shop.dump()
    _ = try shop.store.undo(now: Shop.noon)
    let found = try shop.store.organizations(
      OrganizationRequest(anchor: .first, limit: 9, search: "нова")
    ).rows
    #expect(found.map(\.memberCount) == [1])
    _ = try shop.store.redo(now: Shop.noon)
    #expect(try shop.dump() == before)
  }

  @Test func anOrganizationThatSomebodyHasJoinedIsNotDeletedAgain() throws {
    let empty = try #require(
      try shop.store.organizations(
        OrganizationRequest(anchor: .first, limit: 1, search: "порожня")
      ).rows.first)
    try shop.store.deleteOrganization(empty.id, now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    _ = try other.createContact(
      ContactDraft(name: "Ганна", organizations: [empty.name]), from: nil, plan: .ukraine,
      now: Shop.noon)
    #expect(throws: StoreError.missing) { try shop.store.redo(now: Shop.noon) }
    #expect(try shop.store.organization(empty.id)?.memberCount == 1)
  }

  @Test func aNumberGivenAwayMeanwhileIsBothContacts() throws {
    try shop.store.deleteContact(shop.olena.id, now: Shop.noon)
    let second = try other.createContact(
      ContactDraft(name: "Ганна", numbers: ["0501112233"]), from: nil, plan: .ukraine,
      now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    let number = try #require(Shop.number("0501112233"))
    #expect(try shop.store.contacts(owning: number).map(\.id) == [shop.olena.id, second.id])
    try shop.checkDerived()
  }

  @Test func aContactThatWasTakenBackIsOfANewVersion() throws {
    try rename(shop.olena.id, "Олена К.", shop.store)
    let seen = try #require(try other.contact(shop.olena.id))
    _ = try shop.store.undo(now: Shop.noon)
    let present = try #require(try other.contact(shop.olena.id))
    #expect(present.version == seen.version + 1)
    #expect(throws: StoreError.conflict(current: present)) {
      try other.updateContact(
        seen.id, version: seen.version, draft: ContactDraft(seen), plan: .ukraine, now: Shop.noon)
    }
  }

  @Test func aStepIsOnesOwn() throws {
    try rename(shop.olena.id, "Олена К.", shop.store)
    #expect(throws: StoreError.nothingToUndo) { try other.undo(now: Shop.noon) }
    // The same user at another console.
    let second = try Store.open(shop.store.path, access: .writer, actor: shop.store.actor)
    #expect(throws: StoreError.nothingToUndo) { try second.undo(now: Shop.noon) }
  }

  @Test func aQuestionThatWasAskedAgainStaysOpen() throws {
    let number = try #require(Shop.number("0931112233"))
    try shop.store.dismissPrompt(number, call: shop.unknownCall, now: Shop.noon)
    try shop.shop.take(shop.shop.miss("9", from: "0931112233", at: 300))
    _ = try shop.store.undo(now: Shop.noon)
    let open = try shop.store.promptQueue(limit: 9).prompts
    #expect(open.map(\.call.providerID) == ["9", "3"])
  }
}
