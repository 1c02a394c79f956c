import Domain
import Testing

@testable import carbook

@Suite("The command line")
struct InvocationTests {
  @Test(
    "is read",
    arguments: [
      ("", Invocation.Request.run(.console)),
      ("--store a.db", .run(.console)),
      ("console", .run(.console)),
      ("listen --listen 127.0.0.1:0", .run(.listen)),
      ("links", .run(.links)),
      ("calls --format json --limit 5", .run(.calls)),
      ("contacts --format=csv", .run(.contacts)),
      ("orders", .run(.orders)),
      ("demo --calls 10 --live 2.5", .run(.demo)),
      ("backup out.db", .run(.backup)),
      ("restore --store a.db out.db", .run(.restore)),
      ("import contacts a.csv", .run(.importFile)),
      ("import --strict calls - --dry-run", .run(.importFile)),
      ("--help", .help(nil)),
      ("-h", .help(nil)),
      ("calls --help", .help(.calls)),
      ("--version", .version),
    ])
  func request(line: String, request: Invocation.Request) throws {
    #expect(try invocation(line).request == request)
  }

  @Test("gives every option its value")
  func values() throws {
    let calls = try invocation("calls --store /tmp/a.db --format json --limit 7")
    #expect(calls.store == "/tmp/a.db")
    #expect(calls.format == .json)
    #expect(calls.limit == 7)
    let demo = try invocation("demo --calls=12 --live=30")
    #expect(demo.calls == 12)
    #expect(demo.live == 30)
    #expect(try invocation("--listen off").listening == .off)
    #expect(try invocation("--listen 127.0.0.1:9").address.description == "127.0.0.1:9")
    #expect(try invocation("").address.description == "127.0.0.1:8080")
    let purge = try invocation("purge --before 2026-08-31 --yes")
    #expect(purge.before == CivilDate(year: 2026, month: 8, day: 31))
    #expect(purge.isSure)
    let kept = try invocation("retention --journal 30 --calls forever")
    #expect(kept.journalDays == 30)
    #expect(kept.keptCalls == .forever)
    #expect(try invocation("retention --calls 9").keptCalls == .days(9))
    #expect(try invocation("forget 0501112233").operand == "0501112233")
    #expect(try invocation("replay --include-off").includesOff)
    #expect(try !invocation("replay").includesOff)
    let importing = try invocation("import orders - --format jsonl --strict --dry-run")
    #expect(importing.operand == "orders" && importing.file == "-")
    #expect(importing.fileFormat == .jsonl && importing.isStrict && importing.isDryRun)
    let orders = try invocation("orders --status open --search=AA1234")
    #expect(orders.status == "open" && orders.search == "AA1234")
    #expect(try invocation("calls").limit == 50)
    #expect(try invocation("calls").format == .table)
  }

  @Test(
    "is refused with one sentence",
    arguments: [
      ("--frobnicate", "\"--frobnicate\" is not an option: see carbook --help."),
      ("dance", "There is no command \"dance\": see carbook --help."),
      ("calls extra", "\"extra\" is not an option: see carbook --help."),
      ("links --limit 5", "carbook links takes no --limit."),
      ("calls --limit", "--limit wants a value: N."),
      ("calls --limit 0", "--limit wants a whole number above 0, not \"0\"."),
      ("calls --limit -5", "--limit wants a whole number above 0, not \"-5\"."),
      ("calls --limit +5", "--limit wants a whole number above 0, not \"+5\"."),
      (
        "calls --limit 99999999999999999999",
        "--limit wants a whole number above 0, not \"99999999999999999999\"."
      ),
      ("calls --format xml", "--format is table, json, csv or plain, not \"xml\"."),
      ("demo --live nan", "--live wants calls a minute, more than 0 and at most 6000."),
      ("demo --live 0", "--live wants calls a minute, more than 0 and at most 6000."),
      ("--store=", "--store wants the path of a file."),
      ("backup", "carbook backup wants a FILE."),
      ("import", "carbook import wants a KIND and a FILE."),
      ("import contacts", "carbook import wants a KIND and a FILE."),
      ("import contacts a.csv --format json", "--format is csv, vcard or jsonl, not \"json\"."),
      ("calls -", "\"-\" is not an option: see carbook --help."),
      ("purge", "carbook purge wants to know what to keep: --before DATE."),
      ("purge --before 2026-02-30", "--before wants a day like 2026-08-31, not \"2026-02-30\"."),
      ("purge --before +026-02-20", "--before wants a day like 2026-08-31, not \"+026-02-20\"."),
      ("forget 0501112233 --yes=1", "--yes takes no value."),
      ("retention --calls 36526", "--calls wants 36525 days at most, not \"36526\"."),
      (
        "recording --call 7",
        "carbook recording wants to know which and where: --call ID --output FILE."
      ),
      (
        "recording --output a",
        "carbook recording wants to know which and where: --call ID --output FILE."
      ),
      ("recording --call -v --output a", "--call wants a whole number above 0, not \"-v\"."),
      ("recording --call 7 --output=", "--output wants the path of a file."),
      ("retention --journal 0", "--journal wants a whole number above 0, not \"0\"."),
      ("backup a b", "\"b\" is not an option: see carbook --help."),
    ])
  func refusal(line: String, sentence: String) {
    #expect(throws: UsageError(sentence)) { try invocation(line) }
  }

  @Test("never prints a control character back")
  func hostileWord() {
    #expect(throws: UsageError("\"--\u{FFFD}[2J\" is not an option: see carbook --help.")) {
      try Invocation(["--\u{1B}[2J"])
    }
  }

  private func invocation(_ line: String) throws -> Invocation {
    try Invocation(line.split(separator: " ").map(String.init))
  }
}
