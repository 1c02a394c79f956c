import Domain
import Testing

@testable import Store

@Suite struct IntegrationTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func present() throws -> Integration {
    try #require(try shop.store.integration(shop.integration))
  }

  private static var filled: IntegrationDraft {
    var draft = IntegrationDraft(name: " Сервіс ", zone: "Europe/Warsaw")
    draft.isAvailable = false
    draft.projectID = "12345"
    draft.authKey = Secret("k3y")
    draft.baseURL = "https://Api.example/v1/"
    draft.ownNumbers = ["044 000 00 09", "", "+380440000010"]
    draft.sipLogins = ["shop_petro", "", "101"]
    draft.publicURL = "https://shop.example/"
    draft.newNumbers = .create
    draft.announcesNewNumbers = false
    draft.contactLink = "https://crm.example/c/{id}"
    draft.dealLink = "https://crm.example/o/{number}"
    return draft
  }

  @Test func whatADraftSaysIsKept() throws {
    let made = try shop.store.createIntegration(
      Self.filled, token: "t2", plan: .ukraine, now: Shop.noon)
    #expect(made == (try shop.store.integration(made.id)))
    #expect(made.name == "Сервіс")
    #expect(made.token == "t2")
    #expect(made.zone.identifier == "Europe/Warsaw")
    #expect(!made.isAvailable)
    #expect(
      made.project
        == ProviderProject(id: "12345", authKey: Secret("k3y"), baseURL: "https://api.example/v1"))
    #expect(Set(made.own.numbers.map(\.text)) == ["+380440000009", "+380440000010"])
    #expect(made.sipLogins == ["shop_petro", "101"])
    #expect(made.publicURL == "https://shop.example")
    #expect(made.newNumbers == .create)
    #expect(!made.announcesNewNumbers)
    #expect(
      made.linkTemplates
        == LinkTemplates(
          contact: "https://crm.example/c/{id}", deal: "https://crm.example/o/{number}"))
    // Stored as it is it changes nothing, not even the version.
    let same = try shop.store.update(
      IntegrationDraft(made), of: made.id, version: made.version, plan: .ukraine, now: Shop.noon)
    #expect(same == made)
  }

  @Test func aNewOneHasTheUsualSettings() throws {
    let integration = try present()
    #expect(integration.project == ProviderProject())
    #expect(integration.project.baseURL == "https://api.ringostat.net")
    #expect(integration.newNumbers == .ask)
    #expect(integration.announcesNewNumbers)
    #expect(integration.api == .ringostat)
    #expect(integration.connection == .sip)
    #expect(integration.previousTokens.isEmpty)
  }

  @Test func whoIsLaterIsToldOfTheOther() throws {
    let before = try present()
    var draft = IntegrationDraft(before)
    draft.name = "One"
    let one = try shop.store.update(
      draft, of: before.id, version: before.version, plan: .ukraine, now: Shop.noon)
    #expect(one.version == before.version + 1)
    draft.name = "Two"
    #expect(throws: StoreError.integrationConflict(current: one)) {
      try shop.store.update(
        draft, of: before.id, version: before.version, plan: .ukraine, now: Shop.noon)
    }
    // So is who has the form open while it is switched off.
    try shop.store.setAvailable(false, of: before.id, now: Shop.noon)
    #expect(try present().version == one.version + 1)
  }

  @Test func whatCannotBeStoredChangesNothing() throws {
    let before = try present()
    var draft = IntegrationDraft(before)
    draft.projectID = "abc"
    #expect(throws: StoreError.invalid) {
      try shop.store.update(draft, of: before.id, version: 1, plan: .ukraine, now: Shop.noon)
    }
    #expect(throws: StoreError.invalid) {
      try shop.store.createIntegration(draft, token: "t2", plan: .ukraine, now: Shop.noon)
    }
    #expect(throws: StoreError.missing) {
      try shop.store.update(
        IntegrationDraft(), of: Integration.ID(99), version: 1, plan: .ukraine, now: Shop.noon)
    }
    #expect(try shop.store.integrations() == [before])
  }

  @Test func historySaysWhatWasChangedAndNoSecret() throws {
    let before = try present()
    var draft = IntegrationDraft(before)
    draft.name = "Shop"
    draft.authKey = Secret("k3y-in-clear")
    draft.ownNumbers = ["0440000009"]
    let once = try shop.store.update(
      draft, of: before.id, version: 1, plan: .ukraine, now: Shop.noon)
    draft.authKey = Secret("an0ther")
    _ = try shop.store.update(
      draft, of: before.id, version: once.version, plan: .ukraine, now: Shop.noon)
    let entries = try shop.store.history(
      HistoryRequest(anchor: .first, limit: 10, subject: .integration(before.id))
    ).rows
    #expect(entries.map(\.action) == [.updateIntegration, .updateIntegration, .createIntegration])
    let dots = "••••••••"
    #expect(
      entries[0].changes == [HistoryEntry.Change(field: .authKey, before: dots, after: dots)])
    #expect(
      entries[1].changes == [
        HistoryEntry.Change(field: .name, before: "Ringostat", after: "Shop"),
        HistoryEntry.Change(field: .number, before: nil, after: "+380 44 000 00 09"),
        HistoryEntry.Change(field: .authKey, before: nil, after: dots),
      ])
  }

  @Test func anotherOwnNumberTurnsTheSidesOfItsCalls() throws {
    try shop.take(
      shop.item("a") {
        $0.type = nil
        $0.caller = Shop.number("380440000009")
        $0.called = Shop.number("380501234567")
      })
    let client = try shop.log().rows[0].client
    var draft = IntegrationDraft(try present())
    draft.ownNumbers = [client?.text ?? ""]
    _ = try shop.store.update(
      draft, of: shop.integration, version: 1, plan: .ukraine, now: Shop.noon)
    #expect(try shop.log().rows[0].client != client)
  }

  // MARK: Tokens

  private func rotate(to token: String, _ grace: Int64, at seconds: Int64) throws -> Integration {
    try shop.store.rotateToken(
      of: shop.integration, to: token, graceful: grace,
      now: Shop.noon.advanced(bySeconds: seconds))
  }

  private func accepted(at seconds: Int64) throws -> Set<String> {
    Set(try present().acceptedTokens(at: Shop.noon.advanced(bySeconds: seconds)))
  }

  @Test func theOldTokenIsAcceptedForAWhile() throws {
    let made = try rotate(to: "two", 60, at: 0)
    #expect(made.token == "two")
    #expect(
      made.previousTokens == [
        Integration.PreviousToken(token: "secret", until: Shop.noon.advanced(bySeconds: 60))
      ])
    #expect(try accepted(at: 59) == ["two", "secret"])
    #expect(try accepted(at: 60) == ["two"])
    // A form that is open meanwhile can be saved.
    #expect(made.version == 1)
  }

  @Test func twiceInARow() throws {
    _ = try rotate(to: "two", 3600, at: 0)
    let made = try rotate(to: "three", 7200, at: 10)
    #expect(made.previousTokens.map(\.token) == ["two", "secret"])
    #expect(try accepted(at: 3599) == ["three", "two", "secret"])
    #expect(try accepted(at: 3600) == ["three", "two"])
    // Without a grace none of the earlier ones is accepted any more.
    #expect(try rotate(to: "four", 0, at: 20).previousTokens.isEmpty)
    #expect(try accepted(at: 20) == ["four"])
  }

  @Test func tokensWhoseTimeIsOverAreForgotten() throws {
    _ = try rotate(to: "two", 60, at: 0)
    try shop.store.expire(now: Shop.noon.advanced(bySeconds: 61))
    #expect(try present().previousTokens.isEmpty)
  }

  // MARK: Removing

  @Test func onlyWhatNothingCameByCanBeRemoved() throws {
    let other = try shop.store.createIntegration(
      IntegrationDraft(name: "Other"), token: "t2", plan: .ukraine, now: Shop.noon)
    try shop.store.removeIntegration(other.id, now: Shop.noon)
    #expect(try shop.store.integrations().map(\.id) == [shop.integration])
    // Its id is never used again: what is spooled names it.
    let third = try shop.store.createIntegration(
      IntegrationDraft(name: "Third"), token: "t3", plan: .ukraine, now: Shop.noon)
    #expect(third.id != other.id)
    try shop.take(shop.miss("a", from: "0501234567"))
    #expect(throws: StoreError.integrationInUse) {
      try shop.store.removeIntegration(shop.integration, now: Shop.noon)
    }
    #expect(throws: StoreError.missing) {
      try shop.store.removeIntegration(other.id, now: Shop.noon)
    }
  }
}
