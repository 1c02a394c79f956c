import Domain
import Testing

@testable import Store

@Suite("Imported contacts")
struct ImportContactsTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private static func row(
    _ name: String?, _ numbers: String..., id: String? = nil, label: String? = nil,
    emails: [String] = [], organizations: [String] = [], note: String? = nil
  ) -> ContactImport {
    var row = ContactImport()
    row.name = name
    row.numbers = numbers.compactMap(Shop.number).map { Contact.Number(number: $0, label: label) }
    row.externalID = id
    row.emails = emails
    row.organizations = organizations
    row.note = note
    return row
  }

  private func take(_ rows: ContactImport..., isDryRun: Bool = false) throws -> [ImportOutcome] {
    try shop.takeAll(rows, isDryRun: isDryRun)
  }

  private func contacts() throws -> [Contact] {
    try shop.store.newestContacts(before: nil, limit: 100).reversed()
  }

  @Test("are all there or none, and unseen by others until they are all there")
  func whole() throws {
    let other = try Store.open(shop.path, access: .reader, actor: "petro")
    let rows = (0..<1200).map { Self.row("Клієнт \($0)", "05012\(10_000 + $0)") }
    let session = ImportSession(isDryRun: false, now: Shop.noon)
    func importAll() throws {
      var rest = rows[...]
      while !rest.isEmpty {
        rest = rest.dropFirst(try shop.store.importContacts(rest, in: session).count)
        #expect(try other.contactCount() == 0)
      }
    }
    #expect(throws: CancellationError.self) {
      try shop.store.importWhole(in: session) {
        try importAll()
        throw CancellationError()
      }
    }
    #expect(try shop.store.contactCount() == 0)
    try shop.store.importWhole(in: session) { try importAll() }
    #expect(try other.contactCount() == 1200)
    #expect(
      try other.contacts(ContactRequest(anchor: .first, limit: 5, search: "клієнт 7")).rows.count
        == 5)
  }

  @Test("are all there is to say of them, and the second time nothing new")
  func twice() throws {
    let rows = [
      Self.row(
        "Іваненко Олена", "0501234567", "0671112233", id: "C-1", label: "mobile",
        emails: ["o@example.com"], organizations: ["Автопарк"], note: "постійна"),
      Self.row("Петро", "0931112233"), Self.row(nil, "0441112233"), Self.row("Без номера"),
    ]
    #expect(try shop.takeAll(rows) == [.new, .new, .new, .new])
    #expect(try shop.takeAll(rows) == [.same, .same, .same, .same])
    let first = try #require(try contacts().first)
    #expect(first.name == "Іваненко Олена" && first.externalID == "C-1")
    #expect(first.numbers.map(\.number.text) == ["+380501234567", "+380671112233"])
    #expect(first.numbers.allSatisfy { $0.label == "mobile" })
    #expect(first.emails == ["o@example.com"] && first.organizations == ["Автопарк"])
    #expect(first.note == "постійна" && first.version == 1)
    #expect(try shop.store.contactCount() == 4)
    let found = try shop.store.contacts(
      ContactRequest(anchor: .first, limit: 9, search: "іванен"))
    #expect(found.rows.map(\.id) == [first.id])
    #expect(try shop.store.integrity() == "ok")
  }

  @Test("are matched by external id, else by number and name")
  func matching() throws {
    let olena = try shop.contact("Олена", "0501234567")
    let cases: [(ContactImport, ImportOutcome)] = [
      (Self.row("ОЛЕНА", "0501234567", id: "C-1"), .changed),
      (Self.row("Олена Іваненко", "0671112233", id: "C-1"), .changed),
      // Another id of another program's is another client.
      (Self.row("Олена Іваненко", "0501234567", id: "C-2"), .new),
      (Self.row("Петро", "0501234567"), .new),
      // Without a name: the only one who has the number.
      (Self.row(nil, "0671112233"), .same),
      (Self.row(nil, "0501234567"), .refused(.severalContacts)),
    ]
    for (row, outcome) in cases { #expect(try take(row) == [outcome], "\(row)") }
    let changed = try #require(try shop.store.contact(olena.id))
    #expect(changed.name == "Олена Іваненко")
    #expect(changed.numbers.map(\.number.text) == ["+380501234567", "+380671112233"])
  }

  @Test("find a contact that has no name, and name him")
  func unnamed() throws {
    let unnamed = try shop.contact("", "0501234567")
    #expect(try take(Self.row("Олена", "0501234567")) == [.changed])
    #expect(try shop.store.contact(unnamed.id)?.name == "Олена")
  }

  @Test("of one name without a number are one, unless their e-mails tell otherwise")
  func withoutNumber() throws {
    let first = Self.row("Олена", emails: ["a@b.ua"])
    #expect(try take(first, first) == [.new, .same])
    _ = try shop.contact("Олена", "0501234567")
    #expect(try take(first) == [.same])
    #expect(try shop.store.contactCount() == 2)
  }

  @Test("never empty what is there")
  func richer() throws {
    let rich = Self.row(
      "Олена", "0501234567", label: "mobile", emails: ["o@b.ua"], organizations: ["А"], note: "н")
    #expect(try take(rich, Self.row("Олена", "0501234567")) == [.new, .same])
    let more = Self.row("Олена", "0501234567", emails: ["x@b.ua"], organizations: ["Б"])
    #expect(try take(more) == [.changed])
    let contact = try #require(try contacts().first)
    #expect(contact.numbers.map(\.label) == ["mobile"] && contact.note == "н")
    #expect(contact.emails == ["o@b.ua", "x@b.ua"] && contact.organizations == ["А", "Б"])
    #expect(contact.version == 2)
  }

  @Test("own their earlier calls at once, and end the questions about them")
  func calls() throws {
    try shop.take(shop.miss("1", from: "0501234567"))
    #expect(try shop.store.promptQueue(limit: 9).total == 1)
    #expect(try take(Self.row("Олена", "0671112233", "0501234567")) == [.new])
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
    #expect(try shop.log().rows.first?.contact?.name == "Олена")
    let owed = try shop.store.callBacks(now: Shop.noon, limit: 9)
    #expect(owed.map(\.contact?.name) == ["Олена"])
  }

  @Test("of a dry run are counted and not written, a repeated one once")
  func dryRun() throws {
    let row = Self.row("Олена", "0501234567")
    let session = ImportSession(isDryRun: true, now: Shop.noon)
    #expect(try shop.store.importContacts([row], in: session) == [.new])
    #expect(try shop.store.importContacts([row], in: session) == [.same])
    #expect(try shop.store.contactCount() == 0)
    #expect(try contacts().isEmpty)
    #expect(try shop.store.historyCount(of: .store) == 0)
    #expect(try take(row) == [.new])
  }

  @Test("are one line in history, however many transactions there are")
  func history() throws {
    let session = ImportSession(isDryRun: false, now: Shop.noon)
    _ = try shop.store.importContacts([Self.row("А")], in: session)
    _ = try shop.store.importContacts([Self.row("Б")], in: session)
    let history = try shop.store.history(HistoryRequest(anchor: .first, limit: 9, subject: .store))
    #expect(history.rows.map(\.action) == [.importFile])
    let again = ImportSession(isDryRun: false, now: Shop.noon)
    #expect(try shop.store.importContacts([Self.row("Б")], in: again) == [.same])
    #expect(try shop.store.historyCount(of: .store) == 1)
  }

  @Test("are taken as far as there is time for, in order")
  func batches() throws {
    let rows = (0..<3000).map { Self.row("Клієнт \($0)", "050\(1_000_000 + $0)") }
    let session = ImportSession(isDryRun: false, now: Shop.noon)
    let first = try shop.store.importContacts(rows, in: session)
    #expect(first.count < rows.count && !first.isEmpty)
    #expect(try shop.store.contactCount() == first.count)
    let newest = try shop.store.newestContacts(before: nil, limit: 1)
    #expect(newest.map(\.name) == ["Клієнт \(first.count - 1)"])
  }
}

extension Shop {
  /// To the end, however many transactions that takes.
  func takeAll(_ rows: [ContactImport], isDryRun: Bool = false) throws -> [ImportOutcome] {
    let session = ImportSession(isDryRun: isDryRun, now: Shop.noon)
    return try all(rows) { try store.importContacts($0, in: session) }
  }

  func all<Row>(
    _ rows: [Row], _ take: (ArraySlice<Row>) throws -> [ImportOutcome]
  ) throws -> [ImportOutcome] {
    var outcomes: [ImportOutcome] = []
    while outcomes.count < rows.count { outcomes += try take(rows[outcomes.count...]) }
    return outcomes
  }
}
