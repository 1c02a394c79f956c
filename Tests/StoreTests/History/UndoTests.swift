import Domain
import Testing

@testable import Store

/// Every edit can be taken back and done again, to the last byte.
struct UndoTests {
  /// An edit of the workshop, and what is said of it.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (Workshop) throws -> Void
  }

  static let edits: [Edit] = [
    Edit(testDescription: "a new contact answers the question about his number") { shop in
      _ = try shop.store.createContact(
        ContactDraft(
          name: "Ганна", numbers: ["0931112233"], emails: ["h@example.com"],
          organizations: ["Нова"], responsible: "Новий"), from: shop.unknownCall,
        plan: .ukraine, now: Shop.noon)
    },
    Edit(testDescription: "a second contact of a number makes it nobody's") { shop in
      _ = try shop.store.createContact(
        ContactDraft(name: "Син", numbers: ["0501112233"]), from: nil, besideOwners: true,
        plan: .ukraine, now: Shop.noon)
    },
    Edit(testDescription: "a contact is changed in all its fields") { shop in
      _ = try shop.store.updateContact(
        shop.olena.id, version: shop.olena.version,
        draft: ContactDraft(
          name: "Олена К.",
          // The second number becomes the main one, the third is gone.
          numbers: [.init(text: "0672223344", label: "work"), "0501112233"],
          emails: ["new@example.com"], organizations: ["Зоря", "Автопарк"], responsible: "Іван",
          note: "n", googleClientID: "g", externalID: "e"), plan: .ukraine, now: Shop.noon)
    },
    Edit(testDescription: "a number is added from a call") { shop in
      _ = try shop.store.addNumber(
        try #require(Shop.number("0931112233")), to: shop.petro.id, from: shop.unknownCall,
        besideOwners: true, now: Shop.noon)
    },
    Edit(testDescription: "a contact is deleted with his orders") { shop in
      try shop.store.deleteContact(shop.olena.id, now: Shop.noon)
    },
    Edit(testDescription: "two contacts are made one") { shop in
      _ = try shop.store.mergeContacts(
        keep: shop.petro.edition, remove: shop.olena.edition,
        draft: ContactDraft(name: "Петро й Олена"), plan: .ukraine, now: Shop.noon)
    },
    Edit(testDescription: "an organization gets another name") { shop in
      let park = try #require(
        try shop.store.organizations(OrganizationRequest(anchor: .first, limit: 1)).rows.first)
      try shop.store.renameOrganization(park.id, to: "Таксі", now: Shop.noon)
    },
    Edit(testDescription: "an empty organization is deleted") { shop in
      let empty = try #require(
        try shop.store.organizations(
          OrganizationRequest(anchor: .first, limit: 1, search: "порожня")
        ).rows.first)
      try shop.store.deleteOrganization(empty.id, now: Shop.noon)
    },
    Edit(testDescription: "a note") { shop in
      try shop.store.setNote("note", of: shop.missedCall, now: Shop.noon)
    },
    Edit(testDescription: "another note") { shop in
      try shop.store.setNote("another", of: shop.givenCall, now: Shop.noon)
    },
    Edit(testDescription: "a call is given to somebody else") { shop in
      try shop.store.assign(shop.missedCall, to: shop.petro.id, now: Shop.noon)
    },
    Edit(testDescription: "a call is nobody's") { shop in
      try shop.store.detach(shop.missedCall, now: Shop.noon)
    },
    Edit(testDescription: "a call is about another order") { shop in
      try shop.store.attachOrder(shop.order.id, to: shop.unknownCall, now: Shop.noon)
    },
    Edit(testDescription: "a call is about no order") { shop in
      try shop.store.attachOrder(nil, to: shop.missedCall, now: Shop.noon)
    },
    Edit(testDescription: "what a call is follows from the rule again") { shop in
      try shop.store.followRule(shop.givenCall, now: Shop.noon)
    },
    Edit(testDescription: "not now") { shop in
      try shop.store.dismissPrompt(
        try #require(Shop.number("0931112233")), call: shop.unknownCall, now: Shop.noon)
    },
    Edit(testDescription: "dealt with") { shop in
      try shop.store.settleCallBack(
        of: try #require(Shop.number("0501112233")), now: Shop.noon.advanced(bySeconds: 900))
    },
    Edit(testDescription: "dealt with once more") { shop in
      try shop.store.settleCallBack(
        of: try #require(Shop.number("0672223344")), now: Shop.noon.advanced(bySeconds: 900))
    },
    Edit(testDescription: "an order gets another client and another beginning") { shop in
      var draft = OrderDraft(shop.order)
      draft.contact = shop.petro.id
      draft.opened = Shop.noon.advanced(bySeconds: 80)
      draft.note = "note"
      _ = try shop.store.updateOrder(
        shop.order.id, version: shop.order.version, draft: draft, now: Shop.noon)
    },
    Edit(testDescription: "an order is closed") { shop in
      _ = try shop.store.setStatus(
        .closed, of: shop.order.id, before: shop.order.status,
        now: Shop.noon.advanced(bySeconds: 80))
    },
    Edit(testDescription: "a new order takes a call") { shop in
      _ = try shop.store.createOrder(
        OrderDraft(number: "B-1", contact: shop.petro.id, opened: Shop.noon),
        from: shop.missedCall, now: Shop.noon)
    },
    Edit(testDescription: "an order is deleted") { shop in
      try shop.store.deleteOrder(shop.order.id, now: Shop.noon)
    },
    Edit(testDescription: "repair statuses change places") { shop in
      _ = try shop.store.changeStatuses(.move(.ready, by: -2), now: Shop.noon)
    },
    Edit(testDescription: "a repair status goes, its orders to another") { shop in
      _ = try shop.store.changeStatuses(
        .remove(.new, ordersTo: .ready), now: Shop.noon)
    },
  ]

  @Test(arguments: edits) func isTakenBackAndDoneAgain(_ edit: Edit) throws {
    let shop = try Workshop()
    let before = try shop.dump()
    try edit.change(shop)
    let after = try shop.dump()
    #expect(before != after)
    for _ in 0..<2 {
      #expect(try shop.store.undo(now: Shop.noon).step == .undo)
      #expect(try shop.dump() == before)
      #expect(try shop.store.redo(now: Shop.noon).step == .redo)
      #expect(try shop.dump() == after)
    }
    try shop.checkDerived()
  }

  @Test func stepsAreTakenBackOneByOneAndARedoEndsWithTheNextEdit() throws {
    let shop = try Workshop()
    var dumps = [try shop.dump()]
    for edit in UndoTests.edits where !edit.testDescription.contains("deleted with") {
      // Those that need what an earlier one has taken away.
      if edit.testDescription.contains("all its fields") { continue }
      if edit.testDescription.contains("made one") { continue }
      if edit.testDescription.contains("order is deleted") { continue }
      try edit.change(shop)
      let dump = try shop.dump()
      if dump != dumps.last { dumps.append(dump) }
    }
    #expect(dumps.count > 10)
    for dump in dumps.dropLast().reversed() {
      _ = try shop.store.undo(now: Shop.noon)
      #expect(try shop.dump() == dump)
    }
    #expect(throws: StoreError.nothingToUndo) { try shop.store.undo(now: Shop.noon) }
    for dump in dumps.dropFirst() {
      _ = try shop.store.redo(now: Shop.noon)
      #expect(try shop.dump() == dump)
    }
    #expect(throws: StoreError.nothingToUndo) { try shop.store.redo(now: Shop.noon) }
    _ = try shop.store.undo(now: Shop.noon)
    _ = try shop.store.undo(now: Shop.noon)
    try shop.store.setNote("x", of: shop.answeredCall, now: Shop.noon)
    #expect(throws: StoreError.nothingToUndo) { try shop.store.redo(now: Shop.noon) }
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try shop.dump() == dumps[dumps.count - 3])
    try shop.checkDerived()
  }
}
