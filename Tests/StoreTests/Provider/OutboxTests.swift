import Domain
import Testing

@testable import Store

extension Shop {
  /// The integration with a project at the provider.
  @discardableResult
  func connect(
    project: String = "106", key: String? = "key", announces: Bool = true,
    templates: LinkTemplates = LinkTemplates()
  ) throws -> Integration {
    let present = try #require(try store.integration(integration))
    var draft = IntegrationDraft(present)
    draft.projectID = project
    draft.authKey = key.flatMap(Secret.init)
    draft.announcesNewNumbers = announces
    (draft.contactLink, draft.leadLink, draft.dealLink) = (
      templates.contact ?? "", templates.lead ?? "", templates.deal ?? ""
    )
    return try store.update(
      draft, of: integration, version: present.version, plan: .ukraine, now: Shop.noon)
  }

  var pushes: [OutboxPush] {
    get throws {
      try store.nextPushes(to: #require(try store.integration(integration)), limit: 50)
    }
  }

  /// What waits, as `external id: name`; organizations in brackets.
  var waiting: [String] {
    get throws {
      try pushes.flatMap { push -> [String] in
        switch push.content {
        case .entries(let entries): entries.map { "\($0.externalID): \($0.fullName)" }
        case .organization(let organization): ["[\(organization.externalID): \(organization.name)]"]
        case .nothing(let problem): [problem.cause.rawValue]
        case .obsolete: ["obsolete"]
        }
      }
    }
  }

  /// The provider has taken all of it.
  func deliver() throws {
    try store.settle(pushes)
    #expect(try waiting == [])
  }

  func ring(_ id: String, from number: String, at seconds: Int64 = 0) -> IngestItem {
    item(id, .before, at: seconds) {
      $0.type = .incoming
      $0.caller = Shop.number(number)
      $0.called = Shop.number("380440000009")
    }
  }
}

@Suite struct OutboxTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.connect()
  }

  private func entry(_ index: Int = 0) throws -> AddressBookEntry {
    let entries = try shop.pushes.flatMap { push -> [AddressBookEntry] in
      if case .entries(let entries) = push.content { entries } else { [] }
    }
    return try #require(entries.indices.contains(index) ? entries[index] : nil)
  }

  // MARK: What puts a push there

  @Test func everyEditOfAContactIsPushedOnce() throws {
    var olena = try shop.contact("Олена", "0501112233")
    for name in ["Олена І.", "Олена Іваненко"] {
      olena = try shop.store.updateContact(
        olena.id, version: olena.version,
        draft: ContactDraft(name: name, numbers: ["0501112233"]), plan: .ukraine, now: Shop.noon)
    }
    #expect(try shop.waiting == ["\(olena.id.rawValue): Олена Іваненко"])
  }

  @Test func anEditThatIsUndoneIsPushedAsItWas() throws {
    let olena = try shop.contact("Олена", "0501112233")
    try shop.deliver()
    _ = try shop.store.updateContact(
      olena.id, version: olena.version, draft: ContactDraft(name: "Інша"), plan: .ukraine,
      now: Shop.noon)
    try shop.deliver()
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try shop.waiting == ["\(olena.id.rawValue): Олена"])
    try shop.deliver()
    _ = try shop.store.redo(now: Shop.noon)
    // Neither a number nor an e-mail.
    #expect(try shop.waiting == ["noDirection"])
  }

  @Test func anEditThatFailsPutsNothingThere() throws {
    let olena = try shop.contact("Олена", "0501112233")
    try shop.deliver()
    #expect(throws: StoreError.self) {
      try shop.store.updateContact(
        olena.id, version: 99, draft: ContactDraft(name: "Інша"), plan: .ukraine, now: Shop.noon)
    }
    #expect(try shop.waiting == [])
  }

  @Test func organizationsArePushedWithTheirMembers() throws {
    let olena = try shop.contact("Олена", "0501112233", organization: "Автопарк")
    let park = try #require(
      try shop.store.organizations(OrganizationRequest(anchor: .first, limit: 1)).rows.first)
    #expect(
      try shop.waiting == ["\(olena.id.rawValue): Олена", "[\(park.id.rawValue): Автопарк]"])
    try shop.deliver()
    try shop.store.renameOrganization(park.id, to: "Автопарк 2", now: Shop.noon)
    #expect(
      try shop.waiting == ["\(olena.id.rawValue): Олена", "[\(park.id.rawValue): Автопарк 2]"])
    #expect(
      try entry().organizations == [
        AddressBookOrganization(externalID: "\(park.id.rawValue)", name: "Автопарк 2")
      ])
  }

  @Test func anOrderThatOpensOrEndsIsANewLink() throws {
    let olena = try shop.contact("Олена", "0501112233")
    try shop.deliver()
    let order = try shop.store.createOrder(
      OrderDraft(number: "A-1/Є", contact: olena.id, opened: Shop.noon), from: nil, now: Shop.noon)
    #expect(try entry().dealLink == "carbook://order/A-1%2F%D0%84")
    try shop.deliver()
    _ = try shop.store.setStatus(.closed, of: order.id, before: order.status, now: Shop.noon)
    #expect(try entry().dealLink == nil)
  }

  @Test func theDemosAreNeverPushed() throws {
    let draft = ContactDraft(
      name: "Вигадана", numbers: ["0501112233"], organizations: ["Вигаданий парк"])
    let id = try shop.store.createDemoContacts(
      [(draft: draft, created: Shop.noon)], plan: .ukraine, now: Shop.noon)[0]
    let contact = try #require(try shop.store.contact(id))
    _ = try shop.store.updateContact(
      id, version: contact.version,
      draft: ContactDraft(
        name: "Змінена", numbers: ["0501112233"], organizations: ["Вигаданий парк"]),
      plan: .ukraine, now: Shop.noon)
    try shop.take(shop.ring("1", from: "0501112233"))
    #expect(try shop.store.queueWholeBook(now: Shop.noon) == 1)
    #expect(try shop.waiting == [])
  }

  @Test(arguments: [(false, []), (true, ["1: Олена", "[1: Автопарк]"])] as [(Bool, [String])])
  func importedOnesAreIfTheUserSaysSo(_ pushes: Bool, _ waiting: [String]) throws {
    var row = ContactImport()
    row.name = "Олена"
    row.numbers = [Contact.Number(number: try #require(Shop.number("0501112233")), label: nil)]
    row.organizations = ["Автопарк"]
    let session = ImportSession(isDryRun: false, pushes: pushes, now: Shop.noon)
    #expect(try shop.store.importContacts([row], in: session) == [.new])
    try shop.take(shop.ring("1", from: "0501112233"))
    #expect(try shop.waiting == waiting)
    #expect(try shop.store.queueWholeBook(now: Shop.noon) == 2)
    #expect(try shop.waiting.sorted() == ["1: Олена", "[1: Автопарк]"])
  }

  @Test func withoutAProjectNothingGathers() throws {
    try shop.connect(project: "", key: nil)
    try shop.contact("Олена", "0501112233")
    try shop.take(shop.ring("1", from: "0671112233"))
    #expect(try shop.store.outboxCount() == (waiting: 0, refused: 0))
  }

  // MARK: What is pushed

  @Test func everythingThatIsKnownIsSaid() throws {
    let olena = try shop.store.createContact(
      ContactDraft(
        name: "Олена", numbers: ["0501112233", .init(text: "2345678", label: "work")],
        emails: ["a@example.com"], responsible: "Іван", googleClientID: "GA1"), from: nil,
      plan: .ukraine, now: Shop.noon)
    try shop.store.connection.run(
      "UPDATE staff SET crm_id = 'manager1', provider_staff_id = '11' WHERE name = 'Іван'")
    #expect(
      try entry()
        == AddressBookEntry(
          externalID: "\(olena.id.rawValue)", fullName: "Олена", responsible: "manager1",
          staffID: "11", contactLink: "carbook://contact/\(olena.id.rawValue)",
          googleClientID: "GA1",
          directions: [
            .init(kind: .phone, name: "Олена", value: "+380501112233"),
            .init(kind: .phone, name: "work", value: "2345678"),
            .init(kind: .email, name: "Олена", value: "a@example.com"),
          ]))
  }

  @Test func whoHasNoNameIsCalledByHisNumber() throws {
    try shop.contact("", "0501112233")
    #expect(try entry().fullName == "+380501112233")
  }

  @Test func linksLeadToAnotherCRMWhereTheyAreToldTo() throws {
    try shop.connect(
      templates: LinkTemplates(
        contact: "https://crm.example/c/{id}", lead: "https://crm.example/l?p={number}",
        deal: "https://crm.example/d/{number}"))
    let olena = try shop.contact("Олена", "0501112233")
    _ = try shop.store.createOrder(
      OrderDraft(number: "A 1", contact: olena.id, opened: Shop.noon), from: nil, now: Shop.noon)
    let links = try entry()
    #expect(links.contactLink == "https://crm.example/c/\(olena.id.rawValue)")
    #expect(links.leadLink == "https://crm.example/l?p=%2B380501112233")
    #expect(links.dealLink == "https://crm.example/d/A%201")
    try shop.deliver()
    try shop.take(shop.ring("1", from: "0671112233"))
    // A number has no id: the console's own link stands in.
    #expect(try entry().contactLink == "carbook://new?number=%2B380671112233")
    #expect(try entry().leadLink == "https://crm.example/l?p=%2B380671112233")
  }

  // MARK: What the phone shows

  @Test func anUnknownNumberIsANewClient() throws {
    try shop.take(shop.ring("1", from: "0501112233"))
    #expect(
      try entry()
        == AddressBookEntry(
          externalID: "new-380501112233", fullName: "New client on Carbook",
          responsible: try entry().responsible,
          contactLink: "carbook://new?number=%2B380501112233",
          directions: [
            .init(kind: .phone, name: "New client on Carbook", value: "+380501112233")
          ]))
    try shop.deliver()
    // The provider knows it already.
    try shop.take(shop.ring("2", from: "0501112233", at: 60))
    #expect(try shop.waiting == [])
  }

  @Test func hiddenAndInternalNumbersAndOldNewsAreNot() throws {
    shop.own = OwnNumbers([try #require(Shop.number("380440000009"))])
    try shop.take(
      shop.item("1", .before) { $0.type = .incoming }, shop.ring("2", from: "101"),
      shop.ring("3", from: "ivanenko"), shop.miss("4", from: "0501112233"))
    let fetched = shop.item("5", .before, origin: .fetched) {
      $0.type = .incoming
      $0.caller = Shop.number("0671112233")
    }
    try shop.take(fetched)
    #expect(try shop.waiting == [])
  }

  @Test func nobodyIsToldWhereThatIsSwitchedOff() throws {
    try shop.connect(announces: false)
    try shop.take(shop.ring("1", from: "0501112233"))
    #expect(try shop.waiting == [])
  }

  @Test func theContactTakesTheNumbersPlace() throws {
    try shop.take(shop.ring("1", from: "0501112233"))
    try shop.deliver()
    let olena = try shop.contact("Олена", "0671112233", "0501112233")
    #expect(try shop.waiting == ["new-380501112233: Олена"])
    #expect(try entry().directions.map(\.value) == ["+380671112233", "+380501112233"])
    try shop.deliver()
    // And gives it back where it was a mistake; what is done again is as it was.
    _ = try shop.store.undo(now: Shop.noon)
    #expect(try shop.waiting == ["new-380501112233: New client on Carbook"])
    try shop.deliver()
    _ = try shop.store.redo(now: Shop.noon)
    #expect(try shop.waiting == ["new-380501112233: Олена"])
    try shop.deliver()
    try shop.store.deleteContact(olena.id, now: Shop.noon)
    #expect(try shop.waiting == ["new-380501112233: New client on Carbook"])
  }

  @Test func aContactThatIsMadeBeforeTheNumberIsToldLeavesNothingToTell() throws {
    try shop.take(shop.ring("1", from: "0501112233"))
    try shop.contact("Олена", "0501112233")
    #expect(try shop.waiting == ["obsolete", "new-380501112233: Олена"])
  }

  @Test func aNumberThatIsAddedToAClientIsHisUnderBothIDs() throws {
    let olena = try shop.contact("Олена", "0671112233")
    try shop.deliver()
    try shop.take(shop.ring("1", from: "0501112233"))
    try shop.deliver()
    let number = try #require(Shop.number("0501112233"))
    _ = try shop.store.addNumber(number, to: olena.id, from: nil, now: Shop.noon)
    #expect(
      try shop.waiting == ["\(olena.id.rawValue): Олена", "new-380501112233: Олена"])
    #expect(try entry(0).directions.count == 2)
    #expect(try entry(1).directions.map(\.value) == ["+380501112233"])
  }

  @Test func ofTwoWhoAreMergedOneHasBothEntries() throws {
    let olena = try shop.contact("Олена", "0671112233")
    let double = try shop.contact("Олена І.", "0501112233")
    try shop.deliver()
    _ = try shop.store.mergeContacts(
      keep: olena.edition, remove: double.edition, draft: ContactDraft(olena), plan: .ukraine,
      now: Shop.noon)
    #expect(
      try shop.waiting == ["\(olena.id.rawValue): Олена", "\(double.id.rawValue): Олена"])
    try shop.deliver()
    _ = try shop.store.undo(now: Shop.noon)
    #expect(
      try shop.waiting.sorted() == [
        "\(olena.id.rawValue): Олена", "\(double.id.rawValue): Олена І.",
      ])
  }

  @Test func aKnownClientWhoWasNeverPushedIsWhenHeCalls() throws {
    try shop.connect(project: "", key: nil)
    let olena = try shop.contact("Олена", "0501112233")
    try shop.connect()
    #expect(try shop.waiting == [])
    try shop.take(shop.ring("1", from: "0501112233"))
    #expect(try shop.waiting == ["\(olena.id.rawValue): Олена"])
    try shop.deliver()
    try shop.take(shop.ring("2", from: "0501112233", at: 60))
    #expect(try shop.waiting == [])
  }

  // MARK: What becomes of it

  @Test func whatChangesWhileItIsSentIsSentAgain() throws {
    let olena = try shop.contact("Олена", "0501112233")
    let sent = try shop.pushes
    _ = try shop.store.updateContact(
      olena.id, version: olena.version,
      draft: ContactDraft(name: "Олена Іваненко", numbers: ["0501112233"]), plan: .ukraine,
      now: Shop.noon)
    try shop.store.settle(sent)
    #expect(try shop.waiting == ["\(olena.id.rawValue): Олена Іваненко"])
    // Nor does a refusal of what was sent before hold back what is new.
    try shop.store.refuse(sent[0], because: ProviderProblem(.refused))
    #expect(try shop.store.outboxCount() == (waiting: 1, refused: 0))
  }

  @Test func whatIsRefusedIsKeptUntilSomebodyActs() throws {
    let olena = try shop.contact("Олена", "0501112233")
    let petro = try shop.contact("Петро", "0671112233")
    let problem = ProviderProblem(.refused, code: 422, words: "bad number")
    try shop.store.refuse(shop.pushes[0], because: problem)
    let page = try shop.store.outbox(OutboxRequest(anchor: .first, limit: 10))
    #expect(page.rows.map(\.problem) == [problem, nil])
    #expect(page.rows.map(\.name) == ["Олена", "Петро"])
    #expect(page.rows.map(\.subject) == [.contact(olena.id), .contact(petro.id)])
    #expect(try shop.waiting == ["\(petro.id.rawValue): Петро"])
    #expect(try shop.store.retryPush(page.rows[0].id, now: Shop.noon) == 1)
    #expect(try shop.waiting.count == 2)
    try shop.store.refuse(shop.pushes[0], because: problem)
    // A change is a reason to try again.
    _ = try shop.store.updateContact(
      olena.id, version: olena.version,
      draft: ContactDraft(name: "Олена", numbers: ["0631112233"]), plan: .ukraine, now: Shop.noon)
    #expect(try shop.waiting.count == 2)
    try shop.store.dropPush(page.rows[0].id)
    #expect(throws: StoreError.missing) { try shop.store.dropPush(page.rows[0].id) }
    #expect(try shop.waiting.count == 1)
  }

  @Test func whatTheProviderFailsAtLetsOthersGoFirst() throws {
    for index in 0..<4 { try shop.contact("К\(index)", "050111223\(index)") }
    let integration = try #require(try shop.store.integration(shop.integration))
    let first = try shop.store.nextPushes(to: integration, limit: 2)
    try shop.store.postpone(first)
    let second = try shop.store.nextPushes(to: integration, limit: 2)
    #expect(Set(first.map(\.id)).isDisjoint(with: second.map(\.id)))
    try shop.store.settle(second)
    // Fewer at a time.
    #expect(try shop.store.nextPushes(to: integration, limit: 2).map(\.id) == [first[0].id])
  }

  @Test func aNumberThatIsForgottenIsForgottenHere() throws {
    let olena = try shop.contact("Олена", "0671112233", "0501112233")
    try shop.take(shop.ring("1", from: "0931112233"))
    try shop.deliver()
    let unknown = try #require(Shop.number("0931112233"))
    _ = try shop.store.forget(unknown, plan: .ukraine, now: Shop.noon)
    #expect(
      try shop.store.connection.rows("SELECT external_id FROM address_book_entry") { $0.text() }
        == ["\(olena.id.rawValue)"])
    let known = try #require(Shop.number("0501112233"))
    _ = try shop.store.forget(known, plan: .ukraine, now: Shop.noon)
    #expect(try entry().directions.map(\.value) == ["+380671112233"])
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func thePagesOfTheOutboxAreWhole() throws {
    for index in 0..<10 { try shop.contact("К\(index)", "050111223\(index)") }
    for push in try shop.pushes.suffix(3) {
      try shop.store.refuse(push, because: ProviderProblem(.refused))
    }
    var names: [String] = []
    var anchor = Anchor<OutboxRequest.Position>.first
    while true {
      let page = try shop.store.outbox(OutboxRequest(anchor: anchor, limit: 4))
      names += page.rows.compactMap(\.name)
      guard page.hasAfter, let last = page.rows.last else { break }
      anchor = .after(last.position)
    }
    #expect(names == ["К7", "К8", "К9"] + (0..<7).map { "К\($0)" })
  }
}
