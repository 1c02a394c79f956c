import Domain
import Testing

@testable import TUI

/// What is worked out before a key is pressed is what pressing it comes to.
@Suite struct ForesightTests {
  private static let moves: [Key] = [
    .down, .up, .pageDown, .pageUp, .end, .home, .character("j"), .character("k"),
    .character(" "), .character("g"), .character("G"),
  ]

  /// Tries all that is likely after a key; loads alone are answered.
  private func foresight(after key: Key, _ console: Console) -> Foresight {
    var foresight = Foresight(after: key, in: console.state)
    var store = console.store
    while foresight.isWanted {
      foresight.tryNext(in: console.state) { effect in
        let written = store.written.count
        let events = store.answer(effect)
        return store.written.count == written ? events.first : nil
      }
    }
    return foresight
  }

  @Test(arguments: 1...4) func `a key that was tried comes to the same`(screen: Int) {
    var dice = RandomWalkTests.Dice(seed: UInt64(screen))
    var console = Console()
    console.store.calls += Sample.manyCalls(250)
    console.send(.storeChanged)
    console.type("\(screen)")
    var tried = 0
    for _ in 0..<60 {
      let key = Self.moves[dice.roll(Self.moves.count)]
      console.press(key)
      let foresight = foresight(after: key, console)
      for next in Self.moves {
        guard let outcome = foresight.outcome(of: [.key(next)]) else { continue }
        tried += 1
        var other = console
        other.paints = false
        other.press(next)
        #expect(outcome.state == other.state, "\(key), \(next)")
        #expect(outcome.frame == other.frame, "\(key), \(next)")
      }
    }
    #expect(tried > 60)
  }

  @Test func `the same key again, and the way back as it is pressed`() {
    let console = Console()
    let expected: [(Key, [Key])] = [
      (.down, [.down, .up]), (.character("j"), [.character("j"), .character("k")]),
      (.character(" "), [.character(" "), .control("b")]), (.end, [.end, .home]),
      (.character("g"), [.character("g"), .character("G")]), (.character("p"), []),
      (.enter, []), (.character("q"), []),
    ]
    for (key, likely) in expected { #expect(console.state.likelyKeys(after: key) == likely) }
  }

  @Test func `where keys are text nothing is tried`() {
    var console = Console()
    console.type("/")
    #expect(!Foresight(after: .character("j"), in: console.state).isWanted)
    console.press(.escape, .function(1))
    #expect(!Foresight(after: .down, in: console.state).isWanted)
  }

  @Test func `what is no load, or takes long, is left alone`() {
    var console = Console()
    console.press(.down)
    var foresight = Foresight(after: .down, in: console.state)
    while foresight.isWanted { foresight.tryNext(in: console.state) { _ in nil } }
    #expect(foresight.outcome(of: [.key(.down)]) == nil)
  }

  @Test func `it holds for that key alone`() {
    var console = Console()
    console.press(.down)
    let foresight = foresight(after: .down, console)
    #expect(foresight.outcome(of: [.key(.down)]) != nil)
    for events: [Event] in [
      [], [.storeChanged], [.key(.down), .key(.down)], [.clock(Sample.now), .key(.down)],
      [.key(.pageDown)],
    ] {
      #expect(foresight.outcome(of: events) == nil)
    }
  }
}
