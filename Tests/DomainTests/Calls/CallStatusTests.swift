import Domain
import Testing

/// "Status words" of the design, each of them.
@Suite struct CallStatusTests {
  private func status(
    _ type: CallType, _ phase: Phase, _ word: String?, talk: Int? = nil, minutes: Int64 = 1
  ) -> CallStatus {
    let start = utc("2026-08-08 08:00:00")
    return CallStatus(
      type: type, phase: phase, disposition: word.flatMap(Disposition.init), talk: talk,
      start: start, now: start.advanced(bySeconds: minutes * 60))
  }

  /// Ended: incoming, callback, outgoing, internal.
  @Test(
    arguments: [
      ("ANSWERED", 5, ["answered", "answered", "answered", "answered"]),
      ("PROPER", 5, ["answered", "answered", "answered", "answered"]),
      ("REPEATED", nil, ["answered", "answered", "answered", "answered"]),
      ("NO ANSWER", nil, ["missed", "missed", "not-reached", "not-reached"]),
      ("NO ANSWER", 0, ["missed", "missed", "not-reached", "not-reached"]),
      ("WRONG EXTENSION", 0, ["missed", "missed", "not-reached", "not-reached"]),
      ("NO EXTENSION", nil, ["missed", "missed", "not-reached", "not-reached"]),
      ("CLIENT NO ANSWER", 0, ["not-reached", "not-reached", "not-reached", "not-reached"]),
      ("BUSY", 0, ["busy", "busy", "busy", "busy"]),
      ("FAILED", 0, ["failed", "failed", "failed", "failed"]),
      ("NO FORWARD", 0, ["failed", "failed", "failed", "failed"]),
      ("FAILED FORBIDDEN DESTINATION", 0, ["refused", "refused", "refused", "refused"]),
      ("DECLINE", 0, ["refused", "refused", "refused", "refused"]),
      ("VOICEMAIL", 18, ["voicemail", "voicemail", "voicemail", "voicemail"]),
      ("CONGESTION", 0, ["other", "other", "other", "other"]),
      // talk proves that somebody answered
      ("NO ANSWER", 5, ["answered", "answered", "answered", "answered"]),
      (nil, 5, ["answered", "answered", "answered", "answered"]),
      (nil, 0, ["missed", "missed", "not-reached", "not-reached"]),
      (nil, nil, ["unknown", "unknown", "unknown", "unknown"]),
      ("IN PROGRESS", nil, ["unknown", "unknown", "unknown", "unknown"]),
    ] as [(String?, Int?, [String])])
  func ended(_ word: String?, _ talk: Int?, _ statuses: [String]) {
    for (type, expected) in zip([CallType.incoming, .callback, .outgoing, .internal], statuses) {
      #expect(status(type, .after, word, talk: talk).rawValue == expected, "\(type)")
      #expect(status(type, .after, word, talk: talk, minutes: 600).rawValue == expected)
    }
  }

  /// Going on: on the before link, on the answered link.
  @Test(
    arguments: [
      (nil, "ringing", "talking"), ("NO ANSWER", "ringing", "talking"),
      ("CALLING", "ringing", "talking"), ("IN PROGRESS", "ringing", "talking"),
      ("ANSWERED", "talking", "talking"), ("PROPER", "talking", "talking"),
      // what rings no more
      ("BUSY", "busy", "busy"), ("FAILED", "failed", "failed"), ("DECLINE", "refused", "refused"),
      ("VOICEMAIL", "voicemail", "voicemail"), ("NO EXTENSION", "missed", "missed"),
      ("CONGESTION", "other", "other"),
    ] as [(String?, String, String)])
  func goingOn(_ word: String?, _ before: String, _ answered: String) {
    for (phase, expected) in [(Phase.before, before), (.answered, answered)] {
      let now = status(.incoming, phase, word)
      #expect(now.rawValue == expected)
      #expect(status(.incoming, phase, word, minutes: 60) == now)
      // Sixty minutes later nobody expects its end any more.
      #expect(status(.incoming, phase, word, minutes: 61) == (now.isLive ? .unknown : now))
    }
  }

  @Test func whoIsOwedACall() {
    let owed: Set<CallStatus> = [.missed, .busy, .failed, .voicemail]
    for status in CallStatus.allCases {
      for type in CallType.allCases {
        let isTheirs = type == .incoming || type == .callback
        #expect(status.wantsCallBack(type: type) == (owed.contains(status) && isTheirs))
      }
    }
  }
}
