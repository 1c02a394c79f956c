import Domain
import Telephony
import Testing

/// The table "Results" of the provider facts, from the body to the word in the log.
@Suite struct ResultTests {
  @Test(arguments: [
    ("ANSWERED", CallStatus.answered, CallStatus.answered),
    ("PROPER", .answered, .answered), ("REPEATED", .answered, .answered),
    ("NO ANSWER", .missed, .notReached), ("NO_ANSWER", .missed, .notReached),
    ("no-answer", .missed, .notReached), ("No  Answer", .missed, .notReached),
    ("NO+ANSWER", .missed, .notReached), ("BUSY", .busy, .busy), ("FAILED", .failed, .failed),
    ("NO FORWARD", .failed, .failed), ("VOICEMAIL", .voicemail, .voicemail),
    ("WRONG EXTENSION", .missed, .notReached), ("NO EXTENSION", .missed, .notReached),
    ("CLIENT NO ANSWER", .notReached, .notReached),
    ("FAILED FORBIDDEN DESTINATION", .refused, .refused), ("DECLINE", .refused, .refused),
    ("CONGESTION", .other, .other),
  ])
  func ended(_ code: String, _ incoming: CallStatus, _ outgoing: CallStatus) throws {
    for (type, status) in [("in", incoming), ("callback", incoming), ("out", outgoing)] {
      for name in ["disposition", "status", "call_status"] {
        let body = #"{"call_id":"1","call_type":"\#(type)","\#(name)":"\#(code)","duration":"14"}"#
        // With a duration an ended call is ended on every link.
        for occasion in Occasion.allCases {
          let heard = try #require(event(Delivery(body, occasion: occasion)))
          #expect(word(for: heard) == status, "\(type) \(name) \(occasion)")
        }
      }
    }
  }

  @Test(arguments: ["IN PROGRESS", "CALLING", "in_progress"])
  func goingOn(_ code: String) throws {
    let body = #"{"call_id":"1","call_type":"in","status":"\#(code)"}"#
    #expect(word(for: try #require(event(Delivery(body, occasion: .before)))) == .ringing)
    #expect(word(for: try #require(event(Delivery(body, occasion: .answered)))) == .talking)
  }

  private func word(for event: CallEvent) -> CallStatus {
    let record = CallRecord(event)
    let times = CallTimes(record)
    return CallStatus(
      type: CallSides(record, own: OwnNumbers()).type, phase: record.weight.phase,
      disposition: record.fields.disposition, talk: times.talk, start: times.start, now: receipt)
  }
}
