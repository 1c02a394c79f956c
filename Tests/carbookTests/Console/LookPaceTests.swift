import Testing

@testable import carbook

@Suite struct LookPaceTests {
  /// When changes are shown that are there all the time, in milliseconds.
  private func times(until end: Int64, _ pace: inout LookPace) -> [Int64] {
    (0..<end).filter { now in
      guard pace.wait(now: now) == 0 else { return false }
      pace.found(now: now)
      return true
    }
  }

  @Test func `a delivery and what follows from it are shown at once, a flood 40 times a second`() {
    var pace = LookPace()
    #expect(times(until: 120, &pace) == [0, 1, 2, 25, 50, 75, 100])
  }

  @Test func `a look that finds nothing puts nothing off`() {
    var pace = LookPace()
    pace.found(now: 1000)
    pace.found(now: 1000)
    #expect(pace.wait(now: 1000) == 0)
    pace.found(now: 1000)
    #expect(pace.wait(now: 1000) == 25)
    #expect(pace.wait(now: 1024) == 1)
    #expect(pace.wait(now: 1025) == 0)
  }

  @Test func `after a pause, or once it is forgotten, as if nothing had been`() {
    var pace = LookPace()
    _ = times(until: 120, &pace)
    #expect(times(until: 3, &pace) == [])
    pace.forget()
    #expect(times(until: 3, &pace) == [0, 1, 2])
    #expect(pace.wait(now: 10_000) == 0)
  }
}
