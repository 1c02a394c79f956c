import Domain
import Testing

/// Why a call has its status: the rule that decided.
@Suite struct StatusReasonTests {
  static let start = Timestamp(seconds: 1_790_000_000)

  static let calls: [(CallType?, Phase, String?, Int?, Int64, CallStatus, StatusReason.Rule)] = [
    (.incoming, .after, "NO ANSWER", 0, 60, .missed, .noTalk),
    (.outgoing, .after, "NO ANSWER", 0, 60, .notReached, .noTalk),
    (.incoming, .after, "NO ANSWER", 9, 60, .answered, .talk),
    (.incoming, .after, "ANSWERED", 0, 60, .answered, .result),
    (.incoming, .after, "BUSY", 0, 60, .busy, .result),
    (.incoming, .before, "FAILED", nil, 60, .failed, .result),
    (.incoming, .after, nil, nil, 60, .unknown, .endUnsaid),
    (.incoming, .before, nil, nil, 60, .ringing, .notAnsweredYet),
    (.incoming, .answered, "IN PROGRESS", nil, 60, .talking, .notEndedYet),
    (.incoming, .before, nil, nil, 3601, .unknown, .endNeverCame),
    (nil, .after, nil, nil, 60, .notUnderstood, .notUnderstood),
  ]

  @Test(arguments: calls) func theRuleThatDecided(
    _ type: CallType?, _ phase: Phase, _ result: String?, _ talk: Int?, _ age: Int64,
    _ status: CallStatus, _ rule: StatusReason.Rule
  ) {
    let call = Call(
      id: Call.ID(1), providerID: "1", type: type, phase: phase,
      disposition: result.flatMap(Disposition.init), start: StatusReasonTests.start, wait: nil,
      talk: talk, caller: nil, called: nil, client: nil, pool: nil, connectedWith: nil,
      source: Source(), recording: nil, contact: nil, ownerCount: 0, order: nil, comments: [],
      note: nil)
    let now = StatusReasonTests.start.advanced(bySeconds: age)
    let reason = call.statusReason(at: now)
    #expect(reason.rule == rule)
    #expect(reason.status == status)
    #expect(call.status(at: now) == status)
  }
}
