import Domain
import TestSupport
import Testing

/// Merging: the result never depends on the order of arrival, and a repeat changes nothing.
@Suite struct CallRecordTests {
  private static func event(
    _ occasion: Occasion, _ minute: Int, _ change: (inout CallFields) -> Void = { _ in }
  ) -> CallEvent {
    CallEvent(
      providerID: "ua9_-1786176671.5", occasion: occasion,
      received: utc("2026-08-08 08:11:11").advanced(bySeconds: Int64(minute) * 60),
      fields: fields(change))
  }

  private static func says(_ word: String, _ talk: Int? = nil, wait: Int? = nil)
    -> (inout CallFields) -> Void
  {
    { fields in
      fields.disposition = Disposition(word)
      fields.talk = talk
      fields.wait = wait
    }
  }

  /// Calls as they really happen, with the result and talk they end in.
  static let calls: [(name: String, events: [CallEvent], code: String?, talk: Int?)] = [
    (
      "answered, then rated",
      [
        event(.before, 0) { $0.caller = number("0501112233") }, event(.answered, 1),
        event(.after, 2, says("NO ANSWER")), event(.after, 3, says("ANSWERED", 425)),
        event(.after, 9, says("PROPER", 425)),
      ], "PROPER", 425
    ),
    (
      "all by the before link",
      [
        event(.before, 0, says("CALLING")), event(.before, 1, says("NO ANSWER")),
        event(.before, 2, says("ANSWERED", 30)), event(.before, 3, says("REPEATED", 30)),
      ], "REPEATED", 30
    ),
    (
      "all by the after link",
      [
        event(.after, 0, says("IN PROGRESS")), event(.after, 1, says("NO ANSWER")),
        event(.after, 2, says("ANSWERED", 12)),
      ], "ANSWERED", 12
    ),
    (
      "missed",
      [
        event(.before, 0, says("NO ANSWER")), event(.after, 1, says("NO ANSWER", 0, wait: 20)),
        event(.before, 2, says("CALLING")),
      ], "NO ANSWER", 0
    ),
    (
      "voicemail beats no answer",
      [
        event(.before, 0), event(.after, 1, says("VOICEMAIL", 18)),
        event(.after, 2, says("NO ANSWER", 0)), event(.after, 3, says("NO ANSWER", 18)),
      ], "VOICEMAIL", 18
    ),
    (
      "outgoing, with a name that is corrected",
      [
        event(.beforeOutgoing, 0) { $0.connectedWith = "my_login" },
        event(.afterOutgoing, 1) { $0.connectedWith = "Іван" },
        event(.afterOutgoing, 2) {
          $0.connectedWith = "Іван Іванов"
          $0.disposition = Disposition("ANSWERED")
          $0.talk = 9
        }, event(.beforeOutgoing, 3) { $0.connectedWith = "яяя" },
      ], "ANSWERED", 9
    ),
  ]

  @Test(arguments: calls.indices)
  func everyOrderAndRepetitionGivesTheSameCall(_ index: Int) {
    let call = CallRecordTests.calls[index]
    let expected = record(call.events)
    #expect(expected?.fields.disposition?.code == call.code, "\(call.name)")
    #expect(expected?.fields.talk == call.talk)
    for order in permutations(call.events) {
      #expect(record(order) == expected, "\(call.name)")
      #expect(record(order + order.reversed()) == expected, "\(call.name)")
      #expect(record(order.flatMap { [$0, $0] }) == expected, "\(call.name)")
      // Stored and read back between any two events.
      var kept = stored(record([order[0]]))
      for event in order {
        kept?.merge(event)
        kept = stored(kept)
      }
      #expect(kept == expected, "\(call.name)")
    }
  }

  @Test func aPresentFieldBeatsAnAbsentOne() {
    let events = [
      CallRecordTests.event(.before, 0) {
        $0.pool = "Лендінг"
        $0.utmSource = "google"
      }, CallRecordTests.event(.after, 1, CallRecordTests.says("ANSWERED", 5)),
    ]
    #expect(record(events)?.fields.pool == "Лендінг")
    #expect(record(events)?.fields.source.text == "google")
    #expect(record(events)?.firstReceived == events[0].received)
  }

  @Test func thePhaseDecidesThenTheTalkThenTheBytes() {
    let named = { (name: String, occasion: Occasion, talk: Int?) in
      CallRecordTests.event(occasion, 0) {
        $0.connectedWith = name
        $0.talk = talk
      }
    }
    for (winner, loser) in [
      (named("A", .after, nil), named("B", .answered, nil)),
      (named("A", .answered, nil), named("B", .before, nil)),
      (named("A", .after, 6), named("B", .after, 5)),
      (named("A", .before, 1), named("B", .after, nil)),
      (named("б", .after, 5), named("z", .after, 5)),
    ] {
      #expect(record([winner, loser])?.fields.connectedWith == winner.fields.connectedWith)
      #expect(record([loser, winner])?.fields.connectedWith == winner.fields.connectedWith)
    }
  }

  /// Of two results by one link the one that knows more, whatever its talk and its letters.
  @Test(arguments: [
    ("ANSWERED", nil, "NO ANSWER", nil), ("ANSWERED", nil, "BUSY", nil),
    ("PROPER", 5, "ANSWERED", 6), ("REPEATED", 5, "ANSWERED", 6), ("VOICEMAIL", 5, "NO ANSWER", 6),
    ("ANSWERED", 5, "VOICEMAIL", 6), ("ANSWERED", 5, "VOICEMAIL", 5), ("BUSY", 5, "CALLING", 6),
    // equals: the longer talk, then the larger bytes
    ("BUSY", 6, "NO ANSWER", 5), ("REPEATED", 5, "PROPER", 5),
  ])
  func theBetterResultWins(_ winner: String, _ talk: Int?, _ loser: String, _ lesserTalk: Int?) {
    let events = [
      CallRecordTests.event(.after, 0, CallRecordTests.says(winner, talk)),
      CallRecordTests.event(.after, 0, CallRecordTests.says(loser, lesserTalk)),
    ]
    #expect(record(events)?.fields.disposition?.code == winner)
    #expect(record(events.reversed())?.fields.disposition?.code == winner)
  }

  @Test func oneOutgoingLinkIsEnough() {
    let events = [CallRecordTests.event(.before, 0), CallRecordTests.event(.afterOutgoing, 1)]
    #expect(record(events)?.isOutgoingByLink == true)
    #expect(record(events.reversed())?.isOutgoingByLink == true)
    #expect(record([events[0]])?.isOutgoingByLink == false)
  }

  /// Small sets of values, so that events often agree, tie and contradict each other.
  @Test func randomEvents() {
    var random = SplitMix(seed: 2026)
    for round in 0..<1500 {
      let events = (0..<Int.random(in: 1...5, using: &random)).map { _ in randomEvent(&random) }
      let expected = record(events)
      let shuffled = events.shuffled(using: &random)
      #expect(record(shuffled) == expected, "round \(round)")
      #expect(record(events + shuffled) == expected, "round \(round)")
      #expect(stored(expected) == expected, "round \(round)")
      // Half merged, stored, read back, then the rest: what the store does all day.
      var half = stored(record(Array(shuffled.prefix((shuffled.count + 1) / 2))))
      for event in shuffled.suffix(shuffled.count / 2) { half?.merge(event) }
      #expect(half == expected, "round \(round)")
    }
  }

  private func randomEvent(_ random: inout SplitMix) -> CallEvent {
    let said = fields {
      $0.type = [nil, .incoming, .outgoing, .callback].randomElement(using: &random) ?? nil
      $0.caller = ["", "101", "0501112233"].randomElement(using: &random).flatMap(number)
      $0.called = ["", "0441112233", "0441112234"].randomElement(using: &random).flatMap(number)
      $0.outbound = ["", "0441112233"].randomElement(using: &random).flatMap(number)
      $0.start =
        [nil, utc("2026-08-08 08:11:11"), utc("2026-08-08 08:11:12")].randomElement(
          using: &random) ?? nil
      $0.duration = [nil, 0, 14].randomElement(using: &random) ?? nil
      $0.wait = [nil, 0, 9].randomElement(using: &random) ?? nil
      $0.talk = [nil, 0, 5, .max].randomElement(using: &random) ?? nil
      $0.disposition = [
        "", "CALLING", "NO ANSWER", "no_answer", "BUSY", "VOICEMAIL", "ANSWERED", "PROPER",
      ]
      .randomElement(using: &random).flatMap(Disposition.init)
      $0.connectedWith = [nil, "a", "b"].randomElement(using: &random) ?? nil
      $0.utmTerm = [nil, "e\u{301}", "é"].randomElement(using: &random) ?? nil
      $0.hasRecording = [nil, false, true].randomElement(using: &random) ?? nil
      $0.googleClientID = [nil, "1"].randomElement(using: &random) ?? nil
    }
    return CallEvent(
      providerID: "x", occasion: Occasion.allCases.randomElement(using: &random) ?? .after,
      received: Timestamp(seconds: Int64.random(in: 1...3, using: &random)), fields: said)
  }

  private func record(_ events: [CallEvent]) -> CallRecord? {
    var record = events.first.map(CallRecord.init)
    for event in events.dropFirst() { record?.merge(event) }
    return record
  }

  /// As it comes back from the store.
  private func stored(_ record: CallRecord?) -> CallRecord? {
    record.map {
      CallRecord(
        providerID: $0.providerID, fields: $0.fields, weight: $0.weight,
        firstReceived: $0.firstReceived, isOutgoingByLink: $0.isOutgoingByLink, marks: $0.marks)
    }
  }

  private func permutations<Element>(_ elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let element = rest.remove(at: index)
      return permutations(rest).map { [element] + $0 }
    }
  }
}
