import Domain
import Testing

@testable import Store

struct FormDraftTests {
  private func draft(_ id: FormDraft.ID, _ text: String) -> FormDraft {
    FormDraft(
      id: id, origin: Call.ID(7), version: 3,
      fields: [.init(name: "name", text: text), .init(name: "number", text: "")])
  }

  @Test func aUserHasOneOfEachForm() throws {
    let shop = try Shop()
    let number = Shop.number("0501112233")
    let ids = [
      FormDraft.ID(kind: .newContact, number: number), FormDraft.ID(kind: .newContact),
      FormDraft.ID(kind: .contact, subject: 5), FormDraft.ID(kind: .order, subject: 5),
    ]
    for (index, id) in ids.enumerated() {
      try shop.store.save(draft(id, "x"), now: Shop.noon.advanced(bySeconds: Int64(index)))
    }
    #expect(try shop.store.drafts() == ids.map { draft($0, "x") })
    try shop.store.save(draft(ids[0], "Ганна"), now: Shop.noon.advanced(bySeconds: 60))
    try shop.store.dropDraft(ids[3])
    #expect(
      try shop.store.drafts() == [draft(ids[1], "x"), draft(ids[2], "x"), draft(ids[0], "Ганна")])
    let petro = try Store.open(shop.path, access: .writer, actor: "petro")
    defer { petro.close() }
    #expect(try petro.drafts() == [])
    try petro.dropDraft(ids[0])
    #expect(try shop.store.drafts().count == 3)
  }
}
