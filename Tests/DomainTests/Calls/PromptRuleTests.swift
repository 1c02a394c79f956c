import Domain
import Testing

/// "Prompt" of the design: who raises "New client on Carbook".
@Suite struct PromptRuleTests {
  private static let now = utc("2026-08-08 08:10:00")

  @Test(
    arguments: [
      (
        "0501112233", CallType.incoming, "2026-08-08 08:09:00", PromptRule.Origin.delivered, 0, true
      ),
      ("0501112233", .outgoing, "2026-08-08 08:09:00", .delivered, 0, true),
      ("0501112233", .callback, "2026-08-01 00:00:00", .delivered, 0, true),
      ("2345678", .incoming, "2026-08-08 08:09:00", .delivered, 0, true),
      // known, hidden, internal, not understood
      ("0501112233", .incoming, "2026-08-08 08:09:00", .delivered, 1, false),
      ("0501112233", .incoming, "2026-08-08 08:09:00", .delivered, 2, false),
      ("", .incoming, "2026-08-08 08:09:00", .delivered, 0, false),
      ("101", .incoming, "2026-08-08 08:09:00", .delivered, 0, false),
      ("ivanenko", .outgoing, "2026-08-08 08:09:00", .delivered, 0, false),
      ("0501112233", .internal, "2026-08-08 08:09:00", .delivered, 0, false),
      ("0501112233", nil, "2026-08-08 08:09:00", .delivered, 0, false),
      // not from the telephone
      ("0501112233", .incoming, "2026-08-08 08:09:00", .imported, 0, false),
      ("0501112233", .incoming, "2026-08-08 08:09:00", .demo, 0, false),
      ("0501112233", .incoming, "2026-08-08 08:09:00", .replayed, 0, false),
      // fetched: news only
      ("0501112233", .incoming, "2026-08-08 08:00:00", .fetched, 0, true),
      ("0501112233", .incoming, "2026-08-08 07:59:59", .fetched, 0, false),
    ] as [(String, CallType?, String, PromptRule.Origin, Int, Bool)])
  func raises(
    _ client: String, _ type: CallType?, _ start: String, _ origin: PromptRule.Origin,
    _ owners: Int, _ raises: Bool
  ) {
    #expect(
      PromptRule.raises(
        client: number(client), type: type, start: utc(start), origin: origin, ownerCount: owners,
        now: PromptRuleTests.now) == raises)
  }
}
