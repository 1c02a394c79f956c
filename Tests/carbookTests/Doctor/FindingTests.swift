import Domain
import Testing

@testable import carbook

@Suite("The doctor's findings")
struct FindingTests {
  @Test(
    "tell the machine's state",
    arguments: [
      (["TERM": "xterm", "LANG": "uk_UA.UTF-8"], "ok"),
      (["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "POSIX"], "warn"),
      (["TERM": "xterm", "LANG": "C", "LC_CTYPE": "en_US.utf8"], "ok"),
      (["TERM": "dumb", "LANG": "C.UTF-8"], "warn"),
      (["LANG": "C.UTF-8"], "warn"),
    ])
  func terminal(environment: [String: String], verdict: String) {
    let findings = MachineFindings(
      environment: Environment(environment), now: Timestamp(seconds: 1_790_000_000))
    #expect(findings.all.first { $0.subject == "terminal" }?.verdict.rawValue == verdict)
    #expect(findings.all.first { $0.subject == "clock" }?.verdict == .ok)
  }

  @Test("distrust a clock that was never set")
  func clock() {
    let findings = MachineFindings(environment: [:], now: Timestamp(seconds: 60))
    #expect(
      findings.all.first
        == Finding("clock", .fail, "The clock says 1970-01-01T00:01:00Z: set it."))
  }

  @Test("are lines of three columns")
  func line() {
    #expect(Finding("wal", .ok, "Fine.").line == "ok    wal          Fine.")
    #expect(
      Finding("permissions", .warn, "Not fine.").line == "warn  permissions  Not fine.")
  }

  @Test(
    "say how long ago",
    arguments: [
      (0, "0 s"), (59, "59 s"), (60, "1 min"), (3600, "1 h 0 min"), (90_061, "1 d 1 h"),
    ])
  func age(seconds: Int64, words: String) {
    #expect(StoreFindings.words(seconds) == words)
  }

  @Test(
    "say how much",
    arguments: [
      (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (16 << 20, "16 MiB"),
      (Int64.max, "8388607 TiB"),
    ])
  func size(bytes: Int64, words: String) {
    #expect(FileFindings.words(bytes) == words)
  }
}
