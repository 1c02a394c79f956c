import Domain
import Foundation
import Testing

@testable import Store

struct ForgetTests {
  private let shop: Shop
  private let number: PhoneNumber

  init() throws {
    shop = try Shop()
    number = try #require(Shop.number("0501112233"))
  }

  private func forget() throws -> Forgetting {
    try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
  }

  /// Whether any spelling is left in any file of the store. Ends the test's use of it: reading the
  /// file by another descriptor drops SQLite's locks.
  private func traces() throws -> [String] {
    shop.store.close()
    let spellings = ["501112233", "50 111 22 33", "50 111-22-33", "50%20111", "Secret"]
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: shop.folder.path) {
      let bytes = FileManager.default.contents(atPath: shop.folder.path + "/" + name) ?? Data()
      for spelling in spellings where bytes.range(of: Data(spelling.utf8)) != nil {
        found.append("\(name): \(spelling)")
      }
    }
    return found
  }

  private func deliver(_ id: String, from text: String, body: String, at seconds: Int64 = 0) throws
    -> IngestResult
  {
    try shop.take(
      shop.item(id, at: seconds, body: body) {
        $0.type = .incoming
        $0.caller = Shop.number(text)
        $0.called = Shop.number("0440000009")
        $0.disposition = Disposition("NO ANSWER")
        $0.wait = 9
      })[0]
  }

  @Test func noByteOfTheNumberIsLeft() throws {
    _ = try deliver("x", from: "0501112233", body: "")
    // Neighbours on both sides, so that pages are split and rows are moved about.
    let scattered = (0..<400).map { 1_000_000 + $0 * 7919 % 401 * 557 }
    _ = try shop.store.ingest(
      scattered.map { shop.answered("s\($0)", from: "050\($0)") }, now: Shop.noon)
    for index in 0..<300 {
      _ = try deliver(
        "n\(index)", from: "067\(1_000_000 + index)",
        body: "{\"caller\":\"38067\(1_000_000 + index)\"}" + String(repeating: " ", count: 200))
      if index % 20 == 0 {
        _ = try deliver("x\(index)", from: "0501112233", body: "{\"E164\":\"+380501112233\"}")
      }
    }
    let other = try deliver("y", from: "0931112233", body: "forwarded=050%20111%202233&a=b")
    try shop.contact("Olena", "0501112233", "0671000001")
    // Contacts that had it are in history alone; so is what a note was.
    let former = try shop.contact("Vasyl Secret", "050 111-22-33", organization: "x")
    try shop.store.assign(other.call, to: former.id, now: Shop.noon)
    try shop.store.deleteContact(former.id, now: Shop.noon)
    try shop.store.setNote("ask 050 111 22 33", of: other.call, now: Shop.noon)
    try shop.store.setNote("", of: other.call, now: Shop.noon)
    try shop.store.save(
      FormDraft(
        id: FormDraft.ID(kind: .newContact, number: number),
        fields: [.init(name: "name", text: "Secret")]), now: Shop.noon)
    try shop.store.save(
      FormDraft(
        id: FormDraft.ID(kind: .contact, subject: 7),
        fields: [.init(name: "note", text: "050 111-22-33")]), now: Shop.noon)
    let both = try shop.contact("0501112233", "0501112233")
    try shop.contact("Petro 050 111-22-33", "0671000002")
    try shop.store.connection.run("INSERT INTO phrase (text) VALUES ('line 380501112233')")
    try shop.store.connection.run("INSERT INTO phrase (text) VALUES ('line 80501112233')")
    try shop.store.connection.run(
      "UPDATE call SET recording = 'https://x.example/380501112233.wav' WHERE id = ?", other.call)
    let done = try forget()
    #expect(done.calls == 16)
    #expect(done.deliveries == 1)
    #expect(done.texts == 4)
    #expect(done.deletedContacts == [both.id])
    #expect(done.keptContacts.count == 1)
    #expect(try shop.store.compact())
    #expect(try shop.store.callCount() == 701)
    #expect(try shop.store.rawEvents(of: other.call) == [])
    #expect(try shop.store.call(other.call)?.recording == "https://x.example/380***.wav")
    #expect(try shop.store.contactCount() == 2)
    let found = try shop.store.contacts(
      ContactRequest(anchor: .first, limit: 9, search: "petro")
    ).rows
    #expect(found.first?.name?.hasPrefix("Petro 0***") == true)
    #expect(
      try shop.store.contacts(ContactRequest(anchor: .first, limit: 9, search: "1112233")).rows
        == [])
    #expect(try shop.store.drafts() == [])
    #expect(throws: StoreError.nothingToUndo) { try shop.store.undo(now: Shop.noon) }
    #expect(try shop.store.integrity() == "ok")
    #expect(try shop.store.connection.rows("PRAGMA foreign_key_check") { $0.text() } == [])
    #expect(try traces() == [])
  }

  @Test func aDeliveryThatNamesItInAHeaderFieldIsDeleted() throws {
    let raw = RawDelivery(
      method: "GET", query: "", mediaType: nil,
      headers: [
        .init(name: "call_id", value: "7"), .init(name: "employee", value: "050 111 22 33"),
      ], body: [])
    try shop.take(
      IngestItem(
        integration: shop.integration, occasion: .after, origin: .delivered, raw: raw,
        content: shop.item("7") { _ in }.content, own: shop.own))
    #expect(try forget().deliveries == 1)
    #expect(try shop.store.compact())
    #expect(try traces() == [])
  }

  @Test func aContactWithOrdersStaysWithoutNameForTheirSake() throws {
    let contact = try shop.contact("Olena", "0501112233", organization: "Roga i kopyta")
    let order = try shop.store.createOrder(
      OrderDraft(number: "A-1", contact: contact.id, opened: Shop.noon), now: Shop.noon)
    let plan = try shop.store.forgetting(number)
    #expect(plan.emptiedContacts == [contact.id])
    #expect(try forget().emptiedContacts == [contact.id])
    let left = try #require(try shop.store.contact(contact.id))
    #expect(left.name == nil && left.numbers.isEmpty && left.organizations.isEmpty)
    #expect(try shop.store.order(order.id)?.contact.name == nil)
  }

  @Test func callsGivenToADeletedContactAreTheirNumbersAgain() throws {
    let olena = try shop.contact("Olena", "0501112233")
    let other = try deliver("1", from: "0671112233", body: "x")
    try shop.store.assign(other.call, to: olena.id, now: Shop.noon)
    #expect(try forget().deletedContacts == [olena.id])
    let call = try #require(try shop.store.call(other.call))
    #expect(call.contact == nil)
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 9).map(\.number) == [call.client])
  }

  @Test func whatIsForgottenDoesNotComeBackAndTheClientMayCallAgain() throws {
    _ = try deliver("1", from: "0501112233", body: "x", at: -100)
    _ = try forget()
    #expect(try deliver("1", from: "0501112233", body: "x", at: -100) == .noCall)
    let fetched = shop.item("2", at: -200, origin: .fetched) {
      $0.caller = Shop.number("0501112233")
    }
    #expect(try shop.take(fetched) == [.noCall])
    #expect(try shop.store.callCount() == 0)
    let stranger = shop.item("3", at: -200, origin: .fetched) {
      $0.caller = Shop.number("0501112234")
    }
    #expect(try shop.take(stranger).map(\.isNew) == [true])
    let again = try deliver("4", from: "0501112233", body: "x", at: 5)
    #expect(again.isNew && again.raisesPrompt)
    let later = shop.item("5", at: 9, origin: .fetched) { $0.caller = Shop.number("0501112233") }
    #expect(try shop.take(later).map(\.isNew) == [true])
  }

  @Test func whatIsNoClientsNumberIsRefused() throws {
    let own = try #require(Shop.number("0440000009"))
    try shop.store.setOwnNumbers(OwnNumbers([own]), of: shop.integration, now: Shop.noon)
    for text in ["0440000009", "101", "ivanenko"] {
      let number = try #require(Shop.number(text))
      #expect(throws: StoreError.invalid) {
        try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
      }
    }
  }

  @Test func aNumberNobodyHadIsForgottenToo() throws {
    #expect(try forget() == Forgetting())
  }

  @Test func historySaysThatSomethingWasForgottenAndNotWhat() throws {
    let call = try deliver("1", from: "0501112233", body: "x").call
    try shop.store.dismissPrompt(number, call: call, now: Shop.noon)
    try shop.store.settleCallBack(of: number, now: Shop.noon)
    _ = try forget()
    let actions = try shop.store.connection.rows("SELECT action FROM history ORDER BY id") {
      $0.text()
    }
    #expect(actions == ["create integration", "forget number"])
  }
}
