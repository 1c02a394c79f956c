import Foundation
import Testing

/// Files into the store, as a shop does on its first day.
@Suite(.serialized) struct ImportTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.run("links")
  }

  private struct Result {
    let status: Program.Exit
    let output: String
    let errors: [String]
  }

  private func carbook(
    _ command: String, _ kind: String, _ file: String, _ options: String..., store: String? = nil,
    input: String = "/dev/null"
  ) throws -> Result {
    let arguments =
      [try Product.path(), command, kind, file, "--store", store ?? shop.store] + options
    let (exit, output, errors) = try Program.run(arguments, in: shop.folder, input: input)
    return Result(
      status: exit, output: output, errors: errors.split(separator: "\n").map(String.init))
  }

  private func file(_ name: String, _ text: String, in encoding: String.Encoding = .utf8) throws
    -> String
  {
    let path = shop.folder.path(name)
    try #require(text.data(using: encoding)).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// As the old program in the corner writes it.
  private static let table = """
    Ім'я;Телефон;Пошта;Компанія;Колір\r
    Іваненко Олена;050 123-45-67;olena@example.com;"ТОВ ""Ромашка""; філія";синій\r
    ;101;;;\r
    Їжакевич Ганна;0671112233;;;\r
    Петро;0931112233;не пошта;;\r
    ;;;;\r

    """

  private static let refusals = [
    "carbook: line 3: A number cannot be dialled from outside.",
    "carbook: line 5: An e-mail address is not one.",
  ]
  private static let unknown =
    "carbook: These columns are not understood and were left out: \"Колір\"."

  // MARK: Contacts

  @Test(arguments: [String.Encoding.windowsCP1251, .utf8, .utf16])
  func `a table in any encoding becomes contacts, and refused lines are named`(
    _ encoding: String.Encoding
  ) throws {
    let path = try file("clients.csv", Self.table, in: encoding)
    let first = try carbook("import", "contacts", path)
    #expect(first.status == .status(1))
    #expect(first.output == "2 new, 0 changed, 0 skipped, 2 refused.\n")
    #expect(first.errors == Self.refusals + [Self.unknown])
    let contacts = try shop.contacts()
    #expect(contacts.map(\.name) == ["Їжакевич Ганна", "Іваненко Олена"])
    #expect(contacts[1].numbers == ["+380501234567"])
    #expect(contacts[1].organizations == ["ТОВ \"Ромашка\"", "філія"])

    let second = try carbook("import", "contacts", path)
    #expect(second.output == "0 new, 0 changed, 2 skipped, 2 refused.\n")
    #expect(try shop.contacts() == contacts)
  }

  @Test func `strict takes all of a file or nothing of it`() throws {
    let path = try file("clients.csv", Self.table, in: .windowsCP1251)
    for input in ["/dev/null", path] {
      let result = try carbook(
        "import", "contacts", input == path ? "-" : path, "--strict", input: input)
      #expect(result.status == .status(1) && result.output.isEmpty)
      #expect(
        result.errors == Self.refusals
          + ["carbook: Nothing was imported, as 2 of the rows are refused."])
      #expect(try shop.contacts().isEmpty)
    }
    let good = Self.table.split(separator: "\r\n").enumerated()
      .filter { ![2, 4].contains($0.offset) }.map(\.element).joined(separator: "\n")
    let result = try carbook("import", "contacts", file("good.csv", good), "--strict")
    #expect(result.status == .status(0) && result.errors == [Self.unknown])
    #expect(result.output == "2 new, 0 changed, 0 skipped, 0 refused.\n")
  }

  @Test func `a dry run says what would be done and does nothing`() throws {
    let path = try file("clients.csv", Self.table)
    let result = try carbook("import", "contacts", path, "--dry-run")
    #expect(result.output == "2 new, 0 changed, 0 skipped, 2 refused. Nothing was written.\n")
    #expect(try shop.contacts().isEmpty)
    let nowhere = try carbook(
      "import", "contacts", path, "--dry-run", store: shop.folder.path("none.db"))
    #expect(nowhere.status == .status(1))
    #expect(!FileManager.default.fileExists(atPath: shop.folder.path("none.db")))
  }

  @Test func `a telephone's address book becomes contacts`() throws {
    let cards = """
      BEGIN:VCARD\r
      VERSION:3.0\r
      N:Сидоренко;Марія;Іванівна;;\r
      FN:Сидоренко Марія\r
      TEL;TYPE=CELL,PREF:+380 (95) 111-22-33\r
      NOTE:Перший рядок\\nдругий, дуже \r
       довгий\r
      UID:urn:uuid:4fbe8971\r
      END:VCARD\r
      BEGIN:VCARD\r
      FN:Обірвана\r

      """
    let result = try carbook("import", "contacts", "-", input: file("book.vcf", cards))
    #expect(result.output == "1 new, 0 changed, 0 skipped, 1 refused.\n")
    #expect(result.errors == ["carbook: line 10: The card has no END:VCARD."])
    let contact = try #require(try shop.contacts().first)
    #expect(contact.name == "Сидоренко Марія" && contact.numbers == ["+380951112233"])
    #expect(contact.note == "Перший рядок\nдругий, дуже довгий")
    let again = try carbook("import", "orders", "-", input: shop.folder.path("book.vcf"))
    #expect(again.status == .status(1))
    #expect(again.errors == ["carbook: A vCard file can be imported as contacts only."])
  }

  // MARK: Round trip

  @Test(arguments: ["json", "csv"])
  func `what is printed can be imported, and is then printed again`(format: String) throws {
    let copy = shop.folder.path("copy.db")
    let source = shop.folder.path("demo.db")
    _ = try Product.run("demo", "--calls", "300", "--store", source, in: shop.folder)
    for kind in ["contacts", "orders", "calls"] {
      let printed = try print(kind, of: source)
      let text = try Product.run(
        kind, "--format", format, "--limit", "5000", "--store", source, in: shop.folder)
      let path = try file("\(kind).\(format)", text.output)
      let result = try carbook("import", kind, path, store: copy)
      #expect(result.output == "\(printed.count) new, 0 changed, 0 skipped, 0 refused.\n")
      #expect(result.errors.isEmpty)
      #expect(try withoutIDs(print(kind, of: copy)) == withoutIDs(printed), "\(kind)")
      for store in [copy, source] {
        let again = try carbook("import", kind, path, store: store)
        #expect(again.output == "0 new, 0 changed, \(printed.count) skipped, 0 refused.\n")
      }
    }
    let doctor = try Product.run("doctor", "--store", copy, in: shop.folder)
    #expect(!doctor.output.contains("FAIL"))
  }

  private func print(_ kind: String, of store: String) throws -> [String] {
    let (exit, output, errors) = try Product.run(
      kind, "--store", store, "--format", "json", "--limit", "100000", in: shop.folder)
    guard exit == .status(0) else { throw HarnessError("\(kind): \(errors)") }
    return output.split(separator: "\n").map(String.init)
  }

  /// Contacts and employees are printed by id, and those are other ones.
  private func withoutIDs(_ lines: [String]) -> [String] {
    lines.map {
      $0.replacing(/"(id|contact_id)":\d+,/, with: "").replacing(/,"employee_id":\d+/, with: "")
    }.sorted()
  }

  // MARK: What cannot be

  @Test func `what cannot be imported is one sentence`() throws {
    let none = shop.folder.path("none.csv")
    let data = try file("data.csv", "Олена;0501234567\n")
    let cases: [(Result, Program.Exit, String)] = [
      (try carbook("import", "contacts", none), .status(1), "No such file or directory"),
      (try carbook("import", "contacts", shop.folder.path), .status(1), "Is a directory"),
      (
        try carbook("import", "contacts", data), .status(1),
        "The first line of the file does not name its columns."
      ),
      (
        try carbook("import", "people", data), .status(2),
        "carbook import wants contacts, orders or calls, not \"people\"."
      ),
      (
        try carbook("import", "calls", data, "--format", "xml"), .status(2),
        "--format is csv, vcard or jsonl, not \"xml\"."
      ),
    ]
    for (result, status, sentence) in cases {
      #expect(result.status == status && result.output.isEmpty)
      #expect(result.errors.count == 1 && result.errors[0].contains(sentence), "\(result.errors)")
    }
    #expect(try shop.contacts().isEmpty)
  }

  // MARK: Beside a listener

  @Test func `deliveries are answered while a large file is taken in`() throws {
    let listener = try shop.listen()
    let link = try shop.link("before")
    let rows = (0..<20_000).map { "Клієнт \($0);050\(1_000_000 + $0)" }
    let path = try file("large.csv", "Ім'я;Телефон\n" + rows.joined(separator: "\n"))
    let importer = try Program(
      [Product.path(), "import", "contacts", path, "--store", shop.store], in: shop.folder)
    var latencies: [Double] = []
    while try importer.hasEnded() == false {
      let start = Date()
      let response = try Curl.request(
        link, body: "uniqueid=i-\(latencies.count)&caller=0441112233", in: shop.folder)
      #expect(response.status == 200)
      latencies.append(Date().timeIntervalSince(start))
    }
    #expect(importer.output == "20000 new, 0 changed, 0 skipped, 0 refused.\n")
    #expect(latencies.count > 3)
    try wait(for: "all the calls") {
      try shop.calls().count == latencies.count ? true : nil
    }
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
  }

  @Test func `a signal ends it between two transactions, and says what stays`() throws {
    let rows = (0..<50_000).map { "Клієнт \($0);050\(1_000_000 + $0)" }
    let path = try file("large.csv", "Ім'я;Телефон\n" + rows.joined(separator: "\n"))
    let importer = try Program(
      [Product.path(), "import", "contacts", path, "--store", shop.store], in: shop.folder)
    try wait(for: "the first contacts") { try shop.contacts().isEmpty ? nil : true }
    importer.signal(SIGINT)
    #expect(try importer.waitForExit() == .signal(SIGINT))
    let words = importer.errors.matches(
      of: /carbook: Interrupted; what was taken in stays: (\d+) new/)
    let count = try #require(words.first.flatMap { Int($0.output.1) })
    #expect((1..<50_000).contains(count))
    let (_, lines, _) = try Product.run(
      "contacts", "--store", shop.store, "--format", "json", "--limit", "100000", in: shop.folder)
    #expect(lines.split(separator: "\n").count == count)
  }

  @Test func `a signal ends it while nothing comes`() throws {
    let pipe = shop.folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let end = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(end) }
    let importer = try Program(
      [Product.path(), "import", "contacts", "-", "--store", shop.store], in: shop.folder,
      input: pipe)
    // Where it can be asked, it waits for its input with the signals it looks for blocked.
    try wait(for: "its wait") {
      let status = try String(contentsOfFile: "/proc/\(importer.pid)/status", encoding: .utf8)
      let blocked = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      let mask = blocked.flatMap { UInt64($0.split(separator: "\t").last ?? "", radix: 16) } ?? 0
      return mask & (1 << UInt64(SIGINT - 1)) == 0 ? nil : true
    }
    importer.signal(SIGINT)
    #expect(try importer.waitForExit() == .signal(SIGINT))
  }
}
