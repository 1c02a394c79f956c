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

  @Test func `the same move again and the way back are likely, other moves possible`() {
    let console = Console()
    let expected: [(Key, [Action])] = [
      (.down, [.down, .up]), (.character("о"), [.down, .up]),
      (.character(" "), [.pageDown, .pageUp]),
      (.end, [.newest, .oldest]), (.enter, []), (.tab, []),
    ]
    for (key, likely) in expected {
      let next = console.state.nextActions(after: key)
      #expect(next.likely == likely)
      #expect(Set(next.likely + next.possible).isSuperset(of: [.down, .up, .pageUp, .oldest]))
      #expect(Set(next.likely).isDisjoint(with: next.possible))
    }
  }

  @Test func `a letter and an arrow that do the same are one`() {
    var console = Console()
    console.press(.down)
    let foresight = foresight(after: .down, console)
    #expect(foresight.outcome(of: [.key(.character("j"))]) != nil)
    for key: Key in [.down, .character("о")] {
      #expect(foresight.outcome(of: [.key(key)]) == foresight.outcome(of: [.key(.character("j"))]))
    }
  }

  @Test func `a key that is another action's while something is played is that action's`() {
    var console = Console()
    console.send(.playbackChanged(.sample()))
    console.press(.down)
    let foresight = foresight(after: .down, console)
    #expect(foresight.outcome(of: [.key(.pageDown)]) != nil)
    for key in console.state.bindings.filter({ $0.action == .pausePlayback }).flatMap(\.keys) {
      #expect(foresight.outcome(of: [.key(key)]) == nil)
    }
  }

  @Test(arguments: [
    "19.11", "2026-11-2", "20", "yesterday", "tod", "", "nonsense", "19 nov 14:30", "2020-01-01",
  ])
  func `Enter behind a date comes to what it does`(text: String) throws {
    var console = KeyedListTests.console(5000)
    console.press(.pageDown, .character("t"))
    console.type(text)
    let foresight = foresight(after: .character("t"), console)
    let outcome = try #require(foresight.outcome(of: [.key(.enter)]))
    #expect(foresight.outcome(of: [.key(.character("1"))]) == nil)
    console.paints = false
    console.press(.enter)
    #expect(outcome.state == console.state)
    #expect(outcome.frame == console.frame)
  }

  @Test(arguments: [
    "quit", "export x.csv", "theme light", "mouse", "filter missed", "ordernumber 2026-1",
  ])
  func `Enter that would do more than read is left alone`(text: String) {
    var console = Console()
    console.type(":" + text)
    let before = console
    #expect(foresight(after: .character("t"), console).outcome(of: [.key(.enter)]) == nil)
    #expect(console.state == before.state)
    #expect(console.store.written == before.store.written)
  }

  @Test(arguments: [1, 2, 3]) func `Enter behind a search comes to what it does`(screen: Int) throws
  {
    var console = Console()
    console.type("\(screen)/05")
    let foresight = foresight(after: .character("5"), console)
    let outcome = try #require(foresight.outcome(of: [.key(.enter)]))
    console.paints = false
    console.press(.enter)
    #expect(outcome.state == console.state)
    #expect(outcome.frame == console.frame)
  }

  @Test func `where Enter would write, or keys go to no list, nothing is tried`() {
    for keys: [Key] in [[.function(1)], [.enter], [.character("2"), .character("N")]] {
      var console = Console()
      console.press(.down)
      for key in keys { console.press(key) }
      #expect(!console.state.keyContext.isScreen)
      for key: Key in [.down, .character("j"), .enter] {
        #expect(!Foresight(after: key, in: console.state).isWanted)
      }
    }
  }

  @Test func `what is only possible waits until a held key would have come again`() {
    var console = Console()
    console.press(.down)
    var foresight = Foresight(after: .down, in: console.state)
    #expect(foresight.pause == Foresight.leastPause)
    for _ in 0..<2 { foresight.tryNext(in: console.state) { _ in nil } }
    #expect(foresight.isWanted)
    #expect(foresight.pause > 33)
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
      [.key(.enter)], [.key(.tab)],
    ] {
      #expect(foresight.outcome(of: events) == nil)
    }
  }
}
