import Domain
import Testing

@testable import Store

struct OrganizationTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.contact("Олена", "0501112233", organization: "Ґава")
    try shop.contact("Петро", organization: "автопарк «Є»")
    try shop.contact("Ганна", "0671112233", organization: "автопарк «Є»")
    try shop.contact("Андрій", organization: "Зоря")
  }

  private func list(_ search: String = "") throws -> [String] {
    try shop.store.organizations(OrganizationRequest(anchor: .first, limit: 9, search: search))
      .rows.map { "\($0.name) \($0.memberCount)" }
  }

  private func id(_ name: String) throws -> Organization.ID {
    try #require(
      try shop.store.organizations(OrganizationRequest(anchor: .first, limit: 1, search: name))
        .rows.first?.id)
  }

  @Test func theyAreListedInOrderWithTheirMembers() throws {
    #expect(try list() == ["автопарк «Є» 2", "Ґава 1", "Зоря 1"])
    #expect(try list("ПАРК") == ["автопарк «Є» 2"])
    #expect(try list("nobody") == [] && shop.store.organizationCount(matching: "nobody") == 0)
    #expect(try shop.store.organizationCount() == 3)
    let whole = try shop.store.organizations(OrganizationRequest(anchor: .first, limit: 9)).rows
    let rest = try shop.store.organizations(
      OrganizationRequest(anchor: .after(whole[0].position), limit: 1))
    #expect(rest.rows == [whole[1]] && rest.hasBefore && rest.hasAfter)
    let end = try shop.store.organizations(OrganizationRequest(anchor: .last, limit: 1))
    #expect(end.rows == [whole[2]])
  }

  @Test func membersAreAPageOfContacts() throws {
    let park = try id("автопарк")
    func names(_ anchor: Anchor<ContactRequest.Position>, _ search: String = "") throws -> [String]
    {
      try shop.store.contacts(
        ContactRequest(anchor: anchor, limit: 1, search: search, organization: park)
      ).rows.compactMap(\.name)
    }
    let first = try shop.store.contacts(
      ContactRequest(anchor: .first, limit: 9, organization: park)
    ).rows
    #expect(first.map(\.name) == ["Ганна", "Петро"])
    #expect(try names(.first) == ["Ганна"])
    #expect(try names(.after(first[0].position)) == ["Петро"])
    #expect(try names(.first, "067") == ["Ганна"] && names(.first, "олена") == [])
    #expect(try shop.store.contactCount(in: park) == 2)
  }

  @Test func aNewNameIsFoundAndItsMembersAreOfANewVersion() throws {
    let ganna = try #require(
      try shop.store.contacts(ContactRequest(anchor: .first, limit: 1, search: "ганна")).rows.first)
    try shop.store.renameOrganization(try id("автопарк"), to: " Таксі ", now: Shop.noon)
    #expect(try list() == ["Ґава 1", "Зоря 1", "Таксі 2"])
    let found = try shop.store.contacts(
      ContactRequest(anchor: .first, limit: 9, search: "таксі")
    ).rows
    #expect(found.map(\.name) == ["Ганна", "Петро"])
    #expect(found[0].version == ganna.version + 1)
    #expect(throws: StoreError.nameTaken) {
      try shop.store.renameOrganization(id("таксі"), to: "Зоря", now: Shop.noon)
    }
    #expect(throws: StoreError.invalid) {
      try shop.store.renameOrganization(id("таксі"), to: " ", now: Shop.noon)
    }
  }

  @Test func onlyAnEmptyOneIsDeleted() throws {
    let gava = try id("ґава")
    #expect(throws: StoreError.hasMembers) {
      try shop.store.deleteOrganization(gava, now: Shop.noon)
    }
    let olena = try #require(
      try shop.store.contacts(ContactRequest(anchor: .first, limit: 1, organization: gava)).rows
        .first)
    _ = try shop.store.updateContact(
      olena.id, version: olena.version, draft: ContactDraft(name: "Олена"), plan: .ukraine,
      now: Shop.noon)
    #expect(try list("ґава") == ["Ґава 0"])
    try shop.store.deleteOrganization(gava, now: Shop.noon)
    #expect(try list() == ["автопарк «Є» 2", "Зоря 1"])
  }
}
