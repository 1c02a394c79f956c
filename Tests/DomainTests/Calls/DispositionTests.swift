import Domain
import Testing

/// The table "Results" of the provider facts: folding, outcome and rank.
@Suite struct DispositionTests {
  @Test(arguments: [
    ("IN PROGRESS", Disposition.Outcome.inProgress, 0), ("CALLING", .inProgress, 0),
    ("NO ANSWER", .noAnswer, 1), ("BUSY", .busy, 1), ("FAILED", .failed, 1),
    ("NO FORWARD", .failed, 1), ("WRONG EXTENSION", .lostInMenu, 1),
    ("NO EXTENSION", .lostInMenu, 1), ("CLIENT NO ANSWER", .clientNoAnswer, 1),
    ("FAILED FORBIDDEN DESTINATION", .refused, 1), ("DECLINE", .refused, 1),
    ("CONGESTION", .other, 1), ("VOICEMAIL", .voicemail, 2), ("ANSWERED", .answered, 3),
    ("PROPER", .answered, 4), ("REPEATED", .answered, 4),
  ])
  func codes(_ code: String, _ outcome: Disposition.Outcome, _ rank: Int) {
    for spelling in [
      code, code.lowercased(), code.replacing(" ", with: "_"), code.replacing(" ", with: "-"),
      code.replacing(" ", with: "+"), code.replacing(" ", with: "  \t"), " \(code)_\n",
    ] {
      let disposition = Disposition(spelling)
      #expect(disposition?.code == code)
      #expect(disposition?.outcome == outcome)
      #expect(disposition?.rank == rank)
      #expect(disposition?.isFinal == (rank > 0))
      #expect(disposition?.raw == spelling.trimmed)
    }
  }

  @Test func nothingSaid() {
    #expect(Disposition("") == nil)
    #expect(Disposition(" \n") == nil)
    #expect(Disposition("-")?.outcome == .other)
  }
}
