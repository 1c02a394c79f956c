import Domain
import Testing

@Suite struct CallTimesTests {
  private func times(
    id: String = "x", received: Timestamp = utc("2026-08-08 08:12:00"), _ fields: CallFields
  ) -> CallTimes {
    CallTimes(
      CallRecord(
        CallEvent(providerID: id, occasion: .after, received: received, fields: fields)))
  }

  /// duration = wait + talk: any one follows from the two others.
  @Test(
    arguments: [
      (50, 27, 23, nil, 27, 23), (50, nil, 23, nil, 27, 23), (50, 27, nil, nil, 27, 23),
      (nil, 27, 23, nil, 27, 23), (nil, 27, nil, nil, 27, nil), (nil, nil, 23, nil, nil, 23),
      (14, nil, nil, "NO ANSWER", 14, 0), (14, nil, nil, "BUSY", 14, 0),
      (14, nil, nil, "ANSWERED", nil, nil), (14, nil, nil, "VOICEMAIL", nil, nil),
      (14, nil, nil, "CONGESTION", nil, nil), (14, nil, nil, nil, nil, nil),
      // going on now: how much of it is talk nobody knows yet
      (14, nil, nil, "IN PROGRESS", nil, nil),
      // durations that contradict each other
      (10, 27, nil, nil, 27, nil), (10, nil, 23, nil, nil, 23),
      (nil, nil, nil, "NO ANSWER", nil, nil),
    ] as [(Int?, Int?, Int?, String?, Int?, Int?)])
  func parts(
    _ duration: Int?, _ wait: Int?, _ talk: Int?, _ result: String?, _ derivedWait: Int?,
    _ derivedTalk: Int?
  ) {
    let times = times(
      fields {
        $0.duration = duration
        $0.wait = wait
        $0.talk = talk
        $0.disposition = result.flatMap(Disposition.init)
      })
    #expect(times.wait == derivedWait)
    #expect(times.talk == derivedTalk)
  }

  /// 1786176671 is 2026-08-08 08:11:11 UTC.
  @Test(arguments: [
    ("ua9_-1786176671.5", "2026-08-08 08:12:00", "2026-08-08 08:11:11"),
    ("1786176671.5", "2026-08-09 08:11:11", "2026-08-08 08:11:11"),
    ("1786176671.5", "2026-08-09 08:11:12", "2026-08-09 08:11:12"),
    ("1786176671.5", "2026-08-07 08:11:10", "2026-08-07 08:11:10"),
    ("3333333333.3333333", "2026-08-08 08:12:00", "2026-08-08 08:12:00"),
    ("1786176671", "2026-08-08 08:12:00", "2026-08-08 08:12:00"),
    ("1786176671x.5", "2026-08-08 08:12:00", "2026-08-08 08:12:00"),
    ("00001786176671.5", "2026-08-08 08:12:00", "2026-08-08 08:12:00"),
    (".", "2026-08-08 08:12:00", "2026-08-08 08:12:00"),
  ])
  func startWithoutADate(_ id: String, _ received: String, _ start: String) {
    #expect(times(id: id, received: utc(received), CallFields()).start == utc(start))
  }

  @Test func aDateBeatsTheID() {
    let said = fields { $0.start = utc("2026-08-01 00:00:00") }
    #expect(times(id: "ua9_-1786176671.5", said).start == utc("2026-08-01 00:00:00"))
  }
}
