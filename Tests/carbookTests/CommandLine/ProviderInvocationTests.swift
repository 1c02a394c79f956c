import Testing

@testable import carbook

@Suite struct ProviderInvocationTests {
  @Test func whatIsSaidOfTheProvider() throws {
    #expect(try Invocation(["sync", "--all"]).isAll)
    #expect(try !Invocation(["sync"]).isAll)
    #expect(try Invocation(["import", "contacts", "x.csv", "--push"]).pushes)
    let retry = try Invocation(["outbox", "retry", "17", "--store", "s.db"])
    #expect((retry.operand, retry.secondOperand, retry.store) == ("retry", "17", "s.db"))
    #expect(try Invocation(["outbox", "list"]).secondOperand == "")
    let fetch = try Invocation(["fetch", "--from", "2026-08-31", "--to=2026-09-01 09:00"])
    #expect(fetch.from == "2026-08-31")
    #expect(fetch.to == "2026-09-01 09:00")
    #expect(try Invocation(["open", "carbook://contact/1"]).operand == "carbook://contact/1")
  }

  @Test(arguments: [
    (["outbox"], "carbook outbox wants a VERB."), (["open"], "carbook open wants a URL."),
    (["outbox", "drop", "1", "2"], "\"2\" is not an option: see carbook --help."),
    (["sync", "--all=1"], "--all takes no value."),
    (["calls", "--push"], "carbook calls takes no --push."),
    (["fetch", "--from"], "--from wants a value: TIME."),
  ])
  func whatIsNotUnderstood(_ words: [String], _ sentence: String) {
    #expect(throws: UsageError(sentence)) { try Invocation(words) }
  }
}
