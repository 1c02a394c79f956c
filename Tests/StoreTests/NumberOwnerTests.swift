import Domain
import Testing

@testable import Store

/// What stands beside a number is whose it is, whatever happens to contacts. Edits, and taking them
/// back, are checked by `Workshop.checkDerived`.
struct NumberOwnerTests {
  private func kept(_ shop: Shop) throws -> [String] {
    try shop.store.connection.rows(
      """
      SELECT text, owners, owner_id IS NULL, owner_name FROM number
      WHERE owners > 0 OR id IN (SELECT client_id FROM call) ORDER BY text
      """
    ) { "\($0.text()) \($0.int()) \($0.bool() ? "-" : "+") \($0.optionalText() ?? "")" }
  }

  @Test func ofNobodyOfOneAndOfSeveral() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    #expect(try kept(shop) == ["+380501112233 0 - "])
    let olena = try shop.contact("Олена", "0501112233", "0672223344")
    #expect(try kept(shop) == ["+380501112233 1 + Олена", "+380672223344 1 + Олена"])
    let petro = try shop.contact("Петро", "0672223344")
    #expect(try kept(shop) == ["+380501112233 1 + Олена", "+380672223344 2 - "])
    try shop.store.deleteContact(olena.id, now: Shop.noon)
    #expect(try kept(shop) == ["+380501112233 0 - ", "+380672223344 1 + Петро"])
    // Only the case changes, which nobody searches by.
    _ = try shop.store.updateContact(
      petro.id, version: petro.version,
      draft: ContactDraft(name: "ПЕТРО", numbers: ["0672223344"]), plan: .ukraine, now: Shop.noon)
    #expect(try kept(shop) == ["+380501112233 0 - ", "+380672223344 1 + ПЕТРО"])
    #expect(try shop.store.ownersAreRight())
  }

  @Test func ofAnImport() throws {
    let shop = try Shop()
    try shop.contact("Олена", "0501112233")
    func row(_ name: String?, _ numbers: String...) -> ContactImport {
      var row = ContactImport()
      row.name = name
      row.numbers = numbers.compactMap(Shop.number).map { Contact.Number(number: $0, label: nil) }
      return row
    }
    _ = try shop.store.importContacts(
      [
        row("Олена", "0501112233", "0502223344"), row("Петро", "0672223344", "0673334455"),
        row("Син", "0672223344"), row(nil, "0930000000"),
      ], in: ImportSession(isDryRun: false, now: Shop.noon))
    #expect(
      try kept(shop) == [
        "+380501112233 1 + Олена", "+380502223344 1 + Олена", "+380672223344 2 - ",
        "+380673334455 1 + Петро", "+380930000000 1 + ",
      ])
    #expect(try shop.store.ownersAreRight())
  }

  @Test func aNameWithAForgottenNumberInItIsStruckOutHereToo() throws {
    let shop = try Shop()
    try shop.contact("Олена, чоловік 0672223344", "0501112233")
    _ = try shop.store.forget(
      try #require(Shop.number("0672223344")), plan: .ukraine, now: Shop.noon)
    #expect(try kept(shop) == ["+380501112233 1 + Олена, чоловік 0***1***"])
    #expect(try shop.store.ownersAreRight())
  }

  @Test func ofAStoreFromBeforeItWasKept() throws {
    let shop = try Shop()
    let path = shop.folder.appendingPathComponent("older.db").path
    let old = try Store(
      path, access: .writer, actor: "", rule: .current,
      migrations: Array(Schema.migrations.prefix(1)))
    try old.connection.execute(
      script: """
        INSERT INTO number (text, kind) VALUES ('+380501112233', 0), ('+380672223344', 0),
          ('+380930000000', 0);
        INSERT INTO contact (name, name_key, created, search) VALUES ('Олена', '', 0, ''),
          ('Петро', '', 0, '');
        INSERT INTO contact_number (contact_id, number_id, place)
          VALUES (1, 1, 0), (1, 2, 1), (2, 2, 0);
        """)
    old.close()
    let migrated = try Store.open(path, access: .writer, actor: "olena")
    #expect(try migrated.ownersAreRight())
    #expect(
      try migrated.connection.rows("SELECT owners, owner_name FROM number ORDER BY id") {
        "\($0.int()) \($0.optionalText() ?? "-")"
      } == ["1 Олена", "2 -", "0 -"])
  }

  /// Another program has written what it should not.
  @Test func whatIsWrongIsFoundAndMended() throws {
    for damage in [
      "owners = 0", "owners = 2, owner_id = NULL", "owner_id = owner_id + 1", "owner_name = NULL",
      "owner_name = 'Петро'",
    ] {
      let shop = try Shop()
      try shop.take(shop.miss("1", from: "0501112233"))
      let olena = try shop.contact("Олена", "0501112233")
      #expect(try shop.store.ownersAreRight())
      #expect(try !shop.store.repairOwners())
      try shop.store.connection.run("UPDATE number SET \(damage) WHERE owners = 1")
      #expect(try !shop.store.ownersAreRight(), "\(damage)")
      #expect(try shop.store.repairOwners())
      #expect(try shop.store.ownersAreRight(), "\(damage)")
      #expect(try shop.log().rows.map(\.contact) == [olena.reference])
    }
  }
}
