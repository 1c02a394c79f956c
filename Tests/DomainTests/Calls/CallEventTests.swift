import Domain
import Testing

/// How far a call had come, by what is said rather than by the link ("Merging").
@Suite struct CallEventTests {
  @Test(
    arguments: [
      // talk is final on every link
      (nil, nil, nil, 3, [Phase.after, .after, .after]),
      ("IN PROGRESS", nil, nil, 3, [.after, .after, .after]),
      // so is a final result with any duration
      ("NO ANSWER", 14, nil, nil, [.after, .after, .after]),
      ("NO ANSWER", nil, 14, 0, [.after, .after, .after]),
      ("ANSWERED", 14, nil, nil, [.after, .after, .after]),
      // without one the link decides
      ("NO ANSWER", nil, nil, nil, [.before, .answered, .after]),
      ("NO ANSWER", 0, 0, 0, [.before, .answered, .after]),
      ("ANSWERED", nil, nil, nil, [.before, .answered, .after]),
      (nil, 14, nil, nil, [.before, .answered, .after]),
      (nil, nil, nil, nil, [.before, .answered, .after]),
      // what is going on now has not ended, whatever link says so; nor has anybody answered
      ("CALLING", nil, nil, nil, [.before, .answered, .before]),
      ("IN PROGRESS", 14, 14, nil, [.before, .answered, .before]),
    ] as [(String?, Int?, Int?, Int?, [Phase])])
  func phase(
    _ disposition: String?, _ duration: Int?, _ wait: Int?, _ talk: Int?, _ phases: [Phase]
  ) {
    let said = fields {
      $0.disposition = disposition.flatMap(Disposition.init)
      $0.duration = duration
      $0.wait = wait
      $0.talk = talk
    }
    for (occasion, phase) in zip([Occasion.before, .answered, .after], phases) {
      let event = CallEvent(
        providerID: "1", occasion: occasion, received: utc("2026-08-08 11:00:00"), fields: said)
      #expect(event.phase == phase, "\(occasion)")
    }
  }

  @Test func negativeTalkWeighsNothing() {
    let event = CallEvent(
      providerID: "1", occasion: .after, received: Timestamp(seconds: 0),
      fields: fields { $0.talk = -5 })
    #expect(event.weight == Weight(phase: .after, talk: 0))
  }
}
