import TUI
import Testing

@testable import carbook

@Suite("The spool, seen by a console that does not listen")
struct SpoolWatchTests {
  @Test("is spoken of when deliveries have waited for a second, and when they are in")
  func waiting() {
    var watch = SpoolWatch()
    let turns: [(now: Int64, isEmpty: Bool, said: SpoolStatus?, wait: Int64?)] = [
      (0, true, nil, nil), (100, false, nil, 1000), (600, false, nil, 500), (700, true, nil, nil),
      (800, false, nil, 1000), (1799, false, nil, 1), (1800, false, .keeping(.elsewhere), nil),
      (5000, false, nil, nil), (5100, true, .takenIn, nil), (5200, true, nil, nil),
      (6000, false, nil, 1000),
    ]
    for (now, isEmpty, said, wait) in turns {
      #expect(watch.look(isEmpty: isEmpty, isOurs: false, now: now) == said, "\(now)")
      #expect(watch.timeout(now: now) == wait, "\(now)")
    }
  }

  @Test("is left to this console's own listener")
  func ours() {
    var watch = SpoolWatch()
    for now in [0, 2000] as [Int64] {
      #expect(watch.look(isEmpty: false, isOurs: true, now: now) == nil)
      #expect(watch.timeout(now: now) == nil)
    }
    #expect(watch.look(isEmpty: false, isOurs: false, now: 3000) == nil)
    #expect(watch.look(isEmpty: false, isOurs: false, now: 4000) == .keeping(.elsewhere))
    #expect(watch.look(isEmpty: false, isOurs: true, now: 4100) == .idle)
    #expect(watch.look(isEmpty: false, isOurs: true, now: 4200) == nil)
  }
}
