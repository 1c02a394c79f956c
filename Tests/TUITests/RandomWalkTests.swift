import Domain
import Testing

@testable import TUI

/// Whatever is pressed and whatever happens in whatever order: nothing traps, the selection is on
/// the screen, every key is drawn.
@Suite struct RandomWalkTests {
  /// Knuth's MMIX generator: the same walk on every run.
  struct Dice {
    var seed: UInt64

    mutating func roll(_ sides: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(sides))
    }
  }

  static let keys: [Key] =
    "cnoalqzgGdjky123456?йтсф0 |JKr+-/f:tFxieDMEONDwRHLubs".map(Key.character)
    + [
      .enter, .tab, .backTab, .escape, .escape, .backspace, .delete, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .ctrlLeft, .ctrlRight, .control("s"), .control("n"),
      .control("w"), .control("u"), .function(1), .function(2), .function(4), .function(9),
      .paste("Ганна\n0501112233"), .alt("d"), .altLeft, .altRight, .control("r"),
    ]

  @Test(arguments: 1...6) func aWalk(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var console = Console(80, 24)
    console.store.calls += Sample.manyCalls(250)
    console.paints = false
    var held: [Event] = []
    for step in 0..<300 {
      for event in happening(&dice, Int64(step), &console) {
        // Answers are held back and let go later, as a slow store's are.
        for effect in update(&console.state, event) { held += console.store.answer(effect) }
      }
      while !held.isEmpty, dice.roll(3) > 0 {
        let answer = held.removeFirst()
        for effect in update(&console.state, answer) { held += console.store.answer(effect) }
      }
      let frame = console.frame
      let list = console.state.log.list
      #expect(list.selectedLine.map { (0..<list.height).contains($0) } ?? true)
      #expect(frame.cursor.map(frame.bounds.contains) ?? console.state.isTooSmall)
    }
  }

  private func happening(
    _ dice: inout Dice, _ step: Int64, _ console: inout Console
  ) -> [Event] {
    switch dice.roll(20) {
    case 0:
      return [.resized(Size(columns: 30 + dice.roll(150), rows: 8 + dice.roll(50)))]
    case 1:
      return [.clock(Sample.now.advanced(bySeconds: step * 30))]
    case 2:
      let call = Sample.call(
        9000 + step, at: Sample.now.advanced(bySeconds: step), phase: .before, disposition: nil,
        from: "050\(1_000_000 + dice.roll(9))")
      console.store.calls.append(call)
      if let number = call.client, call.isFromNewClient {
        console.store.prompts.removeAll { $0 == number }
        console.store.prompts.insert(number, at: 0)
      }
      return [.storeChanged]
    case 3:
      if !console.store.calls.isEmpty {
        console.store.calls.remove(at: dice.roll(console.store.calls.count))
      }
      return [.storeChanged]
    case 4:
      console.store.refusal = dice.roll(2) == 0 ? .storeBusy : nil
      return []
    case 5:
      return [.painted]
    case 6:
      let place = Position(column: dice.roll(90), row: dice.roll(26))
      let actions: [MouseEvent.Action] = [.press, .doublePress, .release, .wheelUp, .wheelDown]
      return [.key(.mouse(MouseEvent(action: actions[dice.roll(5)], position: place)))]
    default:
      return [.key(RandomWalkTests.keys[dice.roll(RandomWalkTests.keys.count)])]
    }
  }
}
