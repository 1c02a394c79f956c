import Domain
import Testing

@testable import Store

struct ContactTests {
  /// In the order of the Ukrainian alphabet, the unnamed one last.
  private func shop() throws -> Shop {
    let shop = try Shop()
    try shop.contact("Юрченко Ґеорг", "+380 93 555 44 33")
    try shop.contact(
      "Іваненко Олена", "050 123-45-67", "+380440000067", organization: "Автопарк \"Є\"")
    try shop.contact("Євтушенко Мар'яна", "0671230099")
    try shop.contact("", "+48501234599")
    try shop.contact("Smith John", "0501239900", organization: "Автопарк")
    return shop
  }

  private func find(_ text: String, in shop: Shop) throws -> [String] {
    try shop.store.contacts(ContactRequest(anchor: .first, limit: 50, search: text)).rows
      .map { $0.name.flatMap { $0.split(separator: " ").first.map(String.init) } ?? "—" }
  }

  @Test(arguments: [
    ("", "Smith Євтушенко Іваненко Юрченко —"),
    ("  ", "Smith Євтушенко Іваненко Юрченко —"),
    ("іван", "Іваненко"), ("ІВАНЕНКО", "Іваненко"), ("олена іван", "Іваненко"),
    ("ЄВТ", "Євтушенко"), ("маряна", "Євтушенко"), ("Мар’яна", "Євтушенко"), ("ґео", "Юрченко"),
    ("автопарк", "Smith Іваненко"), ("smi", "Smith"), ("John 990", "Smith"), ("John 0671", ""),
    // One and two letters: the beginning of the name.
    ("і", "Іваненко"), ("єв", "Євтушенко"), ("s", "Smith"), ("ен", ""),
    // A number in any spelling, any part of it.
    ("050 123", "Smith Іваненко —"), ("+38050123", "Smith Іваненко"), ("80501234567", "Іваненко"),
    ("(050) 123-45-67", "Іваненко"), ("00380501234567", "Іваненко"), ("0501234567", "Іваненко"),
    ("4567", "Іваненко"), ("0067", "Іваненко"), ("501234", "Іваненко —"),
    ("99", "Smith Євтушенко —"),
    ("7", "Євтушенко Іваненко"), ("0099", "Євтушенко"), ("099", "Євтушенко"),
    // Nothing in a search means anything to SQLite.
    ("\"", ""), ("*", ""), ("%", ""), ("_", ""), ("OR", ""), ("іван OR smith", ""),
    ("NEAR(іва, 2)", ""), ("search:іван", ""), ("іван*", "Іваненко"), ("'; --", ""),
    ("\"іван", "Іваненко"), ("^іван", "Іваненко"), ("\u{0}", ""), ("(((", ""), ("{}", ""),
    ("-іван", "Іваненко"), ("🙂", ""), ("\\", ""),
  ]) func searching(text: String, finds: String) throws {
    #expect(try find(text, in: try shop()).joined(separator: " ") == finds)
  }

  @Test func aChangedContactIsFoundByWhatItIsNow() throws {
    let shop = try shop()
    let smith = try #require(
      try shop.store.contacts(ContactRequest(anchor: .first, limit: 1)).rows.first)
    let changed = try shop.store.updateContact(
      smith.id, version: smith.version,
      draft: ContactDraft(
        name: "Коваль Петро", numbers: ["0930000001"], emails: [" p@example.com "],
        responsible: "Олена", note: "note"), plan: .ukraine, now: Shop.noon)
    #expect(changed.version == 2 && changed.emails == ["p@example.com"])
    #expect(changed.responsible == "Олена" && changed.note == "note")
    #expect(changed.organizations.isEmpty)
    #expect(try find("smith", in: shop).isEmpty && find("0501239900", in: shop).isEmpty)
    #expect(try find("коваль", in: shop) == ["Коваль"])
    #expect(try find("автопарк", in: shop) == ["Іваненко"])
    #expect(try shop.store.contactCount() == 5)
    let integrity = try shop.store.integrity()
    #expect(integrity == "ok")
  }

  @Test func aSaveOverSomebodyElsesChangeIsRefusedAndShown() throws {
    let shop = try Shop()
    let contact = try shop.contact("Олена", "0501112233")
    let other = try Store.open(shop.path, access: .writer, actor: "petro")
    let theirs = try other.updateContact(
      contact.id, version: contact.version, draft: ContactDraft(name: "Олена І."),
      plan: .ukraine, now: Shop.noon)
    #expect(throws: StoreError.conflict(current: theirs)) {
      try shop.store.updateContact(
        contact.id, version: contact.version, draft: ContactDraft(name: "Мар'яна"),
        plan: .ukraine, now: Shop.noon)
    }
    #expect(try shop.store.contact(contact.id) == theirs)
    #expect(throws: StoreError.missing) {
      try shop.store.updateContact(
        Contact.ID(99), version: 1, draft: ContactDraft(name: "x"), plan: .ukraine, now: Shop.noon)
    }
    #expect(throws: StoreError.invalid) {
      try shop.store.createContact(ContactDraft(), from: nil, plan: .ukraine, now: Shop.noon)
    }
  }

  @Test func everythingThatADraftSaysIsKeptAndComesBack() throws {
    let shop = try Shop()
    let draft = ContactDraft(
      name: "Олена",
      numbers: [.init(text: "+380 50 111 22 33", label: "mobile"), "+380 44 000 00 01", "2345678"],
      emails: ["a@example.com", "b@example.com"], organizations: ["Зоря", "Автопарк"],
      responsible: "Петро", note: "note", googleClientID: "GA1.2.3", externalID: "42")
    let contact = try shop.store.createContact(draft, from: nil, plan: .ukraine, now: Shop.noon)
    #expect(ContactDraft(contact) == draft)
    let changed = try shop.store.updateContact(
      contact.id, version: 1, draft: ContactDraft(name: "Олена"), plan: .ukraine, now: Shop.noon)
    #expect(ContactDraft(changed) == ContactDraft(name: "Олена"))
  }

  @Test func aNumberOfAnotherContactIsGivenToASecondOneOnlyByInsisting() throws {
    let shop = try Shop()
    let olena = try shop.contact("Олена", "0501112233")
    let petro = try shop.contact("Петро", "0671112233")
    let number = try #require(Shop.number("0501112233"))
    let taken = StoreError.taken(owner: olena.reference, by: "olena")
    let draft = ContactDraft(name: "Петро", numbers: ["0671112233", "0501112233"])
    #expect(throws: taken) {
      try shop.store.updateContact(
        petro.id, version: 1, draft: draft, plan: .ukraine, now: Shop.noon)
    }
    #expect(throws: taken) {
      try shop.store.addNumber(number, to: petro.id, from: nil, now: Shop.noon)
    }
    let both = try shop.store.updateContact(
      petro.id, version: 1, draft: draft, besideOwners: true, plan: .ukraine, now: Shop.noon)
    // What he has already is not asked about again.
    _ = try shop.store.updateContact(
      petro.id, version: both.version, draft: draft, plan: .ukraine, now: Shop.noon)
    #expect(try shop.store.contacts(owning: number).count == 2)
  }

  @Test func aListAndASearchPageByKey() throws {
    let shop = try Shop()
    for index in 0..<30 { try shop.contact("Імʼя \(index % 4)", "05011122\(10 + index)") }
    for search in ["", "імя", "0501112", "ім", "5"] {
      let whole = try shop.store.contacts(
        ContactRequest(anchor: .first, limit: 99, search: search)
      ).rows
      #expect(whole.count == 30)
      #expect(try shop.store.contactCount(matching: search) == 30)
      for (index, contact) in whole.enumerated() {
        func page(_ anchor: Anchor<ContactRequest.Position>) throws -> [Contact.ID] {
          try shop.store.contacts(ContactRequest(anchor: anchor, limit: 4, search: search))
            .rows.map(\.id)
        }
        let ids = whole.map(\.id)
        #expect(try page(.after(contact.position)) == Array(ids[(index + 1)...].prefix(4)))
        #expect(try page(.before(contact.position)) == Array(ids[..<index].suffix(4)))
        #expect(try page(.around(contact.position)).contains(contact.id))
      }
    }
  }

  @Test func theCardSaysWhatHappened() throws {
    let shop = try Shop()
    let contact = try shop.contact("Олена", "0501112233", "0672223344")
    try shop.take(
      shop.miss("1", from: "0501112233", at: 10), shop.miss("2", from: "0672223344", at: 20),
      shop.answered("3", from: "0501112233", at: 30))
    let card = try #require(try shop.store.contactCard(contact.id))
    #expect(card.callCount == 3)
    #expect(try shop.store.callCount(of: contact.id) == 3)
    #expect(try shop.store.orderCount(of: contact.id) == 0)
    #expect(try shop.store.contactCount(matching: "nobody") == 0)
    #expect(card.lastCall == Shop.noon.advanced(bySeconds: 30))
    #expect(card.lastMissed == Shop.noon.advanced(bySeconds: 20))
    #expect(try shop.store.contactCard(Contact.ID(9)) == nil)
    // What is his by hand counts, and what was taken from him does not.
    try shop.take(shop.answered("4", from: "0933334455", at: 40))
    let newest = try shop.store.calls(LogRequest(anchor: .first, limit: 2)).rows
    try shop.store.assign(newest[0].id, to: contact.id, now: Shop.noon)
    let lastCall = { try shop.store.contactCard(contact.id)?.lastCall }
    #expect(try lastCall() == newest[0].start)
    try shop.store.detach(newest[0].id, now: Shop.noon)
    #expect(try lastCall() == newest[1].start)
    try shop.store.detach(newest[1].id, now: Shop.noon)
    #expect(try lastCall() == Shop.noon.advanced(bySeconds: 20))
  }

  /// Two consoles answer one question: the first one wins, the second is told, and may insist.
  @Test func aNumberThatIsTakenIsSaid() throws {
    let shop = try Shop()
    try shop.take(shop.miss("1", from: "0501112233"))
    let call = try #require(try shop.log().rows.first?.id)
    let draft = ContactDraft(name: "Ганна", numbers: ["0672223344", "050 111-22-33"])
    let petro = try Store.open(shop.path, access: .writer, actor: "petro")
    defer { petro.close() }
    let first = try petro.createContact(
      ContactDraft(name: "Олена", numbers: ["0501112233"]), from: call, plan: .ukraine,
      now: Shop.noon)
    #expect(throws: StoreError.taken(owner: first.reference, by: "petro")) {
      try shop.store.createContact(draft, from: call, plan: .ukraine, now: Shop.noon)
    }
    #expect(try shop.store.contactCount() == 1)
    let second = try shop.store.createContact(
      draft, from: call, besideOwners: true, plan: .ukraine, now: Shop.noon)
    let number = try #require(Shop.number("0501112233"))
    #expect(try shop.store.contacts(owning: number).map(\.id) == [first.id, second.id])
  }
}
