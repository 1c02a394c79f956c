import Domain
import TUI
import Testing

@testable import carbook

@Suite struct NoticeHookTests {
  @Test func whatAHookIsTold() {
    let notice = Notice(
      .missedCall, number: NumberPlan.ukraine.number("0670001122"), name: "Олена\u{1B}[2J",
      at: Timestamp(milliseconds: 1_795_264_313_000))
    let job = NoticeDesk.job(
      "/usr/bin/logger", ["logger", "-t", "carbook"], notice,
      notice.text(in: .english, zone: .kyiv, tellsWho: true))
    #expect(job.program == "/usr/bin/logger")
    #expect(job.arguments == ["-t", "carbook"])
    #expect(
      job.variables == [
        "CARBOOK_EVENT": "missed-call", "CARBOOK_COUNT": "1", "CARBOOK_NUMBER": "+380670001122",
        "CARBOOK_NAME": "Олена\u{FFFD}[2J", "CARBOOK_TIME": "2026-11-21T12:31:53Z",
        "CARBOOK_TEXT": "Missed call: Олена\u{FFFD}[2J, +380 67 000 11 22, 14:31",
      ])
  }
}
