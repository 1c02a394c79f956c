import Domain
import TestSupport
import Testing

/// "Call back" of the design. A call is written `miss@10`: what it was and its minute.
@Suite struct CallBackTests {
  private static let zero = utc("2026-08-08 08:00:00")

  private func minute(_ minute: Int) -> Timestamp {
    CallBackTests.zero.advanced(bySeconds: Int64(minute) * 60)
  }

  private func facts(_ calls: String) -> [CallBack.Fact] {
    calls.split(separator: " ").enumerated().compactMap { index, call in
      let parts = call.split(separator: "@")
      guard parts.count == 2, let at = Int(parts[1]) else { return nil }
      let kind = parts[0]
      return CallBack.Fact(
        id: Call.ID(Int64(index + 1)), start: minute(at), isOutgoing: kind.hasPrefix("out"),
        wantsCallBack: kind == "miss" || kind == "voicemail",
        talk: ["in9": 9, "in10": 10, "out9": 9, "out10": 10, "voicemail": 30][kind] ?? 0,
        wait: kind == "miss" ? at : 0, connectedWith: kind.hasPrefix("out") ? "by\(at)" : nil)
    }
  }

  private func callBack(_ calls: String, dealtWith: Int? = nil, now: Int = 100) -> CallBack? {
    CallBack(calls: facts(calls), dealtWith: dealtWith.map(minute), now: minute(now))
  }

  @Test(
    arguments: [
      ("", nil, false), ("miss@10", nil, true), ("voicemail@10", nil, true),
      // a talk of ten seconds in either direction settles what came before it
      ("miss@10 in10@20", nil, false), ("miss@10 out10@20", nil, false),
      ("miss@10 in9@20", nil, true), ("miss@10 out9@20", nil, true), ("miss@10 out@20", nil, true),
      ("in10@5 miss@10", nil, true), ("miss@10 in10@10", nil, true),
      ("miss@10 in10@20 miss@30", nil, true), ("miss@10 miss@30 in10@40", nil, false),
      // a voice message is no talk
      ("miss@10 voicemail@20", nil, true),
      // settled by hand, until he calls in vain again
      ("miss@10", 10, false), ("miss@10", 9, true), ("miss@10 miss@30", 20, true),
      ("miss@10 miss@30", 30, false), ("in10@10", nil, false), ("out@10", nil, false),
    ] as [(String, Int?, Bool)])
  func owed(_ calls: String, _ dealtWith: Int?, _ isOwed: Bool) {
    #expect((callBack(calls, dealtWith: dealtWith) != nil) == isOwed)
  }

  @Test func aMissIsForgottenAfterThirtyDays() {
    let month = 30 * 24 * 60
    #expect(callBack("miss@0", now: month) != nil)
    #expect(callBack("miss@0", now: month + 1) == nil)
    #expect(callBack("miss@0 miss@1", now: month + 1)?.misses == 1)
    #expect(CallBack(calls: facts("miss@0"), dealtWith: nil, now: minute(2), period: 60) == nil)
  }

  @Test func whatIsTold() {
    let owed = callBack("miss@10 in10@12 out@13 miss@20 out@21 miss@25 out9@30 in9@31 out@29")
    #expect(owed?.firstMissStart == minute(20))
    #expect(owed?.lastMissStart == minute(25))
    #expect(owed?.lastMiss == Call.ID(6))
    #expect(owed?.misses == 2)
    #expect(owed?.longestWait == 25)
    #expect(owed?.attempts == 3)
    #expect(owed?.lastAttemptBy == "by30")
    #expect(callBack("miss@10 voicemail@20")?.misses == 2)
    #expect(callBack("miss@20")?.attempts == 0)
    #expect(callBack("miss@20")?.lastAttemptBy == nil)
  }

  @Test func theOrderOfTheCallsDoesNotMatter() {
    let calls =
      facts("miss@20 miss@20 out@30 miss@25 in9@26") + [
        CallBack.Fact(
          id: Call.ID(90), start: minute(30), isOutgoing: true, wantsCallBack: false, talk: 0,
          wait: 0, connectedWith: "other")
      ]
    var random = SplitMix(seed: 8)
    let expected = CallBack(calls: calls, dealtWith: nil, now: minute(100))
    #expect(expected?.misses == 3)
    for _ in 0..<100 {
      let shuffled = calls.shuffled(using: &random)
      #expect(CallBack(calls: shuffled, dealtWith: nil, now: minute(100)) == expected)
    }
  }
}
